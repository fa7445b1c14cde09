import { reportedSession, sessionReport } from "../../../app/model/session/report.ts";
import { marked, type Subject } from "../subject.ts";
import { type Content, Grid } from "./grid.ts";

/** Whole percent as a share, so that a spreadsheet can reckon with it; other texts as they are. */
function content(text: string): Content {
  const percent = /^(\d{1,3})%$/.exec(text)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

/** The last workshop's tables, one below the other; null where none was held. */
export function workshopSheet(subject: Subject): Grid | null {
  const session = reportedSession(subject.case);
  if (!session) return null;
  const { title, sentences, minority, tables } = sessionReport(subject.case, session);
  const sheet = new Grid("Workshop", marked(subject), title);
  for (const sentence of sentences) sheet.add([sentence]);
  if (minority !== "") for (const line of ["Minority report", ...minority.split("\n")]) sheet.add([line]);
  for (const { title: caption, columns, rows, id } of tables) {
    sheet.row++;
    sheet.add([caption], "title");
    sheet.add(columns, "head");
    for (const row of rows) {
      const at = sheet.row;
      row.forEach((text, column) => {
        const value = id === "method" ? text : content(text);
        const isShare = typeof value === "number" && text.endsWith("%");
        sheet.put(at, column, value, isShare ? "share" : "plain");
      });
    }
  }
  return sheet;
}
