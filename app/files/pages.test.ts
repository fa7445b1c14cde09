import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { CSP, fileFor, servePage } from "./pages.ts";

const base = "app://entente";
let root = "";
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "entente-pages-"));
  root = join(folder, "renderer");
  await mkdir(join(root, "assets"), { recursive: true });
  await mkdir(join(folder, "renderer-evil"));
  for (const name of ["index.html", "assets/a b.js", "assets/run.sh", "assets/.hidden", ".html"])
    await writeFile(join(root, name), name);
  await writeFile(join(folder, "secret.json"), "secret");
  await writeFile(join(folder, "renderer-evil", "index.html"), "secret");
});
const get = (url: string, method = "GET") => servePage(root, base, method, url);

test("a page comes with its type and the whole policy", async () => {
  const page = await get("app://entente/index.html?x#y");
  expect(page.status).toBe(200);
  expect(await page.text()).toBe("index.html");
  expect(Object.fromEntries(page.headers)).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
  });
  expect(await (await get("app://entente/")).text()).toBe("index.html");
  expect(await (await get("app://entente/assets/a%20b.js")).text()).toBe("assets/a b.js");
});

test("the policy is the agreed one, without any exception", () => {
  expect(CSP).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(CSP).not.toContain("unsafe");
});

describe("hostile addresses", () => {
  test.each([
    "/../secret.json",
    "/assets/../../secret.json",
    "/..%2fsecret.json",
    "/%2e%2e/secret.json",
    "/%2e%2e%2fsecret.json",
    "/..%5csecret.json",
    "/..\\secret.json",
    "/../renderer-evil/index.html",
    "//etc/passwd.json",
    "/%2fetc%2fpasswd",
    "/C:/secret.json",
    "/index.html::$DATA",
    "/index.html%00.json",
    "/%ff",
    "/%",
    "/assets",
    "/assets/",
    "/assets/run.sh",
    "/assets/.hidden",
    "/.html",
    "/.",
    "/missing.js",
  ])("%s gives nothing", async (path) => {
    const page = await get(base + path);
    expect([403, 404]).toContain(page.status);
    expect(await page.text()).not.toMatch(/secret|hidden|run/);
  });

  test.each([
    "app://entente.evil/index.html",
    "app://other/index.html",
    "app://entente@evil/index.html",
    "app://entente",
    "http://entente/index.html",
    "file:///etc/passwd",
    "",
  ])("%s is another page's", async (url) => {
    expect((await get(url)).status).toBe(403);
  });

  test.each([
    "/..%5csecret.json",
    "/a\\b.js",
    "/C:/secret.json",
    "/index.html::$DATA",
    "/index.html%00.json",
  ])("%s is no file's name on any system", (path) => {
    expect(fileFor(root, path)).toBeNull();
  });

  test.each(["POST", "HEAD", "PUT", "OPTIONS"])("%s is not answered", async (method) => {
    expect((await get("app://entente/index.html", method)).status).toBe(405);
  });
});
