import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./app.ts";
import { call } from "./bridge.ts";
import { launchBrowser } from "./edition.ts";
import { complaintsOf } from "./page/complaints.ts";
import { answerSave } from "./page/documents.ts";
import { on, settled } from "./page/explore.ts";
import { openExport, written } from "./page/exports.ts";
import { breaches, hostileCase } from "./page/hostile.ts";
import { Phone } from "./page/phone.ts";
import { press } from "./page/press.ts";
import { screens, show } from "./page/tour.ts";

// A case whose every text some program would run or trip over: text on every screen and in every export.

/** Runs another program on a file. @returns what it said, or null where this computer has no such program */
function asked(program: string, ...args: string[]): string | null {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (error) return null;
  if (status !== 0) throw new Error(`${program}: ${stderr || stdout}`);
  return stdout;
}

const TABLE = `
import sys, csv
rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8-sig")))
def number(cell):
    try: float(cell); return True
    except ValueError: return False
bad = [c for r in rows for c in r if c[:1] in "=+-@\\t\\r\\n" and c and not number(c)]
sys.exit(str(bad[:3])) if bad else print(len(rows))
`;
/** What of an SVG picture would run, load or lead elsewhere. */
const RUNS = "//*[local-name()='script' or local-name()='foreignObject' or local-name()='iframe' or local-name()='img' or local-name()='a'] | //@*[starts-with(local-name(), 'on')] | //@*[local-name()='href' and not(starts-with(., '#') or starts-with(., 'data:'))]"; // prettier-ignore
/** All that the formulas of Entente's own sheets are made of. */
const OWN = /(SUM|IF|ABS|PERCENTILE|MEDIAN|MAX|MIN|ROUND)\(|\$?[A-Z]{1,2}\$?\d+|"(adds up|does not add up)"|\d+(\.\d+)?|&lt;|[-+*/(),:]/g; // prettier-ignore
/** What of a sheet's XML would be worked out or lead elsewhere, and is not Entente's. */
const foreign = (sheet: string): string[] => [
  ...[...sheet.matchAll(/<f[ >].*?<\/f>/gs)].map(([f]) => f.replace(/<.*?>/g, "")).filter((f) => f.replace(OWN, "") !== ""), // prettier-ignore
  ...(sheet.match(/<(hyperlink|oleObject|ddeLink)[ >][^>]*/g) ?? []),
];

test.beforeEach(async ({ folder }) => {
  await writeFile(join(folder, "hostile.entente"), hostileCase());
});

test("a hostile case is text on every screen, in every dialog and on the slides", async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000);
  const { page } = await start(join(folder, "hostile.entente"));
  await settled(page);
  const complaints = complaintsOf(page);
  const at = async (where: string) => {
    expect(await breaches(page), where).toEqual([]);
  };
  expect(await page.locator("body").textContent()).toContain("onerror=");
  for (const screen of await screens(page)) {
    await test.step(screen, async () => {
      await show(page, screen);
      await at(screen);
      for (const tab of await page.getByRole("main").getByRole("tab").all()) {
        if (!(await tab.isVisible())) continue;
        await tab.click();
        await at(`${screen}, a tab`);
      }
    });
  }
  await show(page, "Explore");
  await page.keyboard.press("f");
  await at("the full argument");
  await page.keyboard.press("f");
  await page.keyboard.press("Control+k");
  await on(page).dialog.waitFor();
  await at("the palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F5");
  const slide = page.locator("[data-stage] main");
  await slide.waitFor();
  for (const key of ["1", "2", "3", "4", "5"]) {
    await page.keyboard.press(key);
    await at(`slide ${key}`);
  }
  await page.keyboard.press("Escape");
  expect(complaints).toEqual([]);
});

