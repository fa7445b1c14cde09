import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvidenceItem } from "../case/evidence-types.ts";
import { describeEdit } from "../case/describe.ts";
import { applyEdit } from "../case/edits.ts";
import { logOf } from "../case/settings.ts";
import type { Case } from "../case/types.ts";
import { mergeEdit, mergeEvidence } from "./merge.ts";
import { templateCase } from "./start.ts";

const item = (id: string, title: string, more: Partial<EvidenceItem> = {}): EvidenceItem => ({
  id,
  title,
  eventDate: "2020-01-01",
  sources: [{ name: "A paper", reliability: "B", credibility: 2 }],
  bearsOn: [{ indicator: "accusation", seen: true }],
  counts: true,
  ...more,
});

const log = (theCase: Case, ...items: readonly EvidenceItem[]): Case =>
  items.reduce((so, one) => applyEdit(so, { edit: "addEvidence", item: one }), theCase);

const template = templateCase();
const mine = log(template, item("e1", "A quarrel"), item("e2", "A raid"), item("e3", "A contract"));
const theirs = log(
  template,
  item("x1", "A  Quarrel"), // the same, under another id
  item("e2", "A raid", { counts: false }), // the same, told otherwise
  item("e3", "Something else"), // another, under my id
  item("e4", "A visit", { bearsOn: [{ node: "aims", level: "H" }] }),
);

describe("a colleague's evidence", () => {
  const merge = mergeEvidence(mine, theirs);

  it("is told apart: new, the same, told otherwise", () => {
    expect(merge.added.map(({ id, title }) => [id, title])).toEqual([
      ["e3_2", "Something else"],
      ["e4", "A visit"],
    ]);
    expect(merge.conflicts.map(({ mine: own, differs }) => [own.id, differs])).toEqual([
      ["e1", ["what happened"]],
      ["e2", ["whether it counts"]],
    ]);
    expect(merge.unknown).toEqual([]);
  });

  it("comes in as one step; of what is told otherwise mine stays unless theirs is taken", () => {
    const edit = mergeEdit(merge, "Seat 2", new Set(["e2"]));
    expect(describeEdit(mine, edit)).toBe("3 items of evidence from “Seat 2”");
    const after = applyEdit(mine, edit);
    expect(logOf(after).map(({ id, counts }) => [id, counts])).toEqual([
      ["e1", true],
      ["e2", false],
      ["e3", true],
      ["e3_2", true],
      ["e4", true],
    ]);
    expect(logOf(applyEdit(mine, mergeEdit(merge, "Seat 2"))).find(({ id }) => id === "e2")?.counts).toBe(
      true,
    );
  });

  it("merged a second time brings nothing new, and neither does my own", () => {
    const after = applyEdit(mine, mergeEdit(merge, "Seat 2"));
    expect(mergeEvidence(after, theirs).added).toEqual([]);
    const own = mergeEvidence(mine, mine);
    expect([own.added, own.conflicts]).toEqual([[], []]);
    expect(own.same).toEqual(logOf(mine));
    expect(applyEdit(mine, mergeEdit(own, "me"))).toBe(mine);
  });

  it("bears only on what my case has, and says what it left out", () => {
    const more = applyEdit(template, { edit: "addFactor", id: "oil", factor: { label: "Oil" } });
    const odd = log(
      more,
      item("o", "A strike", {
        bearsOn: [
          { node: "oil", level: "H" },
          { node: "aims", strength: 1 },
        ],
      }),
    );
    const { added, unknown } = mergeEvidence(template, odd);
    expect(unknown).toEqual([{ title: "A strike", part: "oil" }]);
    expect(added[0]!.bearsOn).toEqual([{ node: "aims", strength: 1 }]);
    expect(
      logOf(applyEdit(template, mergeEdit({ added, same: [], conflicts: [], unknown }, "x"))),
    ).toHaveLength(1);
  });

  it("of 10,000 odd logs is merged without loss, ids of its own, and the second time brings nothing", () => {
    const title = fc.constantFrom(
      "A quarrel",
      " a  QUARREL",
      "A raid",
      "A visit",
      "",
      "__proto__",
      "\u202egnp",
    );
    const id = fc.constantFrom("e1", "e2", "e3", "e3_2", "x1", "toString");
    const date = fc.option(fc.constantFrom("2020-01-01", "2020-01-02"), { nil: undefined });
    const bearing = fc.oneof(
      fc.record({ indicator: fc.constantFrom("accusation", "none", "__proto__"), seen: fc.boolean() }),
      fc.record({ node: fc.constantFrom("aims", "oil", "constructor"), level: fc.constantFrom("L", "H") }),
    );
    const one = fc
      .tuple(id, title, date, fc.boolean(), fc.array(bearing, { maxLength: 3 }))
      .map(([as, text, day, counts, bearsOn]) => {
        const { eventDate: _, ...plain } = item(as, text, {
          counts,
          bearsOn: bearsOn as EvidenceItem["bearsOn"],
        });
        return day === undefined ? plain : { ...plain, eventDate: day };
      });
    const logged = fc
      .uniqueArray(one, { selector: (it) => it.id, maxLength: 5 })
      .map((evidence): Case => ({ ...template, evidence: evidence as EvidenceItem[] }));
    fc.assert(
      fc.property(logged, logged, (own, other) => {
        const { added, same, conflicts } = mergeEvidence(own, other);
        // Each of theirs went one way.
        expect(added.length + same.length + conflicts.length).toBe(logOf(other).length);
        const ids = [...logOf(own), ...added].map((it) => it.id);
        expect(new Set(ids).size).toBe(ids.length);
        const told = [...added, ...conflicts.map((one) => one.theirs)];
        const bears = told.flatMap(({ bearsOn }) =>
          bearsOn.map((it) => ("node" in it ? it.node : it.indicator)),
        );
        expect(bears.filter((it) => it !== "aims" && it !== "accusation")).toEqual([]);
        const after: Case = { ...own, evidence: [...logOf(own), ...added] };
        expect(mergeEvidence(after, { ...other, evidence: added }).added).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 60_000);
});
