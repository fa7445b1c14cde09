import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { showWindow, writeStart } from "./window.ts";

const key = "aB-_".repeat(8);
const url = `http://127.0.0.1:4321/#${key}`;
const newFolder = () => mkdtempSync(join(tmpdir(), "entente-window-"));

afterEach(() => {
  vi.unstubAllEnvs();
});

test("the key is kept from other accounts: in no command line, in a file for this one alone, as long as it runs", async () => {
  const folder = newFolder();
  const state = join(folder, "state");
  const said = join(folder, "said");
  const program = join(folder, "chromium");
  // Written whole under another name: whoever reads it reads all of it.
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > "${said}.new"\nmv "${said}.new" "${said}"\n`);
  chmodSync(program, 0o755);
  vi.stubEnv("CHROMIUM_PATH", program);
  vi.stubEnv("DISPLAY", ":1");
  const end = showWindow(url, state);
  await vi.waitFor(() => {
    expect(existsSync(said)).toBe(true);
  });
  const given = readFileSync(said, "utf8");
  expect(given).not.toContain(key);
  const start = fileURLToPath(/^--app=(file:.*)$/m.exec(given)?.[1] ?? "");
  expect(readFileSync(start, "utf8")).toContain(`content="0;url=${url}"`);
  expect((statSync(start).mode & 0o777).toString(8)).toBe("600");
  end();
  expect(existsSync(start)).toBe(false);
});

test("without a display no window is opened and no file written", () => {
  const folder = newFolder();
  vi.stubEnv("DISPLAY", "");
  vi.stubEnv("WAYLAND_DISPLAY", "");
  showWindow(url, join(folder, "state"))();
  expect(existsSync(join(folder, "state"))).toBe(process.platform !== "linux");
});

test("a file that lies where the key goes is neither followed nor filled", () => {
  const folder = newFolder();
  const start = writeStart(folder, url);
  chmodSync(start, 0o666);
  expect(writeStart(folder, url)).toBe(start);
  expect((statSync(start).mode & 0o777).toString(8)).toBe("600");
  const elsewhere = join(folder, "elsewhere");
  writeFileSync(elsewhere, "theirs");
  symlinkSync(elsewhere, join(folder, "start-5.html"));
  writeStart(folder, url.replace("4321", "5"));
  expect(readFileSync(elsewhere, "utf8")).toBe("theirs");
});

test("a Chromium from a snap finds the way in a folder that it can read", async () => {
  const folder = newFolder();
  const program = join(folder, "chromium");
  writeFileSync(program, "#!/bin/sh\n# exec /snap/bin/chromium\n");
  chmodSync(program, 0o755);
  vi.stubEnv("CHROMIUM_PATH", program);
  vi.stubEnv("DISPLAY", ":1");
  vi.stubEnv("HOME", folder);
  const end = showWindow(url, join(folder, ".state"));
  const start = join(folder, "snap/chromium/common/entente/start-4321.html");
  expect(existsSync(join(folder, ".state"))).toBe(false);
  expect((statSync(start).mode & 0o777).toString(8)).toBe("600");
  end();
  expect(existsSync(start)).toBe(false);
});
