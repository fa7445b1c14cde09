import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeEdit } from "../case/describe.ts";
import { openCase, saveCase } from "../case/door.ts";
import { applyEdit } from "../case/edits.ts";
import type { Happening } from "../case/evidence-types.ts";
import type { Case, TourStep } from "../case/types.ts";
import { shippedCase, SHIPPED } from "../shipped.test-help.ts";
import { evaluate } from "../answer/evaluate.ts";
import { applyAuthorEdit, tryAuthorEdit } from "./edits.ts";
import { blankCase } from "./start.ts";
import { eventsOf, freshEventId, MOST_STEPS, moved, type ToldEdit } from "./told.ts";

const STARTS = [
  ["blank", blankCase()] as const,
  ...SHIPPED.map(({ name }) => [name, shippedCase(name)] as const),
];

const words = fc.oneof(fc.string(), fc.constantFrom("<b>x</b>", "__proto__", "“Zölle”"));
const partsOf = ({ factors, mechanisms }: Case) => [...factors, ...mechanisms].map(({ id }) => id);
const anyTour = (theCase: Case): fc.Arbitrary<TourStep[]> =>
  fc.array(
    fc.record({
      title: words,
      text: words,
      lights: fc.uniqueArray(fc.constantFrom("outcome", ...partsOf(theCase)), { maxLength: 4 }),
      paragraphs: fc.array(fc.constantFrom("P1", "P2"), { maxLength: 2 }),
    }),
    { maxLength: MOST_STEPS },
  );
const anyEvent = (theCase: Case, id: string): fc.Arbitrary<Happening> =>
  fc.record({
    id: fc.constant(id),
    date: fc.constantFrom("1978-07", "2019-01-24", "later", ""),
    title: words,
    detail: words,
    about: fc.dictionary(fc.constantFrom(...partsOf(theCase)), fc.constantFrom("VL", "VH", "+", "-"), {
      noNullPrototype: true,
    }),
    observe: fc
      .dictionary(fc.constantFrom("a", ...theCase.indicators.map((sign) => sign.id)), fc.boolean(), {
        noNullPrototype: true,
      })
      .map((map) => {
        const { a: _none, ...rest } = map;
        return rest;
      }),
    sources: fc.array(words, { maxLength: 3 }),
    status: words,
  });

const reopened = (theCase: Case): Case => {
  const read = openCase(saveCase(theCase));
  if (!read.ok) throw new Error("does not reopen");
  return read.case;
};

describe.each(STARTS)("what is told, from %s", (_, theCase) => {
  const answer = evaluate(theCase, {});

  it("a tour is kept as it is told, and moves no number", () => {
    fc.assert(
      fc.property(anyTour(theCase), (tour) => {
        const next = applyEdit(theCase, { edit: "setTour", tour });
        expect(next.tour).toEqual(tour);
        expect(reopened(next)).toStrictEqual(next);
        expect(evaluate(next, {})).toEqual(answer);
        expect(applyEdit(next, { edit: "setTour", tour: theCase.tour })).toEqual(theCase);
      }),
      { numRuns: 20 },
    );
  });

  it("a new event put in and taken out again leaves the case as it was; one put twice is there once", () => {
    const id = freshEventId(theCase);
    expect(eventsOf(theCase).map((one) => one.id)).not.toContain(id);
    fc.assert(
      fc.property(anyEvent(theCase, id), anyEvent(theCase, id), (first, second) => {
        const once = applyEdit(theCase, { edit: "putEvent", event: first });
        expect(eventsOf(once)).toEqual([...eventsOf(theCase), first]);
        expect(reopened(once)).toStrictEqual(once);
        const twice = applyEdit(once, { edit: "putEvent", event: second });
        expect(eventsOf(twice)).toEqual([...eventsOf(theCase), second]);
        expect(evaluate(twice, {})).toEqual(answer);
        expect(applyEdit(twice, { edit: "removeEvent", event: id })).toEqual(theCase);
      }),
      { numRuns: 20 },
    );
  });

  it("hedges and what does not fit are kept as they are told, and their names say how many", () => {
    const hedges = [...theCase.hedges, { word: "perhaps", where: "P1", reading: "possible" }];
    const conflicts = [
      ...theCase.dateConflicts,
      { id: "X99", kind: "internal", text: "Two days", sources: [] },
    ];
    const first: ToldEdit = { edit: "setHedges", hedges };
    const second: ToldEdit = { edit: "setDateConflicts", conflicts };
    const next = applyEdit(applyEdit(theCase, first), second);
    expect([next.hedges, next.dateConflicts]).toEqual([hedges, conflicts]);
    expect(reopened(next)).toStrictEqual(next);
    expect(describeEdit(theCase, first)).toBe(`Words the text hedges with: ${hedges.length}`);
    expect(describeEdit(theCase, second)).toBe(`What does not fit in the text: ${conflicts.length}`);
  });
});

