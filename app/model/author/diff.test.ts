import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { applyEdit } from "../case/edits.ts";
import { pushesOf } from "../case/rules.ts";
import { canonical } from "../case/hash.ts";
import type { Case } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { diffCases } from "./diff.ts";
import { applyAuthorEdit } from "./edits.ts";
import { authorEdits } from "./edits.test-help.ts";
import { templateCase } from "./start.ts";

const template = templateCase();
const texts = (a: Case, b: Case) => diffCases(a, b).map(({ text }) => text);

describe("what two versions do not have in common", () => {
  it.each([
    ["the template", template],
    ["a shipped case", shippedCase("russia-iran-syria")],
  ])("is nothing for %s and itself, and something after any edit that did something", (_, start) => {
    expect(diffCases(start, structuredClone(start))).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (seeds) => {
        const after = seeds.reduce((so, seed) => applyAuthorEdit(so, authorEdits(so, seed)), start);
        const found = diffCases(start, after);
        expect(found.length > 0).toBe(canonical(start) !== canonical(after));
        for (const { text } of found) expect(text).not.toMatch(/undefined|\[object|NaN/);
        // What moves no answer moves none.
        if (found.every(({ moves }) => !moves)) expect(evaluate(after, {})).toEqual(evaluate(start, {}));
      }),
      { numRuns: 60 },
    );
  });

  it("is told in words, part by part", () => {
    const after = applyAuthorEdit(template, {
      edit: "together",
      label: "",
      edits: [
        { edit: "setCaseWords", to: { title: "Ours" } },
        { edit: "addFactor", id: "oil", factor: { label: "Oil" } },
        { edit: "changeFactor", factor: "aims", to: { weight: { default: 5, min: 2, max: 7 }, fade: 0.5 } },
        {
          edit: "setRule",
          mechanism: "need",
          rule: {
            kind: "wmean",
            pushes: pushesOf(template.mechanisms.find(({ id }) => id === "need")!.rule).slice(1),
          },
        },
        { edit: "removeIndicator", indicator: "newContract" },
      ],
    });
    expect(texts(template, after)).toEqual([
      "Title “Two partners under strain” → “Ours”",
      "Factor “Oil” added",
      "“Aims apart”: weight, min 3 → 2",
      "“Aims apart”: how long what is learnt lasts 0.8 → 0.5",
      "“Need”: its causes: they add up → on balance",
      "“Need”: no longer “Common threat raises Need (strength 0.55)”",
      "Arrow from “Common threat” to “Need” removed",
      "Sign “A large contract between the partners is signed” removed",
    ]);
    expect(texts(after, template)).toContain("Factor “Oil” removed");
  });

  it("names settings of scenarios, evidence, and what only people read", () => {
    const scenario = template.scenarios[0]!.id;
    const set = applyEdit(template, { edit: "setWeight", scenario, factor: "aims", weight: 8 });
    expect(diffCases(template, set)).toEqual([
      {
        part: "scenarios",
        kind: "changed",
        id: scenario,
        text: "“As in this case”: now Weight of Aims apart 8 (case: 5)",
        moves: true,
      },
    ]);
    const told = applyEdit(template, { edit: "setArrow", from: "aims", to: "aimsOpen", reason: "so" });
    expect(diffCases(template, told)).toEqual([
      {
        part: "arrows",
        kind: "changed",
        text: "Arrow from “Aims apart” to “Aims clash”: reason “what differs can clash” → “so”",
        moves: false,
        sides: {
          what: "Arrow from “Aims apart” to “Aims clash”: reason",
          before: "what differs can clash",
          after: "so",
        },
      },
    ]);
  });
});
