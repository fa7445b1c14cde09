import { reach } from "../analysis/reach.ts";
import { complete, forEach, part, type Work } from "../analysis/work.ts";
import { evaluate } from "../answer/evaluate.ts";
import type { Result } from "../answer/result.ts";
import { OUTCOME } from "../case/names.ts";
import { pushesOf, withPushes } from "../case/rules.ts";
import { nameOf } from "../case/settings.ts";
import { type Case, type Inputs, LEVELS, type Outcome, type Share } from "../case/types.ts";
import { percentLabel } from "../words/numbers.ts";
import { partsUnmet } from "./check-parts.ts";
import { withEffect } from "./check-structure.ts";
import { applyAuthorEdit, type AuthorEdit } from "./edits.ts";
import type { Finding, Fix } from "./finding.ts";
import { driverOf } from "./remove.ts";

/** Less than half a point at every horizon shows nowhere. */
const SHOWS = 0.005;
/** A baseline beyond these says that nothing is open. */
const CERTAIN = 0.95;
const IMPOSSIBLE = 0.005;
const HALF = 0.5;

/** What only the answers show: what cannot be reached, what does not matter, what is settled from the start. */
export function* answerFindings(theCase: Case): Work<Finding[]> {
  const baseline = evaluate(theCase, {});
  const corners = yield* part(cornersOf(theCase), 0, 0.3);
  return [
    ...(yield* part(insensitive(theCase), 0.3, 0.6)),
    ...(yield* part(unreachable(theCase, [baseline, ...corners]), 0.6, 0.65)),
    ...partsUnmet(theCase, [baseline, ...corners]),
    ...(yield* part(ceiling(theCase), 0.65, 0.95)),
    ...(yield* part(settled(theCase), 0.95, 1)),
  ];
}

const last = ({ horizons }: Case): string => horizons.at(-1)!.id;
const breakOf = (theCase: Case): number => evaluate(theCase, {}).horizons[last(theCase)]!.break;

/** Every factor by itself at both ends, and all of them; by group, for what holds together pulls the other way. */
function cornersOf(theCase: Case): Work<Result[]> {
  const { factors } = theCase;
  const set = (level: (group: string) => "VL" | "VH"): Inputs => ({
    set: Object.fromEntries(factors.map(({ id, group }) => [id, level(group)])),
  });
  const holds = (group: string) => group === "together";
  const all: Inputs[] = [
    set(() => "VL"),
    set(() => "VH"),
    set((group) => (holds(group) ? "VL" : "VH")),
    set((group) => (holds(group) ? "VH" : "VL")),
    ...factors.flatMap(({ id }): Inputs[] => [{ set: { [id]: "VL" } }, { set: { [id]: "VH" } }]),
  ];
  return forEach(all, (inputs) => evaluate(theCase, inputs));
}

/** The largest move of any rung at any horizon between two ends of a factor's state. */
function swingOf(theCase: Case, factor: string): number {
  const [low, high] = [LEVELS[0], LEVELS.at(-1)!].map((level) =>
    evaluate(theCase, { set: { [factor]: level } }),
  );
  return Math.max(
    ...theCase.horizons.flatMap(({ id }) =>
      Object.entries(low!.horizons[id]!.rungs).map(([rung, p]) =>
        Math.abs(p - high!.horizons[id]!.rungs[rung]!),
      ),
    ),
  );
}

function* insensitive(theCase: Case): Work<Finding[]> {
  const matter = withEffect(theCase);
  const each = forEach(theCase.factors, ({ id }): Finding[] => {
    if (!matter.has(id) || swingOf(theCase, id) >= SHOWS) return [];
    return [
      {
        kind: "insensitive",
        severity: "warning",
        about: [id],
        text: `From its lowest to its highest state “${nameOf(theCase, id)}” moves no result by half a point.`,
        fixes: [
          ...strengthened(theCase, id),
          ...(theCase.factors.length > 1
            ? [{ label: "Remove the factor", edit: { edit: "removeFactor", factor: id } as const }]
            : []),
        ],
      },
    ];
  });
  return (yield* part(each, 0, 1)).flat();
}

/** What a factor drives made as much stronger as it takes to show, up to sixteen times. */
function strengthened(theCase: Case, id: string): Fix[] {
  for (const times of [2, 4, 8, 16]) {
    const edits = theCase.mechanisms.flatMap(({ id: mechanism, rule }): AuthorEdit[] => {
      const stronger = withPushes(rule, (push) =>
        driverOf(push) === id ? { ...push, strength: push.strength * times } : push,
      );
      return pushesOf(rule).some((push) => driverOf(push) === id)
        ? [{ edit: "setRule", mechanism, rule: stronger }]
        : [];
    });
    if (edits.length === 0) return [];
    const label = `Make what it drives ${times} times as strong`;
    const edit: AuthorEdit = {
      edit: "together",
      label: `${nameOf(theCase, id)}: ${times} times as strong`,
      edits,
    };
    if (swingOf(applyAuthorEdit(theCase, edit), id) >= SHOWS) return [{ label, edit }];
  }
  return [];
}

