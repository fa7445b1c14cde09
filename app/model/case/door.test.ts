import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCase, problemSentence, saveCase } from "./door.ts";
import { tiny, tinyText, tinyWith } from "./tiny.test-help.ts";
import type { Case } from "./types.ts";

const SHIPPED = ["russia-iran-syria", "soviet-egypt-1971", "us-saudi-1973", "china-vietnam-1975"] as const;
const shippedText = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../../assets/cases", `${name}.entente`), "utf8");

function opened(text: string): { case: Case; notes: readonly string[] } {
  const read = openCase(text);
  if (!read.ok) throw new Error(problemSentence(read.problem));
  return read;
}

describe("a shipped case", () => {
  it.each(SHIPPED)("%s opens without notes and saves as the very same text", (name) => {
    const text = shippedText(name);
    const { case: theCase, notes } = opened(text);
    expect(notes).toEqual([]);
    expect(saveCase(theCase)).toBe(text);
  });

  it.each(SHIPPED)("%s keeps keys it does not know, wherever they stand", (name) => {
    const file = JSON.parse(shippedText(name)) as Record<string, unknown>;
    const marked = mark(file) as Record<string, unknown>;
    // In these objects every key is a factor, mechanism, indicator or input: a stray one is an error.
    for (const key of ["scenarios", "statements"]) if (key in file) marked[key] = file[key];
    const text = `${JSON.stringify(marked, null, 2)}\n`;
    expect(saveCase(opened(text).case)).toBe(text);
  });
});

it("made with the editor alone, every claim names a source that the case lists, and says how it was read", () => {
  const { case: theCase } = opened(shippedText("china-vietnam-1975"));
  const listed = new Set(theCase.source.items?.map(({ id }) => id));
  const paragraphs = new Set(theCase.source.paragraphs?.map(({ id }) => id));
  expect(theCase.claims.length).toBeGreaterThan(20);
  for (const { id, sources, status, paragraph, about } of theCase.claims) {
    expect(sources?.length, id).toBeGreaterThan(0);
    expect(
      sources?.filter((one) => !listed.has(one)),
      id,
    ).toEqual([]);
    expect(status, id).toMatch(/read/);
    expect(paragraphs.has(paragraph), id).toBe(true);
    expect(about.length, id).toBeGreaterThan(0);
  }
  for (const { id, anchors } of [...theCase.factors, ...theCase.mechanisms])
    expect(
      anchors.filter((text) => text !== ""),
      id,
    ).toHaveLength(5);
  expect(theCase.links.filter(({ reason }) => reason === "")).toEqual([]);
});

/** The same value with a key of nobody's at the front of every object. */
function mark(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mark);
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value).map(([key, part]): [string, unknown] => [
    key,
    key === "levels" && !Array.isArray(part) ? part : mark(part),
  ]);
  return Object.fromEntries([["x-unknown", { deep: [1, "two"] }], ...own]);
}

describe("a small case", () => {
  const { case: theCase, notes } = opened(tinyText);

  it("gets texts from what it has", () => {
    expect(notes).toEqual([]);
    expect(theCase).toMatchObject({
      id: "case",
      title: "case",
      question: "",
      partners: [],
      claims: [],
      links: [],
    });
    expect(theCase.levels[4]).toEqual({ id: "VH", label: "VH" });
    expect(theCase.horizons).toEqual([
      { id: "soon", label: "soon", phrase: "soon", years: 1 },
      { id: "later", label: "Later on", phrase: "Later on", years: 4 },
    ]);
    expect(theCase.factors[0]).toMatchObject({
      label: "rain",
      short: "Rain",
      group: "apart",
      starred: false,
    });
    expect(theCase.factors[1]).toMatchObject({ label: "shelter", short: "shelter", anchors: [] });
    expect(theCase.source).toEqual({ title: "", author: "", publisher: "", note: "" });
    expect(theCase.scenarios).toEqual([{ id: "baseline", name: "As in this case", story: "", settings: {} }]);
  });

  it("keeps all that the engine reads as it stands in the file", () => {
    expect(theCase.mechanisms).toMatchObject(tiny.mechanisms);
    expect(theCase.factors).toMatchObject(tiny.factors);
    expect(theCase.outcome).toMatchObject(tiny.outcome);
    expect(theCase.indicators).toMatchObject(tiny.indicators);
  });

  it("opens, saved, as the same case again", () => {
    expect(opened(saveCase(theCase)).case).toEqual(theCase);
    expect(saveCase(opened(saveCase(theCase)).case)).toBe(saveCase(theCase));
  });

  it("takes a null for a text or place that is not there", () => {
    const open = (path: string) => opened(tinyWith(path, null)).case;
    expect(open("factors.0.label").factors[0]!.label).toBe("rain");
    expect(open("factors.0.place").factors[0]).not.toHaveProperty("place");
    expect(open("outcome.moot").outcome).not.toHaveProperty("moot");
    expect(open("scenarios").scenarios).toHaveLength(1);
    expect(open("source").source.title).toBe("");
    expect(open("confidence")).not.toHaveProperty("confidence");
  });

  it("may say its parts in any order", () => {
    const reversed = (key: "factors" | "mechanisms" | "indicators") =>
      opened(tinyWith(key, [...tiny[key]].reverse())).case[key].map(({ id }) => id);
    expect(reversed("factors")).toEqual(["shelter", "rain"]);
    expect(reversed("mechanisms")).toEqual(["wet", "anger"]);
    expect(reversed("indicators")).toEqual(["story", "puddles"]);
  });

  it("may start with a byte-order mark", () => {
    expect(opened(`\uFEFF${tinyText}`).case).toEqual(theCase);
  });

  it("carries confidence, places and sources as they were given", () => {
    const confidence = { level: "low", reasons: "one source" };
    expect(opened(tinyWith("confidence", confidence)).case.confidence).toEqual(confidence);
    const place = { column: 1.5, row: 0 };
    expect(opened(tinyWith("outcome.place", place)).case.outcome.place).toEqual(place);
    const items = [{ id: "P1", title: "A paper", date: "1971" }];
    expect(opened(tinyWith("source", { items })).case.source.items).toEqual(items);
  });
});

describe("any text", () => {
  it("opens or is refused in one sentence; nothing is thrown", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.jsonValue().map((extra) => tinyWith("claims", extra)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = openCase(text);
        if (read.ok) expect(saveCase(opened(saveCase(read.case)).case)).toBe(saveCase(read.case));
        else expect(problemSentence(read.problem)).toMatch(/\.$/);
      }),
    );
  });

  it("with any value at any place of the tiny case opens and reopens, or is refused", () => {
    const anywhere = fc.constantFrom(...pathsOf(tiny));
    fc.assert(
      fc.property(anywhere, fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const read = openCase(tinyWith(path, value));
        if (read.ok) expect(opened(saveCase(read.case)).case).toEqual(read.case);
      }),
      { numRuns: 2000 },
    );
  });
});

function pathsOf(value: object, above = ""): string[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => [
    above + key,
    ...(typeof part === "object" && part !== null ? pathsOf(part, `${above}${key}.`) : []),
  ]);
}
