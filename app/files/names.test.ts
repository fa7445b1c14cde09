import fc from "fast-check";
import { expect, test } from "vitest";
import { FORMATS } from "../model/interchange/interchange.ts";
import { cleanName, isOpenable, networkEndings, withEnding } from "./names.ts";

test.each([
  ["Syria", "Syria.case", "case"],
  ["Q3: base/rate?.svg", "Q3 base rate.svg", "svg"],
  ["chart.SVG", "chart.svg", "svg"],
  ["chart.svg.exe", "chart.svg.exe.png", "png"],
  ["../../etc/passwd", "etc passwd.csv", "csv"],
  ["C:\\Windows\\win.ini", "C Windows win.ini.csv", "csv"],
  ["CON", "_CON.csv", "csv"],
  ["nul.svg", "_nul.svg", "svg"],
  ["COM1.backup", "_COM1.backup.csv", "csv"],
  ["lpt²", "_lpt².csv", "csv"],
  ["CONIN$", "_CONIN$.csv", "csv"],
  ["console", "console.csv", "csv"],
  ["", "Untitled.csv", "csv"],
  ["...", "Untitled.csv", "csv"],
  [" . ", "Untitled.csv", "csv"],
  [".csv", "Untitled.csv", "csv"],
  ["a\u0000b\nc\u007fd", "a b c d.csv", "csv"],
  ["annex\u202egpj.exe", "annex gpj.exe.png", "png"],
  ["e\u0301", "\u00e9.png", "png"],
  ["مثال نص", "مثال نص.png", "png"],
  ["end. . ", "end.png", "png"],
] as const)("%j becomes %j", (name, cleaned, kind) => {
  expect(cleanName(name, kind)).toBe(kind === "case" ? cleaned.replace(".case", ".entente") : cleaned);
});

const kind = fc.constantFrom("case", "svg", "png", "csv");
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\.[a-z.]*$/i;
const odd = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."./\\: aCON1$\u202e\u0000💥") }),
);

test("any text becomes a name that every system accepts, and stays as it is from then on", () => {
  fc.assert(
    fc.property(odd, kind, (text, of) => {
      const name = cleanName(text, of);
      expect(name).not.toMatch(/[\u0000-\u001f"*/:<>?\\|]/);
      expect(name).not.toMatch(/^[. ]|[. ]$/);
      expect(name).not.toMatch(device);
      expect(new TextEncoder().encode(name).byteLength).toBeLessThan(240);
      expect(cleanName(name, of)).toBe(name);
    }),
    { numRuns: 2_000 },
  );
});

test("a long name is cut between characters", () => {
  const name = cleanName("💥".repeat(100), "svg");
  expect(name).toBe(`${"💥".repeat(50)}.svg`);
});

test("an ending is put on where it is missing", () => {
  expect(["/a/b", "/a/b.svg", "/a/b.SVG", "/a.svg/b"].map((path) => withEnding(path, "svg"))).toEqual([
    "/a/b.svg",
    "/a/b.svg",
    "/a/b.SVG",
    "/a.svg/b.svg",
  ]);
});

test("exactly the networks that the window can read are opened", () => {
  const readable = Object.values(FORMATS).flatMap(({ reads, endings: own }) =>
    reads ? own.map((ending) => `.${ending}`) : [],
  );
  expect([...networkEndings].sort()).toEqual(readable.sort());
  expect(["a.entente", "A.BIF", "b.c.net", "a.uai", "a.txt", "bif"].map(isOpenable)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
