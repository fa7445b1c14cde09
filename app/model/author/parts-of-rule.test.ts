import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { partAt, plainRules, pushesOf } from "../case/rules.ts";
import { type Case, LEVELS, type Mechanism, type Partitioned, type PlainRule } from "../case/types.ts";
import { raises } from "./arrows.ts";
import { checkCase } from "./check.ts";
import { diffCases } from "./diff.ts";
import { applyAuthorEdit, type AuthorEdit, tryAuthorEdit } from "./edits.ts";
import { inOne, inParts, withLevelIn, withoutPart, withPartCut } from "./parts-of-rule.ts";
import { alone } from "./previews.ts";
import { templateCase } from "./start.ts";
import { sentencesOf } from "./words.ts";

const template = templateCase();
const of = (theCase: Case, id: string) => theCase.mechanisms.find((one) => one.id === id) as Mechanism;
const ruled = (theCase: Case, mechanism: string, rule: Mechanism["rule"]): Case =>
  applyAuthorEdit(theCase, { edit: "setRule", mechanism, rule });
const pressure = of(template, "pressure").rule as PlainRule;
const still: PlainRule = { kind: "sum", base: 0.1, pushes: [] };

/** Pressure stays low while need is at its two lowest levels, and works as it did else. */
const parted: Partitioned = {
  kind: "partitioned",
  by: "need",
  parts: [
    { at: ["VL", "L"], rule: still },
    { at: ["M", "H", "VH"], rule: pressure },
  ],
};

const anyParts = fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }).map((at): Partitioned => ({
  kind: "partitioned",
  by: "need",
  parts: [0, 1, 2]
    .filter((group) => at.includes(group))
    .map((group) => ({
      at: LEVELS.filter((_, k) => at[k] === group),
      rule: { kind: "sum", base: group / 10, pushes: [] },
    })),
}));

describe("a rule put in parts", () => {
  it("answers as it did, and is the rule that it was when it is put together again", () => {
    for (const { id } of template.factors) {
      const rule = inParts(pressure, id, true);
      const next = ruled(template, "pressure", rule);
      for (const [h, { break: chance }] of Object.entries(evaluate(template, {}).horizons))
        expect(evaluate(next, {}).horizons[h]!.break).toBeCloseTo(chance, 12);
      expect(inOne(rule)).toBe(pressure);
    }
  });

  it("keeps every level in one part, however it is cut, joined and its levels are moved", () => {
    fc.assert(
      fc.property(anyParts, fc.array(fc.tuple(fc.nat(2), fc.nat(4), fc.nat(4))), (first, steps) => {
        let rule: Partitioned | PlainRule = first;
        for (const [how, i, k] of steps) {
          if (rule.kind !== "partitioned") break;
          const at: number = i % rule.parts.length;
          const level = LEVELS[k]!;
          const before: Partitioned = rule;
          const next: Partitioned | PlainRule =
            how === 0
              ? withLevelIn(rule, level, at)
              : how === 1
                ? withPartCut(rule, at)
                : withoutPart(rule, at);
          if (next.kind === "partitioned") {
            expect(next.parts.flatMap((part) => part.at).toSorted()).toEqual(LEVELS.toSorted());
            for (const part of next.parts) expect(part.at.length).toBeGreaterThan(0);
            if (how === 0) expect(partAt(next.parts, k).rule).toBe(before.parts[at]!.rule);
            // Cut, it says at every level what it said.
            if (how === 1)
              LEVELS.forEach((_, one) =>
                expect(partAt(next.parts, one).rule).toBe(partAt(before.parts, one).rule),
              );
          } else if (how === 1) throw new Error("A cut leaves no single part.");
          rule = next;
        }
      }),
    );
  });

  it("loses what tells its parts apart and is then the part of the lowest level", () => {
    const next = applyAuthorEdit(ruled(template, "pressure", parted), {
      edit: "removeMechanism",
      mechanism: "need",
    });
    expect(of(next, "pressure").rule).toEqual(still);
    expect(next.links.filter(({ to }) => to === "pressure")).toEqual([]);
  });

  it("loses a cause in every part that reads it, and no longer counts by the weight of what is gone", () => {
    const rule = { ...inParts(pressure, "discretion", true), by: "quarrels" };
    const next = applyAuthorEdit(ruled(template, "pressure", rule), {
      edit: "together",
      label: "",
      edits: [
        { edit: "removeMechanism", mechanism: "grievance" },
        { edit: "removeFactor", factor: "discretion" },
      ],
    });
    const now = of(next, "pressure").rule;
    expect(plainRules(now)).toHaveLength(2);
    expect(now).not.toHaveProperty("weightOf");
    expect(pushesOf(now).flatMap((push) => push.of.map(({ node }) => node))).not.toContain("grievance");
  });

  it("keeps what else stands in the file", () => {
    const rule = { ...parted, said: 1, parts: parted.parts.map((part) => ({ ...part, why: "so" })) };
    expect(of(ruled(template, "pressure", rule), "pressure").rule).toEqual(rule);
  });
});

