import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readXlsx } from "hucre/xlsx";
import type { Case } from "../../../app/model/case/types.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { AT_ONCE, hostile, subjectOf } from "../subject.test-help.ts";
import { percentile } from "./sheets.ts";
import { workbookOf } from "./workbook.ts";

const parts = (xlsx: Uint8Array, name: RegExp) =>
  Object.entries(unzipSync(xlsx))
    .filter(([path]) => name.test(path))
    .map(([, bytes]) => strFromU8(bytes));

test("a workbook holds the answer as formulas with their values, marked on every sheet", async () => {
  const subject = subjectOf();
  const xlsx = await workbookOf(subject, AT_ONCE);
  const { sheets } = await readXlsx(xlsx);
  expect(sheets.map(({ name }) => name)).toEqual([
    "Read me",
    "Answer by horizon",
    "Why",
    "Weights and states",
    "Scenarios",
    "Range",
    "Tornado",
  ]);
  for (const { rows } of sheets) {
    const texts = rows.map(([first]) => first).filter((one) => one !== null && one !== undefined);
    expect(texts[0]).toBe("Draft · TLP:AMBER+STRICT");
    expect(texts.at(-1)).toBe("Draft · TLP:AMBER+STRICT");
  }
  const worksheets = parts(xlsx, /worksheets\/sheet\d+\.xml$/);
  for (const sheet of worksheets) {
    expect(sheet).toMatch(/<oddHeader>[^<]*Draft · TLP:AMBER\+STRICT/);
    expect(sheet).toMatch(/<oddFooter>[^<]*Draft · TLP:AMBER\+STRICT/);
    // Every formula carries the value it has now.
    expect(sheet.match(/<f>/g)?.length ?? 0).toBe(sheet.match(/<f>[^<]*<\/f><v>[^<]+<\/v>/g)?.length ?? 0);
  }
  const answers = sheets[1]?.rows ?? [];
  const rungs = subject.case.outcome.rungs.length;
  const long = answers.find(([name]) => name === "Long run");
  expect(long?.[rungs + 1]).toBe(subject.answer.result.horizons["long"]?.break);
});

test("charts are the program's own objects, with the values of their cells inside", async () => {
  const charts = parts(await workbookOf(subjectOf(), AT_ONCE), /charts\/chart\d+\.xml$/);
  expect(charts.length).toBe(3);
  for (const chart of charts) {
    expect(chart).toContain("<c:barChart>");
    expect(chart.match(/<c:numCache>/g)?.length).toBe(chart.match(/<c:numRef>/g)?.length);
    expect(chart.match(/<c:strCache>/g)?.length).toBe(chart.match(/<c:strRef>/g)?.length);
    expect(chart).not.toMatch(/<c:v>undefined|<c:v>NaN/);
  }
});

test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '</t></is><f>1+1</f>&"\u0000', "&P&G"])(
  "%j in a case's texts stays a text",
  async (text) => {
    const theCase = hostile(shippedCase("soviet-egypt-1971"), text);
    const xlsx = await workbookOf(subjectOf(theCase), AT_ONCE);
    for (const sheet of parts(xlsx, /worksheets\/sheet\d+\.xml$/))
      for (const [, formula] of sheet.matchAll(/<f>([^<]*)<\/f>/g))
        expect(formula).toMatch(/^(SUM|PERCENTILE|MEDIAN|MIN|MAX|IF)\(|^\$?[A-Z]+\$?\d+-\$?[A-Z]+\$?\d+$/);
    const { sheets } = await readXlsx(xlsx);
    const cleaned = text.replaceAll("\u0000", "");
    expect(sheets[0]?.rows.some((row) => row.includes(cleaned))).toBe(true);
  },
);

test("a marking with what begins a code in heads and feet is printed as it stands", async () => {
  const theCase: Case = {
    ...shippedCase("soviet-egypt-1971"),
    marking: { text: "R&D &P&G &&", tlp: "TLP:RED" },
  };
  const worksheets = parts(await workbookOf(subjectOf(theCase), AT_ONCE), /worksheets\/sheet\d+\.xml$/);
  expect(worksheets.length).toBeGreaterThan(3);
  for (const sheet of worksheets)
    for (const [, line] of sheet.matchAll(/<odd(?:Header|Footer)>([^<]*)</g))
      expect(line?.replaceAll("&amp;", "&")).toContain("R&&D &&P&&G &&&& · TLP:RED");
});

test("the percentile is the spreadsheet's", () => {
  expect(percentile([1, 2, 3, 4, 5], 0.1)).toBeCloseTo(1.4, 12);
  expect(percentile([1, 2], 0.5)).toBe(1.5);
});
