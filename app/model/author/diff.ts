import { canonical } from "../case/hash.ts";
import { differences } from "../case/changes.ts";
import { OUTCOME } from "../case/names.ts";
import { nameOf } from "../case/settings.ts";
import type { Case, Mechanism } from "../case/types.ts";
import { PART_WORDS } from "./describe.ts";
import { ITEM_WORDS } from "./merge.ts";
import { move, moved, type Sides, type Told, under } from "./sides.ts";
import { ruleWords, sentencesOf } from "./words.ts";

/** Parts of a case as an author sees them, in the order in which differences are told. */
export type DiffPart =
  | "question"
  | "text"
  | "claims"
  | "horizons"
  | "factors"
  | "mechanisms"
  | "arrows"
  | "outcome"
  | "signs"
  | "scenarios"
  | "evidence"
  | "statements"
  | "judgement"
  | "workshops"
  | "other";

/** One thing that two versions of a case do not have in common. */
export interface Difference {
  readonly part: DiffPart;
  readonly kind: "added" | "removed" | "changed";
  /** Of the part, where it has an id. */
  readonly id?: string;
  /** One clause: "Factor “Oil” added", "“Oil”: weight 5 → 7". */
  readonly text: string;
  /** Whether the engine reads it: only then can it move the answer. */
  readonly moves: boolean;
  /** Both versions of what changed, where each can be told by itself. */
  readonly sides?: Sides;
}

type Loose = Readonly<Record<string, unknown>>;
const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);
const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How one kind of part is compared. */
interface Kind {
  readonly part: DiffPart;
  readonly word: string;
  readonly key: keyof Case;
  /** What the engine reads of it. */
  readonly read: readonly string[];
}

const KINDS: readonly Kind[] = [
  { part: "claims", word: "Claim", key: "claims", read: [] },
  { part: "horizons", word: "Horizon", key: "horizons", read: ["years"] },
  { part: "factors", word: "Factor", key: "factors", read: ["weight", "levels", "fade"] },
  { part: "mechanisms", word: "Mechanism", key: "mechanisms", read: ["rule", "spread", "table"] },
  { part: "signs", word: "Sign", key: "indicators", read: ["of", "p", "latent"] },
  { part: "scenarios", word: "Scenario", key: "scenarios", read: ["settings"] },
  { part: "evidence", word: "Evidence", key: "evidence", read: ["sources", "origin", "bearsOn", "counts"] },
  { part: "statements", word: "Statement", key: "statements", read: [] },
  { part: "judgement", word: "Judgement", key: "judgements", read: [] },
  { part: "workshops", word: "Workshop", key: "sessions", read: [] },
];

/** Parts whose coming and going moves no answer. */
const STILL: readonly DiffPart[] = ["claims", "statements", "judgement", "workshops", "scenarios"];

const WORDS: Readonly<Partial<Record<keyof Case, readonly [DiffPart, string]>>> = {
  title: ["question", "Title"],
  question: ["question", "Question"],
  event: ["question", "Event"],
  partners: ["question", "Partners"],
  asOf: ["question", "Day of the argument"],
  levels: ["question", "Names of the states"],
  confidence: ["judgement", "Confidence"],
  judgement: ["judgement", "Judgement being written"],
  verdict: ["judgement", "Verdict"],
  marking: ["other", "Marking"],
  evidenceGrades: ["evidence", "How much each grade counts"],
  tour: ["other", "The argument in one minute"],
  hedges: ["other", "Hedges of the text"],
  dateConflicts: ["other", "Dates that do not fit"],
  next: ["other", "What happened next"],
  events: ["other", "Events of record"],
};

/** Bookkeeping that no author means. */
const SKIPPED: readonly string[] = ["format", "version", "id", "history", "judgementArguments"];

