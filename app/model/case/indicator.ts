import { type Indicator, LEVELS } from "./types.ts";
import { at, entries, type Field, id, keep, numbers, refuse, share } from "./read.ts";
import { flag, given, text, texts } from "./text.ts";
import { type Names, reference } from "./names.ts";

/** A sign has one chance of "yes" for each state of what it is a sign of: five levels, or no and yes. */
export function readIndicator(field: Field, names: Names): Indicator {
  const own = id(at(field, "id"));
  const of = reference(at(field, "of"), names, "factor", "mechanism", "indicator");
  const ofSign = names.kinds.get(of) === "indicator";
  if (ofSign && !names.latent.has(of))
    refuse(at(field, "of"), `names the indicator "${of}", which must be marked "latent": true to have signs`);
  return keep<Indicator>(entries(field, ["latent", "note", "beyondArticle"]), {
    id: own,
    label: text(at(field, "label"), own),
    of,
    p: numbers(at(field, "p"), ofSign ? 2 : LEVELS.length, share),
    paragraphs: texts(at(field, "paragraphs")),
    ...given<Pick<Indicator, "latent" | "note" | "beyondArticle">>(field, {
      latent: flag,
      note: text,
      beyondArticle: flag,
    }),
  });
}
