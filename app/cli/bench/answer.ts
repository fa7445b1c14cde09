import { attribution } from "../../model/analysis/attribution.ts";
import { linkInfluence } from "../../model/analysis/links.ts";
import { evaluate } from "../../model/answer/evaluate.ts";
import type { Case } from "../../model/case/types.ts";
import type { Group } from "./rows.ts";
import { move } from "./shipped.ts";
import { time } from "./time.ts";

/** What must keep up with a hand on a slider. */
export function answers(theCase: Case): Group {
  const links = theCase.mechanisms.length;
  return {
    title: "Answer",
    rows: [
      {
        what: `slider move: ${theCase.horizons.length} horizons, rungs, every level`,
        target: 2,
        times: time(300, (call) => void evaluate(theCase, move(theCase, call))),
      },
      {
        what: "attribution over all factors",
        target: 18,
        times: time(100, (call) => void attribution(theCase, move(theCase, call))),
      },
      {
        what: `influence of every link of ${links} mechanisms`,
        times: time(100, (call) => void linkInfluence(theCase, move(theCase, call))),
      },
      {
        what: "slider move with attribution and links",
        target: 16,
        times: time(100, (call) => {
          const inputs = move(theCase, call);
          evaluate(theCase, inputs);
          attribution(theCase, inputs);
          linkInfluence(theCase, inputs);
        }),
      },
    ],
  };
}