describe("a tour's step", () => {
  it("put elsewhere is a permutation, and putting it back undoes it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
        const [from, to] = [a % list.length, b % list.length];
        const next = moved(list, from, to);
        expect(next[to]).toBe(list[from]);
        expect([...next].sort()).toEqual([...list].sort());
        expect(moved(next, to, from)).toEqual(list);
      }),
    );
  });
});

describe("an event that the verdict calls the break", () => {
  it("leaves the verdict without an event when it goes", () => {
    const theCase = shippedCase("china-vietnam-1975");
    const event = theCase.verdict!.event!;
    const next = applyAuthorEdit(theCase, { edit: "removeEvent", event });
    expect(eventsOf(next)).toHaveLength(eventsOf(theCase).length - 1);
    expect(next.verdict).not.toHaveProperty("event");
    expect(next.verdict?.byHorizon).toEqual(theCase.verdict?.byHorizon);
  });
});

describe("bad input", () => {
  const theCase = blankCase();
  const event: Happening = {
    id: "E01",
    date: "",
    title: "",
    detail: "",
    about: {},
    observe: {},
    sources: [],
    status: "",
  };
  const step: TourStep = { title: "", text: "", lights: [], paragraphs: [] };
  it.each<[ToldEdit, string]>([
    [{ edit: "setTour", tour: [{ ...step, lights: ["nobody"] }] }, 'Step 1 of the tour shows "nobody"'],
    [{ edit: "setTour", tour: Array.from({ length: MOST_STEPS + 1 }, () => step) }, "up to 12 steps, not 13"],
    [{ edit: "putEvent", event: { ...event, id: "a b" } }, "must be an id"],
    [{ edit: "putEvent", event: { ...event, about: { nobody: "H" } } }, "no factor or mechanism"],
    [{ edit: "putEvent", event: { ...event, about: { pressure: "upwards" } } }, 'say of "pressure" a level'],
    [{ edit: "putEvent", event: { ...event, observe: { pressure: true } } }, "no sign of the case"],
    [{ edit: "removeEvent", event: "E07" }, 'no event "E07"'],
    [
      {
        edit: "setDateConflicts",
        conflicts: ["X01", "X01"].map((id) => ({ id, kind: "", text: "", sources: [] })),
      },
      "X01",
    ],
  ])("%j is refused in one sentence", (edit, says) => {
    const done = tryAuthorEdit(theCase, edit);
    expect(done.ok ? "" : done.sentence).toContain(says);
    expect(applyAuthorEdit(theCase, edit)).toBe(theCase);
  });

  it("what a file named before stays when the rest of the step or event is edited", () => {
    const file = JSON.parse(saveCase(theCase)) as Record<string, unknown>;
    const old = { ...event, about: { gone: "words" }, observe: { alsoGone: "maybe" } };
    const read = openCase(JSON.stringify({ ...file, tour: [{ ...step, lights: ["gone"] }], events: [old] }));
    if (!read.ok) throw new Error("refused");
    const told = applyAuthorEdit(read.case, {
      edit: "setTour",
      tour: [{ ...read.case.tour[0]!, title: "New" }],
    });
    expect(told.tour[0]).toMatchObject({ title: "New", lights: ["gone"] });
    const put = applyAuthorEdit(told, { edit: "putEvent", event: { ...old, title: "New" } });
    expect(eventsOf(put)[0]).toMatchObject({ title: "New", about: { gone: "words" } });
  });
});
