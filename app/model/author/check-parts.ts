import type { Result } from "../answer/result.ts";
import { canonical } from "../case/hash.ts";
import { nameOf } from "../case/settings.ts";
import { type Case, LEVELS, type Mechanism, type Partitioned } from "../case/types.ts";
import type { Finding } from "./finding.ts";
import { withoutPart, withPartsJoined } from "./parts-of-rule.ts";
import { whileWords } from "./words.ts";

/* Rules that differ by the level of a cause: parts that say the same, and parts that never hold. */

const isParted = (one: Mechanism): one is Mechanism & { readonly rule: Partitioned } =>
  one.rule.kind === "partitioned";

/** The first two parts of a rule that say the same, which one could say. */
export function partsAlike(theCase: Case, mechanism: Mechanism): Finding[] {
  if (!isParted(mechanism)) return [];
  const { id, rule } = mechanism;
  const said = rule.parts.map((part) => canonical(part.rule));
  const second = said.findIndex((one, i) => said.indexOf(one) < i);
  if (second < 0) return [];
  const first = said.indexOf(said[second]!);
  const [a, b] = [first, second].map((i) => whileWords(theCase, rule, rule.parts[i]!));
  return [
    {
      kind: "partsAlike",
      severity: "hint",
      about: [id, rule.by],
      text: `“${nameOf(theCase, id)}” works the same ${a!} and ${b!}.`,
      fixes: [
        {
          label: "Say it once",
          edit: { edit: "setRule", mechanism: id, rule: withPartsJoined(rule, first, second) },
        },
      ],
    },
  ];
}

/** Below this a level is never met. */
const MET = 0.005;

/**
 * Parts beyond the levels that a mechanism comes to, whatever is set. A factor can be set to any level, so its parts
 * are all of use; so are parts between levels that are met.
 */
export function partsUnmet(theCase: Case, results: readonly Result[]): Finding[] {
  return theCase.mechanisms.filter(isParted).flatMap(({ id, rule }) => {
    if (!theCase.mechanisms.some((one) => one.id === rule.by)) return [];
    const most = LEVELS.map((_, k) =>
      Math.max(
        ...results.flatMap(({ horizons }) => Object.values(horizons).map((at) => at.nodes[rule.by]!.p[k]!)),
      ),
    );
    const [low, high] = [most.findIndex((p) => p >= MET), most.findLastIndex((p) => p >= MET)];
    const isBeyond = (k: number) => k < low || k > high;
    return rule.parts.flatMap((part, i): Finding[] => {
      if (!part.at.every((level) => isBeyond(LEVELS.indexOf(level)))) return [];
      return [
        {
          kind: "partUnmet",
          severity: "warning",
          about: [id, rule.by],
          text: `How “${nameOf(theCase, id)}” works ${whileWords(theCase, rule, part)} never matters: whatever is set, it is not.`,
          fixes: [
            {
              label: "Take that part out",
              edit: { edit: "setRule", mechanism: id, rule: withoutPart(rule, i) },
            },
          ],
        },
      ];
    });
  });
}
