import { signs } from "../../../../app/model/analysis/signs.ts";
import { tornado } from "../../../../app/model/analysis/tornado.ts";
import { LEVELS } from "../../../../app/model/case/types.ts";
import { percentLabel } from "../../../../app/model/words/numbers.ts";
import type { ReportSection } from "../section.ts";
import { Figure } from "../Figure.tsx";
import { Table } from "../Table.tsx";

const MOST_SIGNS = 8;

export const change: ReportSection = {
  id: "change",
  label: "What would change it",
  available: () => true,
  Body({ subject, charts }) {
    const { case: theCase, inputs, horizon, answer } = subject;
    const now = answer.result.horizons[horizon]?.break ?? 0;
    const name = (level: string) => theCase.levels.find(({ id }) => id === level)?.label ?? level;
    const swings = tornado(theCase, inputs).horizons[horizon];
    const rows = theCase.factors
      .map(({ id, short }) => {
        const known = LEVELS.flatMap((level) => {
          const p = swings?.levels[id]?.[level] ?? null;
          return p === null ? [] : [{ level, p }];
        }).sort((a, b) => a.p - b.p);
        const [low, high] = [known[0], known.at(-1)];
        return { short, low, high, swing: (high?.p ?? now) - (low?.p ?? now) };
      })
      .sort((a, b) => b.swing - a.swing);
    const watched = Object.entries(signs(theCase, inputs).horizons[horizon] ?? {})
      .sort(([, a], [, b]) => b.bits - a.bits)
      .slice(0, MOST_SIGNS);
    const at = (end: { level: string; p: number } | undefined) =>
      end ? `${percentLabel(end.p)} (${name(end.level)})` : "";
    const seen = (p: number | null) => (p === null ? "cannot be" : percentLabel(p));
    const alone = charts.find(({ id }) => id === "tipping-one");
    const sets = charts.find(({ id }) => id === "tipping-sets");
    return (
      <>
        {alone && (
          <>
            <h3>{alone.title}</h3>
            <Figure chart={alone} />
          </>
        )}
        {sets && (
          <>
            <h3>{sets.title}</h3>
            <ol>
              {sets.findings?.map((set) => (
                <li key={set}>{set}</li>
              ))}
            </ol>
            <p>{[sets.subtitle, ...sets.notes].join(" ")}</p>
          </>
        )}
        {(alone ?? sets) && <h3>What moves it</h3>}
        <p>
          One state changed alone, at every horizon, all else as set. The answer now is {percentLabel(now)}.
        </p>
        <Table
          caption="How far each factor alone moves the answer, longest first"
          head={["Factor", "Lowest, when", "Highest, when"]}
          rows={rows.map(({ short, low, high }) => [short, at(low), at(high)])}
        />
        {watched.length > 0 && (
          <Table
            caption="What to watch: signs that would tell most, best first; each alone tells little"
            head={["Sign", "Chance of seeing it now", "Break if seen", "Break if not"]}
            numbersFrom={1}
            rows={watched.map(([id, sign]) => [
              theCase.indicators.find((one) => one.id === id)?.label ?? id,
              percentLabel(sign.yes),
              seen(sign.breakIfYes),
              seen(sign.breakIfNo),
            ])}
          />
        )}
      </>
    );
  },
};
