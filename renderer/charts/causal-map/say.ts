import type { State } from "./levels.ts";
import { OUTCOME } from "./links.ts";
import type { MapArrow, MapBox } from "./structure.ts";
import { listed } from "../../../app/model/words/text.ts";

/** What a screen reader hears on a box: name, state, effects, and what a factor adds to the answer. */
export function sayBox(
  box: MapBox,
  state: State | undefined,
  arrows: readonly MapArrow[],
  names: ReadonlyMap<string, string>,
  points: number | undefined,
): string {
  const out = arrows.filter(({ from }) => from === box.id);
  const effects = (raises: boolean) =>
    out
      .filter((arrow) => arrow.to !== OUTCOME && arrow.raises === raises)
      .map(({ to }) => names.get(to) ?? to);
  const end = out.find(({ to }) => to === OUTCOME);
  const sentences = [
    state ? `${box.name}, ${state.word.toLowerCase()}` : box.name,
    sentence("Raises", effects(true)),
    sentence("Weakens", effects(false)),
    end === undefined
      ? ""
      : end.shape
        ? "Shapes what happens"
        : `${end.raises ? "Raises" : "Lowers"} the chance of a break`,
    points === undefined ? "" : sayPoints(points),
  ];
  return sentences
    .filter((text) => text !== "")
    .map((text) => `${text}.`)
    .join(" ");
}

const sentence = (verb: string, names: readonly string[]): string =>
  names.length > 0 ? `${verb} ${listed(names)}` : "";

function sayPoints(points: number): string {
  const whole = Math.round(Math.abs(points));
  if (whole === 0) return "Makes less than half a point of difference";
  return `${points > 0 ? "Adds" : "Takes off"} ${String(whole)} ${whole === 1 ? "point" : "points"}`;
}
