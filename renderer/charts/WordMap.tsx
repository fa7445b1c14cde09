import { useId, useMemo } from "react";
import type { ReactNode } from "react";
import { spread } from "./causal-map/spread.ts";
import { contourAt, type Grid, type Point, regionAbove, trianglesOf } from "./field.ts";
import { MarkButtons } from "./MarkButtons.tsx";
import { percentText } from "./percent.ts";
import { fitText, measureText } from "./text.ts";
import { useFonts } from "./useFonts.ts";
import common from "./Plot.module.css";
import styles from "./WordMap.module.css";
import { capitalised } from "../../app/model/words/text.ts";

export interface WordMapAxis {
  /** The factor. */
  readonly label: string;
  /** Its values, ascending: "very low" … or "0" … */
  readonly values: readonly string[];
}

/** An estimative word with its range, and the shares it covers. */
export interface WordMapBand {
  readonly id: string;
  /** "unlikely (20–45%)" */
  readonly label: string;
  readonly low: number;
}

export interface WordMapProps {
  readonly label: string;
  /** Upwards, and to the right. */
  readonly rows: WordMapAxis;
  readonly columns: WordMapAxis;
  /** [row][column], shares; null where what was seen cannot be. */
  readonly chances: Grid;
  /** All words of the scale, from the lowest. */
  readonly bands: readonly WordMapBand[];
  /** Where the case stands, in rows and columns; between two of them where its state differs over time. */
  readonly here: { readonly row: number; readonly column: number; readonly chance: number };
  readonly ghost?: { readonly row: number; readonly column: number } | null;
  /** px */
  readonly width: number;
  readonly height: number;
  readonly onApply?: (row: number, column: number) => void;
}

const SIZE = 11;
const BELOW = 38;
const CIRCLE = 12;

