import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Case } from "../../app/model/case/types.ts";
import { root } from "../desktop.ts";
import { hostileWorkshops } from "./hostile-workshops.ts";

/** Texts that some program would run, or trip over. Each is told from the others by its number. */
export const HOSTILE = [
  `<img src=x onerror="document.title='taken'">`,
  `</text></svg><script>document.title='taken'</script>`,
  `"><svg onload=document.title='taken'><a href="javascript:alert(1)">`,
  `]]></title></style><!-- & &amp; &#60; --><iframe srcdoc="<b>">`,
  `=HYPERLINK("http://example.org/","x")`,
  `+1+cmd|' /C calc'!A0`,
  `-2+3`,
  `@SUM(1)`,
  `\t=1+1`,
  `\r=1+1`,
  `\u202emothing \u2067left open`,
  `one\u0000two\u0007three\ud800four\uffff`,
  `__proto__`,
  `constructor`,
  `javascript:alert(1)`,
  `\${alert(1)}{{constructor.constructor('alert(1)')()}}`,
  `W${"i".repeat(3_000)}de`,
] as const;

/** Keys whose values only people read. */
const TEXTS = new Set(
  "title label short text note question story name why reason reasons detail saidBy phrase event criteria author publisher where word reading article outside anchors partners resolution moot".split(" "),
); // prettier-ignore

/** The shipped case with every text that only people read replaced, and two such workshops; what the model reads stays. */
export function hostileCase(): string {
  const file = readFileSync(join(root, "assets/cases/russia-iran-syria.entente"), "utf8");
  let n = 0;
  const next = () => `${HOSTILE[n % HOSTILE.length] ?? ""} ${String(n++)}`;
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return TEXTS.has(key) ? next() : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        // What is set is for the model, though a horizon be called like a text.
        name === "settings" ? one : walk(one, name),
      ]),
    );
  };
  const theCase = walk(JSON.parse(file), "") as Case;
  const evidence = HOSTILE.map((text, i) => ({
    id: `E${String(i + 1)}`,
    title: `${text} seen`,
    eventDate: text.slice(0, 40),
    sources: [{ name: text, reliability: "B", credibility: 2, link: text.slice(0, 200) }],
    origin: text,
    bearsOn: [{ indicator: theCase.indicators[i % theCase.indicators.length]?.id ?? "", seen: true }],
    counts: false,
    note: text,
  }));
  return JSON.stringify({ ...theCase, evidence, sessions: hostileWorkshops(theCase, next) });
}

/** What a text of the case has become on this page beside a text; nothing, where all is well. */
export const breaches = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.title.includes("taken")) found.push("a text ran");
    for (const element of document.querySelectorAll("*")) {
      const handler = element.getAttributeNames().find((name) => name.startsWith("on"));
      if (handler !== undefined) found.push(`<${element.localName} ${handler}>`);
      const address = element.getAttribute("href") ?? element.getAttribute("src") ?? element.getAttribute("srcdoc") ?? ""; // prettier-ignore
      if (/^\s*javascript:|^x$|^http:\/\/example/i.test(address))
        found.push(`<${element.localName} ${address}>`);
      if (element.localName === "iframe") found.push("<iframe>");
      if (element.localName === "script" && !(element as HTMLScriptElement).src.startsWith(location.origin)) found.push("<script>"); // prettier-ignore
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push("the page scrolls sideways");
    return found;
  });