test("what is exported of it other programs take for text", async ({ start, folder }) => {
  test.setTimeout(240_000);
  const started = await start(join(folder, "hostile.entente"));
  const { page } = started;
  await settled(page);
  await answerSave(started, { folder });
  const complaints = complaintsOf(page);
  const dialog = await openExport(page, "Bundle");
  // One may be ticked already.
  for (const extra of await dialog.getByRole("group", { name: "Also inside" }).getByRole("checkbox").all())
    if (!(await extra.isChecked())) await extra.press("Space");
  const bundle = unzipSync(await readFile(await written(page, folder, ".zip")));
  const out = join(folder, "out");
  const put = async (name: string, bytes: Uint8Array) => {
    const path = join(out, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    return path;
  };
  const of = (ending: string) => Object.entries(bundle).filter(([name]) => name.endsWith(ending));
  expect([of(".svg").length > 3, of(".csv").length > 3, of(".xlsx").length, of(".pptx").length, of(".html").length]).toEqual([true, true, 1, 1, 1]); // prettier-ignore

  await test.step("pictures", async () => {
    for (const [name, bytes] of of(".svg")) {
      const path = await put(name, bytes);
      const count = asked("xmllint", "--xpath", `count(${RUNS})`, path);
      if (count !== null) expect(Number(count)).toBe(0);
    }
  });
  await test.step("tables", async () => {
    for (const [name, bytes] of of(".csv")) asked("python3", "-c", TABLE, await put(name, bytes));
  });
  await test.step("workbook and slides", async () => {
    for (const ending of [".xlsx", ".pptx"])
      for (const [name, bytes] of of(ending)) {
        const parts = Object.entries(unzipSync(bytes)).filter(([part]) => /\.(xml|rels)$/.test(part));
        for (const [part, xml] of parts) asked("xmllint", "--noout", await put(`${name}.parts/${part}`, xml));
        const sheets = parts.filter(([part]) => part.startsWith("xl/worksheets/"));
        const texts = sheets.map(([, xml]) => strFromU8(xml));
        expect([ending, texts.some((text) => text.includes("<f>"))]).toEqual([ending, ending === ".xlsx"]);
        expect(texts.flatMap(foreign)).toEqual([]);
      }
  });
  await test.step("report, looked at by a browser that would run it", async () => {
    const browser = await launchBrowser();
    const view = await browser.newPage();
    const asks: string[] = [];
    view.on("request", (request) => asks.push(request.url()));
    view.on("dialog", (box) => {
      asks.push(`a box: ${box.message()}`);
      void box.dismiss();
    });
    for (const [name, bytes] of of(".html")) {
      const url = pathToFileURL(await put(name, bytes)).href;
      await view.goto(url);
      await expect(view.locator("body")).toContainText("Minority report");
      expect(await view.title()).not.toBe("taken");
      expect(await view.evaluate(() => document.querySelectorAll("script, iframe, img[src=x], [onerror], [onload], a[href^=javascript]").length)).toBe(0); // prettier-ignore
      expect(asks.filter((one) => one !== url && !one.startsWith("data:"))).toEqual([]);
    }
    await browser.close();
  });
  expect(complaints).toEqual([]);
});

test("on phones, and from phones, it is text too", async ({ start, folder }) => {
  test.setTimeout(120_000);
  const { page } = await start(join(folder, "hostile.entente"));
  await settled(page);
  const [first] = await call(page, "room:addresses");
  const { factors } = JSON.parse(hostileCase()) as { factors: { label: string; anchors: string[] }[] };
  const setup = {
    factors: factors.slice(0, 4).map(({ label, anchors }, n) => ({ id: `f${String(n)}`, label, calm: anchors[0] ?? "", worst: anchors.at(-1) ?? "" })), // prettier-ignore
    chances: [{ kind: "chance" as const, id: "h", text: factors[4]?.label ?? "" }],
    warmups: [],
    method: "swing" as const,
  };
  const state = await call(page, "room:open", { session: "hostile", address: first?.address ?? "127.0.0.1", port: null, byHand: false, encrypted: false, setup }); // prettier-ignore
  if ("failed" in state) throw new Error(state.message);
  await call(page, "room:show", {
    title: factors[0]?.label ?? "",
    marking: `<img src=x onerror="document.title='taken'">`,
    page: { show: "round", round: "r1", kind: "weights", n: 1, questions: setup.chances, method: "swing", factors: setup.factors, changes: 1, from: null }, // prettier-ignore
    remarks: [],
    endsAt: null,
  });
  const browser = await launchBrowser();
  const phone = await Phone.open(browser, state.url);
  await phone.join("<img src=x onerror=1> =1+1");
  await phone.fillRound(10, 30, 50, [90, 70, 40, 20]);
  await phone.page.locator("textarea").first().fill(`<script>document.title='taken'</script> =1+1`);
  expect(await breaches(phone.page)).toEqual([]);
  await phone.send();
  await expect(phone.heading("Your answer is in")).toBeVisible();
  expect(await breaches(phone.page)).toEqual([]);
  expect(phone.complaints).toEqual([]);
  await browser.close();
  expect(await breaches(page)).toEqual([]);
});

test("names, answers and remarks of a workshop are text for its facilitator, on paper, in ballot.html and in its tables", async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const started = await start(join(folder, "hostile.entente"));
  const { page } = started;
  await settled(page);
  await answerSave(started, { folder });
  const complaints = complaintsOf(page);
  const at = async (where: string) => {
    expect(await breaches(page), where).toEqual([]);
  };
  /** What was written with this ending once a button was pressed. */
  const saved = async (button: string, ending: string) => {
    await press(page, button);
    let name: string | undefined;
    await expect(async () => {
      name = (await readdir(folder)).find((one) => one.endsWith(ending));
      expect(name, `a ${ending}`).toBeDefined();
    }).toPass();
    return join(folder, name ?? "");
  };
  await show(page, "Workshop");
  await at("set-up");
  await test.step("one that is over, and its tables", async () => {
    await press(page, /^Look at workshop/);
    await expect(page.getByRole("textbox").first()).toHaveValue(/document\.title|HYPERLINK|alert/);
    await at("close");
    asked("python3", "-c", TABLE, await saved("CSV of all tables", ".csv"));
    await press(page, "Leave");
  });
  await test.step("paper", async () => {
    await press(page, /^Go on with workshop/);
    await expect(page.getByRole("main")).toContainText("onload=");
    await at("a round under way");
    if (started.electron) {
      const path = await saved("Print sheet", ".pdf");
      expect(asked("pdftotext", path, "-") ?? "onerror=").toContain("onerror=");
      return;
    }
    await page.evaluate(() => {
      window.print = () => {
        const sheet = document.querySelector(".report-print");
        const parts = [...(sheet?.querySelectorAll("*") ?? [])];
        const made = parts.flatMap((one) => [one.localName, ...one.getAttributeNames()]);
        document.body.dataset["printed"] = JSON.stringify({ made, text: sheet?.textContent });
      };
    });
    await press(page, "Print sheet");
    const body = page.locator("body");
    await expect(body).toHaveAttribute("data-printed", /onerror=/);
    const { made } = JSON.parse((await body.getAttribute("data-printed")) ?? "") as { made: string[] };
    expect(made.filter((name) => /^(script|style|img|iframe|a|link|on.*|src.*|href|style)$/.test(name))).toEqual([]); // prettier-ignore
  });
  await test.step("a ballot in one file", async () => {
    const browser = await launchBrowser();
    const ballot = await browser.newPage();
    await ballot.goto(pathToFileURL(await saved("Save ballot.html", ".html")).href);
    await expect(ballot.locator("body")).toContainText("onerror=");
    expect(await ballot.title()).not.toBe("taken");
    expect(await ballot.evaluate(() => document.querySelectorAll("iframe, img, [onerror], [onload], a[href^=javascript]").length)).toBe(0); // prettier-ignore
    await browser.close();
  });
  await test.step("the rest of the workshop, and the slides of it", async () => {
    await press(page, "Close round 1");
    await press(page, "Go to the reveal");
    for (let n = 1; n <= 5; n++) {
      await press(page, "Show next");
      await at(`reveal ${String(n)}`);
    }
    const steps = page.getByRole("region", { name: "Steps of the workshop" });
    for (const step of ["Discuss", "Round 2", "Result", "Challenge", "Close"]) {
      await steps.getByRole("button", { name: new RegExp(step) }).click();
      await at(step);
    }
    await page.keyboard.press("F5");
    await page.locator("[data-stage] main").waitFor();
    for (const key of ["1", "2", "3", "4", "5"]) {
      await page.keyboard.press(key);
      await at(`slide ${key}`);
    }
  });
  expect(complaints).toEqual([]);
});
