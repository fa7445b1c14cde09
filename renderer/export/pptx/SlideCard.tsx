import styles from "./SlideCard.module.css";
import type { Slide, SlideChart } from "./slides.ts";

interface Props {
  readonly slide: Slide;
  readonly marking: string | null;
  readonly source: string;
  readonly number: number;
}

/** A slide in small, drawn from what the file is made from. */
export function SlideCard({ slide, marking, source, number }: Props) {
  const { title, lines, figures, chart } = slide;
  return (
    <article className={styles.card} aria-label={`Slide ${number}: ${title}`}>
      <p className={styles.mark}>
        {marking} <span>Entente</span>
      </p>
      <h3>{title}</h3>
      {figures && (
        <div className={styles.figures}>
          {figures.map(({ label, number: figure, words }) => (
            <p key={label}>
              <span>{label}</span>
              <b>{figure}</b>
              {words}
            </p>
          ))}
        </div>
      )}
      {chart ? (
        <p className={styles.lines}>{lines.join(" ")}</p>
      ) : (
        lines.map((line, i) => (
          <p key={i} className={styles.lines}>
            {line}
          </p>
        ))
      )}
      {chart && <Bars chart={chart} />}
      <p className={styles.source}>{source}</p>
      <p className={styles.mark}>
        {marking} <span>{number}</span>
      </p>
    </article>
  );
}

const ROW = 15;
const LABELS = 130;
const WIDTH = 520;

function Bars({ chart: { kind, categories, series, alt } }: { readonly chart: SlideChart }) {
  const room = WIDTH - LABELS - 40;
  const sums = categories.map((_, i) =>
    series.reduce((sum, { values }) => sum + Math.max(values[i] ?? 0, 0), 0),
  );
  const low = Math.min(0, ...series.flatMap(({ values }) => values));
  const high =
    kind === "stacked" ? Math.max(...sums, 1) : Math.max(1, ...series.flatMap(({ values }) => values));
  const x = (value: number) => LABELS + ((value - low) / (high - low)) * room;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${categories.length * ROW}`} role="img" aria-label={alt}>
      {categories.map((name, i) => {
        let from = 0;
        return (
          <g key={i} transform={`translate(0 ${i * ROW})`}>
            <text x={LABELS - 6} y={ROW * 0.7} textAnchor="end">
              {name.length > 24 ? `${name.slice(0, 23)}…` : name}
            </text>
            {series.map(({ name: part, colour, values }) => {
              const value = values[i] ?? 0;
              const start = kind === "stacked" ? from : 0;
              from += value;
              const [left, right] = [x(Math.min(start, start + value)), x(Math.max(start, start + value))];
              return (
                <rect key={part} x={left} y={2} width={right - left} height={ROW - 5} fill={`#${colour}`} />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
