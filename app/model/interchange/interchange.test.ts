import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Network } from "../network/network.ts";
import { asia } from "../network/asia.test-help.ts";
import { type Format, formatOf, FORMATS, readNetwork, writeNetwork } from "./interchange.ts";
import { bare, networks } from "./random.test-help.ts";

const READ = (Object.keys(FORMATS) as Format[]).filter((format) => FORMATS[format].reads);
const HOLDS: Record<string, { position: boolean; expression: boolean }> = {
  bif: { position: false, expression: false },
  xmlbif: { position: true, expression: false },
  net: { position: true, expression: false },
  xdsl: { position: true, expression: false },
  cmpx: { position: false, expression: true },
};

function read(text: string, format: Format): Network {
  const result = readNetwork(text, format);
  if (!result.ok) throw new Error(`${result.sentence}\n${text.slice(0, 3000)}`);
  return result.network;
}

describe.each(READ)("%s", (format) => {
  it("gives back what was written: names, states, parents and their order, tables to the last bit", () => {
    fc.assert(
      fc.property(networks, (network) => {
        expect(read(writeNetwork(network, format), format)).toEqual(bare(network, HOLDS[format]!));
      }),
      { numRuns: 150 },
    );
  });

  it("writes the same text again after reading it", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const text = writeNetwork(read(writeNetwork(network, format), format), format);
        expect(writeNetwork(read(text, format), format)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it("carries Asia", () => {
    const back = read(writeNetwork(asia, format), format);
    expect(back).toEqual(asia);
    // dysp given bronc = yes, either = no, in a row of its own: the last parent runs fastest.
    expect([...back.variables[7]!.p.slice(2, 4)]).toEqual([0.8, 1 - 0.8]);
  });

  it("mends rows off by a little and says how far, and leaves the rest alone", () => {
    const [first, ...rest] = asia.variables;
    const off = { ...asia, variables: [{ ...first!, p: Float64Array.of(0.0104, 0.99) }, ...rest] };
    const back = read(writeNetwork(off, format), format);
    expect(back.notes).toEqual(['Rows of "asia" were off by up to 4e-4 and were normalised.']);
    expect([...back.variables[0]!.p]).toEqual([0.0104 / (0.0104 + 0.99), 0.99 / (0.0104 + 0.99)]);
    expect(back.variables.slice(1)).toEqual(asia.variables.slice(1));
  });

  it.each([
    ["beyond the tolerance", [0.012, 0.99], /"asia" at .*adds up to 1\.002/],
    ["negative", [-0.5, 1.5], /-0\.5.*negative/],
  ])("refuses a row %s", (_, entries, sentence) => {
    const [first, ...rest] = asia.variables;
    const wrong = { ...asia, variables: [{ ...first!, p: Float64Array.from(entries) }, ...rest] };
    const result = readNetwork(writeNetwork(wrong, format), format);
    expect(result).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) as string });
  });

  it("refuses a circle, naming it", () => {
    const variables = asia.variables.map((variable) =>
      variable.id === "smoke"
        ? { ...variable, parents: [7], p: Float64Array.of(0.5, 0.5, 0.5, 0.5) }
        : variable,
    );
    const result = readNetwork(writeNetwork({ ...asia, variables }, format), format);
    expect(result.ok ? "" : result.sentence).toMatch(
      /circle.*"bronc" → "dysp" → "smoke" → "bronc" \(.*; remove/,
    );
  });
});

describe("from format to format", () => {
  const folder = process.env["ENTENTE_NETWORKS"];
  const files = folder ? readdirSync(folder).filter((name) => name.endsWith(".bif")) : [];
  const subjects: [string, () => Network][] = folder
    ? files.map((name) => [name, () => read(readFileSync(join(folder, name), "utf8"), "bif")])
    : [["Asia", () => asia]];

  test.each(subjects)("%s passes through every format unchanged", (_, load) => {
    const start = load();
    expect(start.variables.length).toBeGreaterThan(4);
    let network = start;
    for (const format of [...READ, ...READ.toReversed()]) {
      network = read(writeNetwork(network, format), format);
      expect(network.variables).toEqual(start.variables);
    }
  });
});

it("knows a format by the end of a file's name", () => {
  expect(["a.bif", "B.NET", "x.y.xdsl", "c.cmpx", "d.xml", "e.uai"].map(formatOf)).toEqual([
    "bif",
    "net",
    "xdsl",
    "cmpx",
    "xmlbif",
    "uai",
  ]);
  expect(["bif", "a.txt", "net/a", ""].map(formatOf)).toEqual([null, null, null, null]);
});

it("writes UAI with each scope's own variable last and fastest, and does not read it", () => {
  const [kind, n, cards, m, ...rest] = writeNetwork(asia, "uai").split("\n");
  expect([kind, n, cards, m]).toEqual(["BAYES", "8", "2 2 2 2 2 2 2 2", "8"]);
  expect(rest.slice(0, 8)).toEqual(["1 0", "2 0 1", "1 2", "2 2 3", "2 2 4", "3 3 1 5", "2 5 6", "3 4 5 7"]);
  expect(rest.slice(12, 16)).toEqual(["4", "0.05 0.95", "0.01 0.99", ""]);
  expect(readNetwork("BAYES", "uai")).toMatchObject({ ok: false });
});
