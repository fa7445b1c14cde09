import type { Outcome, Rung, Share } from "./types.ts";
import {
  at,
  entries,
  type Field,
  id,
  keep,
  mustBe,
  number,
  numbers,
  refuse,
  share,
  someItems,
} from "./read.ts";
import { given, places, text, texts } from "./text.ts";
import { shown } from "./problem.ts";
import { ids, type Names, reference } from "./names.ts";
import { LEVELS } from "./types.ts";

export function readOutcome(field: Field, names: Names): Outcome {
  const listed = someItems(at(field, "rungs"), "outcome");
  ids(listed);
  const rungs = listed.map(readRung);
  return keep<Outcome>(entries(field, ["resolution", "moot", "place", "overview"]), {
    short: text(at(field, "short"), "Outcome"),
    rungs,
    event: readEvent(at(field, "event"), names),
    happened: readShares(at(field, "happened"), names, rungs, true),
    notHappened: readShares(at(field, "notHappened"), names, rungs, false),
    ...given<Pick<Outcome, "resolution" | "moot">>(field, { resolution: texts, moot: text }),
    ...places(field),
  });
}

function readRung(field: Field): Rung {
  const own = id(at(field, "id"));
  const label = text(at(field, "label"), own);
  const happened = at(field, "happened");
  return keep(entries(field), {
    id: own,
    label,
    short: text(at(field, "short"), label),
    happened: typeof happened.value === "boolean" ? happened.value : mustBe(happened, "true or false"),
    criteria: text(at(field, "criteria")),
  });
}

function readEvent(field: Field, names: Names): Outcome["event"] {
  const rates = at(field, "hazardPerYear");
  const five = (view: string) => numbers(at(rates, view), LEVELS.length, hazard);
  return keep<Outcome["event"]>(entries(field, ["basis"]), {
    of: reference(at(field, "of"), names, "mechanism"),
    hazardPerYear: keep(entries(rates), { article: five("article"), outside: five("outside") }),
    ...given<Pick<Outcome["event"], "basis">>(field, {
      basis: (basis) =>
        keep(
          entries(basis, ["article", "outside"]),
          given<{ article?: string; outside?: string }>(basis, { article: text, outside: text }),
        ),
    }),
  });
}

const hazard = (field: Field) =>
  number(field, "a number above 0 and below 1 (a yearly rate)", (x) => x > 0 && x < 1);

/** A stick-breaking list: each entry takes a share of what is left, the last takes the rest. */
function readShares(field: Field, names: Names, rungs: readonly Rung[], happened: boolean): Share[] {
  const fields = someItems(field, "entry");
  const open = new Map(rungs.map((rung) => [rung.id, rung]));
  const shares = fields.map((entry, i) => {
    const rung = takeRung(at(entry, "rung"), rungs, open, happened);
    const [of, p] = [at(entry, "of"), at(entry, "p")];
    if (i < fields.length - 1)
      return keep<Share>(entries(entry), {
        rung,
        of: reference(of, names, "factor", "mechanism"),
        p: numbers(p, LEVELS.length, share),
      });
    for (const part of [of, p])
      if (part.value !== undefined) refuse(part, "must be left out, because the last entry takes the rest");
    return keep<Share>(entries(entry), { rung });
  });
  const left = [...open.values()].find((rung) => rung.happened === happened);
  return left === undefined ? shares : refuse(field, `does not list "${left.id}"; add an entry for it`);
}

/** The rung an entry is about: one that no entry has taken yet, and of this list's kind. */
function takeRung(field: Field, rungs: readonly Rung[], open: Map<string, Rung>, happened: boolean): string {
  const rung = typeof field.value === "string" ? open.get(field.value) : undefined;
  if (rung === undefined) {
    if (!rungs.some(({ id }) => id === field.value)) return mustBe(field, "the id of one of outcome.rungs");
    return refuse(field, `lists ${shown(field.value)} a second time; remove one of the two entries`);
  }
  if (rung.happened !== happened) {
    const other = happened ? "notHappened" : "happened";
    refuse(
      field,
      `lists "${rung.id}", and outcome.rungs has it with "happened": ${rung.happened}; move the entry to ${other}`,
    );
  }
  open.delete(rung.id);
  return rung.id;
}
