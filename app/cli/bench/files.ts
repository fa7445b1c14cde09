import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveAtomically } from "../../files/save.ts";
import type { Group } from "./rows.ts";
import { caseFile, openShipped } from "./shipped.ts";
import { time, timesOf, wall } from "./time.ts";

export async function files(): Promise<Group> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    const text = readFileSync(caseFile, "utf8");
    const saves: number[] = [];
    for (let i = 0; i < 20; i++) {
      const start = wall();
      await saveAtomically(join(folder, "case.entente"), text);
      saves.push(wall() - start);
    }
    const cli = join(import.meta.dirname, "cli.js");
    return {
      title: "Files",
      rows: [
        { what: "opening a case file", times: time(50, () => void openShipped()) },
        { what: "saving a case file, to the disk and whole (on the wall)", times: timesOf(saves) },
        {
          what: "command line: evaluate, start to end (on the wall)",
          times: time(
            5,
            () =>
              void spawnSync(process.execPath, [cli, "evaluate", "--case", caseFile, "--inputs", "-"], {
                input: "{}",
              }),
            1,
            wall,
          ),
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
