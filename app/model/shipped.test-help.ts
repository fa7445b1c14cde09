import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openCase, problemSentence } from "./case/door.ts";
import type { Case, Inputs } from "./case/types.ts";

/** The shipped cases whose results were also worked out elsewhere, with the name of their check files' ending. */
export const CHECKED = [
  { name: "russia-iran-syria", checks: "" },
  { name: "soviet-egypt-1971", checks: ".soviet-egypt-1971" },
  { name: "us-saudi-1973", checks: ".us-saudi-1973" },
] as const;

/** The cases that ship, all with results worked out elsewhere. The one made with the editor carries its statements itself. */
export const SHIPPED = [...CHECKED, { name: "china-vietnam-1975", checks: ".china-vietnam-1975" }] as const;

/** A shipped case, through the door. */
export function shippedCase(name: string): Case {
  const opened = openCase(
    readFileSync(join(import.meta.dirname, "../../assets/cases", `${name}.entente`), "utf8"),
  );
  if (!opened.ok) throw new Error(problemSentence(opened.problem));
  return opened.case;
}

export interface ReferenceRow {
  readonly spec: Inputs;
  readonly horizons: Readonly<
    Record<string, { rungs: Record<string, number>; break: number; nodes: Record<string, number[]> }>
  >;
}

type Side =
  | number
  | { readonly case: string; readonly h: string; readonly q: string }
  | { readonly diff: readonly Side[] }
  | { readonly ratio: readonly Side[] }
  | { readonly sum: readonly Side[] };
export type { Side };

export interface FidelityTest {
  readonly id: string;
  readonly statement: string;
  readonly cases: Readonly<Record<string, Inputs>>;
  readonly asserts: readonly (
    | { readonly op: "gt" | "lt"; readonly left: Side; readonly right: Side; readonly margin?: number }
    | { readonly op: "near"; readonly left: Side; readonly right: Side; readonly tol: number }
    | { readonly op: "top"; readonly case: string; readonly h: string; readonly value: string }
  )[];
}

function readChecks(file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "checks", file), "utf8"));
}

/** Exact results worked out elsewhere, to agree with to 1e-9. */
export const referenceRows = (checks: string) =>
  (readChecks(`reference${checks}.json`) as { rows: ReferenceRow[] }).rows;

/** What a faithful model of the text must show. */
export const fidelityTests = (checks: string) =>
  (readChecks(`fidelity${checks}.json`) as { tests: FidelityTest[] }).tests;

/** Numbers of elicitation and aggregation worked out elsewhere, to agree with to 1e-6 unless said there. */
export const elicitationChecks = <T>() => readChecks("elicitation.json") as T;
