import { attribution } from "../../model/analysis/attribution.ts";
import { linkInfluence } from "../../model/analysis/links.ts";
import { range } from "../../model/analysis/range.ts";
import { signs } from "../../model/analysis/signs.ts";
import { sobol } from "../../model/analysis/sobol.ts";
import { tipping } from "../../model/analysis/tipping.ts";
import { tornado } from "../../model/analysis/tornado.ts";
import { twoWay } from "../../model/analysis/twoway.ts";
import { evaluate } from "../../model/answer/evaluate.ts";
import { openCase, saveCase } from "../../model/case/door.ts";
import type { Case, Inputs } from "../../model/case/types.ts";
import type { Group } from "./rows.ts";
import { move } from "./shipped.ts";
import { sixtyCase, slotsOf, unplaced } from "./sixty.ts";
import { time } from "./time.ts";

/** Three times as large an argument as the shipped ones. Budgets: a hand on a slider 100 ms, what is asked for 5 s. */
export function sixty(base: Case): Group {
  const theCase = sixtyCase(base);
  const bare = unplaced(theCase);
  const text = saveCase({ ...theCase });
  const last = theCase.horizons.at(-1)?.id ?? "";
  const [first = "", second = ""] = theCase.factors.map(({ id }) => id);
  const sign = theCase.indicators[0]?.id ?? "";
  const seen = (call: number): Inputs => ({ ...move(theCase, call), observe: { [sign]: true } });
  const row = (what: string, target: number, runs: number, work: (call: number) => void) => ({
    what,
    target,
    times: time(runs, work),
  });
  return {
    title: `An argument of ${String(theCase.factors.length)} factors and ${String(theCase.mechanisms.length)} mechanisms`,
    rows: [
      row("opening it", 100, 20, () => void openCase(text)),
      row("laying out its map", 100, 10, () => void slotsOf(bare)),
      row("slider move", 16, 50, (call) => void evaluate(theCase, move(theCase, call))),
      row("slider move with attribution and links", 100, 20, (call) => {
        const inputs = move(theCase, call);
        evaluate(theCase, inputs);
        attribution(theCase, inputs);
        linkInfluence(theCase, inputs);
      }),
      row("range, 200 draws", 1000, 3, (call) => void range(theCase, move(theCase, call), 1, 200)),
      row("tornado", 1000, 5, (call) => void tornado(theCase, move(theCase, call))),
      row("two-way map over two weights", 1000, 3, (call) => void twoWay(theCase, move(theCase, call), [first, second], "weight")), // prettier-ignore
      row("attribution with one sign seen", 1000, 3, (call) => void attribution(theCase, seen(call))),
      row(`value of ${String(theCase.indicators.length)} signs`, 1000, 3, (call) => void signs(theCase, move(theCase, call))), // prettier-ignore
      row("tipping points: every single change, pair and triple", 20_000, 1, (call) => void tipping(theCase, move(theCase, call), "likely", last)), // prettier-ignore
      row("Sobol indices of the weights, 512 rows", 60_000, 1, (call) => void sobol(theCase, move(theCase, call), 1, 512)), // prettier-ignore
    ],
  };
}
