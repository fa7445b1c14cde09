import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loads } from "./sizes.ts";

const root = join(import.meta.dirname, "../../..");
const renderer = join(root, "dist/renderer");

test("what is asked for later is told from what must be there first", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-sizes-"));
  mkdirSync(join(folder, "assets"));
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put("index.html", '<script src="./assets/index-a.js"></script><link href="./assets/index-a.css">');
  put(
    "assets/index-a.js",
    'import{a}from"./shared-b.js";import"./side-c.js";const later=()=>import("./deck-d.js");',
  );
  for (const name of ["shared-b.js", "side-c.js", "deck-d.js", "index-a.css", "gallery-e.js"])
    put(`assets/${name}`, "1;");
  const { first, later } = loads(folder);
  expect(first.files).toEqual(["index-a.css", "index-a.js", "shared-b.js", "side-c.js"]);
  expect(later.files).toEqual(["deck-d.js"]);
  expect(later.size).toBe(2);
});

describe("the built page", () => {
  // What is measured is what these sources make, never what an older state of them left behind.
  beforeAll(() => {
    const build = spawnSync(process.execPath, [join(root, "app/cli/fresh.js")], { encoding: "utf8" });
    expect(build.status, build.stderr).toBe(0);
  }, 300_000);

  test("slides, workbooks, outlines, exports, the case editor, the workshop and the stage are loaded when they are asked for", () => {
    const { first, later } = loads(renderer);
    const of = (name: string) => new RegExp(`^${name}-[\\w-]+\\.js$`);
    for (const name of [
      "deck",
      "workbook",
      "outlined",
      "Exports",
      "Author",
      "Workshop",
      "Stage",
      "compose",
    ]) {
      expect(
        later.files.some((file) => of(name).test(file)),
        name,
      ).toBe(true);
      expect(first.files.filter((file) => of(name).test(file))).toEqual([]);
    }
    // Nor does their code come in by another name.
    const code = first.files.filter((file) => file.endsWith(".js")).map((file) => readFileSync(join(renderer, "assets", file), "utf8")).join("\n"); // prettier-ignore
    expect(["ppt/presentation.xml", "xl/worksheets"].filter((mark) => code.includes(mark))).toEqual([]);
    expect(code.length).toBeGreaterThan(300_000);
  });

  test("the first load stays within its budget: 520 kB packed", () => {
    expect(loads(renderer).first.gzip).toBeLessThan(520_000);
  });
});
