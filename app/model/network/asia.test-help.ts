import type { Network, NetworkVariable } from "./network.ts";

/** Asia: the small chest clinic of Lauritzen and Spiegelhalter (1988), typed in from the literature; yes comes first. */
const node = (id: string, parents: readonly number[], yes: readonly number[]): NetworkVariable => ({
  id,
  label: id,
  states: ["yes", "no"],
  parents,
  p: Float64Array.from(yes.flatMap((p) => [p, 1 - p])),
});

export const asia: Network = {
  name: "asia",
  notes: [],
  variables: [
    node("asia", [], [0.01]),
    node("tub", [0], [0.05, 0.01]),
    node("smoke", [], [0.5]),
    node("lung", [2], [0.1, 0.01]),
    node("bronc", [2], [0.6, 0.3]),
    node("either", [3, 1], [1, 1, 1, 0]),
    node("xray", [5], [0.98, 0.05]),
    node("dysp", [4, 5], [0.9, 0.8, 0.7, 0.1]),
  ],
};
