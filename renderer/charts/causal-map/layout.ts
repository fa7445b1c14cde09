import type { LinkPoints } from "../../../app/model/analysis/shapes.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { placeGeometry } from "./geometry.ts";
import type { Geometry } from "./geometry.ts";
import { placeLabels } from "./labels.ts";
import type { PointLabel } from "./labels.ts";
import { placeBoxes, type Slot } from "../../../app/model/author/layout.ts";
import { routeArrows } from "./route.ts";
import type { Bundle } from "./route.ts";
import { PRINTED } from "./strength.ts";
import { mapStructure } from "./structure.ts";
import type { MapArrow, MapStructure, Mode } from "./structure.ts";
import { textWidth } from "./text.ts";

export interface Caption {
  readonly text: string;
  readonly x: number;
}

export interface Arrows {
  readonly arrows: readonly MapArrow[];
  readonly bundles: readonly Bundle[];
  readonly labels: readonly PointLabel[];
}

/** Arrows below this may merge in the overview; in the full map none whose points are printed. */
const MERGED_IN_OVERVIEW = 10;

/** Slots of all boxes; depends on the case and the mode only. */
export function layoutSlots(c: Case, mode: Mode): ReadonlyMap<string, Slot> {
  const { boxes, every } = mapStructure(c, mode, null);
  return placeBoxes(
    c,
    mode,
    boxes.map(({ id }) => id),
    every,
  );
}

/** Px places of all boxes; does not depend on the points, so that boxes stand still while sliders move. */
export function layoutBoxes(
  c: Case,
  mode: Mode,
  slots: ReadonlyMap<string, Slot>,
  width: number,
  height: number,
): Geometry {
  const words = {
    levels: c.levels.map(({ label }) => label),
    rungs: c.outcome.rungs,
  };
  return placeGeometry(mapStructure(c, mode, null), slots, { width, height }, words);
}

/** Routed arrows for the points being read (null: not yet known), with printed points in the full map. */
export function layoutArrows(
  c: Case,
  mode: Mode,
  geometry: Geometry,
  links: LinkPoints | null,
  rung?: string,
): Arrows {
  const { arrows } = mapStructure(c, mode, links, rung);
  const bundles = routeArrows(geometry, arrows, mode === "full" ? PRINTED : MERGED_IN_OVERVIEW);
  const labels = mode === "full" ? placeLabels(geometry, bundles.flat()) : [];
  return { arrows, bundles, labels };
}

export const CAPTION_SIZE = 11;
const SPACING = 0.5;
const MEETING = 3;

/** Captions above the columns; one that would run into the next is left out. */
export function captionsOf(c: Case, geometry: Geometry, mode: Mode): readonly Caption[] {
  const { columns } = geometry;
  const last = columns.length - 1;
  const meets = mode === "full" ? meetingColumn(geometry, mapStructure(c, mode, null).every) : null;
  const wanted = [
    { text: "WHAT DRIVES IT", column: 0 },
    ...(last > 1 ? [{ text: "HOW IT WORKS", column: 1 }] : []),
    ...(meets === null ? [] : [{ text: "WHERE IT MEETS", column: meets }]),
    { text: "WHAT HAPPENS", column: last },
  ].map(({ text, column }) => ({ text, x: columns[column]?.x ?? 0 }));
  return wanted.filter(({ text, x }, i) => {
    const next = wanted[i + 1];
    return !next || x + textWidth(text, CAPTION_SIZE) + text.length * SPACING + 6 < next.x;
  });
}

/** The first column right of the first mechanisms in which three or more mechanisms come together. */
function meetingColumn({ boxes, columns }: Geometry, every: MapStructure["every"]): number | null {
  const mechanisms = new Set(boxes.filter(({ kind }) => kind === "mechanism").map(({ id }) => id));
  const meeting = boxes.filter(
    ({ id, column }) =>
      column > 1 &&
      column < columns.length - 1 &&
      every.filter((arrow) => arrow.to === id && mechanisms.has(arrow.from)).length >= MEETING,
  );
  return meeting.length === 0 ? null : Math.min(...meeting.map(({ column }) => column));
}
