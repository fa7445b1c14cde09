import fc from "fast-check";
import { expect, test } from "vitest";
import { uniform } from "../random/generator.ts";
import { averageGains, mirroredOrders } from "./orders.ts";
import { complete } from "./work.ts";

test("gains sum to what all are worth over none, and no coalition is worked out twice", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(),
      (players, pairs, seed) => {
        const asked = new Map<string, number>();
        const worth = (members: ReadonlySet<number>): number[] => {
          const sorted = [...members].sort((a, b) => a - b);
          const name = sorted.join(" ");
          asked.set(name, (asked.get(name) ?? 0) + 1);
          return [sorted.reduce((sum, player) => sum + Math.sqrt(player + 1), 0) ** 1.5];
        };
        const orders = mirroredOrders(players, pairs, uniform(seed));
        const [gains = []] = complete(averageGains(players, orders, worth));
        expect(Math.max(...asked.values())).toBe(1);
        const [all = NaN] = worth(new Set(Array.from({ length: players }, (_, i) => i)));
        expect(gains.reduce((sum, gain) => sum + gain, 0) / all).toBeCloseTo(1, 10);
      },
    ),
  );
});
