import { OUTCOME } from "../case/names.ts";
import { plainRules, withPushAdded, withPushes } from "../case/rules.ts";
import { nameOf } from "../case/settings.ts";
import { causesOf } from "../case/structure.ts";
import type { Case, Factor, Horizon, Mechanism, Push, Rule } from "../case/types.ts";
import { weightsReadBy } from "../ranked/rule.ts";
import { withinWords, yearsSaid, yearsText } from "../words/periods.ts";
import { causesOfOutcome } from "./arrows.ts";
import { partsAlike } from "./check-parts.ts";
import type { AuthorEdit } from "./edits.ts";
import type { Finding, Fix } from "./finding.ts";
import { endsOf } from "./horizons.ts";
import { joinCauses, MANY_CAUSES } from "./join.ts";
import { driverOf } from "./remove.ts";
import { FIRST_FACTOR, FIRST_FACTOR_NAME } from "./start.ts";

/** A phrase may round: "within ten years" of 9.9. */
const NEAR = 0.05;

/** What can be seen without an answer: how the parts hang together. */
export function structureFindings(theCase: Case): Finding[] {
  const matter = withEffect(theCase);
  return [
    ...outcomeWithoutCause(theCase),
    ...theCase.factors.flatMap((factor) => [
      ...(matter.has(factor.id) ? weightUnread(theCase, factor) : [withoutEffect(theCase, factor)]),
    ]),
    ...theCase.mechanisms.flatMap((mechanism) => [
      ...(matter.has(mechanism.id) ? [] : [mechanismWithoutEffect(theCase, mechanism)]),
      ...noCause(theCase, mechanism, matter),
      ...tooManyCauses(theCase, mechanism),
      ...partsAlike(theCase, mechanism),
    ]),
    ...sameNames(theCase),
    ...horizonPhrases(theCase),
    ...ratesFall(theCase),
    ...placeholder(theCase),
  ];
}

const name = (theCase: Case, id: string) => `“${nameOf(theCase, id)}”`;

/** Everything that some of these parts depend on, themselves included. */
function causesBehind({ mechanisms }: Case, ids: readonly string[]): ReadonlySet<string> {
  const found = new Set(ids);
  // The loop goes on over what is added here.
  for (const id of found) {
    const mechanism = mechanisms.find((one) => one.id === id);
    if (mechanism) for (const cause of causesOf(mechanism)) found.add(cause);
  }
  return found;
}

/** Every factor and mechanism that something of the outcome depends on. */
export const withEffect = (theCase: Case): ReadonlySet<string> =>
  causesBehind(theCase, causesOfOutcome(theCase.outcome));

/** The arrows that would close a circle with one from a part to another: the way back, first the other; null if none. */
export function closesLoop(theCase: Case, from: string, to: string): string[] | null {
  if (from === to) return [from];
  const before = new Map<string, string>();
  const open = [from];
  // Backwards from what would be the cause: if that leads to the effect, the effect is behind its own cause.
  for (const id of open) {
    const mechanism = theCase.mechanisms.find((one) => one.id === id);
    for (const cause of mechanism ? causesOf(mechanism) : []) {
      if (before.has(cause) || cause === from) continue;
      before.set(cause, id);
      if (cause === to) {
        const way = [to];
        while (way.at(-1) !== from) way.push(before.get(way.at(-1)!)!);
        return way;
      }
      open.push(cause);
    }
  }
  return null;
}

/** A part moves the mechanism that the event hangs on: down where it holds together. */
export function connect(theCase: Case, id: string, to = theCase.outcome.event.of): Fix | undefined {
  const mechanism = theCase.mechanisms.find((one) => one.id === to);
  if (mechanism === undefined || closesLoop(theCase, id, to) !== null) return undefined;
  const factor = theCase.factors.find((one) => one.id === id);
  const { rule } = mechanism;
  const holds = factor?.group === "together" && plainRules(rule).every(({ kind }) => kind === "sum");
  const push: Push = {
    strength: holds ? -0.3 : 0.3,
    ...(factor && { weightOf: id }),
    of: [{ gate: "level", node: id }],
  };
  return {
    label: `Let it ${holds ? "lower" : "raise"} ${name(theCase, to)}`,
    edit: {
      edit: "setRule",
      mechanism: to,
      rule: withPushAdded(rule, push),
    },
  };
}

