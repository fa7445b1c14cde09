import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../app/model/answer/evaluate.ts";
import { openCase } from "../../../app/model/case/door.ts";
import { applyEdit, settingsOf } from "../../../app/model/case/edits.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { FIRST_CHOICE } from "../choice.ts";
import { AT_ONCE, hostile, subjectOf } from "../subject.test-help.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";
import { readBundle, sameAnswers } from "./read.ts";
import { bundleOf } from "./write.ts";

const CHOICE = { ...FIRST_CHOICE, chart: "", bundled: ["workbook"] } as const;
const bundle = (subject = subjectOf()) => bundleOf(CHOICE, { subject, charts: [] }, AT_ONCE);
let made: Promise<Uint8Array> | undefined;
/** One bundle for all who damage a copy of it. */
const whole = () => (made ??= bundle());
const SHIPPED = ["russia-iran-syria", "soviet-egypt-1971", "us-saudi-1973", "china-vietnam-1975"];

describe("opened again", () => {
  test.each(SHIPPED)("%s gives the same numbers, to the last bit", async (name) => {
    const first = shippedCase(name);
    const [factor] = first.factors;
    const scenario = first.scenarios[0]?.id ?? "";
    const theCase = applyEdit(first, { edit: "setWeight", scenario, factor: factor?.id ?? "", weight: 7.3 });
    const read = await readBundle(await bundle(subjectOf(theCase)));
    if (!read.ok) throw new Error(read.sentence);
    const again = openCase(read.text);
    if (!again.ok) throw new Error("The case did not open.");
    expect(again.case).toEqual(theCase);
    expect(sameAnswers(again.case, read)).toBe(true);
    const { scenarios } = JSON.parse(read.answers) as { scenarios: Record<string, unknown> };
    for (const { id } of theCase.scenarios)
      expect(scenarios[id]).toEqual(evaluate(theCase, { ...settingsOf(theCase, id), view: 1 }).horizons);
    // A number that is off by its last bit is noticed.
    const off = read.answers.replace(
      /(\d)(,|\n)/,
      (_, digit: string, end: string) => `${(Number(digit) + 1) % 10}${end}`,
    );
    expect(sameAnswers(again.case, { ...read, answers: off })).toBe(false);
  });

  test("says how it was looked at, by whom it was made, and its marking", async () => {
    const read = await readBundle(await whole());
    expect(read).toMatchObject({
      ok: true,
      manifest: { horizon: "long", view: 1, seed: 1, program: "1.2.3", marking: "Draft · TLP:AMBER+STRICT" },
    });
  });
});

/** The bundle with some of its files replaced; null takes one out. */
async function tampered(change: Readonly<Record<string, Uint8Array | null>>): Promise<Uint8Array> {
  const files = { ...unzipSync(await whole()), ...change };
  return zipSync(
    Object.fromEntries(Object.entries(files).flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : []))),
  );
}
const manifestWith = async (change: (manifest: Manifest) => unknown) => {
  const files = unzipSync(await whole());
  const manifest = JSON.parse(strFromU8(files[MANIFEST] ?? new Uint8Array())) as Manifest;
  return tampered({ [MANIFEST]: strToU8(JSON.stringify(change(manifest))) });
};

/** A bundle's bytes with the name of one of its files, wherever it stands, put in place of another's as long. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const [old, name] = [strToU8(from), strToU8(to)];
  const bytes = zip.slice();
  for (let at = 0; at + old.length <= bytes.length; at++)
    if (old.every((byte, i) => bytes[at + i] === byte)) bytes.set(name, at);
  return bytes;
}
const withProto = async () => renamed(await tampered({ __prot__x: strToU8("x") }), "__prot__x", "__proto__");
const doubled = async () => renamed(await tampered({ "answerz.json": strToU8("{}") }), "answerz.json", "answers.json"); // prettier-ignore

describe("refused in one sentence", () => {
  const cases: readonly (readonly [string, () => Promise<Uint8Array>, RegExp])[] = [
    [
      "a file changed by one bit",
      () => tampered({ "answers.json": strToU8("{}") }),
      /answers\.json is not the file/,
    ],
    ["a file taken out", () => tampered({ "workbook.xlsx": null }), /lacks workbook\.xlsx/],
    ["a file put in", () => tampered({ "../../.bashrc": strToU8("x") }), /which its list does not name/],
    ["a file put in under a name every object has", withProto, /which its list does not name/],
    ["one name twice", doubled, /one name twice/],
    ["no list", () => tampered({ [MANIFEST]: null }), /not an Entente bundle/],
    ["a list that is no JSON", () => tampered({ [MANIFEST]: strToU8("{") }), /list of contents/],
    [
      "a list that names what every object has",
      () => manifestWith((m) => ({ ...m, files: [...m.files, { ...m.files[0], path: "constructor" }] })),
      /lacks constructor/,
    ],
    [
      "a path that climbs",
      () => manifestWith((m) => ({ ...m, case: { ...m.case, file: "../x" } })),
      /list of contents/,
    ],
    ["a later version", () => manifestWith((m) => ({ ...m, version: 2 })), /list of contents/],
    [
      "a list without a case",
      () => manifestWith((m) => ({ ...m, case: { ...m.case, file: "x" } })),
      /names no case/,
    ],
    ["half of it", async () => (await whole()).slice(0, 4000), /damaged/],
    ["another ZIP", async () => zipSync({ "a.txt": strToU8("a") }), /not an Entente bundle/],
  ];
  test.each(cases)("%s", async (_, make, sentence) => {
    const read = await readBundle(await make());
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.sentence).toMatch(sentence);
    expect(read.sentence.replaceAll(/"[^"]*"|\.\w/g, "").slice(0, -1)).not.toMatch(/[.!?](\s|$)/);
  });

  test("what unpacks to more than any bundle holds is not unpacked", async () => {
    const bomb = zipSync({ [MANIFEST]: strToU8("{}"), "a.bin": new Uint8Array(80_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readBundle(bomb)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("not unpacked") as string,
    });
    const many = zipSync(Object.fromEntries([[MANIFEST, strToU8("{}")], ...Array.from({ length: 300 }, (_, i) => [`f${i}`, new Uint8Array()])]) as Record<string, Uint8Array>); // prettier-ignore
    expect(await readBundle(many)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("not unpacked") as string,
    });
  });

  test("a size that lies about itself does not grow beyond it", async () => {
    const zip = zipSync({ [MANIFEST]: strToU8("{}"), "a.bin": new Uint8Array(80_000_000) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    // The size unpacked, in the list at the end of the file: said to be ten bytes.
    for (let at = zip.length - 4; at > 0; at--)
      if (view.getUint32(at, true) === 80_000_000) view.setUint32(at, 10, true);
    expect(await readBundle(zip)).toMatchObject({ ok: false });
  });
});

test.each(["../../etc", "a/b\\c:d", "CON", "\u202egpj.exe", "…"])(
  "%j as a title names a plain file",
  async (text) => {
    const names = Object.keys(
      unzipSync(await bundle(subjectOf(hostile(shippedCase("us-saudi-1973"), text)))),
    );
    for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}_-]+(\.[a-z]+)$/u);
    const read = await readBundle(await bundle(subjectOf(hostile(shippedCase("us-saudi-1973"), text))));
    expect(read.ok).toBe(true);
  },
);
