import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EDITS } from "../../app/model/author/edits.ts";
import { authorEdits } from "../../app/model/author/edits.test-help.ts";
import { blankCase, templateCase } from "../../app/model/author/start.ts";
import { saveCase } from "../../app/model/case/door.ts";
import type { Edit } from "../../app/model/case/edits.ts";
import type { Case } from "../../app/model/case/types.ts";
import { shippedCase } from "../../app/model/shipped.test-help.ts";
import { createDocument, presentCase } from "./document.ts";

const STARTS: readonly (readonly [string, () => Case])[] = [
  ["blank", () => blankCase({ title: "Ours", partners: ["A", "B"] })],
  ["template", () => templateCase()],
  ["shipped", () => shippedCase("china-vietnam-1975")],
];

/** What is done on other screens between the editor's edits. */
function otherEdit(theCase: Case, seed: number): Edit {
  const factor = theCase.factors[seed % theCase.factors.length]?.id ?? "";
  const scenario = theCase.scenarios[0]?.id ?? "";
  const kinds: readonly Edit[] = [
    { edit: "setWeight", scenario, factor, weight: (seed % 21) / 2 },
    { edit: "setLevel", scenario, factor, horizon: "all", level: "H" },
    { edit: "newScenario", id: `mine${String(seed)}`, name: "Mine", parent: scenario },
    { edit: "renameCase", title: `Ours ${String(seed)}` },
    {
      edit: "addEvidence",
      item: {
        id: `e${String(seed)}`,
        title: "Seen",
        eventDate: "2020-01-01",
        sources: [],
        bearsOn: [],
        counts: true,
      },
    },
  ];
  return kinds[seed % kinds.length] ?? { edit: "resetAll", scenario };
}

const steps = fc.array(
  fc.record({
    seed: fc.nat({ max: 5000 }),
    other: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    gesture: fc.constantFrom(null, null, "drag", "field"),
    ends: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

describe.each(STARTS)("from %s", (_, start) => {
  it("any run of edits is undone to the very document it began with, and redone to the very end", () => {
    fc.assert(
      fc.property(steps, (run) => {
        const first = start();
        const begun = saveCase(first);
        const store = createDocument(first, "Ours");
        const present = () => presentCase(store.getState());
        const past = () => store.getState().history.past.length;
        for (const { seed, other, gesture, ends } of run) {
          store.edit((other ? otherEdit : authorEdits)(present(), seed), gesture);
          if (ends) store.endGesture();
        }
        const last = present();
        const ended = saveCase(last);
        const count = past();
        for (let n = count; n > 0; n--) {
          expect(store.getState().history.past.at(-1)?.label).toBeTruthy();
          store.undo();
          expect(past()).toBe(n - 1);
        }
        expect(present()).toBe(first);
        expect(saveCase(present())).toBe(begun);
        for (let n = 0; n < count; n++) store.redo();
        expect(present()).toBe(last);
        expect(saveCase(present())).toBe(ended);
        expect(store.getState().history.future).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

it("every kind of edit an author has comes up in such runs and changes something", () => {
  const changed = new Set<string>();
  let theCase = templateCase();
  for (let seed = 0; seed < 400; seed++) {
    const store = createDocument(theCase, "Ours");
    const edit = authorEdits(theCase, seed);
    store.edit(edit);
    if (presentCase(store.getState()) !== theCase) changed.add(edit.edit);
    if (theCase.factors.length + theCase.mechanisms.length < 30) theCase = presentCase(store.getState());
    else theCase = templateCase();
  }
  expect(Object.keys(EDITS).filter((kind) => !changed.has(kind))).toEqual([]);
});