/** Two inputs at once: the chance at every pair of values, the borders between estimative words as lines. */
export function WordMap(props: WordMapProps) {
  const { rows, columns, chances, bands, here, ghost = null, width, height, onApply } = props;
  const fonts = useFonts();
  const pattern = useId();
  const widest = (texts: readonly string[], weight = 400) =>
    Math.ceil(Math.max(0, ...texts.map((text) => measureText(text, { size: SIZE, weight }))));
  const left = 30 + widest(rows.values.map(capitalised));
  const present = useMemo(() => presentIn(bands, chances), [bands, chances]);
  const right = Math.min(widest(present.map(({ label }) => label), 620) + 24, Math.floor(width * 0.34)); // prettier-ignore
  const [plotWidth, plotHeight] = [Math.max(width - left - right, 40), Math.max(height - BELOW - 4, 40)];
  const [cellWidth, cellHeight] = [
    plotWidth / Math.max(columns.values.length, 1),
    plotHeight / Math.max(rows.values.length, 1),
  ];
  const top = 4;
  const bottom = top + plotHeight;
  // The first row is the lowest.
  const x = (cells: number) => left + cells * cellWidth;
  const y = (cells: number) => bottom - cells * cellHeight;
  const path = (polygon: readonly Point[]) => `M${polygon.map(([a, b]) => `${px(x(a))} ${px(y(b))}`).join("L")}`;
  const triangles = useMemo(() => trianglesOf(chances), [chances]);
  const field = (): ReactNode =>
    bands.map(({ id, low }, b) => (
      <path
        key={id}
        className={styles.region}
        style={{ fill: `var(--b${b})` }}
        d={regionAbove(triangles, b === 0 ? -1 : low).map((polygon) => `${path(polygon)}Z`).join("")}
      />
    )); // prettier-ignore
  const mark = { x: x(here.column + 0.5), y: y(here.row + 0.5) };
  const words = spread(
    present.map((band) => ({ want: y(band.height), size: 16 })),
    top,
    bottom,
  );
  const tick = (values: readonly string[], room: number) =>
    values.map((value) => fitText(capitalised(value), { size: SIZE }, room));
  return (
    <div className={common.frame} style={{ width, height }} data-fonts={fonts}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role={onApply ? undefined : "img"}
        aria-label={onApply ? undefined : props.label}
        aria-hidden={onApply ? true : undefined}
      >
        <defs>
          <pattern id={pattern} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className={styles.hatch} width={1.6} height={7} />
          </pattern>
        </defs>
        <rect className={styles.nothing} x={left} y={top} width={plotWidth} height={plotHeight} />
        <rect x={left} y={top} width={plotWidth} height={plotHeight} fill={`url(#${pattern})`} />
        {field()}
        {bands.slice(1).map(({ id, low }) => (
          <path key={id} className={styles.contour} d={contourAt(triangles, low).map(path).join("")} />
        ))}
        <g fontSize={SIZE}>
          {tick(rows.values, left - 26).map((value, r) => (
            <text key={r} className={styles.tick} x={left - 8} y={y(r + 0.5) + SIZE * 0.36} textAnchor="end">
              {value}
            </text>
          ))}
          {tick(columns.values, cellWidth - 4).map((value, c) => (
            <text key={c} className={styles.tick} x={x(c + 0.5)} y={bottom + 15} textAnchor="middle">
              {value}
            </text>
          ))}
          <text className={styles.axis} x={left + plotWidth / 2} y={bottom + 33} textAnchor="middle" fontSize={12}>
            {fitText(columns.label, { size: 12, weight: 640 }, plotWidth)}
          </text>
          <text
            className={styles.axis}
            transform={`translate(11 ${top + plotHeight / 2}) rotate(-90)`}
            textAnchor="middle"
            fontSize={12}
          >
            {fitText(rows.label, { size: 12, weight: 640 }, plotHeight)}
          </text>
          <circle className={styles.here} cx={left + plotWidth + 13} cy={bottom + 11} r={5} />
          <text className={styles.word} x={left + plotWidth + 22} y={bottom + 15}>
            this case
          </text>
          {present.map(({ id, label, index }, i) => (
            <g key={id}>
              <rect
                className={styles.swatch}
                style={{ fill: `var(--b${index})` }}
                x={left + plotWidth + 8}
                y={(words[i] ?? 0) - 4.5}
                width={9}
                height={9}
                rx={2}
              />
              <text className={styles.word} x={left + plotWidth + 22} y={(words[i] ?? 0) + SIZE * 0.36}>
                {fitText(label, { size: SIZE, weight: 620 }, right - 22)}
              </text>
            </g>
          ))}
          {chances.map((row, r) =>
            row.map((chance, c) => {
              const place = clearOf({ x: x(c + 0.5), y: y(r + 0.5) }, mark);
              if (!place) return null;
              const band = chance === null ? -1 : bandIndex(bands, chance);
              return (
                <text
                  key={`${r} ${c}`}
                  className={common.number}
                  // Its rim, of the colour of its word, keeps the borders off it.
                  style={band < 0 ? undefined : { fill: `var(--onb${band})`, stroke: `var(--b${band})` }}
                  x={px(place.x)}
                  y={px(place.y + SIZE * 0.36)}
                  strokeWidth={5}
                  strokeLinejoin="round"
                  paintOrder="stroke"
                  textAnchor="middle"
                >
                  {chance === null ? "–" : percentText(chance).replace("%", "")}
                </text>
              );
            }),
          )}
        </g>
        {ghost && (
          <circle className={styles.ghost} cx={x(ghost.column + 0.5)} cy={y(ghost.row + 0.5)} r={CIRCLE - 1} />
        )}
        <circle className={styles.here} cx={mark.x} cy={mark.y} r={CIRCLE} />
        <text className={styles.hereNumber} x={mark.x} y={mark.y + SIZE * 0.36} textAnchor="middle" fontSize={SIZE}>
          {percentText(here.chance).replace("%", "")}
        </text>
      </svg>
      {onApply && (
        <MarkButtons
          label={props.label}
          marks={chances.flatMap((row, r) =>
            row.flatMap((chance, c) =>
              chance === null
                ? []
                : {
                    id: `${r} ${c}`,
                    label: `${rows.label} ${rows.values[r] ?? ""}, ${columns.label} ${columns.values[c] ?? ""}: ${percentText(chance)}. Apply`,
                    row: rows.values.length - 1 - r,
                    left: x(c),
                    top: y(r + 1),
                    width: cellWidth,
                    height: cellHeight,
                  },
            ),
          )}
          onPress={(id) => {
            const [r = 0, c = 0] = id.split(" ").map(Number);
            onApply(r, c);
          }}
        />
      )}
    </div>
  );
} // prettier-ignore

/** Where a number can be read beside the mark of the case; null where that mark stands on its place and says the same. */
function clearOf(at: { x: number; y: number }, mark: { x: number; y: number }) {
  const distance = Math.hypot(at.x - mark.x, at.y - mark.y);
  if (distance < 1) return null;
  const away = Math.max(distance, CIRCLE + 8) / distance;
  return { x: mark.x + (at.x - mark.x) * away, y: mark.y + (at.y - mark.y) * away };
}

const px = (value: number) => Math.round(value * 100) / 100;

const bandIndex = (bands: readonly WordMapBand[], chance: number) =>
  Math.max(
    0,
    bands.findLastIndex(({ low }) => chance >= low),
  );

/** The words that occur, each with the height (in rows) at which it meets the right edge, or else lies on average; from the top down. */
function presentIn(bands: readonly WordMapBand[], chances: Grid) {
  return bands
    .flatMap((band, index) => {
      const at: { r: number; c: number }[] = [];
      chances.forEach((row, r) =>
        row.forEach((chance, c) => {
          if (chance !== null && bandIndex(bands, chance) === index) at.push({ r: r + 0.5, c });
        }),
      );
      if (at.length === 0) return [];
      const last = Math.max(...at.map(({ c }) => c));
      const edge = at.filter(({ c }) => c === last);
      return [{ ...band, index, height: edge.reduce((sum, { r }) => sum + r, 0) / edge.length }];
    })
    .sort((a, b) => b.height - a.height || b.index - a.index);
}
