/** Marks that turn the direction of reading for what follows, until the mark that ends it. */
const OPENS = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const ANY = /[\u202a-\u202e\u2066-\u2069]/u;
const POP = "\u202c";
const POP_ISOLATE = "\u2069";

/**
 * The text with every mark that turns the direction of reading ended within it. One that is left open would turn
 * what stands after the text as well: a number beside a name could be read from its other end.
 */
export function closed(text: string): string {
  if (!ANY.test(text)) return text;
  const open: string[] = [];
  for (const sign of text) {
    if (OPENS.test(sign)) open.push(/[\u2066-\u2068]/u.test(sign) ? POP_ISOLATE : POP);
    else if (sign === open.at(-1)) open.pop();
    // The end of an isolate ends the embeddings that were begun inside it.
    else if (sign === POP_ISOLATE && open.includes(POP_ISOLATE)) open.length = open.lastIndexOf(POP_ISOLATE);
  }
  return text + open.reverse().join("");
}

/** What is sealed or chained by a hash is left as it is: a single sign more would break the seal. */
const SEALED = new Set(["judgements", "judgementArguments", "sessions"]);

/** A file's value with every text closed; the same value where all are. */
export function closedThroughout<T>(value: T): T {
  if (typeof value === "string") return closed(value) as T;
  if (Array.isArray(value)) return kept(value, value.map(closedThroughout) as T & unknown[]);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, SEALED.has(key) ? one : closedThroughout(one as unknown)]); // prettier-ignore
  return kept(value, Object.fromEntries(entries) as T & object);
}

const kept = <T extends object>(before: T, after: T): T =>
  Object.entries(after).every(([key, one]) => one === Reflect.get(before, key)) ? before : after;
