import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { openCase, saveCase } from "../case/door.ts";
import { describeEdit } from "../case/describe.ts";
import { applyEdit } from "../case/edits.ts";
import { notesOn } from "../case/mentions.ts";
import type { Case } from "../case/types.ts";
import { shippedCase, SHIPPED } from "../shipped.test-help.ts";
import { tinyText } from "../case/tiny.test-help.ts";
import { authorEdits } from "./edits.test-help.ts";
import { applyAuthorEdit, tryAuthorEdit } from "./edits.ts";
import { blankCase, copyCase, templateCase } from "./start.ts";

const reopened = (theCase: Case): Case => {
  const read = openCase(saveCase(theCase));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.case;
};

const tiny = (): Case => {
  const read = openCase(tinyText);
  if (!read.ok) throw new Error("tiny");
  return read.case;
};

const STARTS: readonly (readonly [string, () => Case])[] = [
  ["blank", () => blankCase({ title: "Ours", partners: ["A", "B"] })],
  ["template", () => templateCase()],
  ["tiny", tiny],
  ...SHIPPED.map(({ name }) => [name, () => shippedCase(name)] as const),
];

describe.each(STARTS)("from %s", (_, start) => {
  it("any run of edits gives a case that reads back identical, can be computed, and says what was done", () => {
    const first = start();
    const text = saveCase(first);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (seeds) => {
        let theCase = first;
        for (const seed of seeds) {
          const edit = authorEdits(theCase, seed);
          const next = applyEdit(theCase, edit);
          expect(describeEdit(theCase, edit)).not.toBe("");
          expect(describeEdit(theCase, edit)).not.toContain("undefined");
          // Undo gives back the object that was before: it must not have been written to.
          theCase = next;
        }
        expect(reopened(theCase)).toStrictEqual(theCase);
        expect(saveCase(first)).toBe(text);
        const { horizons } = evaluate(theCase, {});
        for (const { break: chance } of Object.values(horizons)) expect(chance).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it("removing any part leaves nothing that names it", () => {
    const theCase = start();
    const before = notesOn(theCase);
    const edits = [
      ...theCase.factors.map(({ id }) => ({ edit: "removeFactor", factor: id }) as const),
      ...theCase.mechanisms.map(({ id }) => ({ edit: "removeMechanism", mechanism: id }) as const),
      ...theCase.indicators.map(({ id }) => ({ edit: "removeIndicator", indicator: id }) as const),
    ];
    for (const edit of edits) {
      const id = "factor" in edit ? edit.factor : "mechanism" in edit ? edit.mechanism : edit.indicator;
      const done = tryAuthorEdit(theCase, edit);
      if (!done.ok) {
        expect([theCase.outcome.event.of, theCase.factors[0]!.id]).toContain(id);
        continue;
      }
      expect(notesOn(done.case).filter((note) => !before.includes(note))).toEqual([]);
      const {
        judgement: _1,
        judgements: _2,
        sessions: _3,
        history: _4,
        judgementArguments: _5,
        ...rest
      } = done.case;
      // As a value or as a key, anywhere. The tiny case has a sign that is called like a part of every scenario.
      expect(JSON.stringify(rest).replaceAll('"story":""', "")).not.toMatch(new RegExp(`"(mean:)?${id}"`));
    }
  });
});

describe("an edit that cannot be", () => {
  const theCase = templateCase();
  it.each([
    [{ edit: "removeMechanism", mechanism: "pressure" }, "The outcome hangs on “Pressure to break”"],
    [{ edit: "addFactor", id: "aims", factor: { label: "Again" } }, 'something called "aims" already'],
    [{ edit: "changeFactor", factor: "none", to: { label: "x" } }, 'no "none"'],
    [{ edit: "changeFactor", factor: "aims", to: { fade: 2 } }, "fade must be a number from 0 to 1, not 2"],
    [{ edit: "setHorizons", horizons: [] }, "horizons must be a list of at least one horizon"],
    [{ edit: "setArrow", from: "aims", to: "pressure", reason: "x" }, "No arrow leads from “Aims apart”"],
    [
      {
        edit: "setRule",
        mechanism: "grievance",
        rule: {
          kind: "sum",
          base: 0,
          pushes: [{ strength: 1, of: [{ node: "pressure", gate: "level" }] }],
        },
      },
      "Causes must not run in a circle",
    ],
    [
      {
        edit: "together",
        label: "Both",
        edits: [
          { edit: "setCaseWords", to: { title: "Changed" } },
          { edit: "removeFactor", factor: "none" },
        ],
      },
      'no "none"',
    ],
  ] as const)("%j leaves the case as it is and says why", (edit, words) => {
    const done = tryAuthorEdit(theCase, edit);
    expect(done.ok ? "" : done.sentence).toContain(words);
    expect(applyAuthorEdit(theCase, edit)).toBe(theCase);
  });

  it("that changes nothing gives the same case", () => {
    expect(applyAuthorEdit(theCase, { edit: "changeFactor", factor: "aims", to: { fade: 0.8 } })).toBe(
      theCase,
    );
    expect(applyAuthorEdit(theCase, { edit: "setHorizons", horizons: theCase.horizons })).toBe(theCase);
    expect(applyAuthorEdit(theCase, { edit: "setOutcome", outcome: theCase.outcome })).toBe(theCase);
    expect(applyAuthorEdit(theCase, { edit: "removeClaim", claim: "C99" })).toBe(theCase);
  });
});

describe("what an edit does not touch", () => {
  it("stays the object that it was", () => {
    const theCase = templateCase();
    const next = applyAuthorEdit(theCase, { edit: "changeFactor", factor: "aims", to: { label: "Ends" } });
    expect(next.factors.find(({ id }) => id === "aims")?.label).toBe("Ends");
    expect(next.mechanisms).toBe(theCase.mechanisms);
    expect(next.factors[1]).toBe(theCase.factors[1]);
  });
});

describe("a mechanism that loses its only cause", () => {
  it("stays with its base", () => {
    const next = applyAuthorEdit(blankCase(), {
      edit: "together",
      label: "",
      edits: [
        { edit: "addFactor", id: "other", factor: { label: "Other" } },
        { edit: "removeFactor", factor: "firstFactor" },
      ],
    });
    expect(next.mechanisms[0]!.rule).toEqual({ kind: "sum", base: 0.1, pushes: [] });
    expect(next.links).toEqual([
      { from: "pressure", to: "outcome", raises: true, reason: "", paragraphs: [] },
    ]);
  });
});

describe("a copy", () => {
  it("argues alike and takes nothing along that was done on the first", () => {
    const theCase = shippedCase(SHIPPED[0]!.name);
    const copy = copyCase(theCase);
    expect(copy.title).toBe(`Copy of ${theCase.title}`);
    expect(copy.id).not.toBe(theCase.id);
    expect(evaluate(copy, {})).toEqual(evaluate(theCase, {}));
    expect(copy.history).toBeUndefined();
  });
});