/** What differs between two versions of a case, in words; nothing where they say the same, whatever the order of keys. */
export function diffCases(before: Case, after: Case): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Case)[];
  const open = new Set(keys.filter((key) => !SKIPPED.includes(key)));
  const take = (key: keyof Case) => open.delete(key);
  const words = (Object.keys(WORDS) as (keyof Case)[])
    .filter(take)
    .flatMap((key) => wordsDiffer(key, before, after));
  const listed = KINDS.filter(({ key }) => take(key)).flatMap((kind) => listDiffer(kind, before, after));
  const found = [
    ...words,
    ...(take("source") ? sourceDiffers(before, after) : []),
    ...listed,
    ...(take("links") ? arrowsDiffer(before, after) : []),
    ...(take("outcome") ? outcomeDiffers(before, after) : []),
    ...[...open].flatMap((key): Difference[] =>
      same(before[key], after[key]) ? [] : [change("other", { text: `“${key}” differs` }, false)],
    ),
  ];
  return ORDER.flatMap((part) => found.filter((one) => one.part === part));
}

const ORDER: readonly DiffPart[] = [
  "question",
  "text",
  "claims",
  "horizons",
  "factors",
  "mechanisms",
  "arrows",
  "outcome",
  "signs",
  "scenarios",
  "evidence",
  "statements",
  "judgement",
  "workshops",
  "other",
];

const change = (part: DiffPart, { text, sides }: Told, moves: boolean, id?: string): Difference => ({
  part,
  kind: "changed",
  ...(id !== undefined && { id }),
  text,
  moves,
  ...(sides && { sides }),
});

function wordsDiffer(key: keyof Case, before: Case, after: Case): Difference[] {
  const [part, word] = WORDS[key]!;
  if (same(before[key], after[key])) return [];
  return [change(part, moved(after, word, before[key], after[key]), key === "evidenceGrades")];
}

const partName = (one: Loose): string => {
  const name = [one["short"], one["label"], one["name"], one["title"], one["text"], one["id"]].find(
    (text): text is string => typeof text === "string" && text !== "",
  );
  return `“${(name ?? "").slice(0, 80)}”`;
};

function listDiffer({ part, word, key, read }: Kind, before: Case, after: Case): Difference[] {
  const [old, now] = [before, after].map((one) => (one[key] ?? []) as unknown as readonly Loose[]);
  if (same(old, now)) return [];
  const byId = (list: readonly Loose[]) => new Map(list.map((one) => [String(one["id"]), one]));
  const [was, is] = [byId(old!), byId(now!)];
  const moves = !STILL.includes(part);
  const gone = [...was].flatMap(([id, one]): Difference[] =>
    is.has(id) ? [] : [{ part, kind: "removed", id, text: `${word} ${partName(one)} removed`, moves }],
  );
  const come = [...is].flatMap(([id, one]): Difference[] =>
    was.has(id) ? [] : [{ part, kind: "added", id, text: `${word} ${partName(one)} added`, moves }],
  );
  const changed = [...is].flatMap(([id, one]): Difference[] => {
    const earlier = was.get(id);
    return earlier === undefined || same(earlier, one)
      ? []
      : linesOf(key, earlier, one, before, after).map((line) =>
          change(part, under(partName(one), line), read.includes(line.of), id),
        );
  });
  const found = [...gone, ...come, ...changed];
  return found.length > 0 ? found : [change(part, { text: `${word}s in another order` }, key === "horizons")];
}

interface Line extends Told {
  /** The key it is about. */
  readonly of: string;
}

function linesOf(key: keyof Case, old: Loose, now: Loose, before: Case, after: Case): Line[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (one) => !same(old[one], now[one]),
  );
  return keys.flatMap((of): Line[] => {
    if (key === "mechanisms" && of === "rule")
      return ruleLines(before, old as unknown as Mechanism, after, now as unknown as Mechanism);
    if (key === "mechanisms" && of === "table") return [{ text: "rows set by hand, changed", of }];
    if (key === "scenarios" && of === "settings") return settingLines(before, old, after, now);
    const word = (key === "evidence" ? ITEM_WORDS[of] : undefined) ?? PART_WORDS[of] ?? of;
    if (!isObject(old[of]) || !isObject(now[of])) return [{ ...moved(after, word, old[of], now[of]), of }];
    return deepLines(after, word, old[of], now[of]).map((told) => ({ ...told, of }));
  });
}

