import { instant } from "./instant.ts";
import type { SessionState } from "./state.ts";
import { type RoundKind, type Setup, type StepId, STEPS } from "./types.ts";

/** Minutes of each step; a workshop with one round leaves the second one out. */
const MINUTES: Readonly<Record<60 | 90, Readonly<Record<StepId, number>>>> = {
  60: {
    room: 5,
    brief: 5,
    warmup: 4,
    round1: 10,
    reveal: 4,
    discuss: 12,
    round2: 6,
    result: 5,
    challenge: 6,
    close: 3,
  },
  90: {
    room: 8,
    brief: 8,
    warmup: 8,
    round1: 14,
    reveal: 6,
    discuss: 18,
    round2: 8,
    result: 7,
    challenge: 9,
    close: 4,
  },
};

export const STEP_LABELS: Readonly<Record<StepId, string>> = {
  room: "Room",
  brief: "Brief",
  warmup: "Warm-up",
  round1: "Round 1",
  reveal: "Reveal",
  discuss: "Discuss",
  round2: "Round 2",
  result: "Result",
  challenge: "Challenge",
  close: "Close",
};

export interface PlannedStep {
  readonly id: StepId;
  readonly label: string;
  readonly minutes: number;
}

/** The steps of a workshop with the minutes planned for each. */
export const planOf = ({
  minutes,
  rounds,
  warmups,
}: Pick<Setup, "minutes" | "rounds" | "warmups">): PlannedStep[] =>
  STEPS.filter((id) => (id !== "round2" || rounds > 1) && (id !== "warmup" || warmups.length > 0)).map(
    (id) => ({
      id,
      label: STEP_LABELS[id],
      minutes: MINUTES[minutes][id],
    }),
  );

/** The step after another; null after the last. */
export function nextStep(plan: readonly PlannedStep[], step: SessionState["step"]): StepId | null {
  const at = plan.findIndex(({ id }) => id === step);
  return plan[at + 1]?.id ?? null;
}

/** The round a step opens. */
export function roundOfStep(
  step: StepId,
): { readonly id: string; readonly kind: RoundKind; readonly n: number } | null {
  switch (step) {
    case "warmup":
      return { id: "warmup", kind: "warmup", n: 1 };
    case "round1":
      return { id: "r1", kind: "weights", n: 1 };
    case "round2":
      return { id: "r2", kind: "weights", n: 2 };
    default:
      return null;
  }
}

const MINUTE = 60_000;

type Timed = Pick<SessionState, "step" | "steps" | "closedAt">;

/** The clock of a workshop: it stands once the workshop is closed. */
const clock = ({ closedAt }: Timed, now: number): number => Math.min(now, instant(closedAt ?? "") ?? now);

/**
 * Milliseconds left of the step under way, negative when it is over time; null before the first.
 * @param now milliseconds since 1970
 */
export function remaining(plan: readonly PlannedStep[], state: Timed, now: number): number | null {
  if (state.step === "setup") return null;
  const began = state.steps[state.step];
  const planned = plan.find(({ id }) => id === state.step);
  const from = instant(began?.at ?? "");
  if (!began || !planned || from === null) return null;
  return from + (planned.minutes + began.extra) * MINUTE - clock(state, now);
}

/**
 * How the workshop stands against its plan, in minutes: since it began, and how much later than planned the step
 * under way will end (below 0: earlier), both counted at `now`.
 */
export function pace(
  plan: readonly PlannedStep[],
  state: Timed,
  now: number,
): { readonly elapsed: number; readonly behind: number } | null {
  const [first] = plan;
  const start = first && state.steps[first.id];
  const at = plan.findIndex(({ id }) => id === state.step);
  const from = instant(start?.at ?? "");
  if (from === null || at < 0) return null;
  const elapsed = (clock(state, now) - from) / MINUTE;
  const planned = plan.slice(0, at + 1).reduce((sum, { minutes }) => sum + minutes, 0);
  const left = remaining(plan, state, now) ?? 0;
  return { elapsed, behind: elapsed + Math.max(0, left) / MINUTE - planned };
}
