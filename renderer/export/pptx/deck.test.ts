// @vitest-environment jsdom
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { applyEdit } from "../../../app/model/case/edits.ts";
import { append, newSession } from "../../../app/model/session/chain.ts";
import { dryRun } from "../../../app/model/session/session.test-help.ts";
import type { Happened } from "../../../app/model/session/types.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { hostile, subjectOf } from "../subject.test-help.ts";
import { deckOf } from "./deck.ts";
import { SLIDES } from "./names.ts";
import { slidesOf } from "./slides.ts";

const ALL = SLIDES.map(([id]) => id);
const deck = async (subject = subjectOf()) => unzipSync(await deckOf(subject, slidesOf(subject, ALL)));
const named = (files: Readonly<Record<string, Uint8Array>>, pattern: RegExp) =>
  Object.entries(files)
    .filter(([name]) => pattern.test(name))
    .map(([, bytes]) => strFromU8(bytes));

test("every axis that a chart declares is defined, and the other way round", async () => {
  const charts = named(await deck(), /^ppt\/charts\/chart\d+\.xml$/);
  expect(charts.length).toBe(3);
  for (const chart of charts) {
    const plot = /<c:barChart>[^]*?<\/c:barChart>/.exec(chart)?.[0] ?? "";
    const declared = [...plot.matchAll(/<c:axId val="(\d+)"\/>/g)].map(([, id]) => id);
    const defined = [...chart.matchAll(/<c:(?:cat|val)Ax>\s*<c:axId val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(declared.length).toBe(2);
    expect(new Set(defined)).toEqual(new Set(declared));
  }
});

test("charts can be edited and are said in words", async () => {
  const files = await deck();
  expect(Object.keys(files).filter((name) => name.endsWith(".xlsx")).length).toBe(3);
  const slides = named(files, /^ppt\/slides\/slide\d+\.xml$/);
  const charts = slides.filter((slide) => slide.includes("graphicFrame"));
  expect(charts.length).toBe(3);
  for (const slide of charts) expect(slide).toMatch(/descr="[^"]{40,}"/);
});

test("a label can be read on its own colour", async () => {
  const [stacked = ""] = named(await deck(), /^ppt\/charts\/chart\d+\.xml$/).filter((one) =>
    one.includes('"stacked"'),
  );
  const series = stacked.match(/<c:ser>[^]*?<\/c:ser>/g) ?? [];
  expect(series.length).toBe(5);
  for (const one of series) {
    const fill = /<a:srgbClr val="(\w+)"/.exec(one)?.[1] ?? "";
    const label = /<c:dLbls>[^]*?<a:srgbClr val="(\w+)"/.exec(one)?.[1] ?? "";
    expect(contrast(fill, label)).toBeGreaterThan(4.5);
  }
});

/** WCAG 2 contrast of two colours, RRGGBB. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, blue = 0] = (colour.match(/../g) ?? []).map((part) => {
      const share = Number.parseInt(part, 16) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** A case on which a workshop was held. */
const held = () => {
  const subject = subjectOf();
  return { ...subject, case: applyEdit(subject.case, { edit: "keepSession", session: dryRun() }) };
};

test("a workshop has its slides where one was held", async () => {
  expect(slidesOf(subjectOf(), ALL).map(({ id }) => id)).not.toContain("workshop");
  const slides = slidesOf(held(), ALL).filter(({ id }) => id === "workshop");
  expect(slides[0]?.title).toBe("Dry run of 3 February 2026");
  expect(slides.at(-1)?.lines.join(" ")).toContain("Minority report: Two seats see none of it.");
});

test("no slide of a workshop holds more than can be read, however much was said", () => {
  const { sessions = [], ...rest } = held().case;
  const [whole] = sessions;
  if (!whole) throw new Error("No workshop was held.");
  const long = "Nobody would see it come. ".repeat(90);
  const events = whole.events.slice(0, -2).map(({ seq: _, at: __, prev: ___, hash: ____, ...one }) => one);
  const session = append(
    newSession("s2", whole.setup, whole.createdAt),
    [
      ...events.slice(1),
      { type: "concluded", confidence: "low", reasons: long, minority: long },
      { type: "closed" },
    ] as Happened[],
    whole.createdAt,
  );
  const slides = slidesOf({ ...subjectOf(), case: { ...rest, sessions: [session] } }, ["workshop"]);
  expect(slides.length).toBeGreaterThan(1);
  for (const { lines, figures } of slides) {
    // A line of 16 points holds some 120 letters.
    const rows = lines.reduce((sum, line) => sum + Math.ceil(line.length / 120), 0);
    expect(rows).toBeLessThanOrEqual(figures ? 8 : 14);
  }
});

test("marking twice and the source on every slide", async () => {
  const slides = named(await deck(held()), /^ppt\/slides\/slide\d+\.xml$/);
  expect(slides.length).toBe(slidesOf(held(), ALL).length);
  for (const slide of slides) {
    expect(slide.split("Draft · TLP:AMBER+STRICT").length).toBe(3);
    expect(slide).toContain("seed 1");
    expect(slide).toContain("not frequency");
  }
});

test.each(["</a:t><script>&\"'", "]]>\u0000\ud800<c:x/>", "=cmd|' /C calc'!A0"])(
  "%j in a case's texts leaves every part well formed",
  async (text) => {
    const subject = subjectOf(hostile(shippedCase("us-saudi-1973"), text));
    for (const [name, bytes] of Object.entries(await deck(subject))) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const parsed = new DOMParser().parseFromString(strFromU8(bytes), "application/xml");
      expect([name, parsed.querySelector("parsererror")?.textContent ?? null]).toEqual([name, null]);
    }
  },
);

test("only what was asked for, in the usual order", () => {
  expect(slidesOf(subjectOf(), ["method", "answer"]).map(({ id }) => id)).toEqual(["answer", "method"]);
});
