import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readNetwork } from "../interchange/interchange.ts";
import { Inference } from "./inference.ts";

/**
 * Public networks are reference data of others and are not kept here: `npm run check:networks` with ENTENTE_NETWORKS
 * naming a folder of them, and posteriors.json (worked out by two other engines) beside that folder.
 */
const folder = process.env["ENTENTE_NETWORKS"] ?? "";
const reference = join(folder, "../posteriors.json");

interface Reference {
  readonly networks: readonly {
    readonly name: string;
    readonly file: string;
    readonly cases: readonly {
      readonly evidence: Readonly<Record<string, string>>;
      readonly logPe: number;
      readonly posteriors: Readonly<Record<string, readonly number[]>>;
    }[];
  }[];
}

describe.runIf(folder !== "" && existsSync(reference))(
  "public networks agree with other engines to 1e-12",
  () => {
    const { networks } =
      folder === "" ? { networks: [] } : (JSON.parse(readFileSync(reference, "utf8")) as Reference);

    test.each(networks)("$name", ({ file, cases }) => {
      const read = readNetwork(readFileSync(join(folder, file), "utf8"), "bif");
      if (!read.ok) throw new Error(read.sentence);
      const { variables } = read.network;
      const at = (label: string) => variables.findIndex((variable) => variable.label === label);
      const inference = new Inference(read.network);
      for (const { evidence, logPe, posteriors } of cases) {
        const seen = Object.entries(evidence).map(
          ([node, state]) => [at(node), variables[at(node)]?.states.indexOf(state) ?? -1] as const,
        );
        const found = inference.posteriors(new Map(seen));
        expect(Math.abs(found.logPe - logPe)).toBeLessThan(1e-12);
        for (const [node, p] of Object.entries(posteriors))
          p.forEach((value, k) =>
            expect(Math.abs((found.marginals[at(node)]?.[k] ?? NaN) - value)).toBeLessThan(1e-12),
          );
      }
    });
  },
);
