import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { afterAll, describe, expect, test } from "vitest";

/** Each wall of ARCHITECTURE.md with breaches planted in it: a breach that is not reported is a hole. */
const root = import.meta.dirname;

describe("walls kept by lint", () => {
  const eslint = new ESLint({ cwd: root });
  const reported = async (file: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(code, { filePath: join(root, file) });
    return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? "parse"}: ${message}`);
  };
  const use = (from: string) => [
    `import { thing } from "${from}"; export const used = thing;`,
    `import type { Thing } from "${from}"; export type Used = Thing;`,
    `export { thing } from "${from}";`,
    `export const later = () => import("${from}");`,
  ];

  test.each([
    ["app/model/answer/planted.ts", "react", "app/model is pure"],
    ["app/model/answer/planted.ts", "node:fs", "app/model is pure"],
    ["app/model/answer/planted.ts", "valibot", "app/model is pure"],
    ["app/model/answer/planted.ts", "../../bridge/contract.ts", "app/model is pure"],
    ["app/model/answer/planted.ts", "../../../renderer/state/select.ts", "app/model is pure"],
    ["app/model/planted.ts", "../bridge/contract.ts", "app/model is pure"],
    ["renderer/views/planted.ts", "electron", "through the bridge only"],
    ["renderer/views/planted.ts", "node:fs", "through the bridge only"],
    ["renderer/views/planted.ts", "../../app/files/save.ts", "model/** and bridge/contract.ts only"],
    ["renderer/views/planted.ts", "../../app/bridge/gate.ts", "model/** and bridge/contract.ts only"],
    ["renderer/views/planted.ts", "../../app/desktop/menu.ts", "model/** and bridge/contract.ts only"],
    ["app/desktop/planted.ts", "../browser/server.ts", "not the other host"],
    ["app/desktop/planted.ts", "../model/case/door.ts", "not the other host"],
    ["app/browser/planted.ts", "../desktop/menu.ts", "not the other host"],
    ["app/browser/planted.ts", "electron", "not the other host"],
    ["app/files/planted.ts", "../model/case/door.ts", "opaque text"],
    ["app/bridge/planted.ts", "../../renderer/state/app.ts", "opaque text"],
    ["app/main.ts", "./model/case/door.ts", "opaque text"],
    ["app/cli/planted.ts", "../desktop/menu.ts", "knows the model"],
    ["app/keeper/planted.ts", "../model/case/door.ts", "opaque text"],
    ["app/room/planted.ts", "node:fs", "neither files nor hosts"],
    ["app/room/planted.ts", "node:child_process", "neither files nor hosts"],
    ["app/room/planted.ts", "valibot", "neither files nor hosts"],
    ["app/room/planted.ts", "../files/save.ts", "neither files nor hosts"],
    ["app/room/planted.ts", "../keeper/keeper.ts", "neither files nor hosts"],
    ["app/room/page/planted.ts", "node:http", "nothing else"],
    ["app/room/page/planted.ts", "react", "nothing else"],
    ["app/room/page/planted.ts", "../../bridge/contract.ts", "nothing else"],
  ])("%s may not import %s", async (file, from, message) => {
    for (const code of use(from)) expect((await reported(file, code)).join(), code).toContain(message);
  });

  test.each([
    ["Math.random()", "seeded generator"],
    ["Date.now()", "Unexpected use of 'Date'"],
    ["new Date()", "Unexpected use of 'Date'"],
    ["performance.now()", "Unexpected use of 'performance'"],
    ["globalThis", "Unexpected use of 'globalThis'"],
    ["console", "Unexpected use of 'console'"],
  ])("app/model may not use %s", async (use, message) => {
    expect(
      (await reported("app/model/answer/planted.ts", `export const planted = ${use};`)).join(),
    ).toContain(message);
  });

  test("the page may not use Node's globals", async () => {
    for (const use of ["process", "Buffer", "require"])
      expect(
        (await reported("renderer/views/planted.ts", `export const planted = ${use};`)).join(),
      ).toContain(use);
  });

  test("no file is longer than 400 lines", async () => {
    expect((await reported("renderer/views/planted.ts", "export {};\n".repeat(401))).join()).toContain(
      "max-lines",
    );
  });

  test("what is allowed is not reported", async () => {
    const allowed = [
      ["app/model/answer/planted.ts", "../case/types.ts"],
      ["renderer/views/planted.ts", "../../app/model/case/types.ts"],
      ["renderer/views/planted.ts", "../../app/bridge/contract.ts"],
      ["app/desktop/planted.ts", "../files/save.ts"],
      ["app/room/planted.ts", "node:http"],
      ["app/room/planted.ts", "../model/session/guards.ts"],
      ["app/room/page/planted.ts", "../contract.ts"],
      ["app/room/page/planted.ts", "../../model/session/guards.ts"],
    ] as const;
    for (const [file, from] of allowed)
      expect(await reported(file, `import { thing } from "${from}"; export const used = thing;`)).toEqual([]);
  });
});

describe("walls kept by the compiler", () => {
  const planted = join(root, "dist/test/planted");
  afterAll(() => rmSync(planted, { recursive: true, force: true }));

  test("app/model knows neither page nor Node nor timers", () => {
    mkdirSync(planted, { recursive: true });
    writeFileSync(
      join(planted, "tsconfig.json"),
      JSON.stringify({ extends: "../../../app/model/tsconfig.json", include: ["planted.ts"], exclude: [] }),
    );
    const uses = ["document.title", "process.pid", "setTimeout(() => 0)", "fetch('x')", "window.name"];
    writeFileSync(
      join(planted, "planted.ts"),
      [
        `import { readFileSync } from "node:fs";`,
        `export const used = [readFileSync, ${uses.join(", ")}];`,
      ].join("\n"),
    );
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(root, "node_modules/@typescript/native/bin/tsc"), "-p", planted],
      {
        encoding: "utf8",
      },
    );
    expect(status).not.toBe(0);
    for (const name of ["document", "process", "setTimeout", "fetch", "window", "node:fs"])
      expect(stdout).toContain(`'${name}'`);
  });
});

describe("what must nowhere be", () => {
  const sources = ["app", "renderer"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|tsx|js)$/.test(name) && !/\.test(-help)?\./.test(name))
      .map((name) => join(root, folder, name)),
  );

  test.each([
    [
      "HTML put together from text",
      /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/,
    ],
    ["text run as code", /\beval\(|new Function\(/],
    [
      "a window without its protections",
      /nodeIntegration: true|contextIsolation: false|sandbox: false|webSecurity: false|webviewTag: true/,
    ],
    ["a way to open other programs", /openExternal\(|shell\.openPath/],
    [
      "an order, a number or a date as this computer's own language has it",
      /\.localeCompare\([^,()]*\)|\.toLocale\w*\(\)|\bIntl\.\w+\((undefined|\))/,
    ],
  ])("%s", (_, pattern) => {
    expect(sources.length).toBeGreaterThan(100);
    for (const file of sources) expect(readFileSync(file, "utf8"), file).not.toMatch(pattern);
  });
});
