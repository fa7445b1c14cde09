import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { attribution } from "../model/analysis/attribution.ts";
import { linkInfluence } from "../model/analysis/links.ts";
import { range } from "../model/analysis/range.ts";
import { evaluate } from "../model/answer/evaluate.ts";
import { beyond } from "../model/author/beyond.ts";
import { checkCase } from "../model/author/check.ts";
import { mergeEvidence } from "../model/author/merge.ts";
import { shippedCase } from "../model/shipped.test-help.ts";

const root = join(import.meta.dirname, "../..");
const caseFile = join(root, "assets/cases/russia-iran-syria.entente");
const theCase = shippedCase("russia-iran-syria");
const folder = mkdtempSync(join(tmpdir(), "entente-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line as `npm run --silent cli` does; `input` goes to standard input. */
function cli(args: readonly string[], input = "") {
  const run = spawnSync(process.execPath, [join(root, "app/cli/launch.js"), ...args], {
    input,
    encoding: "utf8",
    cwd: folder,
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}
const parsed = (text: string) => JSON.parse(text) as unknown;
const inputs = (value: unknown): string => {
  const file = join(folder, "inputs.json");
  writeFileSync(file, JSON.stringify(value));
  return file;
};

test.each([["--help"], ["-h"], ["help"], ["evaluate", "--help"]])("%s %s says how it is used", (...args) => {
  const { status, out, err } = cli(args.filter(Boolean));
  expect([status, err]).toEqual([0, ""]);
  for (const command of ["evaluate", "analyse", "infer", "table", "convert", "check", "diff", "merge"])
    expect(out).toContain(command);
});

describe("evaluate", () => {
  test("prints an array for one object, an array for an array, from a file or standard input", () => {
    const one = { weights: { strikes: 7 } };
    const expected = evaluate(theCase, one);
    expect(parsed(cli(["evaluate", "--case", caseFile, "--inputs", inputs(one)]).out)).toEqual([expected]);
    const many = cli(["evaluate", "--case", caseFile, "--inputs", "-"], JSON.stringify([one, {}]));
    expect(parsed(many.out)).toEqual([expected, evaluate(theCase, {})]);
    expect(many).toMatchObject({ status: 0, err: "" });
  });
});

describe("analyse", () => {
  test.each([
    ["attribution", attribution],
    ["links", linkInfluence],
    ["range", range],
  ] as const)("%s mirrors its input", (what, compute) => {
    const args = ["analyse", "--what", what, "--case", caseFile, "--inputs", "-"];
    expect(parsed(cli(args, "{}").out)).toEqual(compute(theCase, {}));
    expect(parsed(cli(args, "[{}]").out)).toEqual([compute(theCase, {})]);
  });

  test("range takes a seed and a number of draws", () => {
    const args = [
      "analyse",
      "--what",
      "range",
      "--case",
      caseFile,
      "--inputs",
      "-",
      "--seed",
      "7",
      "--draws",
      "60",
    ];
    expect(parsed(cli(args, "{}").out)).toEqual(range(theCase, {}, 7, 60));
  });
});

describe("the other analyses", () => {
  const at = (what: string, ...options: string[]) =>
    cli(["analyse", "--what", what, "--case", caseFile, "--inputs", "-", ...options], "{}");

  test.each([
    ["tornado", [], ["horizons", "strainNow"]],
    ["twoway", ["--of", "strikes,presence", "--input", "weight"], ["horizons"]],
    ["tipping", ["--word", "likely", "--horizon", "long"], ["target", "single", "sets"]],
    ["signs", [], ["horizons"]],
    ["sobol", ["--draws", "16"], ["horizons"]],
    ["reach", [], ["horizons"]],
    ["compare", ["--with", inputs({ weights: { strikes: 8 } })], ["horizons"]],
  ] as const)("%s", (what, options, keys) => {
    const { status, out, err } = at(what, ...options);
    expect(err).toBe("");
    expect(status).toBe(0);
    expect(Object.keys(parsed(out) as object)).toEqual(keys);
  });

  test.each([
    ["twoway", ["--of", "strikes"], "--of"],
    ["twoway", ["--of", "strikes,nobody"], "nobody"],
    ["tipping", ["--word", "sure", "--horizon", "long"], "sure"],
    ["tipping", ["--word", "likely", "--horizon", "never"], "never"],
    ["compare", [], "--with"],
    ["score", [], "verdict"],
  ])("%s %j is refused in a sentence", (what, options, named) => {
    const { status, err } = at(what, ...options);
    expect(status).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(named);
  });
});

describe("networks", () => {
  const sprinkler = join(folder, "sprinkler.bif");
  writeFileSync(
    sprinkler,
    `network sprinkler {}
variable rain { type discrete [ 2 ] { yes, no }; }
variable wet { type discrete [ 2 ] { yes, no }; }
probability ( rain ) { table 0.2, 0.8; }
probability ( wet | rain ) { (yes) 0.9, 0.1; (no) 0.25, 0.75; }
`,
  );

  test("infer: posteriors in file order and log P(e), observed nodes included", () => {
    const { out } = cli(
      ["infer", "--network", sprinkler, "--evidence", "-"],
      '[{"wet": "yes"}, {}, {"wet": [1, 0]}]',
    );
    const [seen, blind, soft] = parsed(out) as { logPe: number; posteriors: Record<string, number[]> }[];
    expect(seen?.posteriors["rain"]?.[0]).toBeCloseTo(0.18 / 0.38, 14);
    expect(seen?.posteriors["wet"]).toEqual([1, 0]);
    expect(seen?.logPe).toBeCloseTo(Math.log(0.38), 14);
    expect(blind?.posteriors["wet"]?.[0]).toBeCloseTo(0.38, 14);
    expect(soft).toEqual(seen);
  });

  test("infer: a soft target is reached, a likelihood moves the prior", () => {
    const { out } = cli(
      ["infer", "--network", sprinkler, "--evidence", "-"],
      '[{"rain": {"soft": [0.7, 0.3]}}, {"rain": [0.7, 0.3]}]',
    );
    const [soft, virtual] = parsed(out) as { logPe: number; posteriors: Record<string, number[]> }[];
    expect(soft?.logPe).toBeCloseTo(0, 14);
    expect(soft?.posteriors["rain"]?.[0]).toBeCloseTo(0.7, 12);
    expect(virtual?.logPe).toBeCloseTo(Math.log(0.38), 14);
    expect(virtual?.posteriors["rain"]?.[0]).toBeCloseTo(0.14 / 0.38, 14);
  });

  test("infer: --joint and --mpe add to each result", () => {
    const ask = (...options: string[]) =>
      parsed(cli(["infer", "--network", sprinkler, "--evidence", "-", ...options], "[{}]").out);
    const [plain] = ask() as object[];
    expect(ask("--joint", "wet, rain", "--mpe")).toEqual([
      {
        ...plain,
        joint: {
          nodes: ["wet", "rain"],
          p: [0.18, 0.2, 0.02, 0.6].map((p) => expect.closeTo(p, 14) as unknown),
        },
        mpe: { states: { rain: "no", wet: "no" }, logP: expect.closeTo(Math.log(0.6), 14) as unknown },
      },
    ]);
  });

  test.each([
    [["--joint", "wet,snow"], "snow"],
    [["--joint", "wet,wet"], "--joint"],
    [["--joint", ""], '""'],
    [["--mpe=yes"], "--mpe"],
  ])("infer %j is refused in a sentence", (options, named) => {
    const { status, out, err } = cli(["infer", "--network", sprinkler, "--evidence", "-", ...options], "{}");
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(named);
  });

  test("convert: the same posteriors in another format", () => {
    const other = join(folder, "sprinkler.xdsl");
    expect(parsed(cli(["convert", sprinkler, other]).out)).toMatchObject({ format: "xdsl", nodes: 2 });
    const ask = (file: string) => cli(["infer", "--network", file, "--evidence", "-"], '{"wet": "no"}').out;
    expect(ask(other)).toBe(ask(sprinkler));
  });

  test("table: rows by child state, columns with the last parent fastest", () => {
    const spec = {
      states: 3,
      parents: [{ states: 2 }, { states: 3 }],
      function: "wmean",
      weights: [1, 1],
      variance: 0.01,
    };
    const rows = parsed(cli(["table", "--spec", "-"], JSON.stringify(spec)).out) as number[][];
    expect(rows.map((row) => row.length)).toEqual([6, 6, 6]);
    for (let column = 0; column < 6; column++)
      expect(rows.reduce((sum, row) => sum + (row[column] ?? NaN), 0)).toBeCloseTo(1, 12);
    expect(rows[0]?.[0]).toBeGreaterThan(rows[0]?.[5] ?? NaN);
  });

  test.each([
    [["infer", "--network", sprinkler, "--evidence", "-"], '{"snow": "yes"}', "snow"],
    [["infer", "--network", sprinkler, "--evidence", "-"], '{"wet": "maybe"}', "maybe"],
    [["infer", "--network", sprinkler, "--evidence", "-"], '{"wet": [0, 0]}', "wet"],
    [["infer", "--network", sprinkler, "--evidence", "-"], '{"wet": {"soft": [0.5, 0.6]}}', "wet"],
    [["infer", "--network", sprinkler, "--evidence", "-"], '{"wet": {"hard": "yes"}}', "soft"],
    [["infer", "--network", sprinkler, "--evidence", "-"], '[{}, {"wet": {"soft": [1]}}]', "evidence[1]"],
    [["infer", "--network", "net.txt", "--evidence", "-"], "{}", "net.txt"],
    [["convert", sprinkler, join(folder, "x.doc")], "", "x.doc"],
    [["table", "--spec", "-"], '{"states": 3}', "function"],
  ])("%j is refused in a sentence", (args, text, named) => {
    const { status, err } = cli(args, text);
    expect(status).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(named);
  });
});

describe("what cannot be done is said in one sentence, exit 2", () => {
  const evaluateWith = (text: string) => cli(["evaluate", "--case", caseFile, "--inputs", "-"], text);

  test.each([
    ["{", "not JSON"],
    ["3", "inputs"],
    ['{"weigths": {}}', "weigths"],
    ['{"weights": {"strikes": 12}}', "weights.strikes"],
    ['{"weights": {"nobody": 5}}', "nobody"],
    ['{"set": {"strikes": "huge"}}', "set.strikes"],
    ['{"assume": {"strikes": "H"}}', "assume.strikes"],
    ['{"view": "inside"}', "view"],
    ['{"weights": {"strikes": 1e999}}', "weights.strikes"],
    ['{"__proto__": {"weights": {}}}', "__proto__"],
  ])("inputs %s", (text, named) => {
    const { status, out, err } = evaluateWith(text);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(named);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test("impossible evidence names the conflict, and which of several inputs has it", () => {
    const impossible = { observe: { recrimination: "VH" }, assume: { recrimination: "VL" } };
    expect(evaluateWith(JSON.stringify(impossible))).toMatchObject({
      status: 2,
      err: "observe.recrimination = VH and assume.recrimination = VL cannot hold together; remove one of them.\n",
    });
    expect(evaluateWith(JSON.stringify([{}, impossible])).err).toMatch(
      /^inputs\[1\]: observe\.recrimination/,
    );
  });

  test.each([
    [[], "evaluate --case"],
    [["divine"], '"divine"'],
    [["evaluate", "--case", "none.entente", "--inputs", "-"], "none.entente"],
    [["evaluate", "--inputs", "-"], "--case"],
    [["evaluate", "--case", caseFile], "--inputs"],
    [["analyse", "--what", "everything", "--case", caseFile, "--inputs", "-"], "everything"],
    [["analyse", "--what", "constructor", "--case", caseFile, "--inputs", "-"], "constructor"],
    [["analyse", "--what", "range", "--case", caseFile, "--inputs", "-", "--draws", "0"], "--draws"],
    [["evaluate", "--wrong"], "--wrong"],
  ])("arguments %j", (args, named) => {
    const { status, err } = cli(args, "{}");
    expect(status).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(named);
  });

  test("a damaged case says where", () => {
    const file = join(folder, "damaged.entente");
    writeFileSync(file, '{"format": "entente-case",\n "version": 1,,}');
    const { status, err } = cli(["evaluate", "--case", file, "--inputs", "-"], "{}");
    expect(status).toBe(2);
    expect(err).toMatch(/line 2/);
  });
});

describe("for authors", () => {
  test("check, diff and merge print what the window says; analyse knows what is beyond the text", () => {
    const checked = parsed(cli(["check", caseFile]).out) as { findings: unknown[]; statements: unknown[] };
    expect(checked.statements).toEqual([]);
    expect(checked.findings.length).toBe(checkCase(theCase).length);
    expect(parsed(cli(["diff", caseFile, caseFile]).out)).toEqual([]);
    expect(parsed(cli(["merge", caseFile, caseFile]).out)).toEqual(mergeEvidence(theCase, theCase));
    const args = ["analyse", "--what", "beyond", "--case", caseFile, "--inputs", "-"];
    expect(parsed(cli(args, "{}").out)).toEqual(beyond(theCase, {}));
    expect(cli(["diff", caseFile]).status).toBe(2);
  });
});
