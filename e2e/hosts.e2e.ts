import { copyFile, mkdir, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { writeStart } from "../app/browser/window.ts";
import { expect, test } from "./app.ts";
import { call, grant } from "./bridge.ts";
import { endEdition, launchBrowser, startEdition } from "./edition.ts";
import { listenOutside, tryEverything } from "./outside.ts";

// What both hosts promise, whatever the page shows.

/** Loads the page anew and counts what its policy refused and what went to the error log meanwhile. */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.reload();
  await page.locator("#root > *, main").first().waitFor();
  await page.waitForTimeout(500);
  return complaints;
}

test("the page is cut off from Node and sees only the bridge", async ({ page, host }) => {
  const seen = await page.evaluate(() => {
    const here = globalThis as Record<string, unknown>;
    return {
      node: ["require", "process", "module", "Buffer", "global", "electron"].filter((name) => name in here),
      secure: isSecureContext,
      bridge: Object.keys(window.entente ?? {}).sort(),
      frozen: window.entente === undefined || Object.isFrozen(window.entente),
    };
  });
  const bridge = host === "desktop" ? ["call", "dropped", "on"] : [];
  expect(seen).toEqual({ node: [], secure: true, bridge, frozen: true });
  expect(await call(page, "app:info")).toMatchObject({ host: host === "desktop" ? "electron" : "browser" });
});

test("loading the page breaks no rule of its policy and logs no error", async ({ page }) => {
  expect(await complaintsOf(page)).toEqual([]);
});

test("the policy counter counts", async ({ page }) => {
  const counted = page.waitForEvent("console", (message) => message.type() === "error");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.body.append(script);
  });
  expect((await counted).text()).toContain("Content Security Policy");
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
});

test("no request leaves, whatever the page tries", async ({ page, host }) => {
  const outside = await listenOutside();
  const here = new URL(page.url()).origin;
  const asked: string[] = [];
  page.on("response", (response) => asked.push(new URL(response.url()).origin));
  await page.reload();
  await tryEverything(page, outside.address);
  expect(outside.told()).toBe(0);
  // An ordinary browser may open a connection before its policy forbids to use it; the desktop does not even that.
  if (host === "desktop") expect(outside.reached()).toBe(0);
  expect([...new Set(asked)]).toEqual([here]);
  outside.close();
});

test("a file dropped on the page does not take its place", async ({ page, folder }) => {
  const path = join(folder, "evil.html");
  await writeFile(path, "<script>document.title = 'taken'</script>");
  const before = page.url();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(await page.title()).not.toBe("taken");
});

test.describe("a file", () => {
  test("that is granted is written whole, with the previous version beside it", async ({
    started,
    page,
    folder,
  }) => {
    const file = await grant(started, join(folder, "case.entente"));
    const first = await call(page, "files:write", { handle: file, text: "one", stamp: null, force: false });
    if (first === undefined || !("stamp" in first)) throw new Error("not saved");
    await call(page, "files:write", { handle: file, text: "two", stamp: first.stamp, force: false });
    expect(await readFile(join(folder, "case.entente"), "utf8")).toBe("two");
    expect(await readFile(join(folder, "case.entente.bak"), "utf8")).toBe("one");
    expect((await readdir(folder)).sort()).toEqual(["case.entente", "case.entente.bak"]);
    expect((await call(page, "recent:list")).map(({ name }) => name)).toContain("case.entente");
  });

  test("changed by somebody else is not overwritten", async ({ started, page, folder }) => {
    const path = join(folder, "case.entente");
    await writeFile(path, "one");
    const file = await grant(started, path);
    const opened = await call(page, "files:read", file);
    if ("failed" in opened) throw new Error(opened.message);
    await writeFile(path, "theirs");
    const mine = { handle: file, text: "mine", stamp: opened.stamp, force: false };
    expect(await call(page, "files:write", mine)).toMatchObject({ failed: "changed" });
    expect(await readFile(path, "utf8")).toBe("theirs");
  });

  test("that was not granted is neither read nor written", async ({ page, folder }) => {
    await writeFile(join(folder, "case.entente"), "secret");
    for (const handle of ["0".repeat(32), "f".repeat(16)])
      expect(await call(page, "files:read", handle)).toMatchObject({ failed: "denied" });
    const named = call(page, "files:read", join(folder, "case.entente"));
    await expect(named).rejects.toThrow("not made as agreed");
  });

  test("that is a link is followed by the desktop and refused by the browser edition", async ({
    started,
    page,
    folder,
    host,
  }) => {
    await mkdir(join(folder, "elsewhere"));
    await writeFile(join(folder, "elsewhere", "real.entente"), "old");
    await symlink("elsewhere/real.entente", join(folder, "link.entente"));
    if (host === "browser") {
      expect(await call(page, "files:name", { name: "link", kind: "case" })).toMatchObject({
        failed: "denied",
      });
      return;
    }
    const file = await grant(started, join(folder, "link.entente"));
    await call(page, "files:write", { handle: file, text: "new", stamp: null, force: true });
    expect(await readFile(join(folder, "elsewhere", "real.entente"), "utf8")).toBe("new");
  });
});

test("a draft outlives the sudden end of the program", async ({ start, folder }) => {
  const path = join(folder, "case.entente");
  await writeFile(path, "saved");
  const first = await start();
  const handle = await grant(first, path);
  const draft = { id: "spec-1", name: "Case", handle, stamp: "7-x", text: "unsaved ✓" };
  expect(await call(first.page, "draft:keep", draft)).toBeUndefined();
  await first.kill();

  const second = await start();
  const { drafts, damaged } = await call(second.page, "draft:list");
  const found = drafts.find(({ id }) => id === "spec-1");
  expect(damaged).toBe(0);
  expect(found).toMatchObject({ name: "Case", stamp: "7-x", text: "unsaved ✓" });
  expect(await call(second.page, "files:read", found?.handle ?? "")).toMatchObject({ text: "saved" });
  await call(second.page, "draft:drop", "spec-1");
  const left = await call(second.page, "draft:list");
  expect(left.drafts.filter(({ id }) => id === "spec-1")).toEqual([]);
});

test("settings outlive the program", async ({ start }) => {
  const first = await start();
  const kept = JSON.parse(await call(first.page, "settings:read")) as object;
  await call(first.page, "settings:write", JSON.stringify({ ...kept, spec: "✓" }));
  await first.close();
  const second = await start();
  expect(JSON.parse(await call(second.page, "settings:read"))).toMatchObject({ spec: "✓" });
});

test("the browser edition’s own window finds the key in its file, and again when it is loaded anew", async ({
  host,
  userData,
  folder,
}) => {
  test.skip(host === "desktop", "The desktop has no key.");
  const edition = await startEdition(userData, folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(writeStart(userData, edition.url)).href);
    const own = new URL(edition.url).origin;
    // The key is gone from the address.
    await page.waitForURL(`${own}/`);
    expect(await call(page, "app:info")).toMatchObject({ host: "browser" });
    await page.reload();
    expect(await call(page, "app:info")).toMatchObject({ host: "browser" });
  } finally {
    await browser.close();
    await endEdition(edition, "SIGTERM");
  }
});

test("a case named at the start is announced to the page", async ({ start, folder }) => {
  const shipped = join(import.meta.dirname, "../assets/cases/russia-iran-syria.entente");
  await copyFile(shipped, join(folder, "named.entente"));
  const { page } = await start(join(folder, "named.entente"));
  await expect
    .poll(async () => (await call(page, "recent:list")).map(({ name }) => name))
    .toContain("named.entente");
});
