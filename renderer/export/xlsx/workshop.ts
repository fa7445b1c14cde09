import { reportedSession, sessionReport } from "../../../app/model/session/report.ts";
import { signedNumber } from "../../../app/model/words/numbers.ts";
import { marked, type Subject } from "../subject.ts";
import { type Content, Grid } from "./grid.ts";

/** Whole percent as a share, so that a spreadsheet can reckon with it; other texts as they are. */
function content(text: string): Content {
  const percent = /^(\d{1,3})%$/.exec(text)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  return signedNumber(text) ?? text;
}

/** Below and above what whole percents can say. */
const BOUND = /^(<1|>99)%$/;

/** A column is one of numbers, or all of it is text: a span among spans is not reckoned with because its ends agree. */
function columnOf(texts: readonly string[]): readonly Content[] {
  const told = texts.filter((text) => text !== "");
  const isNumbers = told.every((text) => BOUND.test(text) || typeof content(text) === "number");
  return isNumbers ? texts.map(content) : texts;
}

/** A workshop's tables, one below the other; null where none was held. */
export function workshopSheet(subject: Subject): Grid | null {
  const session = reportedSession(subject.case, subject.workshop);
  if (!session) return null;
  const { title, sentences, minority, tables } = sessionReport(subject.case, session);
  const sheet = new Grid("Workshop", marked(subject), title);
  for (const sentence of sentences) sheet.add([sentence]);
  if (minority !== "") for (const line of ["Minority report", ...minority.split("\n")]) sheet.add([line]);
  for (const { title: caption, columns, rows, id } of tables) {
    sheet.row++;
    sheet.add([caption], "title");
    const byColumn = columns.map((_, i) => rows.map((row) => row[i] ?? ""));
    const filled = id === "method" ? byColumn : byColumn.map(columnOf);
    const cells = rows.map((_, i) => filled.map((column) => column[i] ?? ""));
    const head = sheet.row;
    const numeric = filled.map((column) => column.some((value) => typeof value === "number"));
    columns.forEach((text, column) => {
      sheet.put(head, column, text, numeric[column] ? "headNumbers" : column === 0 ? "head" : "headWords");
    });
    cells.forEach((row, i) => {
      const at = sheet.row;
      row.forEach((value, column) => {
        const isShare = typeof value === "number" && rows[i]?.[column]?.endsWith("%");
        const beside = id === "method" ? "words" : "wrap";
        const words = column > 0 ? beside : row.length > 1 ? "label" : "plain";
        const text = numeric[column] ? "bound" : words;
        sheet.put(at, column, value, isShare ? "percent" : typeof value === "number" ? "count" : text);
      });
    });
  }
  return sheet;
}