const some = (...fixes: readonly (Fix | undefined)[]): Fix[] => fixes.filter((one) => one !== undefined);

function outcomeWithoutCause(theCase: Case): Finding[] {
  const { of } = theCase.outcome.event;
  const behind = causesBehind(theCase, [of]);
  if (theCase.factors.some(({ id }) => behind.has(id))) return [];
  return [
    {
      kind: "outcomeWithoutCause",
      severity: "error",
      about: [OUTCOME, of],
      text: `No factor stands behind ${name(theCase, of)}, on which the outcome hangs: nothing anybody weighs moves the answer.`,
      fixes: some(connect(theCase, theCase.factors[0]!.id)),
    },
  ];
}

const withoutEffect = (theCase: Case, { id }: Factor): Finding => ({
  kind: "noEffect",
  severity: "warning",
  about: [id],
  text: `${name(theCase, id)} leads to nothing that the outcome depends on: its weight and state change no answer.`,
  fixes: some(
    connect(theCase, id),
    theCase.factors.length > 1
      ? { label: "Remove the factor", edit: { edit: "removeFactor", factor: id } }
      : undefined,
  ),
});

const mechanismWithoutEffect = (theCase: Case, { id }: Mechanism): Finding => ({
  kind: "noEffect",
  severity: "hint",
  about: [id],
  text: `${name(theCase, id)} leads to nothing that the outcome depends on.`,
  fixes: some(connect(theCase, id), {
    label: "Remove the mechanism",
    edit: { edit: "removeMechanism", mechanism: id },
  }),
});

function noCause(theCase: Case, mechanism: Mechanism, matter: ReadonlySet<string>): Finding[] {
  const { id } = mechanism;
  if (causesOf(mechanism).length > 0) return [];
  const isEvent = theCase.outcome.event.of === id;
  const loose = theCase.factors.find((one) => !matter.has(one.id)) ?? theCase.factors[0]!;
  const fix = connect(theCase, loose.id, id);
  return [
    {
      kind: "noCause",
      severity: "warning",
      about: [id],
      text: `Nothing moves ${name(theCase, id)}: it stands where it begins, whatever happens.`,
      fixes: some(
        fix && { ...fix, label: `Let ${name(theCase, loose.id)} move it` },
        isEvent
          ? undefined
          : { label: "Remove the mechanism", edit: { edit: "removeMechanism", mechanism: id } },
      ),
    },
  ];
}

function tooManyCauses(theCase: Case, mechanism: Mechanism): Finding[] {
  const count = causesOf(mechanism).length;
  if (count <= MANY_CAUSES) return [];
  const edit = joinCauses(theCase, mechanism);
  return [
    {
      kind: "tooManyCauses",
      severity: "warning",
      about: [mechanism.id],
      text: `${name(theCase, mechanism.id)} has ${count} direct causes; more than ${MANY_CAUSES} can hardly be weighed against each other.`,
      fixes: some(edit && { label: "Join some of them in a mechanism of their own", edit }),
    },
  ];
}

/** The level of a factor is read somewhere, and its weight nowhere. */
function weightUnread(theCase: Case, { id }: Factor): Finding[] {
  const { mechanisms } = theCase;
  const readers = mechanisms.filter((one) => causesOf(one).includes(id));
  if (readers.length === 0 || mechanisms.some((one) => weightsReadBy(one).includes(id))) return [];
  const edits = readers.map((one): AuthorEdit => ({
    edit: "setRule",
    mechanism: one.id,
    rule: countedBy(one.rule, id),
  }));
  return [
    {
      kind: "weightUnread",
      severity: "warning",
      about: [id],
      text: `No sentence counts by the weight of ${name(theCase, id)}: moving its weight changes nothing.`,
      fixes: [
        {
          label: "Let its sentences count by its weight",
          edit: { edit: "together", label: `${nameOf(theCase, id)} counts by its weight`, edits },
        },
      ],
    },
  ];
}

function countedBy(rule: Rule, id: string): Rule {
  const next = withPushes(rule, (push) => weighedBy(push, id));
  return next.kind === "partitioned" && next.by === id ? { ...next, weightOf: id } : next;
}

