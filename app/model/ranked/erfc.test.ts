import fc from "fast-check";
import { expect, test } from "vitest";
import { erfc } from "./erfc.ts";

/** Worked out with sixty decimal digits: Taylor series below 3, continued fraction above. */
const EXACT: readonly (readonly [x: number, value: number])[] = [
  [0, 1],
  [1e-10, 0.999999999887162],
  [0.1, 0.887537083981715],
  [0.25, 0.7236736098317631],
  [0.3, 0.6713732405408726],
  [0.5, 0.4795001221869535],
  [0.7, 0.32219880616258156],
  [0.84, 0.23485728854500548],
  [0.85, 0.22933194239164748],
  [1, 0.15729920705028513],
  [1.1, 0.11979493042591827],
  [1.24, 0.07949481570097033],
  [1.26, 0.07476405818987052],
  [1.5, 0.033894853524689274],
  [2, 0.004677734981047266],
  [2.5, 0.0004069520174449589],
  [2.85, 0.000055656279961398957],
  [2.86, 0.0000524011730443978],
  [3, 0.00002209049699858544],
  [4, 1.541725790028002e-8],
  [5.5, 7.357847917974398e-15],
  [7, 4.183825607779414e-23],
  [10, 2.088487583762545e-45],
  [15, 7.212994172451207e-100],
  [20, 5.395865611607901e-176],
  [26, 5.663192408856143e-296],
];

test("erfc is good to 1e-14 of its value, far into the tail", () => {
  for (const [x, value] of EXACT) expect(Math.abs(erfc(x) / value - 1), String(x)).toBeLessThan(1e-14);
});

test("erfc(-x) = 2 - erfc(x), and erfc falls", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (x) => {
      expect(erfc(-x)).toBe(2 - erfc(x));
      expect(erfc(x + 1e-3)).toBeLessThanOrEqual(erfc(x));
    }),
  );
  expect(erfc(Infinity)).toBe(0);
});
