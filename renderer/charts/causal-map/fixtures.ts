import fc from "fast-check";
import egypt from "../../../assets/cases/soviet-egypt-1971.entente?raw";
import saudi from "../../../assets/cases/us-saudi-1973.entente?raw";
import syria from "../../../assets/cases/russia-iran-syria.entente?raw";
import type { LinkPoints } from "../../../app/model/analysis/shapes.ts";
import type { Case, Factor, Mechanism } from "../../../app/model/case/types.ts";
import { argumentLinks } from "./links.ts";
import type { Mode } from "./structure.ts";

/** What the tests of the map look at: the shipped cases, and random ones. */
export const SYRIA = JSON.parse(syria) as Case;
export const EGYPT = JSON.parse(egypt) as Case;
export const SAUDI = JSON.parse(saudi) as Case;
export const CASES = [SYRIA, EGYPT, SAUDI] as const;
export const MODES: readonly Mode[] = ["overview", "full"];
export const SIZES = [
  [741, 492],
  [716, 434],
  [1100, 640],
  [1250, 700],
] as const;

/** Long-run influences of the Russia–Iran case, rounded; links that are not named have none. */
export const SYRIA_POINTS: LinkPoints = {
  "strikes>losses": 0.11,
  "presence>losses": 0.11,
  "losses>grievance": 0.13,
  "passivity>grievance": 0.08,
  "israelTies>coordination": 0.04,
  "coordination>passivity": 0.046,
  "technicalFault>passivity": 0.015,
  "israelTies>grievance": 0.045,
  "strikes>moscowCost": 0.034,
  "presence>moscowCost": 0.046,
  "israelTies>moscowCost": 0.024,
  "stabilisation>moscowCost": 0.04,
  "aims>aimsClash": 0.18,
  "stabilisation>aimsClash": 0.18,
  "stabilisation>sharedInterest": 0.25,
  "cooperation>binders": -0.09,
  "westernPressure>binders": -0.06,
  "grievance>friction": 0.16,
  "moscowCost>friction": 0.12,
  "aimsClash>friction": 0.21,
  "proxyClashes>friction": 0.09,
  "grievance>recrimination": 0.04,
  "friction>recrimination": 0.04,
  "proxyClashes>recrimination": 0.019,
  "discretion>recrimination": -0.03,
  "friction>pressure": 0.32,
  "sharedInterest>pressure": -0.27,
  "binders>pressure": -0.15,
  "recrimination>pressure": 0.1,
};

/** Some influence for every link of a case: from `spread` thick and thin, towards and away, always the same. */
export function somePoints(c: Case, turn = 0): LinkPoints {
  return Object.fromEntries(
    argumentLinks(c).map((link, i) => [link.key, ((((i + turn) * 37) % 61) - 20) / 150]),
  );
}

const described = (id: string, short: string) => ({
  id,
  label: short,
  short,
  why: "",
  anchors: [],
  paragraphs: [],
});
const NAME = fc.array(
  fc.constantFrom("raids", "open", "recrimination", "ties", "to", "Israel", "W", "安全"),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** A case of up to 10 factors and 12 mechanisms, without slots, in which mechanisms read anything before them. */
export const ANY_CASE: fc.Arbitrary<Case> = fc
  .record({
    factors: fc.array(fc.tuple(NAME, fc.constantFrom("apart", "timing", "together", "rival")), {
      minLength: 1,
      maxLength: 10,
    }),
    mechanisms: fc.array(
      fc.record({
        name: NAME,
        detail: fc.boolean(),
        parents: fc.uniqueArray(fc.nat(21), { minLength: 1, maxLength: 4 }),
        damps: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    share: fc.nat(11),
  })
  .map(({ factors, mechanisms, share }) => {
    const ids = factors.map((_, i) => `f${String(i)}`);
    const made: Mechanism[] = mechanisms.map(({ name, detail, parents, damps }, i) => {
      const known = [...ids, ...mechanisms.slice(0, i).map((_, j) => `m${String(j)}`)];
      const nodes = [...new Set(parents.map((parent) => known[parent % known.length] ?? "f0"))];
      const of = nodes.map((node) =>
        damps ? { gate: "damps" as const, node, depth: 0.5 } : { gate: "level" as const, node },
      );
      const rule = {
        kind: "sum" as const,
        base: 0,
        pushes: of.map((gate) => ({ strength: 0.5, of: [gate] })),
      };
      return { ...described(`m${String(i)}`, name.join(" ")), spread: 0.1, rule, detail };
    });
    const last = made.length - 1;
    return {
      ...SYRIA,
      factors: factors.map(([name, group], i): Factor => ({
        ...described(`f${String(i)}`, name.join(" ")),
        group: group as Factor["group"],
        starred: false,
        question: "",
        beyondArticle: false,
        weight: { default: 5, min: 4, max: 6 },
        levels: { long: { level: "M", spread: 0.1 } },
        fade: 0.5,
      })),
      mechanisms: made,
      links: [],
      outcome: {
        ...SYRIA.outcome,
        event: { ...SYRIA.outcome.event, of: `m${String(last)}` },
        happened: [
          { rung: "spilled", of: `m${String(share % made.length)}`, p: [0.1, 0.2, 0.3, 0.4, 0.5] },
          { rung: "broken" },
        ],
        notHappened: [{ rung: "managed" }],
      },
    };
  });
