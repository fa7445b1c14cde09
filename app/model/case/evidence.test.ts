import { describe, expect, it } from "vitest";
import { openCase, problemSentence, saveCase } from "./door.ts";
import { applyEdit, describeEdit, type Edit } from "./edits.ts";
import { overlap, spanOf, yearsAfter } from "./dates.ts";
import { eventSetOf, freshId, itemsOfSet } from "./evidence-set.ts";
import type { EvidenceItem } from "./evidence-types.ts";
import { logOf } from "./settings.ts";
import { tinyText, tinyWith } from "./tiny.test-help.ts";
import type { Case } from "./types.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";

function opened(text: string): Case {
  const read = openCase(text);
  if (!read.ok) throw new Error(problemSentence(read.problem));
  return read.case;
}
const sentenceFor = (path: string, value: unknown) => {
  const read = openCase(tinyWith(path, value));
  return read.ok ? "opened" : problemSentence(read.problem);
};

describe("the door", () => {
  it.each<[path: string, value: unknown, sentence: string]>([
    ["evidence", {}, "evidence must be a list, not an object."],
    ["evidence.0.id", "a b", 'evidence[0].id must be an id of up to 100 letters, digits, _ and - that begins with a letter or _, not "a b".'],
    ["evidence.0.title", 7, 'evidence[0] "wetShoes".title must be text, not 7.'],
    ["evidence.0.counts", "yes", 'evidence[0] "wetShoes".counts must be true or false, not "yes".'],
    ["evidence.0.sources.0.reliability", "G", 'evidence[0] "wetShoes".sources[0].reliability must be one of A, B, C, D, E, F, not "G".'],
    ["evidence.0.sources.0.credibility", 0, 'evidence[0] "wetShoes".sources[0].credibility must be a whole number from 1 to 6, not 0.'],
    ["evidence.0.sources.0.credibility", "2", 'evidence[0] "wetShoes".sources[0].credibility must be a whole number from 1 to 6, not "2".'],
    ["evidence.0.bearsOn.0", {}, 'evidence[0] "wetShoes".bearsOn[0] must have either an "indicator" or a "node".'],
    ["evidence.0.bearsOn.0.node", "rain", 'evidence[0] "wetShoes".bearsOn[0] must have either an "indicator" or a "node".'],
    ["evidence.0.bearsOn.0.indicator", "rain", 'evidence[0] "wetShoes".bearsOn[0].indicator must be the id of an indicator, and "rain" is a factor.'],
    ["evidence.0.bearsOn.0.seen", undefined, 'evidence[0] "wetShoes".bearsOn[0].seen is missing; it must be true or false.'],
    ["evidence.0.bearsOn.1.node", "puddles", 'evidence[0] "wetShoes".bearsOn[1].node must be the id of a factor or mechanism, and "puddles" is an indicator.'],
    ["evidence.0.bearsOn.1.strength", 1, 'evidence[0] "wetShoes".bearsOn[1] must have either a "level" or a "strength".'],
    ["evidence.0.bearsOn.2.strength", 3, 'evidence[0] "wetShoes".bearsOn[2].strength must be a whole number from -2 to 2, not 3.'],
    ["evidenceGrades.B", [1], "evidenceGrades.B must be a list of 6 numbers, not a list of 1."],
    ["evidenceGrades.A.0", 0.9, "evidenceGrades.A must begin with 1, because A1 counts in full."],
    ["evidenceGrades.F.5", 0.1, "evidenceGrades.F must end with 0, because F6 counts for nothing."],
    ["evidenceGrades.B.1", 0.95, "evidenceGrades.B must not rise: B2 would count more than a better grade."],
    ["next.events.0.observe", "yes", 'next.events[0] "E1".observe must be an object, not "yes".'],
  ])("refuses %s = %j", (path, value, sentence) => {
    expect(sentenceFor(path, value)).toBe(sentence);
  }); // prettier-ignore

  it("refuses two items of one id, and keeps what it does not know", () => {
    const [first] = logOf(opened(tinyText));
    expect(sentenceFor("evidence", [first, first])).toMatch(
      /^evidence\[1\] "wetShoes" has the id "wetShoes"/,
    );
    const kept = saveCase(opened(tinyWith("evidence.0.colour", "blue")));
    expect((JSON.parse(kept) as { evidence: { colour: string }[] }).evidence[0]?.colour).toBe("blue");
  });

  it("gives a case without a log none, so that it is saved as it was", () => {
    expect(opened(tinyWith("evidence", undefined))).not.toHaveProperty("evidence");
    expect(opened(tinyWith("evidence", null))).not.toHaveProperty("evidence");
  });
});

