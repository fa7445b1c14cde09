import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribution } from "../../app/model/analysis/attribution.ts";
import { linkInfluence } from "../../app/model/analysis/links.ts";
import { evaluate } from "../../app/model/answer/evaluate.ts";
import type { Case } from "../../app/model/case/types.ts";
import { causesOf } from "../../app/model/case/structure.ts";
import { SHIPPED, shippedCase } from "../../app/model/shipped.test-help.ts";
import { wholePercent } from "../../app/model/words/numbers.ts";
import { syria } from "./fakes.test-help.ts";
import { levelsAt, rungInfos, rungTones, strainAt, strongestPath, wholePoints } from "./select.ts";

test("whole points and the start sum to the whole answer, each within a point of its value", () => {
  const chance = fc.double({ min: -0.4, max: 0.4, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.3, noNaN: true }), fc.array(chance, { minLength: 1, maxLength: 12 }), (start, values) => {
      const answer = values.reduce((sum, v) => sum + v, start);
      fc.pre(answer >= 0.01 && answer <= 0.99);
      const at = { start, answer, points: Object.fromEntries(values.map((v, i) => [`f${i}`, v])) };
      const whole = wholePoints(at);
      const sum = Object.values(whole.points).reduce((a, b) => a + b, whole.start + whole.evidence);
      expect(sum).toBe(wholePercent(answer));
      values.forEach((v, i) => expect(Math.abs((whole.points[`f${i}`] ?? 99) - v * 100)).toBeLessThan(1.5));
      expect(Object.values(whole.points).some((n) => Object.is(n, -0))).toBe(false);
    }),
  ); // prettier-ignore
});

test("evidence is a row of its own that belongs to the sum", () => {
  const theCase = syria();
  const why = attribution(theCase, { observe: { passivity: "VH" } });
  const at = why.horizons["now"];
  if (!at) throw new Error("no horizon");
  const whole = wholePoints(at);
  expect(at.evidence).not.toBe(0);
  expect(Object.values(whole.points).reduce((a, b) => a + b, whole.start + whole.evidence)).toBe(
    whole.answer,
  );
});

describe("tones of rungs", () => {
  const withRungs = (happened: readonly boolean[]): Case => {
    const theCase = syria();
    const rungs = happened.map((one, i) => ({ ...theCase.outcome.rungs[0], id: `r${i}`, happened: one }));
    return { ...theCase, outcome: { ...theCase.outcome, rungs: rungs as Case["outcome"]["rungs"] } };
  };

  test.each([
    [[false, false, false, true, true], "r1 r2 r3 r4 r5"],
    [[false, false, true, true], "r2 r3 r4 r5"],
    [[false, true], "r3 r5"],
    [[true, false], "r5 r3"],
    [[false, false, false, false, true], "r1 r1 r2 r3 r5"],
  ])("%j are %s: orange for a break only, slate beside it", (happened, tones) => {
    const theCase = withRungs(happened);
    const found = rungTones(theCase);
    expect(theCase.outcome.rungs.map(({ id }) => found[id]).join(" ")).toBe(tones);
    const shown = rungInfos(theCase).map((rung) => rung.happened);
    expect([...shown].sort()).toEqual(shown);
  });
});

describe.each(SHIPPED.map(({ name }) => name))("%s", (name) => {
  const theCase = shippedCase(name);

  test("open strain is the rung of that name", () => {
    const at = evaluate(theCase, {}).horizons["now"];
    if (!at) throw new Error("no horizon");
    expect(strainAt(theCase, at)).toMatchObject({ rung: { id: "strained" }, p: at.rungs["strained"] });
  });

  test("every box has a way to the event, along arrows, whose weakest arrow no other way beats", () => {
    const links = linkInfluence(theCase, {}).horizons["long"] ?? {};
    const parents = new Map(theCase.mechanisms.map((m) => [m.id, causesOf(m)]));
    const target = theCase.outcome.event.of;
    const worth = (path: readonly string[]) =>
      Math.min(...path.slice(1).map((id, i) => Math.abs(links[`${path[i] ?? ""}>${id}`] ?? 0)));
    const ways = (from: string): string[][] =>
      from === target
        ? [[target]]
        : theCase.mechanisms
            .filter(({ id }) => parents.get(id)?.includes(from))
            .flatMap(({ id }) => ways(id).map((rest) => [from, ...rest]));
    let tried = 0;
    for (const { id } of [...theCase.factors, ...theCase.mechanisms]) {
      const all = ways(id);
      const path = strongestPath(theCase, links, id);
      if (all.length === 0) expect(path).toEqual([]);
      else {
        tried++;
        expect(all).toContainEqual(path);
        expect(worth(path)).toBe(Math.max(...all.map(worth)));
      }
    }
    expect(tried).toBeGreaterThan(10);
  });

  test("levels at a horizon are the case's own until one is set", () => {
    const [factor] = theCase.factors;
    if (!factor) throw new Error("no factor");
    expect(levelsAt(theCase, {}, "now")[factor.id]).toBe(factor.levels["now"]?.level);
    expect(levelsAt(theCase, { set: { [factor.id]: { now: "VH" } } }, "now")[factor.id]).toBe("VH");
    expect(levelsAt(theCase, { set: { [factor.id]: { now: "VH" } } }, "long")[factor.id]).toBe(
      factor.levels["long"]?.level,
    );
  });
});
