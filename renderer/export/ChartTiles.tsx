import type { ExportChart } from "./choice.ts";
import { Segments } from "./Segments.tsx";

interface Props {
  readonly charts: readonly ExportChart[];
  readonly chart: string;
  readonly onChange: (chart: string) => void;
}

export function ChartTiles({ charts, chart, onChange }: Props) {
  return (
    <Segments
      label="Which chart"
      tiles
      value={chart}
      options={charts.map(
        ({ id, label, icon: Icon }) =>
          [
            id,
            <>
              <Icon size={20} strokeWidth={1.6} />
              {label}
            </>,
          ] as const,
      )}
      onChange={onChange}
    />
  );
}
