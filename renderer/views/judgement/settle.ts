import { linesOf } from "../../../app/model/case/judge.ts";
import type { Verdict, VerdictAt } from "../../../app/model/case/judgement.ts";
import type { Case } from "../../../app/model/case/types.ts";

export type Said = "open" | "held" | "broke";

/** What the window has been told so far. */
export interface Settled {
  /** By horizon; one without an entry is open. */
  readonly said: Readonly<Record<string, Said>>;
  /** Id of the outcome by horizon; "" where it is not said. */
  readonly rungs: Readonly<Record<string, string>>;
  /** Null: nobody has said. */
  readonly date: string | null;
  /** Id of the event that was the break, or "". */
  readonly event: string;
  readonly reason: string;
  /** One a line. */
  readonly doubts: string;
}

/** A verdict as it would be told. */
export function saidIn({ verdict, horizons }: Case): Settled {
  const at = (id: string): VerdictAt | undefined =>
    verdict && Object.hasOwn(verdict.byHorizon, id) ? verdict.byHorizon[id] : undefined;
  return {
    said: Object.fromEntries(
      horizons.map(({ id }) => [id, at(id) === undefined ? "open" : at(id)?.broke ? "broke" : "held"]),
    ),
    rungs: Object.fromEntries(horizons.map(({ id }) => [id, at(id)?.rung ?? ""])),
    date: verdict?.date ?? null,
    event: verdict?.event ?? "",
    reason: verdict?.reason ?? "",
    doubts: (verdict?.doubts ?? []).join("\n"),
  };
}

/**
 * The verdict that was told. An outcome that does not go with what was said of its horizon is left out: the choice
 * before it was changed.
 * @param due the last day of each horizon
 */
export function verdictOf(
  theCase: Case,
  { said, rungs, date, event, reason, doubts }: Settled & { readonly date: string },
  due: Readonly<Record<string, string>>,
): Verdict {
  const { outcome, horizons, verdict } = theCase;
  const happened = (rung: string) => outcome.rungs.find(({ id }) => id === rung)?.happened;
  const before = (id: string): VerdictAt | undefined =>
    verdict && Object.hasOwn(verdict.byHorizon, id) ? verdict.byHorizon[id] : undefined;
  const byHorizon = Object.fromEntries(
    horizons.flatMap(({ id }): [string, VerdictAt][] => {
      const word = said[id] ?? "open";
      if (word === "open") return [];
      const broke = word === "broke";
      // The day that was once read stays, should the reckoning of due days ever differ.
      const end = before(id)?.date ?? due[id];
      const rung = rungs[id] ?? "";
      return [[id, { ...(end ? { date: end } : {}), broke, ...(happened(rung) === broke ? { rung } : {}) }]];
    }),
  );
  const broke = Object.values(byHorizon).some((at) => at.broke);
  const ended = horizons.flatMap(({ id }) => (byHorizon[id]?.broke ? (byHorizon[id].rung ?? []) : [])).at(-1);
  const lines = linesOf(doubts);
  const { rung: _1, event: _2, date: _3, doubts: _4, ...kept } = verdict ?? { byHorizon };
  return {
    ...kept,
    broke,
    ...(ended === undefined ? {} : { rung: ended }),
    ...(date.trim() === "" ? {} : { date: date.trim() }),
    ...(broke && event !== "" ? { event } : {}),
    byHorizon,
    reason: reason.trim(),
    ...(lines.length > 0 ? { doubts: lines } : {}),
  };
}
