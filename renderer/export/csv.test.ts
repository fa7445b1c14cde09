import fc from "fast-check";
import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

/** A small reader of RFC 4180: rows of cells. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], "", false];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted && sign === '"' && text[i + 1] === '"') [cell, i] = [cell + '"', i + 1];
    else if (sign === '"') quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === ",") [row, cell] = [[...row, cell], ""];
    else if (sign === "\r" && text[i + 1] === "\n") {
      rows.push([...row, cell]);
      [row, cell, i] = [[], "", i + 1];
    } else cell += sign;
  }
  return rows;
}

const texts = fc.string({ unit: "binary", maxLength: 12 });
const cells = fc.oneof(
  texts,
  fc.constantFrom("=1+1", "+1", "-1", "@a", "\tx", "\rx", 'a"b', "a,b", "a\r\nb"),
);

test("what is written is read back, but for the apostrophe that stops formulas", () => {
  const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  fc.assert(
    fc.property(
      fc.array(cells, { minLength: 1, maxLength: 4 }),
      fc.array(fc.array(cells, { minLength: 1 })),
      (head, rows) => {
        expect(parse(toCsv({ columns: head, rows }))).toEqual(
          [head, ...rows].map((row) => row.map(harmless)),
        );
      },
    ),
  );
});

test("no cell begins as a formula, and numbers stay numbers", () => {
  const [, row = []] = parse(
    toCsv({ columns: ["a"], rows: [["=HYPERLINK(1)", "-2+3", -2.5, 0.1, Number.NaN]] }),
  );
  expect(row).toEqual(["'=HYPERLINK(1)", "'-2+3", "-2.5", "0.1", ""]);
});

test("metadata stand below the table after an empty line", () => {
  const text = toCsv({ columns: ["Horizon", "Breaks"], rows: [["Long run", 33]] }, [
    ["Case", "Russia, Iran"],
    ["Seed", 1],
  ]);
  expect(text).toBe('Horizon,Breaks\r\nLong run,33\r\n\r\nCase,"Russia, Iran"\r\nSeed,1\r\n');
});

test("the byte order mark is there when asked for only", () => {
  const table = { columns: ["a"], rows: [] };
  expect(toCsv(table)).toBe("a\r\n");
  expect(toCsv(table, [], { bom: true })).toBe("\ufeffa\r\n");
});