/** What a factor drives counts by its weight as a whole; where it is a condition, the condition does. */
function weighedBy(push: Push, id: string): Push {
  if (driverOf(push) === id && !push.weightOf) return { ...push, weightOf: id };
  const of = push.of.map((gate) => (gate.node === id && !gate.weightOf ? { ...gate, weightOf: id } : gate));
  return { ...push, of };
}

function sameNames(theCase: Case): Finding[] {
  const taken = new Set<string>();
  const rename = (short: string): string => {
    for (let n = 2; ; n++) if (!taken.has(`${short} (${n})`)) return `${short} (${n})`;
  };
  const seen = (one: Factor | Mechanism, edit: (short: string) => AuthorEdit): Finding[] => {
    const isDouble = taken.has(one.short);
    taken.add(one.short);
    if (!isDouble) return [];
    const short = rename(one.short);
    return [
      {
        kind: "sameName",
        severity: "hint",
        about: [one.id],
        text: `Two parts are called “${one.short}”: nobody can tell them apart on the map.`,
        fixes: [{ label: `Call the second “${short}”`, edit: edit(short) }],
      },
    ];
  };
  return [
    ...theCase.factors.flatMap((one) =>
      seen(one, (short) => ({ edit: "changeFactor", factor: one.id, to: { short } })),
    ),
    ...theCase.mechanisms.flatMap((one) =>
      seen(one, (short) => ({ edit: "changeMechanism", mechanism: one.id, to: { short } })),
    ),
  ];
}

/** "within three years": the phrase must say how long, and no other length than the phases come to. */
function horizonPhrases({ horizons }: Case): Finding[] {
  const ends = endsOf(horizons);
  return horizons.flatMap((horizon, i): Finding[] => {
    const { id, label, phrase } = horizon;
    const end = ends[i]!;
    const isBare = phrase.trim() === "" || phrase === label;
    const right = withinWords(end);
    const [said, isSo] = [yearsSaid(phrase), yearsSaid(right) ?? end];
    if (!isBare && (said === null || Math.abs(said - isSo) <= isSo * NEAR)) return [];
    const to = horizons.map((one): Horizon => (one === horizon ? { ...one, phrase: right } : one));
    return [
      {
        kind: isBare ? "horizonWithoutUnit" : "horizonSaysOther",
        severity: "warning",
        about: [id],
        text: isBare
          ? `The horizon “${label}” does not say within how long.`
          : `The horizon “${label}” says “${phrase}”, but it ends after ${yearsText(end)}.`,
        fixes: [{ label: `Say “${right}”`, edit: { edit: "setHorizons", horizons: to } }],
      },
    ];
  });
}

function ratesFall(theCase: Case): Finding[] {
  const { event } = theCase.outcome;
  const falls = (rates: readonly number[]) => rates.some((rate, k) => k > 0 && rate < rates[k - 1]!);
  const { article, outside } = event.hazardPerYear;
  if (!falls(article) && !falls(outside)) return [];
  const sorted = (rates: readonly number[]) => rates.toSorted((a, b) => a - b);
  const hazardPerYear = { ...event.hazardPerYear, article: sorted(article), outside: sorted(outside) };
  return [
    {
      kind: "ratesFall",
      severity: "warning",
      about: [OUTCOME],
      text: `The yearly rate falls where ${name(theCase, event.of)} rises: more of it would make the event less likely.`,
      fixes: [
        {
          label: "Put the rates in rising order",
          edit: {
            edit: "setOutcome",
            outcome: { ...theCase.outcome, event: { ...event, hazardPerYear } },
          },
        },
      ],
    },
  ];
}

function placeholder({ factors }: Case): Finding[] {
  const first = factors.find(({ id, label }) => id === FIRST_FACTOR && label === FIRST_FACTOR_NAME);
  if (first === undefined || factors.length === 1) return [];
  return [
    {
      kind: "placeholder",
      severity: "warning",
      about: [first.id],
      text: "The factor that a blank case begins with is still there and has no name.",
      fixes: [{ label: "Remove it", edit: { edit: "removeFactor", factor: first.id } }],
    },
  ];
}
