import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { mutate } from "../model/case/mutate.test-help.ts";
import { desktopCalls } from "./contract.ts";
import { answer } from "./gate.ts";
import { good } from "./samples.test-help.ts";

const RUNS = 10_000;
const names = Object.keys(desktopCalls) as (keyof typeof desktopCalls)[];

/** What a damaged message may have become; undefined where it is no JSON any more: then no call comes at all. */
function damaged(args: readonly unknown[], seed: number): unknown {
  try {
    return JSON.parse(mutate(JSON.stringify(args), seed)) as unknown;
  } catch {
    return undefined;
  }
}

describe(`${String(RUNS)} damaged calls of each kind`, () => {
  test.each(names)("%s is answered, and its handler hears nothing but what was agreed", async (name) => {
    let heard: unknown[] = [];
    const handlers = { [name]: (...args: unknown[]) => void (heard = args) };
    const { args: shape } = desktopCalls[name];
    let [reached, refused] = [0, 0];
    const args = fc.oneof(
      { weight: 3, arbitrary: fc.integer().map((seed) => damaged(good[name], seed)) },
      { weight: 1, arbitrary: fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }) },
      { weight: 1, arbitrary: fc.array(fc.anything(), { maxLength: 3 }) },
    );
    await fc.assert(
      fc.asyncProperty(args, async (given) => {
        heard = [NaN];
        const reply = await answer(handlers, name, given, desktopCalls);
        if ("error" in reply) {
          refused += 1;
          expect(reply.error.code).toBe("arguments");
          expect(reply.error.message).not.toContain("\n");
          expect(heard).toEqual([NaN]);
        } else {
          reached += 1;
          expect(v.is(shape as v.GenericSchema, heard)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(0);
    expect(reached + refused).toBeGreaterThanOrEqual(RUNS);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
