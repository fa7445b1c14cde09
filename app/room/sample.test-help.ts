import type { Page, RoomSetup, Stage } from "./contract.ts";

/** What a room is asked in tests and under load: one chance, and factors of these names. */
export const sampleSetup = (
  ids: readonly string[],
  ends: readonly [string, string] = ["calm", "worst"],
): RoomSetup => ({
  factors: ids.map((id) => ({ id, label: `Factor ${id}`, calm: ends[0], worst: ends[1] })),
  chances: [{ kind: "chance", id: "now", text: "A break within two years?" }],
  warmups: [],
  method: "swing",
});

/** Its first round, open. */
export const sampleRound = (
  setup: RoomSetup,
  more: Partial<Extract<Page, { show: "round" }>> = {},
): Extract<Page, { show: "round" }> => ({
  show: "round",
  round: "r1",
  kind: "weights",
  n: 1,
  questions: setup.chances,
  method: setup.method,
  factors: setup.factors,
  changes: 1,
  from: null,
  ...more,
});

export const sampleStage = (page: Page, more: Partial<Stage> = {}): Stage => ({
  title: "Two partners",
  marking: "TLP:GREEN",
  page,
  remarks: [],
  endsAt: null,
  ...more,
});
