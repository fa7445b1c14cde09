import { strFromU8, strToU8, unzipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { escapeXml } from "../xml.ts";
import { zipped } from "../zip.ts";
import { headline, marked, type Subject } from "../subject.ts";
import type { Task } from "../task.ts";
import type { Grid } from "./grid.ts";
import { SHEETS } from "./sheets.ts";

/** The case's numbers as a workbook that goes on computing. Slow (a tornado, every scenario): call it when asked. */
export async function workbookOf(subject: Subject, task: Task): Promise<Uint8Array<ArrayBuffer>> {
  const marking = marked(subject);
  const grids: { readonly sheet: Grid; readonly widths: readonly number[] }[] = [];
  for (const [i, { make, widths }] of SHEETS.entries()) {
    await task.step(i / SHEETS.length);
    const sheet = make(subject);
    if (sheet) grids.push({ sheet, widths });
  }
  const bytes = await writeXlsx({
    sheets: grids.map(({ sheet, widths }) => sheet.done(marking, widths)),
    properties: {
      title: subject.case.title,
      description: headline(subject),
      creator: `Entente ${subject.version}`,
      ...(marking === null ? {} : { category: marking }),
    },
  });
  return withCaches(
    bytes,
    grids.map(({ sheet }) => sheet),
    subject.date,
  );
}

/**
 * Charts with the values of their cells inside: a previewer does not compute, and draws an empty chart without them.
 * The writer's `<c:f>` are all of the form 'Sheet'!$A$1:$B$2.
 */
function withCaches(xlsx: Uint8Array, grids: readonly Grid[], date: string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(xlsx);
  for (const name of Object.keys(files).filter((one) => /^xl\/charts\/chart\d+\.xml$/.test(one))) {
    const xml = strFromU8(files[name] ?? new Uint8Array());
    const filled = xml.replace(
      /<c:(num|str)Ref><c:f>([^<]*)<\/c:f><\/c:\1Ref>/g,
      (whole, kind: "num" | "str", formula: string) => {
        const values = valuesOf(formula, grids);
        return values ? cached(kind, formula, values) : whole;
      },
    );
    files[name] = strToU8(filled);
  }
  return zipped(files, date);
}

function valuesOf(formula: string, grids: readonly Grid[]): (string | number | undefined)[] | null {
  const plain = formula.replaceAll("&apos;", "'").replaceAll("&#39;", "'").replaceAll("$", "");
  const found = /^'?([^'!]+)'?!([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(plain);
  const grid = grids.find(({ name }) => name === found?.[1]);
  if (!found || !grid || found[2] !== found[4]) return null;
  const [from, to] = [Number(found[3]), Number(found[5])];
  return Array.from({ length: to - from + 1 }, (_, i) => grid.valueAt(`${found[2]}${from + i}`));
}

function cached(
  kind: "num" | "str",
  formula: string,
  values: readonly (string | number | undefined)[],
): string {
  const points = values
    .map((value, i) =>
      value === undefined ? "" : `<c:pt idx="${i}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`,
    )
    .join("");
  const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
  return `<c:${kind}Ref><c:f>${formula}</c:f><c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points}</c:${kind}Cache></c:${kind}Ref>`;
}
