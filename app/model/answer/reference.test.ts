import { describe, expect, test } from "vitest";
import { SHIPPED, referenceRows, shippedCase } from "../shipped.test-help.ts";
import { evaluate } from "./evaluate.ts";

describe.each(SHIPPED)("$name agrees with results worked out elsewhere", ({ name, checks }) => {
  const theCase = shippedCase(name);
  test.each(referenceRows(checks).map((row, i) => [i, row] as const))(
    "row %i, every rung and node",
    (_, row) => {
      const { horizons } = evaluate(theCase, row.spec);
      expect(Object.keys(horizons)).toEqual(Object.keys(row.horizons));
      for (const [h, expected] of Object.entries(row.horizons)) {
        const got = horizons[h];
        expect(Math.abs((got?.break ?? NaN) - expected.break)).toBeLessThan(1e-9);
        for (const [rung, p] of Object.entries(expected.rungs))
          expect(Math.abs((got?.rungs[rung] ?? NaN) - p), `${h} ${rung}`).toBeLessThan(1e-9);
        for (const [node, p] of Object.entries(expected.nodes))
          p.forEach((value, k) =>
            expect(Math.abs((got?.nodes[node]?.p[k] ?? NaN) - value), `${h} ${node} ${k}`).toBeLessThan(1e-9),
          );
      }
    },
  );
});