/** The parts of an object that differ, with their way there: "states, Now: level “M” → “H”". */
function deepLines(theCase: Case, word: string, old: Loose, now: Loose): Told[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (one) => !same(old[one], now[one]),
  );
  return keys.flatMap((key) => {
    const name = theCase.horizons.find(({ id }) => id === key)?.label ?? PART_WORDS[key] ?? key;
    const [a, b] = [old[key], now[key]];
    return isObject(a) && isObject(b)
      ? deepLines(theCase, `${word}, ${name}`, a, b)
      : [moved(theCase, `${word}, ${name}`, a, b)];
  });
}

/** Sentences that are no longer said, and those that are said now. */
function ruleLines(before: Case, old: Mechanism, after: Case, now: Mechanism): Line[] {
  const [was, is] = [sentencesOf(before, old), sentencesOf(after, now)];
  const [how, then] = [ruleWords(before, old.rule), ruleWords(after, now.rule)];
  const line = (text: string): Line => ({ text, of: "rule" });
  const lines = [
    ...(how === then ? [] : [line(`its causes: ${how} → ${then}`)]),
    ...(old.rule.kind === "sum" && now.rule.kind === "sum" && old.rule.base !== now.rule.base
      ? [line(`begins at${move(old.rule.base, now.rule.base)}`)]
      : []),
    ...was.filter((one) => !is.includes(one)).map((one) => line(`no longer “${one}”`)),
    ...is.filter((one) => !was.includes(one)).map((one) => line(`now “${one}”`)),
  ];
  return lines.length > 0 ? lines : [line("what moves it, changed")];
}

function settingLines(before: Case, old: Loose, after: Case, now: Loose): Line[] {
  const texts = (theCase: Case, { settings }: Loose) =>
    differences(theCase, settings as Parameters<typeof differences>[1]).map(({ text }) => text);
  const [was, is] = [texts(before, old), texts(after, now)];
  const lines = [
    ...was.filter((one) => !is.includes(one)).map((one) => `no longer ${one}`),
    ...is.filter((one) => !was.includes(one)).map((one) => `now ${one}`),
  ];
  return (lines.length > 0 ? lines : ["settings, changed"]).map((text) => ({ text, of: "settings" }));
}

function sourceDiffers({ source: old }: Case, after: Case): Difference[] {
  const now = after.source;
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => !same((old as unknown as Loose)[key], (now as unknown as Loose)[key]),
  );
  return keys.flatMap((key): Difference[] => {
    if (key === "paragraphs") return paragraphsDiffer(old.paragraphs ?? [], now.paragraphs ?? []);
    return [
      change(
        "text",
        moved(after, `Source, ${key}`, (old as unknown as Loose)[key], (now as unknown as Loose)[key]),
        false,
      ),
    ];
  });
}

type Paragraphs = NonNullable<Case["source"]["paragraphs"]>;

function paragraphsDiffer(old: Paragraphs, now: Paragraphs): Difference[] {
  const [was, is] = [new Map(old.map((one) => [one.id, one])), new Map(now.map((one) => [one.id, one]))];
  const found = [
    ...old.flatMap(({ id }): Difference[] =>
      is.has(id)
        ? []
        : [{ part: "text", kind: "removed", id, text: `Paragraph ${id} removed`, moves: false }],
    ),
    ...now.flatMap((one): Difference[] => {
      const earlier = was.get(one.id);
      if (earlier === undefined)
        return [{ part: "text", kind: "added", id: one.id, text: `Paragraph ${one.id} added`, moves: false }];
      if (same(earlier, one)) return [];
      const what =
        earlier.text !== one.text
          ? "in other words"
          : one.left
            ? "left out"
            : earlier.left
              ? "taken in"
              : "changed";
      const sides =
        earlier.text === one.text
          ? {}
          : { sides: { what: `Paragraph ${one.id}`, before: earlier.text, after: one.text } };
      return [change("text", { text: `Paragraph ${one.id} ${what}`, ...sides }, false, one.id)];
    }),
  ];
  return found.length > 0 ? found : [change("text", { text: "Paragraphs in another order" }, false)];
}

