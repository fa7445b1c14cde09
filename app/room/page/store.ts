import { idOf } from "../../model/session/ids.ts";
import type { Sent } from "../contract.ts";
import type { Draft } from "./draft.ts";

/** What this phone keeps for its person; a private tab may refuse, and then it lives as long as the page. */
const memory = new Map<string, string>();
const prefix = "entente-room ";

function read(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}
function write(key: string, text: string | null): void {
  if (text === null) memory.delete(key);
  else memory.set(key, text);
  try {
    if (text === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, text);
  } catch {
    // Full or forbidden: the page still has it.
  }
}

/** A value kept as JSON; what cannot be read counts as not there. */
function kept<T>(key: string, none: T) {
  return {
    get: (): T => {
      try {
        const text = read(key);
        return text === null ? none : (JSON.parse(text) as T);
      } catch {
        return none;
      }
    },
    set: (value: T) => write(key, value === none ? null : JSON.stringify(value)),
  };
}

export const token = kept<string | null>("token", null);
export const draft = kept<Draft | null>("draft", null);
/** What was sent and not yet confirmed, oldest first. */
export const outbox = kept<readonly Sent[]>("outbox", []);
/** Rounds whose own result has been shown: it is shown once. */
export const seen = kept<readonly string[]>("seen", []);
/** Votes and feedback given, by the page they were given on. */
export const given = kept<readonly string[]>("given", []);
export const largeText = kept("large text", false);

/** Another room, or taken out: nothing of the old one stays on this phone. */
export function forgetRoom(): void {
  token.set(null);
  draft.set(null);
  outbox.set([]);
  seen.set([]);
  given.set([]);
}

/** An id nobody else will draw. `crypto.randomUUID` is missing on pages without TLS; this is not. */
export const newId = (): string => idOf(crypto.getRandomValues(new Uint8Array(16)));
