import { describe, expect, test } from "vitest";
import { Inference } from "./inference.ts";
import { networkNamed, yesNo } from "./random.test-help.ts";

const half = (rows: number) => Array.from({ length: rows }, () => 0.5);

describe("a network too intertwined is refused in one sentence that names the family at fault", () => {
  test("one huge family", () => {
    const parents = Array.from({ length: 23 }, (_, i) => i);
    const network = networkNamed("wide", [
      ...parents.map((i) => yesNo(`cause ${i}`, [], [0.5])),
      // Refused before its table of 16 million entries is looked at.
      yesNo("effect", parents, []),
    ]);
    expect(() => new Inference(network)).toThrow(RangeError);
    expect(() => new Inference(network)).toThrow(
      /16,777,216 numbers .* family of effect \(2 states\) with its parents cause 0 \(2 states\), .*11 more; /,
    );
  });

  test("a grid whose families are small", () => {
    const side = 30;
    const network = networkNamed(
      "grid",
      Array.from({ length: side * side }, (_, i) => {
        const parents = [...(i % side > 0 ? [i - 1] : []), ...(i >= side ? [i - side] : [])];
        return yesNo(`cell ${i}`, parents, half(2 ** parents.length));
      }),
    );
    expect(() => new Inference(network)).toThrow(
      /too intertwined .* family of cell \d+ \(2 states\) with its parents cell \d+ \(2 states\), cell \d+/,
    );
  });

  test("pairs that are small, and together one product of 8 million entries", () => {
    const causes = Array.from({ length: 23 }, (_, i) => i);
    const pairs = causes.flatMap((i) => causes.slice(i + 1).map((j) => [i, j]));
    const network = networkNamed("pairs", [
      ...causes.map((i) => yesNo(`cause ${i}`, [], [0.5])),
      ...pairs.map((pair) => yesNo(`effect of ${pair.join(" and ")}`, pair, half(4))),
    ]);
    expect(() => new Inference(network)).toThrow(
      /too intertwined .* 23 variables .* 8,388,608 numbers where 5,000,000 are/,
    );
  });

  test("more variables than are computed", () => {
    const network = networkNamed(
      "many",
      Array.from({ length: 10_001 }, (_, i) => yesNo(`v${i}`, [], [0.5])),
    );
    expect(() => new Inference(network)).toThrow(
      "The network has 10,001 variables, and up to 10,000 are computed; split it.",
    );
  });

  test("a long chain is no difficulty", () => {
    const network = networkNamed(
      "chain",
      Array.from({ length: 3_000 }, (_, i) =>
        yesNo(`v${i}`, i > 0 ? [i - 1] : [], i > 0 ? [0.9, 0.2] : [0.5]),
      ),
    );
    const { marginals } = new Inference(network).posteriors(new Map([[0, 0]]));
    expect(marginals.at(-1)?.[0]).toBeCloseTo(2 / 3, 12);
  });
});
