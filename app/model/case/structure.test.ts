import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circleIn } from "./structure.ts";

const id = fc.integer({ min: 0, max: 7 }).map((i) => `n${i}`);
const graph = fc
  .dictionary(id, fc.uniqueArray(id, { maxLength: 3 }))
  .map((causes) => new Map(Object.entries(causes)));

/** By brute force: can `from` be reached from itself? */
function onCircle(causes: ReadonlyMap<string, readonly string[]>, from: string): boolean {
  const seen = new Set<string>();
  const queue = [...(causes.get(from) ?? [])];
  for (const one of queue) {
    if (seen.has(one)) continue;
    seen.add(one);
    queue.push(...(causes.get(one) ?? []));
  }
  return seen.has(from);
}

describe("a circle of causes", () => {
  it("is found exactly where there is one, and every arrow of it exists", () => {
    fc.assert(
      fc.property(graph, (causes) => {
        const circle = circleIn(causes);
        expect(circle !== null).toBe([...causes.keys()].some((one) => onCircle(causes, one)));
        circle?.forEach((one, i) => {
          expect(causes.get(circle[(i + 1) % circle.length]!)).toContain(one);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("is not seen in a long chain, which does not exhaust the stack", () => {
    const chain = new Map(Array.from({ length: 200_000 }, (_, i) => [`n${i}`, [`n${i + 1}`]]));
    expect(circleIn(chain)).toBeNull();
    chain.set("n200000", ["n0"]);
    expect(circleIn(chain)).toHaveLength(200_001);
  });
});
