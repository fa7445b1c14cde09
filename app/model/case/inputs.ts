import { type ByHorizon, type Case, type Inputs, type Level, LEVELS } from "./types.ts";
import {
  entries,
  type Field,
  isEntries,
  keep,
  mustBe,
  number,
  numbers,
  oneOf,
  parts,
  points,
  refuse,
  share,
} from "./read.ts";
import { attempt, problemSentence, shown } from "./problem.ts";
import { aKind, type Kind, type Names, namesOf } from "./names.ts";
import { given } from "./text.ts";

export type InputsRead =
  { readonly ok: true; readonly inputs: Inputs } | { readonly ok: false; readonly sentence: string };

/**
 * Checks what people put to a case, from anywhere (a file, the command line, a typed field).
 * @returns the inputs, or one sentence that begins with the field at fault: `weights.strikes must be …`.
 */
export function readInputs(theCase: Case, value: unknown): InputsRead {
  if (!isEntries(value)) {
    const example = '{"weights": {"strikes": 7}}';
    return { ok: false, sentence: `The inputs must be an object such as ${example}, not ${shown(value)}.` };
  }
  const read = attempt(() => readSettings({ path: "", value }, namesOf(theCase)));
  return read.ok ? { ok: true, inputs: read.value } : { ok: false, sentence: problemSentence(read.problem) };
}

const PARTS = ["set", "weights", "assume", "observe", "likelihood", "ranges", "view"] as const;

/**
 * The inputs at some place of a file; nothing there means "as in the article".
 * @throws Refused
 */
export function readSettings(field: Field, names: Names): Inputs {
  if (field.value === undefined) return {};
  for (const part of parts(field))
    if (!PARTS.some((name) => name === part.key))
      refuse(part, `is not an input; use ${PARTS.slice(0, -1).join(", ")} or view`);
  const reader =
    <T>(kinds: readonly Kind[], each: (entry: Field, kind: Kind) => T) =>
    (part: Field) =>
      byId(part, names, kinds, each);
  return keep<Inputs>(
    entries(field, PARTS),
    given<Inputs>(field, {
      set: reader(["factor"], (entry) => byHorizon(entry, names)),
      weights: reader(["factor"], points),
      assume: reader(["mechanism"], (entry) => byHorizon(entry, names)),
      observe: reader(["indicator", "factor", "mechanism"], observation),
      likelihood: reader(["indicator"], likelihood),
      ranges: reader(["factor"], range),
      view,
    }),
  );
}

/** Where a part of each kind belongs, for those who put it elsewhere. */
const BELONGS = {
  factor: '"set" or "observe"',
  mechanism: '"assume" or "observe"',
  indicator: '"observe" or "likelihood"',
} as const satisfies Record<Kind, string>;

/** An object from ids of the given kinds to what `each` reads. Names that objects answer to by birth are no ids. */
function byId<T>(
  part: Field,
  names: Names,
  kinds: readonly Kind[],
  each: (entry: Field, kind: Kind) => T,
): Record<string, T> {
  const read = parts(part).map((entry): [string, T] => {
    const kind = names.kinds.get(entry.key);
    if (kind === undefined) {
      const known = [...names.kinds].filter(([, one]) => kinds.includes(one)).map(([id]) => id);
      return refuse(entry, `names no ${kinds.join(" or ")} of this case; ${oneOfThese(known)}`);
    }
    if (!kinds.includes(kind))
      refuse(entry, `is ${aKind(kind)}, which this input does not take; use ${BELONGS[kind]}`);
    return [entry.key, each(entry, kind)];
  });
  return Object.fromEntries(read);
}

function oneOfThese(known: readonly string[]): string {
  if (known.length === 0) return "it has none";
  return `choose from ${known.slice(0, 6).join(", ")}${known.length > 6 ? ", …" : ""}`;
}

function byHorizon(field: Field, names: Names): ByHorizon {
  if (!isEntries(field.value))
    return (
      LEVELS.find((level) => level === field.value) ??
      mustBe(field, `one of ${LEVELS.join(", ")}, or such a level for each horizon named`)
    );
  const read = parts(field).map((entry): [string, Level] => {
    if (!names.horizons.includes(entry.key))
      refuse(entry, `names no horizon of this case; ${oneOfThese(names.horizons)}`);
    return [entry.key, oneOf(entry, LEVELS)];
  });
  return Object.fromEntries(read);
}

function observation(field: Field, kind: Kind): boolean | Level {
  if (kind !== "indicator") return oneOf(field, LEVELS);
  return typeof field.value === "boolean"
    ? field.value
    : mustBe(field, "true (seen) or false (seen not to be)");
}

function likelihood(field: Field): readonly [number, number] {
  const [yes, no] = pair(field, (item) => number(item, "a number of 0 or more", (x) => x >= 0));
  return yes === 0 && no === 0
    ? refuse(field, "must not be 0 twice, which nothing could explain")
    : [yes, no];
}

function range(field: Field): readonly [number, number] {
  const [low, high] = pair(field, points);
  return low > high
    ? refuse(field, `must begin with the lower end, and ${low} is above ${high}`)
    : [low, high];
}

function pair(field: Field, each: (item: Field) => number): readonly [number, number] {
  const [first, second] = numbers(field, 2, each);
  return [first!, second!];
}

function view(field: Field): NonNullable<Inputs["view"]> {
  if (field.value === "article" || field.value === "outside") return field.value;
  if (typeof field.value === "number") return share(field);
  return mustBe(field, '"article", "outside" or a number from 0 to 1');
}
