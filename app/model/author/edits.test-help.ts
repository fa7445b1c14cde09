import { causesOf } from "../case/structure.ts";
import { pushesOf } from "../case/rules.ts";
import type { Case, Level, Share } from "../case/types.ts";
import type { AuthorEdit } from "./edits.ts";
import { freshId, freshNumber } from "./ids.ts";
import { eventsOf, freshEventId } from "./told.ts";

/** Small numbers out of one: the same seed, the same edit. */
function picker(seed: number) {
  let state = (seed + 1) >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return {
    next,
    of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
    maybe: () => next() < 0.5,
  };
}

/** Some author's edit that fits a case (most of the time); every kind comes up. */
export function authorEdits(theCase: Case, seed: number): AuthorEdit {
  const { next, of, maybe } = picker(seed);
  const factor = of(theCase.factors);
  const mechanism = of(theCase.mechanisms);
  const parts = [...theCase.factors, ...theCase.mechanisms];
  const text = () => of(["Trade", "Ärger über “Zölle”", "", "__proto__", "<b>x</b>", "toString", "数"]);
  const levels: readonly Level[] = ["VL", "L", "M", "H", "VH"];
  const kinds: readonly (() => AuthorEdit)[] = [
    () => ({ edit: "setCaseWords", to: { question: text(), partners: [text(), text()] } }),
    () => ({ edit: "setCaseWords", to: { title: text(), source: { author: text() } } }),
    () => ({
      edit: "setParagraphs",
      paragraphs: ["P1", "P2", "P3"]
        .filter(maybe)
        .map((id) => ({ id, text: text(), ...(maybe() && { left: true }) })),
    }),
    () => ({
      edit: "putClaim",
      claim: {
        id: maybe() && theCase.claims.length > 0 ? of(theCase.claims).id : freshNumber(theCase, "C"),
        paragraph: "P1",
        text: text(),
        saidBy: "",
        date: "",
        type: "",
        firmness: "",
        towardsBreak: "+",
        horizon: [of(theCase.horizons).id],
        about: [factor.id],
      },
    }),
    () => ({ edit: "removeClaim", claim: theCase.claims.length > 0 ? of(theCase.claims).id : "C1" }),
    () => {
      const label = text();
      return {
        edit: "addFactor",
        id: freshId(theCase, label),
        factor: { label, group: "together", paragraphs: ["P1"] },
      };
    },
    () => ({
      edit: "changeFactor",
      factor: factor.id,
      to: { fade: next(), label: text(), starred: maybe() },
    }),
    () => ({
      edit: "changeFactor",
      factor: factor.id,
      to: {
        levels: Object.fromEntries(
          theCase.horizons.map(({ id }) => [id, { level: of(levels), spread: 0.05 + next() / 4 }]),
        ),
      },
    }),
    () => ({ edit: "removeFactor", factor: factor.id }),
    () => {
      const label = text();
      return {
        edit: "addMechanism",
        id: freshId(theCase, label),
        mechanism: {
          label,
          rule: {
            kind: "anyOf",
            pushes: [{ strength: next(), weightOf: factor.id, of: [{ node: factor.id, gate: "level" }] }],
          },
        },
      };
    },
    () => ({
      edit: "changeMechanism",
      mechanism: mechanism.id,
      to: { spread: 0.05 + next() / 3, why: text() },
    }),
    () => ({ edit: "removeMechanism", mechanism: mechanism.id }),
    () => ({
      edit: "setRule",
      mechanism: mechanism.id,
      rule: {
        kind: "sum",
        base: next() / 5,
        pushes: [
          ...pushesOf(mechanism.rule).slice(maybe() ? 1 : 0),
          {
            strength: next() - 0.3,
            of: [
              { node: of(parts).id, gate: "level" },
              { node: factor.id, gate: "damps", depth: next() },
            ],
          },
        ],
      },
    }),
    () => ({
      edit: "setRule",
      mechanism: mechanism.id,
      rule: {
        kind: of(["wmean", "wmin", "wmax"] as const),
        pushes: pushesOf(mechanism.rule)
          .map((push) => ({ ...push, strength: Math.abs(push.strength) }))
          .toReversed(),
      },
    }),
    () => ({
      edit: "setRule",
      mechanism: mechanism.id,
      rule: {
        kind: "partitioned",
        by: of(parts).id,
        weightOf: maybe() ? factor.id : null,
        parts: [
          { at: ["VL", "M"], rule: { kind: "anyOf", pushes: pushesOf(mechanism.rule) } },
          { at: ["L", "H", "VH"], rule: { kind: "sum", base: next(), pushes: [] } },
        ],
      },
    }),
    () => ({
      edit: "setTable",
      mechanism: mechanism.id,
      table:
        causesOf(mechanism).length > 3
          ? null
          : Array.from({ length: 5 ** causesOf(mechanism).length }, () =>
              maybe() ? [0.5, 0, 0, 0.25, 0.25] : null,
            ),
    }),
    () => {
      const link = theCase.links.length > 0 ? of(theCase.links) : { from: factor.id, to: mechanism.id };
      return { edit: "setArrow", from: link.from, to: link.to, reason: text(), paragraphs: ["P2"] };
    },
    () => ({
      edit: "setHorizons",
      horizons: [
        ...theCase.horizons.filter(maybe),
        ...(maybe()
          ? [{ id: freshId(theCase, "later"), label: text(), phrase: text(), years: 1 + next() }]
          : []),
      ],
    }),
    () => ({
      edit: "setOutcome",
      outcome: {
        ...theCase.outcome,
        event: { ...theCase.outcome.event, of: mechanism.id },
        happened: theCase.outcome.happened.map((share): Share =>
          share.p ? { ...share, of: of(parts).id, p: share.p.map(next) } : share,
        ),
      },
    }),
    () => {
      const id = freshId(theCase, "worse");
      return {
        edit: "setOutcome",
        outcome: {
          ...theCase.outcome,
          rungs: [...theCase.outcome.rungs, { id, label: text(), short: "", happened: true, criteria: "" }],
          happened: [{ rung: id, of: mechanism.id, p: [0, 0.1, 0.2, 0.3, 1] }, ...theCase.outcome.happened],
        },
      };
    },
    () => ({
      edit: "putStatement",
      statement: {
        id: freshId(theCase, "statement"),
        text: text(),
        kind: "monotone",
        factor: factor.id,
        input: of(["level", "weight"]),
        direction: of(["up", "down", "neverUp", "neverDown", "still"]),
        q: of(["break", "noBreak", "intact", of(theCase.outcome.rungs).id, `mean:${mechanism.id}`]),
        h: of(["all", of(theCase.horizons).id]),
      },
    }),
    () => ({
      edit: "putStatement",
      statement: {
        id: "compared",
        text: text(),
        kind: "comparison",
        cases: {
          a: { set: { [factor.id]: "VH" } },
          b: { assume: { [mechanism.id]: { [theCase.horizons[0]!.id]: "L" } } },
        },
        asserts: [
          {
            op: "gt",
            left: { diff: [{ case: "a", h: theCase.horizons[0]!.id, q: "break" }, 0.1] },
            right: { case: "b", h: theCase.horizons.at(-1)!.id, q: `mean:${factor.id}` },
          },
          { op: "top", case: "a", h: theCase.horizons[0]!.id, value: theCase.outcome.rungs[0]!.id },
        ],
      },
    }),
    () => ({ edit: "removeStatement", id: "compared" }),
    () => ({
      edit: "putIndicator",
      indicator: {
        id: freshId(theCase, "sign"),
        label: text(),
        of: of(parts).id,
        p: [0.1, 0.2, 0.3, 0.4, 0.5],
        paragraphs: [],
      },
    }),
    () => ({
      edit: "removeIndicator",
      indicator: theCase.indicators.length > 0 ? of(theCase.indicators).id : "sign",
    }),
    () => ({
      edit: "setPlaces",
      which: of(["place", "overview"]),
      places: {
        [factor.id]: { column: Math.floor(next() * 5), row: next() * 8, ...(maybe() && { pinned: true }) },
        outcome: null,
      },
    }),
    () => ({
      edit: "setTour",
      tour: [
        ...theCase.tour.filter(maybe).toReversed(),
        ...(maybe()
          ? [{ title: text(), text: text(), lights: [of(parts).id, "outcome"], paragraphs: ["P1"] }]
          : []),
      ],
    }),
    () => ({
      edit: "putEvent",
      event: {
        id: maybe() && eventsOf(theCase).length > 0 ? of(eventsOf(theCase)).id : freshEventId(theCase),
        date: of(["2019-01", "1978-07-24", "later", ""]),
        title: text(),
        detail: text(),
        about: { [of(parts).id]: of([...levels, "+", "-", "nonsense"]) },
        observe: theCase.indicators.length > 0 && maybe() ? { [of(theCase.indicators).id]: maybe() } : {},
        sources: [text()].filter(maybe),
        status: "",
      },
    }),
    () => ({ edit: "removeEvent", event: eventsOf(theCase).length > 0 ? of(eventsOf(theCase)).id : "E01" }),
    () => ({
      edit: "setHedges",
      hedges: [...theCase.hedges.filter(maybe), { word: text(), where: "P1", reading: text() }],
    }),
    () => ({
      edit: "setDateConflicts",
      conflicts: [
        ...theCase.dateConflicts.filter(maybe),
        {
          id: freshNumber({ ...theCase, claims: [] }, "D"),
          kind: "internal",
          text: text(),
          sources: [text()],
        },
      ],
    }),
    () => ({
      edit: "mergeEvidence",
      from: text(),
      items: [
        {
          id: maybe() ? "theirs" : freshId(theCase, "item"),
          title: text(),
          eventDate: "2020-01-01",
          sources: [{ name: text(), reliability: "B", credibility: 2 }],
          bearsOn: maybe() ? [{ node: factor.id, level: of(levels) }] : [],
          counts: maybe(),
        },
      ],
    }),
    () => ({
      edit: "together",
      label: "Two at once",
      edits: [
        { edit: "changeFactor", factor: factor.id, to: { why: text() } },
        { edit: "setCaseWords", to: { asOf: "2020-01-01" } },
      ],
    }),
  ];
  return kinds[seed % kinds.length]!();
}
