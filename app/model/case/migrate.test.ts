import { describe, expect, it } from "vitest";
import { attempt, problemSentence } from "./problem.ts";
import { latestVersion, migrate, type Migration, migrations, VERSION } from "./migrate.ts";

const step = (from: number): Migration => ({
  from,
  change: (file) => ({ ...file, steps: [...((file["steps"] as number[] | undefined) ?? []), from] }),
});

describe("migrations", () => {
  it("lead without a gap to the version this program writes", () => {
    expect(latestVersion(migrations)).toBe(VERSION);
  });

  it("are taken from the file's version on, in order", () => {
    const steps = [step(1), step(2), step(3)];
    expect(migrate({ version: 2, other: "kept" }, steps)).toEqual({
      version: 4,
      other: "kept",
      steps: [2, 3],
    });
    expect(migrate({ version: 1 }, steps)).toEqual({ version: 4, steps: [1, 2, 3] });
    const current = { version: 4 };
    expect(migrate(current, steps)).toBe(current);
  });

  it.each([[[2]], [[1, 3]], [[1, 1]], [[2, 1]]])(
    "with a gap or out of order (%j) stop the program",
    (froms) => {
      expect(() => latestVersion(froms.map(step))).toThrow("is missing");
    },
  );

  it.each([
    [
      5,
      "The case was written by a newer Entente (file version 5, and this one reads up to 4); install the newer Entente to open it, the file was left untouched.",
    ],
    [0, "version must be a whole number from 1, not 0."],
    [1.5, "version must be a whole number from 1, not 1.5."],
    ["1", 'version must be a whole number from 1, not "1".'],
    [undefined, "version is missing; it must be a whole number from 1."],
  ])("refuse version %j", (version, sentence) => {
    const read = attempt(() => migrate({ version }, [step(1), step(2), step(3)]));
    expect(read.ok || problemSentence(read.problem)).toBe(sentence);
  });
});
