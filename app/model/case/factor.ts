import { LEVELS, type Described, type Factor, type Horizon, type LevelName, type Setting } from "./types.ts";
import {
  above0,
  at,
  entries,
  type Field,
  id,
  items,
  keep,
  mustBe,
  number,
  oneOf,
  points,
  share,
} from "./read.ts";
import { choice, flag, places, text, texts } from "./text.ts";
import type { Names } from "./names.ts";

/** The five levels, lowest first; their labels are free. */
export function readLevels(field: Field): LevelName[] {
  const given = Array.isArray(field.value) ? items(field) : [];
  if (given.length !== LEVELS.length)
    return mustBe(field, `the five levels ${LEVELS.join(", ")} in this order`);
  return given.map((level, k) => {
    const own = oneOf(at(level, "id"), [LEVELS[k]!]);
    return keep(entries(level, ["label"]), { id: own, label: text(at(level, "label"), own) });
  });
}

export function readHorizon(field: Field): Horizon {
  const own = id(at(field, "id"));
  const label = text(at(field, "label"), own);
  return keep(entries(field), {
    id: own,
    label,
    phrase: text(at(field, "phrase"), label),
    years: above0(at(field, "years")),
  });
}

/** Names of the parts that a factor or mechanism may do without, and that have no default. */
export const PLACES = ["place", "overview"];

export function readDescribed(field: Field): Described {
  const own = id(at(field, "id"));
  const label = text(at(field, "label"), own);
  return {
    id: own,
    label,
    short: text(at(field, "short"), label),
    why: text(at(field, "why")),
    anchors: texts(at(field, "anchors")),
    paragraphs: texts(at(field, "paragraphs")),
    ...places(field),
  };
}

/** `midpoint` is the one integration a case may ask for; other tools' files bring the others. */
export function checkIntegration(field: Field): void {
  const asked = at(field, "integration");
  if (asked.value !== undefined) oneOf(asked, ["midpoint"]);
}

export function readFactor(field: Field, names: Names): Factor {
  checkIntegration(field);
  return keep<Factor>(entries(field, PLACES), {
    ...readDescribed(field),
    group: choice(at(field, "group"), ["apart", "timing", "together", "rival"], "apart"),
    starred: flag(at(field, "starred")),
    question: text(at(field, "question")),
    beyondArticle: flag(at(field, "beyondArticle")),
    weight: readWeight(at(field, "weight")),
    levels: readSettings(at(field, "levels"), names),
    fade: share(at(field, "fade")),
  });
}

function readWeight(field: Field): Factor["weight"] {
  const min = points(at(field, "min"));
  return keep(entries(field), {
    default: number(at(field, "default"), "a number above 0 and up to 10", (x) => x > 0 && x <= 10),
    min,
    max: number(at(field, "max"), `a number from min (${min}) to 10`, (x) => x >= min && x <= 10),
  });
}

/** One setting for each horizon; settings for other horizons stay in the file. */
function readSettings(field: Field, names: Names): Record<string, Setting> {
  const own = entries(field);
  const read = names.horizons.map((horizon): [string, Setting] => {
    const setting = at(field, horizon);
    const level = oneOf(at(setting, "level"), LEVELS);
    return [horizon, keep(entries(setting), { level, spread: above0(at(setting, "spread")) })];
  });
  return keep(own as Record<string, Setting>, Object.fromEntries(read));
}
