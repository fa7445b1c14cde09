import type { Network } from "./network.ts";
import { networkNamed, yesNo as node } from "./random.test-help.ts";

/** Asia: the small chest clinic of Lauritzen and Spiegelhalter (1988), typed in from the literature; yes comes first. */
export const asia: Network = networkNamed("asia", [
  node("asia", [], [0.01]),
  node("tub", [0], [0.05, 0.01]),
  node("smoke", [], [0.5]),
  node("lung", [2], [0.1, 0.01]),
  node("bronc", [2], [0.6, 0.3]),
  node("either", [3, 1], [1, 1, 1, 0]),
  node("xray", [5], [0.98, 0.05]),
  node("dysp", [4, 5], [0.9, 0.8, 0.7, 0.1]),
]);
