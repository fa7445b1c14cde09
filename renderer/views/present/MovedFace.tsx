import { moversText } from "../../../app/model/session/agreement.ts";
import { percentLabel, wholePercent } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import styles from "./Faces.module.css";
import type { Arrow, Moved } from "./moved.ts";
import { weightText } from "./roomPage.ts";

/** More rows than these nobody reads from the last row of chairs; those further down moved least. */
const ROWS = 5;

/** What moved between a room's rounds: the middle weights, and what they make of the answer. */
export function MovedFace({ moved }: { readonly moved: Moved }) {
  const { rounds, weights, chances, people } = moved;
  const last = chances.at(-1);
  const end = Math.max(0.2, ...chances.flatMap(({ from, to }) => [from, to]));
  return (
    <div className={styles.face}>
      <h1>
        {last && <Headline arrow={last} />} {moversText(people)}.
      </h1>
      <div className={styles.pair}>
        <section aria-label="Middle weights">
          <h2>
            <span>Middle weight, 0 to 10</span>
            <span>
              Round {rounds[0]} → {rounds[1]}
            </span>
          </h2>
          <ol className={styles.arrows}>
            {weights.slice(0, ROWS).map((arrow) => (
              <Line
                key={arrow.id}
                label={arrow.label}
                from={arrow.from / 10}
                to={arrow.to / 10}
                tone="ink"
                says={same(weightText, arrow)}
                moved={weightText(arrow.from) !== weightText(arrow.to)}
              />
            ))}
          </ol>
        </section>
        <section aria-label="Chance of a break">
          <h2>
            <span>Chance of a break, pooled</span>
            <span>
              Round {rounds[0]} → {rounds[1]}
            </span>
          </h2>
          <ol className={styles.arrows}>
            {chances.map((arrow) => (
              <Line
                key={arrow.id}
                label={arrow.label}
                from={arrow.from / end}
                to={arrow.to / end}
                tone={arrow.to >= arrow.from ? "apart" : "hold"}
                says={same(percentLabel, arrow)}
                moved={percentLabel(arrow.from) !== percentLabel(arrow.to)}
                word={wordsOf(arrow.to)}
              />
            ))}
          </ol>
        </section>
      </div>
      <p className={styles.note}>
        An arrow goes from the first round to the last; a dot: it stayed. Orange: towards a break, blue: away
        from it. The middle of the room, nobody’s own.
      </p>
    </div>
  );
}

function wordsOf(p: number): string {
  const { word, range } = estimate(p);
  return `${word} ${range}`;
}

function Headline({ arrow: { label, from, to } }: { readonly arrow: Arrow }) {
  const [a, b] = [wholePercent(from), wholePercent(to)];
  return (
    <>
      {label}: the room{" "}
      {a === b ? (
        <>
          stayed at <b>{percentLabel(to)}</b>
        </>
      ) : (
        <>
          moved from {percentLabel(from)} to <b>{percentLabel(to)}</b>
        </>
      )}
      .
    </>
  );
}

const same = (text: (x: number) => string, { from, to }: Arrow): string =>
  text(from) === text(to) ? text(to) : `${text(from)} → ${text(to)}`;

/** Drawing units: the length of an axis, its height, the head of an arrow. */
const [LONG, HIGH, HEAD] = [640, 26, 15];

interface LineProps {
  readonly label: string;
  /** 0..1 along the axis. */
  readonly from: number;
  readonly to: number;
  readonly tone: "ink" | "apart" | "hold";
  readonly says: string;
  /** What it says has changed. */
  readonly moved: boolean;
  readonly word?: string;
}

function Line({ label, from, to, tone, says, moved, word = "" }: LineProps) {
  const x = (share: number) => HEAD + share * (LONG - 2 * HEAD);
  const [a, b] = [x(from), x(to)];
  const way = Math.sign(b - a);
  // What is told as one number has stayed.
  const moves = moved && Math.abs(b - a) > 2;
  // Where the move is shorter than a head, the head alone is drawn.
  const foot = moves && Math.abs(b - a) > HEAD ? b - way * HEAD : b;
  const y = HIGH / 2;
  return (
    <li>
      <b>{label}</b>
      <b>{says}</b>
      {word && <span>{word}</span>}
      <svg viewBox={`0 0 ${LONG} ${HIGH}`} data-tone={tone} aria-hidden>
        <line x1={HEAD} x2={LONG - HEAD} y1={y} y2={y} />
        {moves ? (
          <g>
            <circle cx={a} cy={y} r={7} data-open />
            <path d={`M${a + way * 7} ${y}H${foot}`} />
            <path d={`M${b} ${y}l${-way * HEAD} ${-HEAD * 0.62}v${HEAD * 1.24}z`} data-head />
          </g>
        ) : (
          <circle cx={b} cy={y} r={7} />
        )}
      </svg>
    </li>
  );
}
