import fc from "fast-check";
import { expect, test } from "vitest";
import { closed, closedThroughout } from "./directions.ts";
import { openCase } from "./door.ts";
import { tinyText } from "./tiny.test-help.ts";

const RLO = "\u202e";
const RLI = "\u2067";
const POP = "\u202c";
const POP_ISOLATE = "\u2069";

test.each([
  ["plain", "plain"],
  ["\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05dc\u05d5\u05dd"],
  [`${RLO}abc`, `${RLO}abc${POP}`],
  [`${RLO}abc${POP}`, `${RLO}abc${POP}`],
  [`${RLI}a${RLO}b`, `${RLI}a${RLO}b${POP}${POP_ISOLATE}`],
  [`${RLI}a${RLO}b${POP_ISOLATE}`, `${RLI}a${RLO}b${POP_ISOLATE}`],
  [`a${POP}b${POP_ISOLATE}`, `a${POP}b${POP_ISOLATE}`],
])("%j is closed as %j", (text, expected) => {
  expect(closed(text)).toBe(expected);
});

test("closing begins with the text, ends every turn, and closing again changes nothing", () => {
  const marks = fc.constantFrom("a", " ", RLO, RLI, POP, POP_ISOLATE, "\u202a", "\u2066", "\u2068");
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 20 }), (signs) => {
      const text = signs.join("");
      const done = closed(text);
      expect(done.startsWith(text)).toBe(true);
      expect(closed(done)).toBe(done);
    }),
  );
});

test("a case is closed as it is opened, but not what is sealed; one without such marks is left as it was", () => {
  const tiny = JSON.parse(tinyText) as { title: string };
  const opened = openCase(JSON.stringify({ ...tiny, title: `${RLO}eltit` }));
  expect(opened.ok && opened.case.title).toBe(`${RLO}eltit${POP}`);
  const sealed = { sessions: [`${RLO}x`] };
  expect(closedThroughout(sealed)).toBe(sealed);
  expect(closedThroughout(tiny)).toBe(tiny);
});
