import {
  type FrozenArgument,
  type FrozenRange,
  HEADS,
  type Judgement,
  type JudgementDraft,
  type JudgementText,
  type Seeded,
  type Verdict,
  type VerdictAt,
} from "./judgement.ts";
import type { Inputs } from "./types.ts";
import { at, entries, type Field, id, keep, mustBe, number, oneOf, parts, refuse, share } from "./read.ts";
import { given, list, text, texts } from "./text.ts";
import { ids } from "./names.ts";

/* Readers of what people judged and of what came of it. Horizons are not looked up: a judgement outlives the case. */

/** An object from ids to what `each` reads. */
export function record<T>(field: Field, each: (part: Field) => T): Record<string, T> {
  return Object.fromEntries(
    parts(field).map((part): [string, T] => {
      if (part.key in {}) refuse(part, `must have another name, because "${part.key}" is reserved`);
      return [part.key, each(part)];
    }),
  );
}

export const flagOf = (field: Field): boolean =>
  typeof field.value === "boolean" ? field.value : mustBe(field, "true or false");

const readers = Object.fromEntries(HEADS.map((head) => [head.id, text])) as {
  [K in keyof JudgementText]-?: typeof text;
};
const headIds = HEADS.map((head) => head.id);

const readText = (field: Field): JudgementText =>
  keep<JudgementText>(entries(field, headIds), given<JudgementText>(field, readers));

export const readDraft = (field: Field): JudgementDraft =>
  keep<JudgementDraft>(entries(field, ["row", "seeded"]), {
    text: at(field, "text").value === undefined ? {} : readText(at(field, "text")),
    ...given<Pick<JudgementDraft, "row" | "seeded">>(field, { row: text, seeded: readSeeded }),
  });

const readSeeded = (field: Field): Seeded =>
  keep<Seeded>(entries(field), {
    scenario: text(at(field, "scenario")),
    horizon: text(at(field, "horizon")),
    text: text(at(field, "text")),
  });

/** @throws Refused */
export function readJudgement(field: Field): Judgement {
  type Rest = Omit<Judgement, "horizons">;
  const rest: { readonly [K in keyof Rest]-?: (part: Field) => NonNullable<Rest[K]> } = {
    id,
    date: text,
    version: text,
    horizon: text,
    row: text,
    words: (part) => record(part, (one) => text(one)),
    due: (part) => record(part, (one) => text(one)),
    text: readText,
    confidence: (part) =>
      keep(entries(part), {
        level: oneOf(at(part, "level"), ["low", "moderate", "high"]),
        reasons: texts(at(part, "reasons")),
      }),
    scenario: (part) => keep(entries(part), { id: text(at(part, "id")), name: text(at(part, "name")) }),
    // Put to the argument that was frozen with it, which alone can say whether they fit.
    inputs: (part) => entries(part) as Inputs,
    argument: fingerprint,
    range: readRange,
    open: texts,
    reason: text,
    seal: fingerprint,
  };
  return keep<Judgement>(entries(field, Object.keys(rest)), {
    horizons: record(at(field, "horizons"), share),
    ...given<Rest>(field, rest),
  });
}

export function readJudgements(field: Field): Judgement[] {
  const named = list(field, (one) => one).filter((one) => at(one, "id").value !== undefined);
  ids(named);
  return list(field, readJudgement);
}

/** What was frozen with judgements, by its SHA-256. It is read when it is asked again. */
export const readArguments = (field: Field): Record<string, FrozenArgument> =>
  record(field, (part) => entries(part));

const FINGERPRINT = /^[0-9a-f]{64}$/;
const fingerprint = (field: Field): string =>
  typeof field.value === "string" && FINGERPRINT.test(field.value)
    ? field.value
    : mustBe(field, "a SHA-256 of 64 hexadecimal figures");

const whole = (field: Field) => number(field, "a whole number", Number.isSafeInteger);

const readRange = (field: Field): FrozenRange =>
  keep<FrozenRange>(entries(field), {
    seed: whole(at(field, "seed")),
    draws: whole(at(field, "draws")),
    horizons: record(at(field, "horizons"), (one) =>
      keep(entries(one), { low: share(at(one, "low")), high: share(at(one, "high")) }),
    ),
  });

/**
 * @param horizons of the case: what is said of others is kept and not used
 * @throws Refused
 */
export function readVerdict(field: Field, horizons: readonly string[]): Verdict {
  type Rest = Omit<Verdict, "byHorizon">;
  const rest: { readonly [K in keyof Rest]-?: (part: Field) => NonNullable<Rest[K]> } = {
    broke: flagOf,
    rung: text,
    date: text,
    event: text,
    reason: text,
    doubts: texts,
  };
  const byHorizon = at(field, "byHorizon");
  const settled = parts(byHorizon).filter(({ key }) => horizons.includes(key));
  return keep<Verdict>(entries(field), {
    byHorizon: keep(
      entries(byHorizon),
      Object.fromEntries(settled.map((one) => [one.key, readVerdictAt(one)])),
    ) as Verdict["byHorizon"],
    ...given<Rest>(field, rest),
  });
}

const readVerdictAt = (field: Field): VerdictAt =>
  keep<VerdictAt>(entries(field, ["date", "rung"]), {
    broke: flagOf(at(field, "broke")),
    ...given<Omit<VerdictAt, "broke">>(field, { date: text, rung: text }),
  });
