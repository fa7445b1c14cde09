import { openCase, saveCase } from "../case/door.ts";
import { type CaseProblem, MOST_CAUSES, problemSentence } from "../case/problem.ts";
import { nameOf } from "../case/settings.ts";
import type { Case } from "../case/types.ts";

/** Parts that no edit of the argument touches and that may be long: they need not go through the door again. */
const APART = ["judgement", "judgements", "judgementArguments", "history", "sessions"] as const;

export type Held =
  | { readonly ok: true; readonly case: Case }
  | {
      readonly ok: false;
      readonly sentence: string;
      /** Where causes would run in a circle: the parts round it, in the direction of the arrows. */
      readonly circle?: readonly string[];
    };

/**
 * A draft as a file would give it back. What is alike in both stays the object that it was before, so that nothing is
 * worked out anew that did not change.
 * @returns one sentence where the draft could not be saved and opened again
 */
export function held(before: Case, draft: Case): Held {
  const isApart = (key: string): key is (typeof APART)[number] => APART.some((one) => one === key);
  const light = Object.fromEntries(Object.entries(draft).filter(([key]) => !isApart(key)));
  const opened = openCase(saveCase(light as unknown as Case));
  if (!opened.ok) {
    const { problem } = opened;
    const circle = problem.kind === "loop" ? { circle: problem.ids } : {};
    return { ok: false, sentence: sentenceOf(draft, problem), ...circle };
  }
  const read: Readonly<Record<string, unknown>> = { ...opened.case };
  const keys = Object.keys(draft).filter((key) => Object.hasOwn(read, key) || isApart(key));
  const added = Object.keys(read).filter((key) => !Object.hasOwn(draft, key));
  const whole = [...keys, ...added].map((key) => [key, isApart(key) ? draft[key] : read[key]]);
  return { ok: true, case: shared(before, Object.fromEntries(whole)) as Case };
}

/** In the words of the screen where they are known: names instead of ids. */
function sentenceOf(draft: Case, problem: CaseProblem): string {
  const name = (id: string) => `“${nameOf(draft, id)}”`;
  if (problem.kind === "loop")
    return `Causes must not run in a circle, and these would: ${[...problem.ids, problem.ids[0]!].map(name).join(" → ")}; take one of these arrows away first.`;
  if (problem.kind === "family")
    return `${name(problem.id)} would have ${problem.causes} direct causes and may have ${MOST_CAUSES}; join some of them in a mechanism of their own.`;
  return problemSentence(problem);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `after`, made of parts of `before` wherever both say the same in the same order. */
export function shared(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [before as unknown[], after as unknown[]];
    // A part that was moved by an insertion is still the part that it was.
    const byId = new Map(old.filter(isObject).map((one) => [one["id"], one]));
    const made = now.map((one, i) =>
      shared(isObject(one) && one["id"] !== undefined ? (byId.get(one["id"]) ?? old[i]) : old[i], one),
    );
    return made.length === old.length && made.every((one, i) => one === old[i]) ? before : made;
  }
  if (isObject(before) && isObject(after)) {
    const [old, keys] = [Object.keys(before), Object.keys(after)];
    const made = keys.map((key) => [key, shared(before[key], after[key])] as const);
    const alike =
      old.length === keys.length && made.every(([key, v], i) => key === old[i] && v === before[key]);
    return alike ? before : Object.fromEntries(made);
  }
  return after;
}