describe("an edit of the log", () => {
  const base = opened(tinyText);
  const [first] = logOf(base) as [EvidenceItem];
  const second: EvidenceItem = { ...first, id: "second", title: "Umbrellas out", counts: false };
  const two = applyEdit(base, { edit: "addEvidence", item: second });

  it.each<[edit: Edit, label: string]>([
    [{ edit: "addEvidence", item: { ...second, id: "third", counts: true } }, "Recorded and counted: “Umbrellas out”"],
    [{ edit: "addEvidence", item: { ...second, id: "third" } }, "Recorded only: “Umbrellas out”"],
    [{ edit: "changeEvidence", item: { ...second, title: "Umbrellas" } }, "Changed evidence “Umbrellas out”"],
    [{ edit: "removeEvidence", evidence: "second" }, "Removed evidence “Umbrellas out”"],
    [{ edit: "countEvidence", evidence: "second", counts: true }, "Counted “Umbrellas out”"],
    [{ edit: "countEvidence", evidence: "wetShoes", counts: false }, "On record only: “Wet shoes in the hall”"],
    [{ edit: "moveEvidence", evidence: "second", to: 0 }, "Moved evidence “Umbrellas out”"],
    [{ edit: "setGrades", grades: null }, "Grades back to the usual table"],
    [{ edit: "addEvidenceSet", set: "next", counts: true }, "What happened next: 1 item recorded and counted"],
  ])("%j is named and can be saved and opened again", (edit, label) => {
    expect(describeEdit(two, edit)).toBe(label);
    const after = applyEdit(two, edit);
    expect(after).not.toBe(two);
    expect(after.scenarios).toBe(two.scenarios);
    expect(opened(saveCase(after))).toEqual(after);
  }); // prettier-ignore

  it.each<Edit>([
    { edit: "addEvidence", item: first },
    { edit: "addEvidence", item: { ...second, id: "third", bearsOn: [{ indicator: "nobody", seen: true }] } },
    { edit: "changeEvidence", item: first },
    { edit: "changeEvidence", item: { ...second, id: "third" } },
    { edit: "removeEvidence", evidence: "third" },
    { edit: "countEvidence", evidence: "wetShoes", counts: true },
    { edit: "moveEvidence", evidence: "second", to: 9 },
    { edit: "moveEvidence", evidence: "second", to: Number.NaN },
    { edit: "setGrades", grades: { ...base.evidenceGrades!, A: [1, 0, 0, 0, 0, 0.5] } },
    { edit: "addEvidenceSet", set: "events", counts: true },
    { edit: "removeEvidenceSet", set: "next" },
  ])("%j changes nothing", (edit) => {
    expect(applyEdit(two, edit)).toBe(two);
  });

  it("moves an item, and takes a set out again as it came", () => {
    expect(applyEdit(two, { edit: "moveEvidence", evidence: "second", to: 0 }).evidence).toEqual([second, first]);
    const added = applyEdit(two, { edit: "addEvidenceSet", set: "next", counts: false });
    expect(logOf(added).slice(2)).toEqual([
      { id: "next-E1", eventDate: "2021", title: "Flood", sources: [], set: "next", counts: false,
        bearsOn: [{ indicator: "puddles", seen: true }, { node: "rain", level: "VH" }] },
    ]); // prettier-ignore
    expect(applyEdit(added, { edit: "addEvidenceSet", set: "next", counts: true })).toBe(added);
    expect(applyEdit(added, { edit: "removeEvidenceSet", set: "next" })).toEqual(two);
    const none = ["wetShoes", "second"].reduce((log, evidence) => applyEdit(log, { edit: "removeEvidence", evidence }), two);
    expect(none).not.toHaveProperty("evidence");
  }); // prettier-ignore
});

describe("what happened next", () => {
  it.each(SHIPPED.map(({ name }) => name))("is off in %s, and can be added whole", (name) => {
    const theCase = shippedCase(name);
    expect(theCase.evidence).toBeUndefined();
    const set = eventSetOf(theCase)!;
    const items = itemsOfSet(theCase, set.id, true);
    expect(items.map(({ title }) => title)).toEqual(set.events.map(({ title }) => title));
    for (const item of items) {
      const event = spanOf(item.eventDate ?? "");
      expect(item.counts).toBe(event === null || event.first > theCase.asOf);
    }
    const added = applyEdit(theCase, { edit: "addEvidenceSet", set: set.id, counts: true });
    expect(added.evidence).toEqual(items);
    expect(opened(saveCase(added))).toEqual(added);
  });

  it("gets ids of its own", () => {
    expect([freshId("a", new Set()), freshId("a", new Set(["a", "a-2"]))]).toEqual(["a", "a-3"]);
    expect(freshId("x".repeat(200), new Set())).toHaveLength(90);
  });
});

describe("a date", () => {
  it.each([
    ["2019-01-24", "2019-01-24", "2019-01-24"],
    ["2019-01", "2019-01-01", "2019-01-31"],
    ["2019", "2019-01-01", "2019-12-31"],
    ["2020-2021", "2020-01-01", "2021-12-31"],
    ["2019-01-20 – 2019-01-21", "2019-01-20", "2019-01-21"],
  ])("%s is %s to %s", (text, first, last) => {
    expect(spanOf(text)).toEqual({ first, last });
  });

  it.each(["", "spring", "2019-13", "2019-00-01", "24 January 2019", "2021-2020", "about 2019"])(
    "%j is no day",
    (text) => {
      expect(spanOf(text)).toBeNull();
    },
  );

  it("is compared by days", () => {
    const span = (text: string) => spanOf(text)!;
    expect(overlap(span("2019"), span("2019-05-04"))).toBe(true);
    expect(overlap(span("2019"), span("2020"))).toBe(false);
    expect([yearsAfter("2019-01-30", 0.5), yearsAfter("2019-11-30", 3.25)]).toEqual([
      "2019-07-30",
      "2023-02-30",
    ]);
  });
});
