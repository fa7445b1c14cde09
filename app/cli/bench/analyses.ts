import { attribution } from "../../model/analysis/attribution.ts";
import { reach } from "../../model/analysis/reach.ts";
import { LevelResponse } from "../../model/analysis/response.ts";
import { signs } from "../../model/analysis/signs.ts";
import { sobol } from "../../model/analysis/sobol.ts";
import { tipping } from "../../model/analysis/tipping.ts";
import { tornado } from "../../model/analysis/tornado.ts";
import { twoWay } from "../../model/analysis/twoway.ts";
import { modelOf } from "../../model/answer/model.ts";
import { settle } from "../../model/answer/settle.ts";
import type { Case, Inputs } from "../../model/case/types.ts";
import type { Group } from "./rows.ts";
import { move } from "./shipped.ts";
import { time } from "./time.ts";

/** Every analysis; targets are what a prototype took on a model of the same size (7 to 18 inputs, 5 states each). */
export function analyses(theCase: Case): Group {
  const { factors, horizons, indicators } = theCase;
  const [first = "", second = ""] = factors.map(({ id }) => id);
  const last = horizons.at(-1)?.id ?? "";
  const sign = indicators[0]?.id;
  const seen = (call: number): Inputs => ({
    ...move(theCase, call),
    ...(sign === undefined ? {} : { observe: { [sign]: true } }),
  });
  const model = modelOf(theCase);
  return {
    title: "Analyses",
    rows: [
      {
        what: "tornado: every level and weight at its ends",
        target: 18.6,
        times: time(20, (call) => void tornado(theCase, move(theCase, call))),
      },
      {
        what: "two-way map over two weights",
        target: 86,
        times: time(9, (call) => void twoWay(theCase, move(theCase, call), [first, second], "weight")),
      },
      {
        what: "gradient: the answer to every single change of a level",
        target: 1.4,
        times: time(100, (call) => {
          const response = new LevelResponse(model, settle(theCase, move(theCase, call)), horizons.length);
          const after = response.after([]);
          for (let f = 0; f < factors.length; f++)
            for (let k = 0; k < theCase.levels.length; k++) after(f, k);
        }),
      },
      {
        what: `attribution with one sign seen`,
        target: 300,
        times: time(5, (call) => void attribution(theCase, seen(call))),
      },
      {
        what: `value of ${indicators.length} signs`,
        times: time(9, (call) => void signs(theCase, move(theCase, call))),
      },
      {
        // The prototype's own search: every level alone, and with every level of a later factor, at one horizon.
        what: "single changes and pairs of levels, one horizon",
        target: 50,
        times: time(20, (call) => {
          const response = new LevelResponse(model, settle(theCase, move(theCase, call)), 1);
          for (let f = 0; f < factors.length; f++)
            for (let k = 0; k < theCase.levels.length; k++) {
              const after = response.after([{ factor: f, level: k }]);
              for (let g = f + 1; g < factors.length; g++)
                for (let l = 0; l < theCase.levels.length; l++) after(g, l);
            }
        }),
      },
      {
        what: "tipping points: every single change, pair and triple",
        times: time(9, (call) => void tipping(theCase, move(theCase, call), "likely", last)),
      },
      {
        what: "reach: lowest and highest answer of all settings",
        times: time(9, (call) => void reach(theCase, move(theCase, call))),
      },
      {
        what: `Sobol indices of the weights, 512 rows`,
        target: 4060,
        times: time(3, (call) => void sobol(theCase, move(theCase, call), 1, 512)),
      },
    ],
  };
}
