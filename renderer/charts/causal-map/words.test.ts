import { describe, expect, it } from "vitest";
import { emphasise, pathsFrom } from "./emphasis.ts";
import { SYRIA, SYRIA_POINTS } from "./fixtures.ts";
import { levelOfMean, statesOf } from "./levels.ts";
import { argumentLinks, OUTCOME } from "./links.ts";
import { listed } from "../../../app/model/words/text.ts";
import { sayBox } from "./say.ts";
import { inkOf, signed, strokeWidth } from "./strength.ts";
import { mapStructure } from "./structure.ts";
import { mapTables } from "./tables.ts";
import { halves, textWidth, wrap } from "./text.ts";

const { arrows, boxes } = mapStructure(SYRIA, "overview", SYRIA_POINTS);

describe("strength", () => {
  it("grows with the points up to a cap, whatever their sign", () => {
    expect(strokeWidth(null)).toBe(1.4);
    expect(strokeWidth(-10)).toBeCloseTo(2.9);
    expect(strokeWidth(90)).toBe(11);
  });
  it("takes its colour from the effect on the break, and none while unknown or on the rung only", () => {
    expect(inkOf({ shape: false }, 3)).toBe("var(--apart)");
    expect(inkOf({ shape: false }, -3)).toBe("var(--hold)");
    expect(inkOf({ shape: true }, 3)).toBe("var(--ctl)");
    expect(inkOf({ shape: false }, null)).toBe("var(--ctl)");
  });
  it("is printed with a true minus sign, and ±0 below half a point", () => {
    expect([signed(11.4), signed(-5.6), signed(-0.4)]).toEqual(["+11", "−6", "±0"]);
  });
});

describe("emphasis", () => {
  it("follows all ways from a box to the outcome and nothing else", () => {
    expect([...pathsFrom("proxyClashes", arrows)].sort()).toEqual([
      "friction>outcome",
      "proxyClashes>friction",
    ]);
    expect(pathsFrom(OUTCOME, arrows).size).toBe(0);
  });
  it("colours boxes on a path by the arrow that leaves them", () => {
    const { boxes: on } = emphasise(arrows, { pointed: "stabilisation", path: null, lit: null });
    expect(on.get("stabilisation")).toBe("apart");
    expect(on.get("sharedInterest")).toBe("hold");
  });
  it("lets the pointer come before a path, and a path before lit boxes", () => {
    const path = new Set(["grievance>recrimination"]);
    const lit = new Set(["strikes", "losses"]);
    expect(emphasise(arrows, { pointed: "aims", path, lit }).arrows?.has("aims>aimsClash")).toBe(true);
    expect(emphasise(arrows, { pointed: null, path, lit }).arrows).toEqual(new Set(["grievance>outcome"]));
    expect(emphasise(arrows, { pointed: null, path: null, lit }).arrows).toEqual(new Set(["strikes>losses"]));
    expect(emphasise(arrows, { pointed: null, path: null, lit: null }).arrows).toBeNull();
  });
});

describe("words", () => {
  const names = new Map(boxes.map(({ id, name }) => [id, name]));
  const say = (id: string, points?: number) => {
    const box = boxes.find((one) => one.id === id);
    return box ? sayBox(box, { step: 3, word: "High" }, arrows, names, points) : "";
  };
  it("tell state, effects and points", () => {
    expect(say("strikes", 4)).toBe(
      "Israeli strikes, high. Raises Iranian losses and Cost to Moscow. Adds 4 points.",
    );
    expect(say("cooperation", -1)).toBe(
      "Arms, trade, diplomacy, high. Raises Ties beyond Syria. Takes off 1 point.",
    );
    expect(say("sharedInterest")).toBe("Shared need for Assad, high. Lowers the chance of a break.");
    expect(say("technicalFault", 0)).toContain("Makes less than half a point of difference.");
  });
  it("list names as people do", () => {
    expect(["", "A", "A and B", "A, B and C"]).toEqual([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(listed));
  });
  it("name the level whose fifth holds the mean", () => {
    expect([0, 0.19, 0.2, 0.5, 0.8, 1].map(levelOfMean)).toEqual(["VL", "VL", "L", "M", "VH", "VH"]);
  });
  it("show a factor's set level, or else the case's own", () => {
    const states = statesOf(SYRIA, "now", undefined, { strikes: "VL" });
    expect(states.get("strikes")).toEqual({ step: 0, word: "Very low" });
    expect(states.get("israelTies")?.word).toBe("High");
  });
});

describe("text", () => {
  it("breaks a name where its lines are shortest, and cuts what cannot fit", () => {
    expect(halves("Shared need for Assad")).toEqual(["Shared need", "for Assad"]);
    expect(halves("Friction")).toEqual(["Friction"]);
    const [line = ""] = wrap("An endless name that nobody can read", 90, 12, 1);
    expect(line.endsWith("…")).toBe(true);
    expect(textWidth(line, 12)).toBeLessThanOrEqual(90);
    expect(wrap("Cost to Moscow", 120, 12, 2)).toEqual(["Cost to Moscow"]);
  });
});

describe("the tables", () => {
  const input = {
    case: SYRIA,
    horizon: "long",
    result: { horizons: { long: { rungs: {}, break: 0.33, nodes: { friction: { p: [], mean: 0.65 } } } } },
    levels: { strikes: "VH" as const },
    links: SYRIA_POINTS,
    percents: { spilled: 12, broken: 21, strained: 33, managed: 34, alliance: 0 },
    breakLabel: "33%",
  };
  const { links, boxes: states } = mapTables(input);
  it("have every link with its effect and points, whatever the map hides", () => {
    expect(links.rows).toHaveLength(argumentLinks(SYRIA).length);
    expect(links.rows).toContainEqual(["Shared need for Assad", "Pressure to break", "weakens", "−27"]);
    expect(links.rows).toContainEqual([
      "Pressure to break",
      "The marriage",
      "raises",
      "sets the chance of a break",
    ]);
    expect(links.rows).toContainEqual([
      "Public recrimination",
      "The marriage",
      "raises",
      "shapes “Open strain”",
    ]);
    expect(links.caption).toContain("within ten years");
    expect(mapTables({ ...input, links: null }).links.rows[0]?.[3]).toBe("not yet known");
  });
  it("have every box with its state", () => {
    expect(states.rows).toHaveLength(SYRIA.factors.length + SYRIA.mechanisms.length + 1);
    expect(states.rows).toContainEqual(["Israeli strikes", "Factor", "Very high"]);
    expect(states.rows).toContainEqual(["Friction in Syria", "Mechanism", "High"]);
    expect(states.rows).toContainEqual(["Pressure to break", "Mechanism, not in the overview", "Medium"]);
    expect(states.rows.at(-1)?.[2]).toContain("33% breaks: Strategic alliance <1%");
  });
});
