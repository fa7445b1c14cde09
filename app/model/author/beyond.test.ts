import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { openCase, saveCase } from "../case/door.ts";
import { withPushAdded } from "../case/rules.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { beyond, withoutBeyond } from "./beyond.ts";
import { applyAuthorEdit } from "./edits.ts";
import { blankCase, templateCase } from "./start.ts";

const template = templateCase();
const withWar = applyAuthorEdit(template, {
  edit: "together",
  label: "A war elsewhere",
  edits: [
    {
      edit: "addFactor",
      id: "warElsewhere",
      factor: { label: "A war elsewhere that binds both", beyondArticle: true, group: "together" },
    },
    {
      edit: "addMechanism",
      id: "bound",
      mechanism: {
        label: "Bound by that war",
        rule: {
          kind: "sum",
          base: 0,
          pushes: [
            { strength: 0.9, weightOf: "warElsewhere", of: [{ gate: "level", node: "warElsewhere" }] },
          ],
        },
      },
    },
    {
      edit: "setRule",
      mechanism: "need",
      rule: withPushAdded(template.mechanisms.find(({ id }) => id === "need")!.rule, {
        strength: 0.4,
        of: [{ gate: "level", node: "bound" }],
      }),
    },
    {
      edit: "putIndicator",
      indicator: {
        id: "troops",
        label: "Troops sent there",
        of: "bound",
        p: [0, 0.1, 0.3, 0.6, 0.9],
        paragraphs: [],
      },
    },
  ],
});

describe("what is beyond the text", () => {
  it("is left out with what hung on it alone, and the text's own model is what it was", () => {
    const without = withoutBeyond(withWar);
    if (typeof without === "string") throw new Error(without);
    expect([...without.left].sort()).toEqual(["bound", "troops", "warElsewhere"]);
    expect(evaluate(without.case, {})).toEqual(evaluate(template, {}));
    const read = openCase(saveCase(without.case));
    expect(read.ok && read.case).toStrictEqual(without.case);
  });

  it("is compared under the same inputs", () => {
    const inputs = {
      set: { warElsewhere: "VH", aims: "H" },
      observe: { troops: true, accusation: true },
    } as const;
    const { horizons, left } = beyond(withWar, inputs);
    expect(left).toContain("warElsewhere");
    const [whole, text] = [
      evaluate(withWar, inputs),
      evaluate(template, { set: { aims: "H" }, observe: { accusation: true } }),
    ];
    for (const [id, at] of Object.entries(horizons)) {
      expect(at.whole).toBe(whole.horizons[id]!.break);
      expect(at.text).toBeCloseTo(text.horizons[id]!.break, 14);
      expect(at.points).toBe(at.whole - at.text);
      expect(at.points).toBeLessThan(0); // it holds them together
    }
  });

  it("nothing marked: the case itself", () => {
    expect(withoutBeyond(template)).toEqual({ case: template, left: [] });
    expect(Object.values(beyond(template, {}).horizons).every(({ points }) => points === 0)).toBe(true);
  });

  it("everything marked: one sentence", () => {
    const all = applyAuthorEdit(blankCase(), {
      edit: "changeFactor",
      factor: "firstFactor",
      to: { beyondArticle: true },
    });
    expect(withoutBeyond(all)).toContain("nothing is left to ask");
    expect(() => beyond(all, {})).toThrow(RangeError);
  });

  it.each(SHIPPED)("of $name can be told apart", ({ name }) => {
    const theCase = shippedCase(name);
    const { left } = beyond(theCase, {});
    expect(
      theCase.factors.filter(({ beyondArticle }) => beyondArticle).every(({ id }) => left.includes(id)),
    ).toBe(true);
  });
});
