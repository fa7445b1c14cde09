import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rights, startRoomProcess } from "./room.ts";

test("the room's process can read its own folder and listen, and do nothing else to this machine", async () => {
  const folder = await mkdtemp(join(tmpdir(), "entente-rights-"));
  const beside = join(await mkdtemp(join(tmpdir(), "entente-beside-")), "case.entente");
  await writeFile(beside, "a case");
  const program = join(folder, "room.mjs");
  await writeFile(
    program,
    `import { readFileSync, writeFileSync, readdirSync } from "node:fs";
     import { spawnSync } from "node:child_process";
     import { Worker } from "node:worker_threads";
     import { createServer } from "node:http";
     const tried = (what) => { try { what(); return "done"; } catch (error) { return error.code; } };
     const server = createServer();
     server.on("error", (error) => process.send({ listened: error.code }));
     server.listen(0, "127.0.0.1", () => process.send({
       listened: "done",
       environment: Object.keys(process.env),
       own: tried(() => readFileSync(import.meta.filename ?? ${JSON.stringify(program)})),
       read: tried(() => readFileSync(${JSON.stringify(beside)})),
       list: tried(() => readdirSync("/")),
       write: tried(() => writeFileSync(${JSON.stringify(join(folder, "new"))}, "")),
       spawn: tried(() => spawnSync("true")),
       thread: tried(() => new Worker("0", { eval: true })),
     }));`,
  );
  const child = startRoomProcess(folder);
  const said = await new Promise((heard, ended) => child.listen(heard, () => ended(new Error("It ended."))));
  child.kill();
  const denied = "ERR_ACCESS_DENIED";
  expect(said).toEqual({
    listened: "done",
    environment: [],
    own: "done",
    read: denied,
    list: denied,
    write: denied,
    spawn: denied,
    thread: denied,
  });
});

test("the switches are those this Node has", () => {
  const has = (...names: string[]) => rights("/room", new Set(names));
  expect(has("--experimental-permission")).toEqual([
    "--experimental-permission",
    "--allow-fs-read=/room/*",
    "--no-warnings",
  ]);
  expect(has("--permission", "--allow-net")).toContain("--allow-net");
  expect(has("--permission", "--experimental-permission")).toContain("--permission");
  expect(has()).toEqual([]);
});
