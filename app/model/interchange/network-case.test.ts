import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { openDocument, saveCase } from "../case/door.ts";
import { isNetworkCase, type NetworkCase } from "../case/network-case.ts";
import { asia } from "../network/asia.test-help.ts";
import { Inference } from "../network/inference.ts";
import type { Network } from "../network/network.ts";
import { formatOf, FORMATS, type Format, writeNetwork } from "./interchange.ts";
import { evidenceOf, importNetwork, networkCase, networkOf } from "./network-case.ts";
import { networks } from "./random.test-help.ts";

const READ = (Object.keys(FORMATS) as Format[]).filter((format) => FORMATS[format].reads);

function throughTheDoor(theCase: NetworkCase): NetworkCase {
  const opened = openDocument(saveCase(theCase));
  if (!opened.ok || !isNetworkCase(opened.case)) throw new Error("It does not open again.");
  return opened.case;
}

function imported(text: string, format: Format, name = "file"): NetworkCase {
  const read = importNetwork(text, format, name);
  if (!read.ok) throw new Error(read.sentence);
  return read.case;
}

const posteriors = (network: Network) => new Inference(network).posteriors(new Map()).marginals;

function expectSame(found: Network, network: Network) {
  posteriors(network).forEach((marginal, v) =>
    marginal.forEach((p, k) => expect(Math.abs(posteriors(found)[v]![k]! - p)).toBeLessThan(1e-12)),
  );
}

it("a network is the same network after it was a case, saved and opened", () => {
  const back = networkOf(throughTheDoor(networkCase(asia)));
  expect(back.variables).toEqual(asia.variables);
  expectSame(back, asia);
});

test.each(READ)("a case goes out as %s and comes back with the same tables", (format) => {
  const first = imported(writeNetwork(asia, format), format);
  const again = imported(writeNetwork(networkOf(first), format), format);
  expect(again.network.variables.map(({ p }) => p)).toEqual(first.network.variables.map(({ p }) => p));
  expectSame(networkOf(again), asia);
});

it("any network, with whatever names and positions, is kept", () => {
  fc.assert(
    fc.property(networks, (network) => {
      const back = networkOf(throughTheDoor(networkCase(network)));
      expect(back.variables.map(({ id: _, ...rest }) => rest)).toEqual(
        network.variables.map(({ id: _, ...rest }) => rest),
      );
    }),
  );
});

it("gives ids that no case may have another name", () => {
  const [first, ...rest] = asia.variables;
  const long = "x".repeat(200);
  const odd = { ...asia, variables: [{ ...first!, id: "toString" }, ...rest.map((one) => (one.id === "tub" ? { ...one, id: long } : one))] }; // prettier-ignore
  const theCase = throughTheDoor(networkCase(odd));
  expect(theCase.network.variables.slice(0, 2).map(({ id }) => id)).toEqual(["toString_1", `${"x".repeat(80)}_2`]);
  expect(theCase.network.variables[1]!.parents).toEqual(["toString_1"]);
}); // prettier-ignore

it("is named after its file where the network has no name of its own, and keeps what was mended", () => {
  const bif = writeNetwork({ ...asia, name: "unknown" }, "bif");
  expect(imported(bif, "bif", "chest").title).toBe("chest");
  expect(imported(writeNetwork(asia, "bif"), "bif", "chest").title).toBe("asia");
  const off = bif.replace("table 0.01, 0.99", "table 0.0101, 0.99");
  expect(imported(off, "bif").network.notes).toEqual([expect.stringMatching(/^Rows of "asia" were off/)]);
});

it("refuses with the reader's sentence", () => {
  const read = importNetwork(writeNetwork(asia, "bif").replace("yes, no };", "yes no"), "bif", "x");
  expect(read).toMatchObject({ ok: false, sentence: expect.stringMatching(/line \d+/) as string });
});

it("refuses what could not be saved again", () => {
  const wide = Array.from({ length: 5001 }, (_, i) => ({ ...asia.variables[0]!, id: `v${i}`, label: `v${i}` }));
  const read = importNetwork(writeNetwork({ ...asia, variables: wide }, "bif"), "bif", "wide");
  expect(read).toMatchObject({ ok: false, sentence: expect.stringMatching(/^The network has 5001 variables/) as string });
}); // prettier-ignore

it("turns findings into evidence by index", () => {
  const { network } = networkCase(asia);
  expect([...evidenceOf({ ...network, findings: { asia: "no", xray: [2, 1] } })]).toEqual([
    [0, 1],
    [6, [2, 1]],
  ]);
});

const folder = process.env["ENTENTE_NETWORKS"];
test.skipIf(!folder)("public networks are cases that can be saved", { timeout: 120_000 }, () => {
  const names = readdirSync(folder ?? "").filter((name) => formatOf(name) === "bif");
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) {
    const read = importNetwork(readFileSync(join(folder ?? "", name), "utf8"), "bif", name);
    expect(read.ok ? "" : read.sentence).toBe("");
  }
});
