import fc from "fast-check";
import { causesOf } from "../../../app/model/case/structure.ts";
import { describe, expect, it } from "vitest";
import { ANY_CASE, CASES, somePoints, SYRIA, SYRIA_POINTS } from "./fixtures.ts";
import { argumentLinks, OUTCOME } from "./links.ts";
import { mapStructure } from "./structure.ts";

const byKey = (c = SYRIA, points = SYRIA_POINTS, rung?: string) =>
  new Map(mapStructure(c, "overview", points, rung).arrows.map((arrow) => [arrow.key, arrow]));

describe("the full map", () => {
  it.each(CASES)("has an arrow for every parent in the rules and in the outcome of $id", (c) => {
    const keys = mapStructure(c, "full", somePoints(c)).arrows.map(({ key }) => key);
    const expected = new Set([
      ...c.mechanisms.flatMap((m) => causesOf(m).map((from) => `${from}>${m.id}`)),
      `${c.outcome.event.of}>${OUTCOME}`,
      ...[...c.outcome.happened, ...c.outcome.notHappened].flatMap(({ of }) =>
        of ? [`${of}>${OUTCOME}`] : [],
      ),
    ]);
    expect(new Set(keys)).toEqual(expected);
    expect(keys).toHaveLength(expected.size);
  });

  it("says which arrows shape only the rung, and what the one that matters carries", () => {
    const arrows = new Map(
      mapStructure(SYRIA, "full", SYRIA_POINTS).arrows.map((arrow) => [arrow.key, arrow]),
    );
    expect([...arrows.values()].filter(({ shape }) => shape).map(({ from }) => from)).toEqual([
      "binders",
      "recrimination",
      "pull",
    ]);
    expect(arrows.get("pressure>outcome")).toMatchObject({
      carrier: "friction>pressure",
      points: 32,
      shape: false,
    });
  });

  it("lets the arrow of a rung matter when the points are about that rung", () => {
    const arrows = mapStructure(SYRIA, "full", SYRIA_POINTS, "strained").arrows;
    expect(arrows.find(({ key }) => key === "recrimination>outcome")?.shape).toBe(false);
  });

  it("reads what weakens from the rule where the case has no link for it", () => {
    const bare = { ...SYRIA, links: [] };
    const stated = new Map(argumentLinks(SYRIA).map(({ key, raises }) => [key, raises]));
    for (const { key, raises } of argumentLinks(bare)) expect([key, raises]).toEqual([key, stated.get(key)]);
  });
});

describe("the overview", () => {
  it.each(CASES)("has no detail box and no arrow to one in $id", (c) => {
    const { boxes, arrows } = mapStructure(c, "overview", somePoints(c));
    const ids = new Set(boxes.map(({ id }) => id));
    for (const { id, detail } of c.mechanisms) expect(ids.has(id)).toBe(!detail);
    for (const { from, to } of arrows) expect(ids.has(from) && ids.has(to)).toBe(true);
  });

  it("joins chains through hidden boxes, with the influence of the link that leaves the visible box", () => {
    const arrows = byKey();
    expect(arrows.get("israelTies>passivity")).toMatchObject({
      carrier: "israelTies>coordination",
      raises: true,
    });
    expect(arrows.get("friction>outcome")).toMatchObject({ carrier: "friction>pressure", points: 32 });
    expect(arrows.get("discretion>outcome")).toMatchObject({
      carrier: "discretion>recrimination",
      raises: false,
    });
    expect(arrows.get("binders>outcome")).toMatchObject({
      carrier: "binders>pressure",
      raises: false,
      shape: false,
    });
  });

  it("makes two weakenings in a row a raising", () => {
    const links = SYRIA.links.map((link) => (link.to === "pressure" ? { ...link, raises: false } : link));
    expect(byKey({ ...SYRIA, links }).get("discretion>outcome")?.raises).toBe(true);
  });

  it("keeps what feeds a mechanism, however weak", () => {
    expect(byKey(SYRIA, {}).has("israelTies>passivity")).toBe(true);
  });

  it("leaves out joined arrows into the outcome worth under two points in the shown reading", () => {
    expect(byKey().has("proxyClashes>outcome")).toBe(false);
    const strain = { ...SYRIA_POINTS, "proxyClashes>recrimination": 0.088 };
    expect(byKey(SYRIA, strain, "strained").get("proxyClashes>outcome")?.points).toBeCloseTo(8.8);
  });

  it("never leaves a box without a way on that the full map has, whatever the points", () => {
    fc.assert(
      fc.property(
        ANY_CASE,
        fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: 60 }),
        (c, numbers) => {
          const points = Object.fromEntries(argumentLinks(c).map(({ key }, i) => [key, numbers[i] ?? 0]));
          const { boxes, arrows } = mapStructure(c, "overview", points);
          const full = mapStructure(c, "full", points).arrows;
          const leads = (id: string): boolean =>
            id === OUTCOME ||
            boxes.some((box) => box.id === id) ||
            full.some((a) => a.from === id && leads(a.to));
          for (const { id } of boxes) {
            const goesOn = full.some((arrow) => arrow.from === id && leads(arrow.to));
            expect(arrows.some((arrow) => arrow.from === id)).toBe(goesOn && id !== OUTCOME);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("draws the same pairs at most once", () => {
    fc.assert(
      fc.property(ANY_CASE, (c) => {
        const keys = mapStructure(c, "overview", null).every.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 60 },
    );
  });
});