function* unreachable(theCase: Case, results: readonly Result[]): Work<Finding[]> {
  const { outcome } = theCase;
  const each = forEach(outcome.rungs, (rung): Finding[] => {
    const most = Math.max(
      ...results.flatMap(({ horizons }) => Object.values(horizons).map((at) => at.rungs[rung.id]!)),
    );
    if (most >= SHOWS) return [];
    const edit: AuthorEdit = { edit: "setOutcome", outcome: reachable(outcome, rung.id) };
    const reached = breakReaches(applyAuthorEdit(theCase, edit), rung.id);
    return [
      {
        kind: "unreachableRung",
        severity: "warning",
        about: [OUTCOME, rung.id],
        text: `“${rung.short}” stays below half a point whatever is set: nothing leads there.`,
        fixes: reached ? [{ label: "Give it a share that rises with what it hangs on", edit }] : [],
      },
    ];
  });
  return (yield* part(each, 0, 1)).flat();
}

const breakReaches = (theCase: Case, rung: string): boolean =>
  [evaluate(theCase, {}), ...complete(cornersOf(theCase))].some(({ horizons }) =>
    Object.values(horizons).some((at) => at.rungs[rung]! >= SHOWS),
  );

const RISING = [0.05, 0.15, 0.3, 0.5, 0.7] as const;

/** A rung with a share takes a rising one; what takes the rest is left more by those before it. */
function reachable(outcome: Outcome, rung: string): Outcome {
  const over = (list: readonly Share[]): readonly Share[] => {
    const at = list.findIndex((share) => share.rung === rung);
    return list.map((share, i): Share => {
      if (at < 0 || i > at || share.p === undefined) return share;
      return { ...share, p: i === at ? RISING : share.p.map((p) => Math.min(p, 0.7)) };
    });
  };
  return { ...outcome, happened: over(outcome.happened), notHappened: over(outcome.notHappened) };
}

const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The article's rates with their log-odds moved, as an edit. */
function withRates(theCase: Case, shift: (k: number) => number): AuthorEdit {
  const { outcome } = theCase;
  const { hazardPerYear } = outcome.event;
  const article = hazardPerYear.article.map((rate, k) => logistic(logit(rate) + shift(k)));
  return {
    edit: "setOutcome",
    outcome: { ...outcome, event: { ...outcome.event, hazardPerYear: { ...hazardPerYear, article } } },
  };
}

/** The smallest of growing shifts for which a case does what it should; undefined where none does. */
function* firstThat(
  theCase: Case,
  edits: readonly AuthorEdit[],
  does: (next: Case) => boolean,
): Work<AuthorEdit | undefined> {
  for (const [i, edit] of edits.entries()) {
    if (does(applyAuthorEdit(theCase, edit))) return edit;
    yield { done: (i + 1) / edits.length };
  }
  return undefined;
}

const STEPS = Array.from({ length: 24 }, (_, i) => (i + 1) / 3);

function* ceiling(theCase: Case): Work<Finding[]> {
  const high = highestOf(theCase);
  if (high === undefined || high >= HALF) return [];
  // Only the upper levels: the article's own answer lies lower and should move little.
  const top = theCase.levels.length - 2;
  const edits = STEPS.map((step) => withRates(theCase, (k) => (k < top ? 0 : step * (k - top + 1))));
  const edit = yield* part(
    firstThat(theCase, edits, (next) => (highestOf(next) ?? 0) >= HALF),
    0,
    1,
  );
  return [
    {
      kind: "ceiling",
      severity: "warning",
      about: [OUTCOME],
      text: `Whatever is set, the chance stays at ${percentLabel(high)} or below, even in the long run: an even chance cannot be reached.`,
      fixes: edit ? [{ label: "Raise the rates of the two upper states until it can", edit }] : [],
    },
  ];
}

/** The highest chance that any states give at the last horizon; undefined where that is too much to go through. */
function highestOf(theCase: Case): number | undefined {
  try {
    return reach(theCase, {}).horizons[last(theCase)]!.high;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function* settled(theCase: Case): Work<Finding[]> {
  const chance = breakOf(theCase);
  if (chance > CERTAIN) {
    const edits = STEPS.map((step) => withRates(theCase, () => -step));
    const edit = yield* part(
      firstThat(theCase, edits, (next) => breakOf(next) <= CERTAIN),
      0,
      1,
    );
    return [
      {
        kind: "certain",
        severity: "warning",
        about: [OUTCOME],
        text: `As it is told, the chance is ${percentLabel(chance)} in the long run before anything is set: the case leaves nothing open.`,
        fixes: edit ? [{ label: "Lower the rates until something is open", edit }] : [],
      },
    ];
  }
  if (chance >= IMPOSSIBLE) return [];
  const edits = STEPS.map((step) => withRates(theCase, () => step));
  const edit = yield* part(
    firstThat(theCase, edits, (next) => breakOf(next) >= IMPOSSIBLE),
    0,
    1,
  );
  return [
    {
      kind: "almostImpossible",
      severity: "warning",
      about: [OUTCOME],
      text: `As it is told, the chance is ${percentLabel(chance)} even in the long run: the case leaves nothing open.`,
      fixes: edit ? [{ label: "Raise the rates until something is open", edit }] : [],
    },
  ];
}
