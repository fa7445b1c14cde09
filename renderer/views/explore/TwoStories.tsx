import { percentLabel, pointsLabel } from "../../../app/model/words/numbers.ts";
import type { AttributionAt } from "../../../app/model/analysis/shapes.ts";
import { useAnswers, useArgument } from "../../state/context.ts";
import { strainAt, wholePoints } from "../../state/select.ts";
import side from "./Side.module.css";
import styles from "./Why.module.css";

/** The factors that add most, with whole points. */
function strongest(at: AttributionAt, names: ReadonlyMap<string, string>, count: number) {
  const { points } = wholePoints(at);
  return Object.entries(at.points)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, count)
    .map(([id, value]) => ({ id, name: names.get(id) ?? id, value, points: points[id] ?? 0 }));
}

/** What drives open strain today is not what drives the break in the end: side by side. */
export function TwoStories() {
  const theCase = useArgument();
  const now = useAnswers((state) => state.now);
  const [first, last] = [theCase.horizons[0], theCase.horizons.at(-1)];
  const strain = now?.answer.strain;
  const at = first && now?.answer.result.horizons[first.id];
  const long = last && now?.answer.why.horizons[last.id];
  const rung = at && strainAt(theCase, at);
  if (!now || !strain || !at || !rung || !long || first === last) return null;
  const names = new Map(theCase.factors.map(({ id, short }) => [id, short]));
  const stories = [
    {
      key: "strain",
      title: "Today’s",
      what: rung.rung.short.toLowerCase(),
      total: percentLabel(rung.p),
      rows: strongest(strain, names, 4),
    },
    {
      key: "break",
      title: `${last.label},`,
      what: "break",
      total: percentLabel(long.answer),
      rows: strongest(long, names, 3),
    },
  ];
  const most = Math.max(...stories.flatMap(({ rows }) => rows.map(({ value }) => Math.abs(value))));
  return (
    <section className={styles.stories} aria-label="Two different stories">
      <h3>Two different stories</h3>
      {stories.map(({ key, title, what, total, rows }) => (
        <div key={key}>
          <p>
            {title} <b>{what}</b> <em>{total}</em>
          </p>
          <ul>
            {rows.map(({ id, name, value, points }) => (
              <li key={id} className={value >= 0 ? side.apart : side.hold}>
                <span>{name}</span>
                <i style={{ width: `${(Math.abs(value) / most) * 34}px` }} />
                <b>{pointsLabel(points)}</b>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
