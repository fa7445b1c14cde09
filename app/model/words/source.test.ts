import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { blankCase, templateCase } from "../author/start.ts";
import { applyEdit } from "../case/edits.ts";
import { openCase, saveCase } from "../case/door.ts";
import type { Case, Source } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { SOURCE_KINDS, sourceKind, sourceWords } from "./source.ts";

const empty: Source = { title: "", author: "", publisher: "", note: "" };
const kindOf = (source: Partial<Source>) => sourceKind({ source: { ...empty, ...source } });

describe("what a case rests on", () => {
  test("is read off what it names where it does not say", () => {
    expect(kindOf({})).toBe("none");
    expect(kindOf({ note: "Made from memory." })).toBe("none");
    expect(kindOf({ title: "A note" })).toBe("text");
    expect(kindOf({ paragraphs: [{ id: "P1", text: "It rains." }] })).toBe("text");
    expect(kindOf({ paragraphs: [{ id: "P1", text: "Advertisement", left: true }] })).toBe("none");
    expect(kindOf({ title: "A", author: "B", publisher: "C" })).toBe("article");
    expect(kindOf({ items: [{ id: "S1", title: "One" }] })).toBe("text");
    const items = [1, 2].map((n) => ({ id: `S${n}`, title: `Paper ${n}` }));
    expect(kindOf({ title: "A", author: "B", publisher: "C", items })).toBe("sources");
  });

  test("is what the file says; a kind of somebody else's is kept and not read", () => {
    for (const kind of SOURCE_KINDS) expect(kindOf({ kind })).toBe(kind);
    expect(kindOf({ kind: "podcast", title: "A note" })).toBe("text");
    const theCase = { ...blankCase(), source: { ...empty, kind: "podcast" } };
    const again = openCase(saveCase(theCase));
    expect(again.ok && again.case.source).toMatchObject({ kind: "podcast" });
  });

  test("of what ships: an article, papers, a list of sources; a new case has nothing", () => {
    const kinds = ["russia-iran-syria", "soviet-egypt-1971", "us-saudi-1973", "china-vietnam-1975"].map(
      (name) => sourceKind(shippedCase(name)),
    );
    expect(kinds).toEqual(["article", "sources", "sources", "sources"]);
    expect(sourceKind(blankCase())).toBe("none");
  });

  test("can be said in the editor, and be read off again", () => {
    const say = (theCase: Case, kind: string | undefined) => {
      const next = applyEdit(theCase, { edit: "setCaseWords", to: { source: { kind } } });
      return next;
    };
    const said = say(templateCase(), "report");
    expect(sourceWords(said).the).toBe("the report");
    expect(sourceKind(say(said, undefined))).toBe(sourceKind(templateCase()));
  });

  test("a case without scenarios gets one that is called after it", () => {
    expect(blankCase().scenarios.map(({ name }) => name)).toEqual(["As in this case"]);
  });
});

/* A case may rest on something else than an article: no text of the program may say "the article" by itself. */
describe("no fixed text speaks of an article", () => {
  const root = join(import.meta.dirname, "../../..");
  const isSource = (name: string) =>
    /\.tsx?$/.test(name) && !/\.test|fixtures|gallery|dist\//.test(name) && !name.endsWith("words/source.ts");
  const files = ["app", "renderer"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(root, folder, name))
      .filter(isSource),
  );
  /** What speaks of a key of a file, or to somebody who is choosing a text. */
  const ALLOWED = ['"article", "outside" or a number from 0 to 1', "Paste the article or report here"];

  /** Texts with words; a bare "article" is a key. */
  function spoken(file: string, code: string): string[] {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (
        ts.isStringLiteralLike(node) ||
        ts.isJsxText(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddle(node) ||
        ts.isTemplateTail(node)
      ) {
        const isImport = ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
        if (!isImport && /\barticles?\b/i.test(node.text) && node.text !== "article")
          found.push(node.text.trim());
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
    return found;
  }

  test("a planted one is seen", () => {
    expect(spoken("a.tsx", 'const a = "as in the article"; const b = `${x}% article`;')).toHaveLength(2);
    expect(spoken("a.tsx", "const c = <p>Beyond the article</p>; const d = <b>Article</b>;")).toHaveLength(2);
    expect(spoken("a.tsx", 'const e = view === "article"; const f = <article />;')).toEqual([]);
  });

  test("there is none", () => {
    expect(files.length).toBeGreaterThan(400);
    const found = files.flatMap((file) =>
      spoken(file, readFileSync(file, "utf8"))
        .filter((text) => !ALLOWED.some((allowed) => text.startsWith(allowed)))
        .map((text) => `${relative(root, file)}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
