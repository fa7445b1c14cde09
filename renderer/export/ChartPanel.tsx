import { useMemo } from "react";
import { PAPERS, pictureSize } from "./choice.ts";
import type { ExportChoice, Format, LookName, PageSize, Resolution } from "./choice.ts";
import { ChartTiles } from "./ChartTiles.tsx";
import styles from "./ExportDialog.module.css";
import type { PanelProps } from "./panel.ts";
import { Segments } from "./Segments.tsx";
import type { Sheet } from "./sheet.ts";
import { Tick } from "./Tick.tsx";

interface Props extends Pick<PanelProps, "charts" | "chart" | "choice" | "change"> {
  readonly title: string;
  readonly sheet: Sheet | null;
  readonly error: string | null;
}

const FORMATS: readonly (readonly [Format, string])[] = [
  ["png", "PNG"],
  ["svg", "SVG"],
];
const SIZES = (Object.keys(PAPERS) as PageSize[]).map((size) => [size, PAPERS[size].label] as const);
const RESOLUTIONS: readonly (readonly [Resolution, string])[] = [
  ["single", "1×"],
  ["double", "2×"],
  ["dpi300", "300 dpi"],
];
const LETTERS: readonly (readonly [ExportChoice["letters"], string])[] = [
  ["text", "Fonts inside"],
  ["outlines", "Outlines"],
];
const LOOKS: readonly (readonly [LookName, string])[] = [
  ["print", "Print"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** The picture as it will be, and what can be chosen about it. */
export function ChartPanel({ charts, chart, choice, change, title, sheet, error }: Props) {
  return (
    <>
      <div className={styles.preview}>
        {sheet ? (
          <Preview sheet={sheet} title={title} />
        ) : (
          <p className={styles.hint}>{error ?? "Drawing…"}</p>
        )}
        <p className={styles.hint}>
          The picture carries its words and numbers as text for screen readers (SVG).
        </p>
      </div>
      <div className={styles.options}>
        <ChartTiles charts={charts} chart={chart.id} onChange={(chart) => change({ chart })} />
        <Segments
          label="Format"
          value={choice.format}
          options={FORMATS}
          onChange={(format) => change({ format })}
        />
        <div>
          <Segments
            label="Size"
            value={choice.size}
            options={chart.tooWideForColumn ? SIZES.filter(([size]) => size !== "column") : SIZES}
            onChange={(size) => change({ size })}
          />
          <p className={styles.hint}>{sheet && described(sheet, choice)}</p>
          {chart.tooWideForColumn && (
            <p className={styles.hint}>In a column its letters would be too small to read.</p>
          )}
        </div>
        {choice.format === "svg" && (
          <div>
            <Segments
              label="Letters"
              value={choice.letters}
              options={LETTERS}
              onChange={(letters) => change({ letters })}
            />
            <p className={styles.hint}>
              {choice.letters === "text"
                ? "Can be edited and searched; Office and Illustrator show other fonts."
                : "The same in every program; letters of other scripts stay text."}
            </p>
          </div>
        )}
        {choice.format === "png" && (
          <Segments
            label="Resolution"
            value={choice.resolution}
            options={RESOLUTIONS}
            onChange={(resolution) => change({ resolution })}
          />
        )}
        <Segments label="Look" value={choice.look} options={LOOKS} onChange={(look) => change({ look })} />
        <div>
          <Tick
            label="Caption and source line"
            isSelected={choice.caption}
            onChange={(caption) => change({ caption })}
          />
          {chart.otherView && (
            <Tick
              label={chart.otherView.label}
              isSelected={choice.otherView}
              onChange={(otherView) => change({ otherView })}
            />
          )}
          <Tick label="Marking on the picture (always)" isSelected isDisabled />
          <Tick
            label="The numbers as CSV beside it"
            isSelected={choice.beside}
            onChange={(beside) => change({ beside })}
          />
          {chart.rounded && (
            <Tick
              label="Round to 5 on the picture"
              isSelected={choice.fives}
              onChange={(fives) => change({ fives })}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** "160 × 110 mm, 300 dpi: 1890 × 1299 pixels" */
function described(sheet: Sheet, { format, size, resolution }: ExportChoice): string {
  const picture = pictureSize(sheet, size, resolution);
  const paper = `${picture.mm[0]} × ${picture.mm[1]} mm`;
  if (format === "svg") return `${paper}, sharp at any size`;
  const name = { single: "1×", double: "2×", dpi300: "300 dpi" }[resolution];
  return `${paper}, ${name}: ${picture.width} × ${picture.height} pixels`;
}

function Preview({ sheet, title }: { readonly sheet: Sheet; readonly title: string }) {
  // Not a blob's address: it would have to be taken back, and one taken back while it loads is an error.
  const url = useMemo(() => `data:image/svg+xml,${encodeURIComponent(sheet.svg)}`, [sheet]);
  return (
    <div className={styles.paper}>
      <img src={url} alt={title} width={sheet.width} height={sheet.height} />
    </div>
  );
}
