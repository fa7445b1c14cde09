import fc from "fast-check";
import type { Network, NetworkVariable } from "../network/network.ts";
import { identifiers } from "./ids.ts";
import { rankedExpression } from "./cmpx-expression.ts";

const ODD = [
  "<5",
  "12+",
  "0-3_days",
  "table",
  "default",
  "a // b",
  "/* x",
  "50 %",
  'say "no"',
  "\\",
  "a\\b",
  "(x)",
];
const ODDER = [
  "p;q",
  "{}",
  "a|b, c",
  "&amp;",
  "é",
  "yes",
  "no",
  "日本",
  "🙂",
  "<!--",
  "]]>",
  "'",
  "net",
  "__proto__",
  "=",
];

/** Labels people and programs give: no sign that cannot be printed, no blanks around them. */
const label = fc.oneof(
  fc.constantFrom(...ODD, ...ODDER),
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "·").trim())
    .filter((text) => text !== ""),
);
const labels = (minLength: number, maxLength: number) => fc.uniqueArray(label, { minLength, maxLength });

/** A row of n entries: random, or certain; normalised as a reader would. */
const row = (n: number) =>
  fc
    .oneof(
      {
        weight: 4,
        arbitrary: fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
      },
      {
        weight: 1,
        arbitrary: fc.nat(n - 1).map((k) => Array.from({ length: n }, (_, i) => (i === k ? 1 : 0))),
      },
    )
    .map((entries) => {
      const sum = entries.reduce((total, entry) => total + entry, 0);
      return entries.map((entry) => entry / sum);
    });

function variableOf(index: number, names: readonly string[], states: readonly (readonly string[])[]) {
  const ids = identifiers(names);
  return fc
    .tuple(
      fc
        .subarray(
          Array.from({ length: index }, (_, j) => j),
          { maxLength: Math.min(index, 3) },
        )
        .chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
      fc.option(
        fc.record({ x: fc.integer({ min: -999, max: 9999 }), y: fc.integer({ min: 0, max: 9999 }) }),
        { nil: null },
      ),
      fc.nat(3),
    )
    .chain(([parents, position, kind]) => {
      const rows = parents.reduce((product, j) => product * states[j]!.length, 1);
      const n = states[index]!.length;
      return fc.array(row(n), { minLength: rows, maxLength: rows }).map((table): NetworkVariable => ({
        id: ids[index]!,
        label: names[index]!,
        states: states[index]!,
        parents,
        p: Float64Array.from(table.flat()),
        ...(position && { position }),
        ...expressionOf(kind, parents, states, ids),
      }));
    });
}

/** A weighted, an arithmetic or a partitioned definition for some variables with parents. */
function expressionOf(
  kind: number,
  parents: readonly number[],
  states: readonly (readonly string[])[],
  ids: readonly string[],
): Pick<NetworkVariable, "expression"> {
  const names = parents.map((j) => ids[j]!);
  if (names.length === 0 || kind === 0) return {};
  const [text, partition] =
    kind === 1
      ? [[`TNormal(wmean(${names.map((name, i) => `${i + 1}.0,${name}`).join(",")}),0.01,0.0,1.0)`], []]
      : kind === 2
        ? [[`TNormal((${names.join("+")})/2.0,0.001,0.0,1.0)`], []]
        : [states[parents[0]!]!.map((_, k) => `TNormal(${names.at(-1)!}*0.${k + 1},0.02,0.0,1.0)`), [0]];
  return { expression: rankedExpression(text, names, partition)! };
}

/** Networks of 2 to 8 variables with labels of every kind, up to three parents in any order, zeros among the entries. */
export const networks: fc.Arbitrary<Network> = fc.tuple(labels(2, 8), label).chain(([names, name]) =>
  fc
    .tuple(...names.map(() => labels(1, 4)))
    .chain((states) => fc.tuple(...names.map((_, i) => variableOf(i, names, states))))
    .map((variables) => ({ name, variables, notes: [] })),
);

/** The network as a format without positions, expressions or ids can hold it. */
export function bare(network: Network, keep: { position: boolean; expression: boolean }): Network {
  return {
    ...network,
    variables: network.variables.map(({ position, expression, ...rest }) => ({
      ...rest,
      ...(keep.position && position && { position }),
      ...(keep.expression && expression && { expression }),
    })),
  };
}
