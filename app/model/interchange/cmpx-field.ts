import { shown } from "../case/problem.ts";
import { refuse } from "./refusal.ts";

/** A value in a JSON file and the path to it: "model.networks[0].nodes[3]". */
export interface Item {
  readonly value: unknown;
  readonly path: string;
}

/**
 * The entry of an object under a name; `otherwise` where it is absent.
 *
 * @throws Refused if there is neither, or if the item is no object.
 */
export function fieldOf(item: Item, name: string, otherwise?: unknown): Item {
  const { value, path } = item;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse(
      `An object is expected at ${path} and ${shown(value)} stands there; correct the file at that place.`,
    );
  const own = path === "the file" ? name : `${path}.${name}`;
  const found: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : otherwise;
  if (found === undefined)
    refuse(`${own} is missing; the file is no complete .cmpx model, so save it again in AgenaRisk.`);
  return { value: found, path: own };
}

/** @throws Refused for anything but a list. */
export function listOf({ value, path }: Item): Item[] {
  if (!Array.isArray(value))
    return refuse(
      `A list is expected at ${path} and ${shown(value)} stands there; correct the file at that place.`,
    );
  return value.map((entry: unknown, i) => ({ value: entry, path: `${path}[${i}]` }));
}

/** @throws Refused for anything but a text. */
export function textIn({ value, path }: Item): string {
  if (typeof value !== "string")
    return refuse(
      `A text is expected at ${path} and ${shown(value)} stands there; correct the file at that place.`,
    );
  return value;
}
