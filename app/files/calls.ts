import { Buffer } from "node:buffer";
import { basename, dirname, extname, isAbsolute, join } from "node:path";
import type { ReturnedDraft } from "../bridge/contract.ts";
import type { Handlers } from "../bridge/gate.ts";
import { Drafts, type KeptDraft } from "./drafts.ts";
import { FileProblem, attempt } from "./failures.ts";
import { Handles } from "./handles.ts";
import { endings } from "./names.ts";
import { readText } from "./read.ts";
import { Recent } from "./recent.ts";
import { saveAtomically } from "./save.ts";
import { Settings } from "./settings.ts";
import { stampNow } from "./stamp.ts";
import { Turns } from "./turn.ts";

/** What a host keeps about files while it runs. */
export interface Shelf {
  readonly handles: Handles;
  readonly recent: Recent;
  readonly drafts: Drafts;
  readonly settings: Settings;
  readonly turns: Turns;
  /** Refuses (throws FileProblem) a path this host must not touch; asked at every use, since links can change. */
  readonly allow: (path: string) => Promise<void>;
}

/**
 * @param folder the host's own folder: settings, recent files, drafts
 * @param options what this host refuses (nothing by default), and who is told when the recent files change
 */
export const openShelf = (
  folder: string,
  {
    allow = () => Promise.resolve(),
    recentChanged = () => undefined,
  }: { allow?: Shelf["allow"]; recentChanged?: () => void } = {},
): Shelf => ({
  handles: new Handles(),
  recent: new Recent(folder, recentChanged),
  drafts: new Drafts(folder),
  settings: new Settings(folder),
  turns: new Turns(),
  allow,
});

type FileCall =
  | "settings:read"
  | "settings:write"
  | "files:read"
  | "files:write"
  | "files:export"
  | "recent:list"
  | "recent:note"
  | "recent:clear"
  | "draft:keep"
  | "draft:drop"
  | "draft:list";

/** The calls on files that both hosts answer alike. */
export function fileCalls(shelf: Shelf): Pick<Handlers, FileCall> {
  const { handles, recent, drafts, settings, turns, allow } = shelf;

  /** Does something with the file behind a handle, one thing at a time; faults come back as sentences. */
  const withFile = <T>(verb: string, handle: string, work: (path: string) => Promise<T>) =>
    attempt(verb, "file", async () => {
      const path = handles.path(handle);
      return turns.take(path, () =>
        attempt(verb, path, async () => {
          await allow(path);
          return work(path);
        }),
      );
    });

  const allowed = (path: string) =>
    allow(path).then(
      () => true,
      () => false,
    );

  /** The file is open or saved: a list that cannot be written changes nothing about that. */
  const noteRecent = (path: string) => recent.add(path).catch(() => undefined);

  /** A draft gives a word for a case at a full path, and for nothing else it may name. */
  const isCase = (path: string) => isAbsolute(path) && extname(path).toLowerCase() === endings.case;
  const regranted = async ({ path, ...rest }: KeptDraft): Promise<ReturnedDraft> => {
    const known = path !== null && isCase(path) && (await allowed(path));
    const file = known ? handles.grant(path) : null;
    return { ...rest, handle: file?.handle ?? null, folder: file?.folder ?? "" };
  };

  return {
    "settings:read": () => settings.read(),
    "settings:write": (text) => settings.write(text),

    "files:read": (handle) =>
      withFile("opened", handle, async (path) => {
        const content = await readText(path);
        return { ...handles.grant(path), ...content };
      }),

    "files:write": ({ handle, text, stamp, force }) =>
      withFile("saved", handle, async (path) => {
        if (!force && (await stampNow(path)) !== stamp)
          throw new FileProblem(
            "changed",
            "The file on disk is not the one this window knows: save a copy, or replace it.",
          );
        const written = await saveAtomically(path, text);
        await noteRecent(path);
        return { stamp: written };
      }),

    "files:export": ({ handle, data, csv }) =>
      withFile("exported", handle, async (path) => {
        const bytes = data.as === "text" ? data.text : Buffer.from(data.base64, "base64");
        await saveAtomically(path, bytes, { backup: false });
        if (csv !== undefined) {
          const beside = join(dirname(path), `${basename(path, extname(path))}.csv`);
          await allow(beside);
          await saveAtomically(beside, csv);
        }
        return handles.grant(path);
      }),

    "recent:list": async () => {
      const paths = await recent.paths();
      const mine = await Promise.all(paths.map(allowed));
      return paths.filter((_, index) => mine[index]).map((path) => handles.grant(path));
    },
    "recent:note": (handle) => withFile("opened", handle, noteRecent),
    "recent:clear": () => recent.clear(),

    "draft:keep": ({ handle, ...draft }) =>
      attempt("kept safe", draft.name, () =>
        drafts.keep({ ...draft, path: handle === null ? null : handles.path(handle) }),
      ),
    "draft:drop": (id) => drafts.drop(id),
    "draft:list": async () => {
      const { drafts: found, damaged } = await drafts.list();
      return { drafts: await Promise.all(found.map(regranted)), damaged };
    },
  };
}
