import { describe, expect, it } from "vitest";
import type { EvidenceItem } from "../case/evidence-types.ts";
import { itemsOfSet } from "../case/evidence-set.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { checksOn, likeness } from "./checks.ts";

const syria = shippedCase("russia-iran-syria");
const plain: EvidenceItem = {
  id: "one",
  title: "Guards killed in a raid near Homs",
  eventDate: "2019-03-02",
  sources: [{ name: "A news agency", reliability: "B", credibility: 2 }],
  bearsOn: [{ indicator: "guardsKilled", seen: true }],
  counts: true,
};
const kinds = (change: Partial<EvidenceItem>, ...others: readonly EvidenceItem[]) =>
  checksOn({ ...syria, evidence: others }, { ...plain, id: "new", ...change }).map(({ kind }) => kind);

it("an item with nothing wrong is a new story", () => {
  expect(kinds({})).toEqual(["new-story"]);
  expect(checksOn({ ...syria, evidence: [plain] }, plain)).toEqual([{ kind: "new-story" }]);
});

it.each<[what: string, change: Partial<EvidenceItem>, expected: string]>([
  ["an event after its report", { eventDate: "2019-03-05", reportDate: "2019-03-04" }, "event-after-report"],
  ["a day that sources disagree on", { eventDate: "2019-01-24" }, "dates-disagree"],
  ["a source of a partner", { sources: [{ ...plain.sources[0]!, name: "An Iranian MP" }] }, "interested"],
  ["a sign the text does not have", { bearsOn: [{ indicator: bare(), seen: true }] }, "beyond"],
  ["an event before the argument", { eventDate: "2018-05-10" }, "known-before"],
  ["an event after the first horizon", { eventDate: "2024-02-01" }, "after-first-horizon"],
  ["no source", { sources: [] }, "no-source"],
  [
    "a grade that counts nothing",
    { sources: [{ name: "x", reliability: "F", credibility: 6 }] },
    "no-weight",
  ],
  ["a state only", { bearsOn: [{ node: "strikes", level: "H" }] }, "no-sign"],
])("%s is noted", (_, change, expected) => {
  expect(kinds(change)).toContain(expected);
});

function bare(): string {
  return syria.indicators.find(({ paragraphs }) => paragraphs.length === 0)!.id;
}

it("a report on the day of the event, or in the same month, is in order", () => {
  expect(kinds({ eventDate: "2019-03-02", reportDate: "2019-03" })).not.toContain("event-after-report");
  expect(kinds({ eventDate: "spring", reportDate: "2019-03" })).not.toContain("event-after-report");
});

it("14 January is not 4 January", () => {
  const [conflict] = syria.dateConflicts;
  const theCase = { ...syria, dateConflicts: [{ ...conflict!, text: "It was 14 January.", sources: [] }] };
  const on = (eventDate: string) => checksOn(theCase, { ...plain, eventDate }).map(({ kind }) => kind);
  expect(on("2019-01-14")).toContain("dates-disagree");
  expect(on("2019-01-04")).not.toContain("dates-disagree");
});

it("knows the partners by their names and what is made of them, and not by words many states share", () => {
  const saudi = shippedCase("us-saudi-1973");
  const by = (name: string) =>
    checksOn(saudi, { ...plain, bearsOn: [], sources: [{ ...plain.sources[0]!, name }] })
      .flatMap((check) => (check.kind === "interested" ? [check.party] : []));
  expect(saudi.partners).toEqual(["United States", "Saudi Arabia"]);
  expect([by("US embassy"), by("A U.S. cable"), by("Saudi minister")].flat()).toEqual(["United States", "United States", "Saudi Arabia"]); // prettier-ignore
  expect([by("United Nations"), by("bus driver"), by("Museum")].flat()).toEqual([]);
}); // prettier-ignore

describe("the same story", () => {
  it.each<[what: string, change: Partial<EvidenceItem>, expected: string]>([
    ["one origin", { origin: " Agency ", title: "Something else" }, "same-origin"],
    ["near words", { title: "Guards killed in raid near Homs, sources say" }, "same-story"],
    ["one address on one sign", { title: "Other words", sources: [{ ...plain.sources[0]!, link: "https://a.example/1" }] }, "same-story"],
    ["near words in another year", { title: plain.title, eventDate: "2020-03-02" }, "new-story"],
    ["near words of another origin", { title: plain.title, origin: "elsewhere" }, "new-story"],
    ["other words", { title: "Envoy calls Tehran an ally" }, "new-story"],
  ])("%s", (_, change, expected) => {
    const known = { ...plain, origin: "agency", sources: [{ ...plain.sources[0]!, link: "https://a.example/1" }] };
    expect(kinds(change, known)[0]).toBe(expected);
  }); // prettier-ignore

  it("is a matter of shared words", () => {
    expect(likeness("a b", "c d")).toBe(0);
    expect(likeness("Moscow speaks", "moscow SPEAKS!")).toBe(1);
  });
});

it("what is logged against an item is named", () => {
  const other = { ...plain, id: "other", bearsOn: [{ indicator: "guardsKilled", seen: false }] };
  expect(kinds({ title: "Quite different" }, other)).toContain("opposed");
  expect(kinds({ title: "Quite different" }, { ...other, counts: false })).not.toContain("opposed");
});

it.each(SHIPPED.map(({ name }) => name))("every event of %s can be checked", (name) => {
  const theCase = shippedCase(name);
  for (const set of ["next", "events"] as const)
    for (const item of itemsOfSet(theCase, set, true)) {
      const found = checksOn(theCase, item);
      expect(found.filter(({ kind }) => kind.endsWith("-story"))).toHaveLength(1);
    }
});
