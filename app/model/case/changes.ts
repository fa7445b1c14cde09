import type { Case, Inputs } from "./types.ts";
import { AS_IN_ARTICLE, assumedAt, levelAt, nameOf, settingsOf, weightOf } from "./settings.ts";
import { evidenceOn, inHorizon, levelName, numeral, observed, span, viewName } from "./phrases.ts";

/** One difference from the article. `id` is the factor, mechanism or indicator; the view has none. */
export interface Change {
  readonly input: keyof Inputs;
  readonly id?: string;
  readonly horizon?: string;
  /** For people, e.g. "Weight of Israeli strikes 7 (article 5)". */
  readonly text: string;
}

/** How one scenario differs from the article, in the order of the case; empty where it does not. */
export function changes(theCase: Case, scenario: string): Change[] {
  const inputs = settingsOf(theCase, scenario);
  const { set, assume } = byHorizon(theCase, inputs);
  return [
    ...changedWeights(theCase, inputs),
    ...set,
    ...assume,
    ...Object.entries(inputs.observe ?? {}).map(([id, value]): Change => {
      return { input: "observe", id, text: observed(theCase, id, value) };
    }),
    ...Object.entries(inputs.likelihood ?? {}).map(([id, pair]): Change => {
      return { input: "likelihood", id, text: evidenceOn(theCase, id, pair) };
    }),
    ...Object.entries(inputs.ranges ?? {}).map(([id, range]): Change => {
      return { input: "ranges", id, text: `Range of ${nameOf(theCase, id)} ${span(range)}` };
    }),
    ...changedView(inputs),
  ];
}

const changedWeights = (theCase: Case, inputs: Inputs) =>
  theCase.factors.flatMap(({ id, short, weight: { default: article } }): Change[] => {
    const weight = weightOf(theCase, inputs, id);
    if (weight === article) return [];
    return [
      { input: "weights", id, text: `Weight of ${short} ${numeral(weight)} (article ${numeral(article)})` },
    ];
  });

/** Levels set and assumed; one line for all horizons where they say the same. */
function byHorizon(theCase: Case, inputs: Inputs): { set: Change[]; assume: Change[] } {
  const lines = (input: "set" | "assume", id: string, says: (horizon: string) => string | undefined) => {
    const said = theCase.horizons.flatMap((horizon) => {
      const text = says(horizon.id);
      return text === undefined ? [] : [{ horizon: horizon.id, text }];
    });
    const start = `${input === "set" ? "State of" : "Assumed:"} ${nameOf(theCase, id)}`;
    const alike = said.length === theCase.horizons.length && new Set(said.map(({ text }) => text)).size === 1;
    return alike
      ? [{ input, id, text: `${start}${inHorizon(theCase, "all")}: ${said[0]!.text}` }]
      : said.map(({ horizon, text }) => {
          return { input, id, horizon, text: `${start}${inHorizon(theCase, horizon)}: ${text}` };
        });
  };
  return {
    set: theCase.factors.flatMap(({ id }) =>
      lines("set", id, (horizon) => {
        const level = levelAt(theCase, inputs, id, horizon);
        const article = levelAt(theCase, AS_IN_ARTICLE, id, horizon);
        if (level === article) return undefined;
        return `${levelName(theCase, level)} (article ${levelName(theCase, article)})`;
      }),
    ),
    assume: theCase.mechanisms.flatMap(({ id }) =>
      lines("assume", id, (horizon) => {
        const level = assumedAt(inputs, id, horizon);
        return level === undefined ? undefined : levelName(theCase, level);
      }),
    ),
  };
}

function changedView({ view = "article" }: Inputs): Change[] {
  return view === "article" || view === 1 ? [] : [{ input: "view", text: viewName(view) }];
}
