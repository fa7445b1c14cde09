import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { openCase, saveCase } from "./door.ts";
import { VERSION } from "./migrate.ts";

/* One file of every version there has been, as that version wrote it, and what it answers. */
const folder = new URL("./golden/", import.meta.url);
const textOf = (version: number) => readFileSync(new URL(`version-${version}.entente`, folder), "utf8");
const versions = Array.from({ length: VERSION }, (_, i) => i + 1);

it("every version has its file", () => {
  expect(readdirSync(folder).sort()).toEqual(versions.map((version) => `version-${version}.entente`));
});

describe.each(versions)("a file of version %i", (version) => {
  const text = textOf(version);
  const opened = openCase(text);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));

  it("says that version, opens in this one and is saved as the oldest that can hold it", () => {
    expect((JSON.parse(text) as { version: number }).version).toBe(version);
    expect(opened.case.version).toBe(VERSION);
    expect(saveCase(opened.case)).toBe(text);
  });

  it("answers as it did", () => {
    const { horizons } = evaluate(opened.case, {});
    const answers = Object.values(horizons).map((one) => Math.round(one.break * 1e9) / 1e9);
    expect(answers).toEqual(ANSWERS[version]);
  });
});

/** P(break) at each horizon, as the program that wrote the file answered. */
const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  1: [0.055154675, 0.314273075],
  2: [0.06028327, 0.38394524],
  3: [0.079776989, 0.436100254],
};

describe("a row set by hand in a file of version 1", () => {
  it("was never read, and still is not: the key is kept under another name", () => {
    const file = JSON.parse(textOf(1)) as { mechanisms: Record<string, unknown>[] };
    const own = textOf(1);
    const before = openCase(own);
    file.mechanisms[0]!["table"] = "whatever";
    const after = openCase(JSON.stringify(file));
    if (!before.ok || !after.ok) throw new Error("refused");
    expect(evaluate(after.case, {})).toEqual(evaluate(before.case, {}));
    expect(after.case.mechanisms[0]).toMatchObject({ tableBefore2: "whatever" });
    expect(after.case.mechanisms[0]).not.toHaveProperty("table");
  });
});
