import { ChartTable } from "../ChartTable.tsx";
import { mapTables } from "./tables.ts";
import type { MapTableInput } from "./tables.ts";

/** The causal map read as tables: every link as a row, and every box with its state. */
export function MapTable(props: MapTableInput) {
  const tables = mapTables(props);
  return (
    <>
      <ChartTable {...tables.links} />
      <ChartTable {...tables.boxes} />
    </>
  );
}
