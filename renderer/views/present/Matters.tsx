import type { AttributionAt } from "../../../app/model/analysis/shapes.ts";
import { percentLabel, pointsLabel } from "../../../app/model/words/numbers.ts";
import { strainAt } from "../../state/select.ts";
import { waterfallRows } from "../explore/waterfallRows.ts";
import { Hidden, Waiting } from "./AnswerSlide.tsx";
import type { Scene } from "./scene.ts";
import styles from "./Slides.module.css";
import { listed } from "../../../app/model/words/text.ts";
import { horizonOf } from "./words.ts";

/** More rows than these nobody reads from the last row of chairs. */
const ROWS = 7;
const BIG = 3;
/** In the sentence. */
const NAMED = 2;

interface Story {
  readonly id: string;
  readonly head: string;
  readonly total: string;
  /** What the factors decide, for the sentence. */
  readonly what: string;
  readonly start: string;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: number;
    readonly points: number;
  }[];
}

function storyOf(scene: Scene, id: string, at: AttributionAt, head: string, what: string): Story {
  const { rows } = waterfallRows(scene.case, at);
  const sorted = rows.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const [shown, others] =
    sorted.length > ROWS ? [sorted.slice(0, ROWS - 1), sorted.slice(ROWS - 1)] : [sorted, []];
  const sum = (of: (row: (typeof others)[number]) => number) =>
    others.reduce((total, row) => total + of(row), 0);
  return {
    id,
    head,
    what,
    total: percentLabel(at.answer),
    start: percentLabel(at.start),
    rows: [
      ...shown,
      ...(others.length > 0
        ? [
            {
              id: "others",
              label: `${others.length} others together`,
              value: sum(({ value }) => value),
              points: sum(({ points }) => points),
            },
          ]
        : []),
    ],
  };
}

/** Today's quarrel where the case tells of one, and the break at the horizon looked at. */
function storiesOf(scene: Scene): Story[] {
  const { case: theCase, answer, horizon } = scene;
  const [first] = theCase.horizons;
  const why = answer?.why.horizons[horizon];
  if (!answer || !why) return [];
  const at = first && answer.result.horizons[first.id];
  const strain = at && strainAt(theCase, at);
  const phase = horizonOf(scene);
  return [
    ...(answer.strain && strain && first
      ? [
          storyOf(
            scene,
            "strain",
            answer.strain,
            `${strain.rung.short}, ${first.label.toLowerCase()}`,
            "how loud the quarrel is today",
          ),
        ]
      : []),
    storyOf(scene, "break", why, `Break, ${phase?.label.toLowerCase() ?? ""}`, "whether it ends in a break"),
  ];
}

export const mattersThings = (scene: Scene): number => Math.max(1, storiesOf(scene).length);

/** What moves the answer, in points, the largest first. */
export function Matters({
  scene,
  shown,
  numbers,
}: {
  readonly scene: Scene;
  readonly shown: number | null;
  readonly numbers: boolean;
}) {
  const stories = storiesOf(scene);
  if (stories.length === 0) return <Waiting scene={scene} />;
  if (!numbers) return <Hidden scene={scene} />;
  const most = Math.max(0.01, ...stories.flatMap(({ rows }) => rows.map(({ value }) => Math.abs(value))));
  return (
    <div className={styles.matters}>
      <h1>
        {stories.map(({ id, rows, what }, i) => (
          <span key={id} data-hidden={(shown !== null && i >= shown) || undefined}>
            {listed(
              rows
                .filter((row) => row.id !== "others")
                .slice(0, NAMED)
                .map(({ label }) => label),
            )}{" "}
            decide <b>{what}</b>.{" "}
          </span>
        ))}
      </h1>
      <div className={styles.stories} data-alone={stories.length === 1 || undefined}>
        {stories.map(({ id, head, total, rows }, i) => (
          <section key={id} data-hidden={(shown !== null && i >= shown) || undefined} aria-label={head}>
            <h2>
              <span>{head}</span>
              <span>{total}</span>
            </h2>
            <ol>
              {rows.map((row, place) => (
                <li key={row.id} data-big={(place < BIG && row.id !== "others") || undefined}>
                  <span>{row.label}</span>
                  <span className={styles.bar} aria-hidden>
                    <u />
                    <i
                      data-tone={row.value >= 0 ? "apart" : "hold"}
                      style={{ width: `${Math.max(0.6, (Math.abs(row.value) / most) * 50)}%` }}
                    />
                  </span>
                  <b>{pointsLabel(row.points)}</b>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <p className={styles.note}>
        Points for (orange, right) and against (blue, left), from {listed(stories.map(({ start }) => start))}{" "}
        with every factor at its lowest to {listed(stories.map(({ total }) => total))}.
        {scene.room?.answer ? " Of the scenario as it is set, not of the room’s weights." : ""}
      </p>
    </div>
  );
}