function arrowsDiffer(before: Case, after: Case): Difference[] {
  const key = ({ from, to }: Case["links"][number]) => `${from} ${to}`;
  const [was, is] = [before, after].map(({ links }) => new Map(links.map((link) => [key(link), link])));
  const name = (theCase: Case, { from, to }: Case["links"][number]) =>
    `“${nameOf(theCase, from)}” to ${to === OUTCOME ? "the outcome" : `“${nameOf(theCase, to)}”`}`;
  const found = [
    ...before.links.flatMap((link): Difference[] =>
      is!.has(key(link))
        ? []
        : [
            {
              part: "arrows",
              kind: "removed",
              text: `Arrow from ${name(before, link)} removed`,
              moves: false,
            },
          ],
    ),
    ...after.links.flatMap((link): Difference[] => {
      const old = was!.get(key(link));
      if (old === undefined)
        return [
          { part: "arrows", kind: "added", text: `Arrow from ${name(after, link)} added`, moves: false },
        ];
      return same(old, link)
        ? []
        : linesOf("links", old as unknown as Loose, link as unknown as Loose, before, after).map((line) =>
            change("arrows", under(`Arrow from ${name(after, link)}`, line), false),
          );
    }),
  ];
  return found.length > 0 || same(before.links, after.links)
    ? found
    : [change("arrows", { text: "Arrows in another order" }, false)];
}

function outcomeDiffers(before: Case, after: Case): Difference[] {
  const [old, now] = [before.outcome, after.outcome];
  if (same(old, now)) return [];
  const rungs = listDiffer(
    { part: "outcome", word: "Outcome", key: "rungs" as keyof Case, read: ["happened"] },
    old as unknown as Case,
    now as unknown as Case,
  );
  const rest = [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key): Difference[] => {
    const [a, b] = [(old as unknown as Loose)[key], (now as unknown as Loose)[key]];
    if (key === "rungs" || same(a, b)) return [];
    if (key === "event") return eventDiffers(before, after);
    const moves = key === "happened" || key === "notHappened";
    const word = OUTCOME_WORDS[key] ?? key;
    return [change("outcome", moved(after, word, a, b), moves)];
  });
  return [...rungs, ...rest];
}

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  short: "Name of the outcome",
  happened: "How a break is shared out among its outcomes",
  notHappened: "How what holds is shared out among its outcomes",
  resolution: "Rules of resolution",
  moot: "When the question falls away",
  place: "Place of the outcome",
  overview: "Place of the outcome in the overview",
};

function eventDiffers(before: Case, after: Case): Difference[] {
  const [old, now] = [before.outcome.event, after.outcome.event];
  return [
    ...(old.of === now.of
      ? []
      : [
          change(
            "outcome",
            moved(after, "The outcome hangs on", nameOf(before, old.of), nameOf(after, now.of)),
            true,
          ),
        ]),
    ...(["article", "outside"] as const).flatMap((view): Difference[] => {
      const [a, b] = [old.hazardPerYear[view], now.hazardPerYear[view]];
      const word = view === "article" ? "Yearly rates" : "Yearly rates from outside";
      return same(a, b) ? [] : [change("outcome", moved(after, word, a, b), true)];
    }),
    ...(same({ ...old, of: 0, hazardPerYear: 0 }, { ...now, of: 0, hazardPerYear: 0 })
      ? []
      : [change("outcome", { text: "What the yearly rates rest on, changed" }, false)]),
  ];
}
