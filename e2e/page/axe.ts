import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { root } from "../desktop.ts";

interface Axe {
  run(where: Document, options: object): Promise<{ violations: Finding[] }>;
}
interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** One rule misreads this page: it wants a stop of its own for a list that is walked from the search field above it. */
const misread = (id: string, html: string): boolean =>
  id === "scrollable-region-focusable" && html.includes('role="menu"');

/** Those rules whose answer another theme may change. */
const COLOUR = ["color-contrast", "link-in-text-block"];

/** Serious and critical findings of axe on what is on screen, one line each. */
export async function findings(page: Page, by: "all" | "colour" = "all"): Promise<string[]> {
  const there = await page.evaluate(() => "axe" in globalThis);
  if (!there) await page.evaluate(await readFile(join(root, "node_modules/axe-core/axe.min.js"), "utf8"));
  const runOnly = by === "all" ? { type: "tag", values: TAGS } : { type: "rule", values: COLOUR };
  const found = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    return (await axe.run(document, { runOnly, resultTypes: ["violations"] })).violations;
  }, runOnly);
  return found
    .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.filter(({ html }) => !misread(id, html)) }))
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(
      ({ id, nodes }) =>
      nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 140)} ${failureSummary.replaceAll(/\s+/g, " ").slice(0, 220)}`), // prettier-ignore
    );
}