describe("a rule in parts is told", () => {
  const theCase = ruled(template, "pressure", parted);

  it("part by part", () => {
    expect(sentencesOf(theCase, of(theCase, "pressure"))).toEqual([
      "while Need is very low or low: they add up, from 0.1",
      "while Need is medium to very high: they add up, from 0",
      "while Need is medium to very high: Grievance raises Pressure to break (strength 0.6), held back by Need by up to 50%",
      "while Need is medium to very high: Aims clash raises Pressure to break (strength 0.7), held back by Need by up to 60%",
      "while Need is medium to very high: Quarrels raises Pressure to break (strength 0.15)",
    ]);
  });

  it("in what two versions do not have in common", () => {
    const [how, ...rest] = diffCases(template, theCase)
      .filter(({ part }) => part === "mechanisms")
      .map(({ text }) => text);
    expect(how).toContain("they add up → they differ by the level of Need");
    expect(rest.join()).toContain("now “while Need is very low or low: they add up, from 0.1”");
    const weaker = ruled(theCase, "pressure", {
      ...parted,
      parts: parted.parts.with(0, { at: ["VL", "L"], rule: { ...still, base: 0.2 } }),
    });
    expect(diffCases(theCase, weaker).map(({ text }) => text)).toEqual([
      expect.stringContaining("no longer “while Need is very low or low: they add up, from 0.1”"),
      expect.stringContaining("now “while Need is very low or low: they add up, from 0.2”"),
    ]);
  });

  it("in what each cause can do by itself, with the level at which it does", () => {
    const said = (id: string) => alone(theCase, of(theCase, "pressure"), id)?.sentence;
    expect(said("grievance")).toBe(
      "If Need is medium and both others are low, this alone can raise it to medium.",
    );
    expect(said("need")).toBe(
      "If Grievance, Aims clash and Quarrels are high, this alone can raise it to high.",
    );
  });

  it("by arrows that go the way in which it stands higher", () => {
    expect(raises(of(theCase, "pressure"), "need")).toBe(true);
    const turned: Partitioned = {
      ...parted,
      parts: [
        { at: ["VH"], rule: still },
        { at: ["VL", "L", "M", "H"], rule: pressure },
      ],
    };
    const next = ruled(theCase, "pressure", turned);
    expect(raises(of(next, "pressure"), "need")).toBe(false);
    expect(next.links.find(({ from, to }) => from === "need" && to === "pressure")?.raises).toBe(false);
    expect(raises(of(next, "pressure"), "grievance")).toBe(true);
  });
});

describe("the check of rules in parts", () => {
  const found = (theCase: Case, kind: string) => checkCase(theCase).find((one) => one.kind === kind);
  const mended = (theCase: Case, edit: AuthorEdit | undefined) => {
    const done = edit ? tryAuthorEdit(theCase, edit) : undefined;
    if (!done?.ok) throw new Error("no fix that can be done");
    return done.case;
  };

  it("finds parts that say the same, and says it once", () => {
    const theCase = ruled(template, "pressure", inParts(pressure, "aims", true));
    const finding = found(theCase, "partsAlike");
    expect(finding?.text).toBe(
      "“Pressure to break” works the same while Aims apart is very low or low and while Aims apart is medium to very high.",
    );
    expect(of(mended(theCase, finding?.fixes[0]?.edit), "pressure").rule).toEqual(pressure);
    expect(found(ruled(template, "pressure", parted), "partsAlike")).toBeUndefined();
  });

  it("finds a part that is never met, and takes it out", () => {
    const low: PlainRule = { kind: "sum", base: 0.1, pushes: [{ strength: 0.05, of: [] }] };
    const calm = ruled(
      applyAuthorEdit(template, { edit: "changeMechanism", mechanism: "need", to: { spread: 0.04 } }),
      "need",
      low,
    );
    const theCase = ruled(calm, "pressure", parted);
    const finding = found(theCase, "partUnmet");
    expect(finding?.text).toBe(
      "How “Pressure to break” works while Need is medium to very high never matters: whatever is set, it is not.",
    );
    const next = mended(theCase, finding?.fixes[0]?.edit);
    expect(of(next, "pressure").rule).toEqual(still);
    expect(found(next, "partUnmet")).toBeUndefined();
    expect(found(ruled(template, "pressure", parted), "partUnmet")).toBeUndefined();
  });

  it("lets a factor count by its weight where it only tells parts apart", () => {
    const withExtra = applyAuthorEdit(template, {
      edit: "addFactor",
      id: "season",
      factor: { label: "Season" },
    });
    const theCase = ruled(withExtra, "pressure", { ...parted, by: "season" });
    const finding = found(theCase, "weightUnread");
    expect(finding?.about).toEqual(["season"]);
    const next = mended(theCase, finding?.fixes[0]?.edit);
    expect(of(next, "pressure").rule).toMatchObject({ by: "season", weightOf: "season" });
    expect(found(next, "weightUnread")).toBeUndefined();
  });
});
