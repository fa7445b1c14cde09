import type { ExportChart } from "../choice.ts";

interface Props {
  readonly chart: ExportChart | undefined;
  /** px of the drawing; the page is 640 wide. */
  readonly width?: number;
}

/** A chart as a drawing of the page, with its caption; the composer puts the drawing alone in its place. */
export function Figure({ chart, width = 592 }: Props) {
  if (!chart) return null;
  return (
    <figure>
      <div data-chart={chart.title}>{chart.render(width, "print")}</div>
      <figcaption>
        {chart.subtitle} {chart.notes.join(" ")}
      </figcaption>
    </figure>
  );
}
