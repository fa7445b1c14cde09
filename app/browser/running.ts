import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Result } from "../bridge/contract.ts";
import type { Wanted } from "./run.ts";

/** Milliseconds in which an edition that runs has answered. */
const PATIENCE = 3_000;

const noteIn = (state: string): string => join(state, "running.json");

/**
 * Notes where the edition of this state folder can be reached, for this account alone: a second one would write over
 * what the first keeps there, and its window would end with the first one's.
 * @returns takes the note away
 */
export function noteRunning(state: string, url: string): () => void {
  const path = noteIn(state);
  mkdirSync(state, { recursive: true, mode: 0o700 });
  // One that was left behind, or put there by somebody else, keeps its own rights and owner: it goes.
  rmSync(path, { force: true });
  const text = JSON.stringify({ url });
  writeFileSync(path, text, { flag: "wx", mode: 0o600 });
  return () => {
    if (existsSync(path) && readFileSync(path, "utf8") === text) rmSync(path);
  };
}

/** The address in the note; null where there is none, or nothing that can be one. */
function noted(state: string): { readonly origin: string; readonly token: string } | null {
  try {
    const { url } = JSON.parse(readFileSync(noteIn(state), "utf8")) as { url: string };
    const [, origin, token] = /^(http:\/\/127\.0\.0\.1:\d{1,5})\/#([\w-]+)/.exec(url) ?? [];
    return origin === undefined || token === undefined ? null : { origin, token };
  } catch {
    return null;
  }
}

/**
 * Hands a second start over to the edition that runs on this state folder already.
 * @returns the address to open there; null where none runs
 * @throws Error with a sentence where that one serves another folder
 */
export async function handOver(state: string, { folder, open }: Wanted): Promise<string | null> {
  const first = noted(state);
  if (!first) return null;
  const { origin, token } = first;
  const call = async <N extends "app:info" | "files:pickOpen">(
    name: N,
    args: unknown[],
  ): Promise<Result<N>> => {
    const headers = { origin, "content-type": "application/json", "x-entente-token": token };
    const body = JSON.stringify(args);
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(`${origin}/bridge/${name}`, { method: "POST", headers, body, signal });
    const { value } = (await answer.json()) as { value?: Result<N> };
    if (value === undefined) throw new Error("Something else answers there.");
    return value;
  };
  const info = await call("app:info", []).catch(() => null);
  if (info?.host !== "browser") return null;
  if (info.folder !== folder)
    throw new Error(
      `The browser edition runs already, with the folder ${String(info.folder)}. End it first (Ctrl+C where it was started), or give this one a state folder of its own in ENTENTE_USER_DATA.`,
    );
  if (open === undefined) return `${origin}/#${token}`;
  const listed = await call("files:pickOpen", []);
  const file = "files" in listed ? listed.files.find(({ name }) => name === basename(open)) : undefined;
  return `${origin}/#${token}${file ? `.${file.handle}` : ""}`;
}
