/** What is wrong with a file that was offered as a case: one sentence each, by `problemSentence`. */
export type CaseProblem =
  | { readonly kind: "too-large"; readonly characters: number }
  | {
      readonly kind: "not-json";
      readonly line: number;
      readonly column: number;
      readonly expected: string;
      readonly found: string;
    }
  /** Not even begun like one: some other text. */
  | { readonly kind: "other-text"; readonly begins: string }
  | { readonly kind: "too-deep"; readonly line: number; readonly column: number }
  | { readonly kind: "unsafe-key"; readonly key: string; readonly line: number; readonly column: number }
  | { readonly kind: "key-twice"; readonly key: string; readonly line: number; readonly column: number }
  | { readonly kind: "not-a-case"; readonly found: string }
  | { readonly kind: "newer"; readonly version: number; readonly latest: number }
  /** `says` completes a sentence that starts with the path: "must be …, not …". */
  | { readonly kind: "field"; readonly path: string; readonly says: string }
  | { readonly kind: "id-twice"; readonly id: string; readonly path: string; readonly first: string }
  | { readonly kind: "loop"; readonly ids: readonly string[] }
  | { readonly kind: "network" }
  | { readonly kind: "family"; readonly id: string; readonly causes: number };

/** Largest text that is read, in characters; the bridge refuses more as well. */
export const MOST_CHARACTERS = 32_000_000;
/** Deepest nesting of lists and objects. */
export const MOST_LEVELS = 64;
/** Most causes one part may have: its table has 5^causes rows. */
export const MOST_CAUSES = 9;

/** The problem in one sentence: what, where, and what to do. */
export function problemSentence(problem: CaseProblem): string {
  switch (problem.kind) {
    case "too-large":
      return `The file holds ${millions(problem.characters)} million characters and a case may hold ${millions(MOST_CHARACTERS)} million; take pasted documents out of it and open it again.`;
    case "not-json":
      return `The file is damaged at ${place(problem)}, where ${problem.expected} is expected and ${problem.found} stands; mend that line or open the previous copy (.bak).`;
    case "other-text":
      return `The file is not an Entente case: it begins with ${shown(problem.begins)}; choose a file that ends in .entente.`;
    case "too-deep":
      return `The file nests more than ${MOST_LEVELS} levels deep at ${place(problem)}, which no case needs; open the previous copy (.bak).`;
    case "unsafe-key":
      return `The name ${shown(problem.key)} at ${place(problem)} is not allowed in a case; remove or rename it.`;
    case "key-twice":
      return `The name ${shown(problem.key)} stands twice in one object, the second time at ${place(problem)}; keep one of the two.`;
    case "not-a-case":
      return `The file is not an Entente case: its "format" must be "entente-case" and is ${problem.found}; choose a file that ends in .entente.`;
    case "newer":
      return `The case was written by a newer Entente (file version ${problem.version}, and this one reads up to ${problem.latest}); install the newer Entente to open it, the file was left untouched.`;
    case "field":
      return `${problem.path} ${problem.says}.`;
    case "id-twice":
      return `${problem.path} has the id ${shown(problem.id)}, which ${problem.first} already has; give one of them another id.`;
    case "loop":
      return `Causes must not run in a circle, and these do: ${circle(problem.ids)}; remove one of these arrows.`;
    case "network":
      return "The file holds a network and no factors, mechanisms or outcome; open it in the window, or convert it and ask infer.";
    case "family":
      return `${shown(problem.id)} has ${problem.causes} direct causes and may have ${MOST_CAUSES}; join some of them in a mechanism of their own.`;
    default:
      return problem satisfies never;
  }
}

/**
 * A value for a sentence: short texts quoted, with every invisible or direction-changing sign spelled out,
 * so that a hostile file cannot disguise what stands in it.
 */
export function shown(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

function quoted(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${sign.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}

const place = (at: { line: number; column: number }) => `line ${at.line}, column ${at.column}`;
const millions = (characters: number) => String(Math.ceil(characters / 100_000) / 10);

/** "a → b → a"; a long circle is cut in the middle. */
function circle(ids: readonly string[]): string {
  const names = ids.length > 8 ? [...ids.slice(0, 4), "…", ...ids.slice(-3)] : ids;
  return [...names, ids[0]!].join(" → ");
}

/** Carries a problem from a reader to the door of this folder, which turns it into a result; it goes no further. */
export class Refused extends Error {
  readonly problem: CaseProblem;
  constructor(problem: CaseProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Runs a reader; what it refuses comes back as a problem, any other fault is a mistake of ours and goes on. */
export function attempt<T>(
  read: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: CaseProblem } {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}
