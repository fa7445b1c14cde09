import * as v from "valibot";
import { roomCalls, roomPushes } from "./room.ts";

/**
 * THE contract between the window and its host: every call by name, with the shapes of its arguments and its
 * result. Both hosts (Electron, browser edition), the gate, the preload and the tests derive from this table.
 *
 * A file is never named by a path here. The host hands out a `Handle`: an opaque word that stands for one path
 * the user chose in a dialog, dropped, or opened before. Only handles the host gave out itself are accepted.
 */

const text = v.pipe(v.string(), v.maxLength(32_000_000));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const handle = v.pipe(v.string(), v.regex(/^[a-z0-9]{16,64}$/));
/** What a file looked like when it was last read or written here; null: the file did not exist. */
const stamp = v.nullable(v.pipe(v.string(), v.maxLength(200)));

const file = v.object({
  handle,
  name,
  /** Where it lies, for people to read. */
  folder: v.string(),
});
/** `zip`: the bytes of a bundle, base64; `text` is then empty. */
const opened = v.object({
  ...file.entries,
  text,
  stamp,
  zip: v.optional(v.pipe(v.string(), v.maxLength(64_000_000))),
});
const listed = v.object({ ...file.entries, modified: v.number() });

/** A failed call on files: what went wrong, in one sentence for people. */
const failure = v.object({
  failed: v.picklist(["missing", "denied", "full", "changed", "too-large", "locked", "other"]),
  message: v.string(),
});

/**
 * `list`: this host has no dialog of its own; the page shows `files` of `folder` and asks for a name
 * (saving: `files:name`). `picked` and `cancelled`: the host's own dialog was shown.
 */
const choice = v.variant("outcome", [
  v.object({ outcome: v.literal("picked"), file }),
  v.object({ outcome: v.literal("cancelled") }),
  v.object({ outcome: v.literal("list"), folder: v.string(), files: v.array(listed) }),
]);

/** What a file is written as; the last six are networks for other programs. */
const kind = v.picklist([
  ...(["case", "svg", "png", "csv", "xlsx", "pptx", "pdf", "bundle", "ballot"] as const),
  ...(["bif", "xmlbif", "net", "xdsl", "cmpx", "uai"] as const),
]);
const draft = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
  /** The document's name, and the handle of the file it came from, if any. */
  name,
  handle: v.nullable(handle),
  stamp,
  text,
});

/** A draft as a later run finds it: with where its file lies, for people to read; "" where it came from none. */
const returned = v.object({ ...draft.entries, folder: v.string() });

const call = <A extends v.TupleItems, R extends v.GenericSchema>(args: A, result: R) => ({
  args: v.strictTuple(args),
  result,
});
const nothing = v.undefined();

export const calls = {
  /** Which host this is; `folder` is where the browser edition keeps its files, else null. */
  "app:info": call(
    [],
    v.object({
      host: v.picklist(["electron", "browser"]),
      version: v.string(),
      platform: v.string(),
      folder: v.nullable(v.string()),
    }),
  ),
  /** Small choices that outlive a start (theme, tour seen, last export …), as JSON text; "{}" when none. */
  "settings:read": call([], v.pipe(v.string(), v.maxLength(100_000))),
  "settings:write": call([v.pipe(v.string(), v.maxLength(100_000))], nothing),

  "files:pickOpen": call([], choice),
  "files:pickSave": call([v.object({ name, kind })], choice),
  /** Browser edition: a handle for a plain file name inside its folder (no path; the ending is put right). An export’s name is made free by a number. */
  "files:name": call([v.object({ name, kind })], v.union([file, failure])),
  "files:read": call([handle], v.union([opened, failure])),
  /**
   * Writes a case atomically. `stamp`: the file as this window knows it; when the file on disk is another by now,
   * nothing is written and `changed` is answered, unless `force`.
   */
  "files:write": call(
    [v.object({ handle, text, stamp, force: v.boolean() })],
    v.union([v.object({ stamp }), failure]),
  ),
  /**
   * Writes an export atomically: text, or bytes as base64. `csv`: the numbers, written beside it under the same name
   * with the ending .csv; a file of that name is kept as `.bak`.
   */
  "files:export": call(
    [
      v.object({
        handle,
        data: v.variant("as", [
          v.object({ as: v.literal("text"), text }),
          v.object({ as: v.literal("base64"), base64: v.pipe(v.string(), v.maxLength(64_000_000)) }),
        ]),
        csv: v.optional(text),
      }),
    ],
    v.union([file, failure]),
  ),

  "recent:list": call([], v.array(file)),
  /** The page shows what is in this file: only it can tell whether there was anything to show. */
  "recent:note": call([handle], v.union([nothing, failure])),
  "recent:clear": call([], nothing),

  /** Keeps the unsaved document safe; at most a second after a change. */
  "draft:keep": call([draft], v.union([nothing, failure])),
  "draft:drop": call([draft.entries.id], nothing),
  /** Drafts that a crash left behind; damaged ones are set aside and counted. */
  "draft:list": call([], v.object({ drafts: v.array(returned), damaged: v.number() })),

  /** What the title bar shows and whether closing must ask. */
  "window:document": call([v.object({ name, folder: v.string(), edited: v.boolean() })], nothing),
  /** The menu's enabled items and the names of undo and redo. */
  "window:menu": call(
    [
      v.record(
        v.pipe(v.string(), v.maxLength(40)),
        v.object({ enabled: v.boolean(), label: v.pipe(v.string(), v.maxLength(200)) }),
      ),
    ],
    nothing,
  ),
  /** The window has saved (or need not): close it now. */
  "window:close": call([], nothing),
  /**
   * Opens the slides in a window of their own, which hears from this one through the channel of that id; the window
   * is this program's own page and has no bridge.
   */
  "slides:open": call([v.pipe(v.string(), v.regex(/^[a-z0-9-]{16,64}$/))], v.union([nothing, failure])),
  /** Closes that window, if it is there. */
  "slides:close": call([], nothing),
  /**
   * Makes a PDF of a report: the inside of its body, and a style sheet that sets the paper. The desktop gives the
   * bytes; the browser edition shows the browser's own print dialog and gives null.
   */
  "report:pdf": call(
    [
      v.object({
        title: v.pipe(v.string(), v.maxLength(1_000)),
        html: text,
        css: v.pipe(v.string(), v.maxLength(8_000_000)),
      }),
    ],
    v.union([v.object({ base64: v.nullable(v.string()) }), failure]),
  ),
  /** Puts a PNG (base64) and a plain text on the clipboard. */
  "clipboard:write": call(
    [
      v.object({
        png: v.nullable(v.pipe(v.string(), v.maxLength(64_000_000))),
        text: v.pipe(v.string(), v.maxLength(1_000_000)),
      }),
    ],
    v.union([nothing, failure]),
  ),

  ...roomCalls,
} as const;

/** What a host tells the window without being asked. */
export const pushes = {
  /** A menu item or shortcut: the id of one of the window's actions. */
  "menu:run": v.pipe(v.string(), v.maxLength(40)),
  /** A case came from outside: a second start, a file association, a file dropped on the dock. */
  "file:opened": file,
  /** The user chose Save in the question asked on closing: save, then call `window:close`. */
  "window:save-and-close": v.undefined(),
  ...roomPushes,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Arguments<N extends CallName> = v.InferOutput<Calls[N]["args"]>;
export type Result<N extends CallName> = v.InferOutput<Calls[N]["result"]>;
export type Pushes = typeof pushes;
export type PushName = keyof Pushes;
export type Pushed<N extends PushName> = v.InferOutput<Pushes[N]>;

export type FileRef = v.InferOutput<typeof file>;
export type Opened = v.InferOutput<typeof opened>;
export type Listed = v.InferOutput<typeof listed>;
export type Failure = v.InferOutput<typeof failure>;
export type Choice = v.InferOutput<typeof choice>;
export type ReturnedDraft = v.InferOutput<typeof returned>;
export type Report = Arguments<"report:pdf">[0];
export type FileKind = v.InferOutput<typeof kind>;

/** The only thing the page finds on `window`: two functions, and a third where files can be dropped from the system. */
export interface Bridge {
  call<N extends CallName>(name: N, ...args: Arguments<N>): Promise<Result<N>>;
  on<N extends PushName>(name: N, listener: (value: Pushed<N>) => void): () => void;
  /** Electron: a handle for a file dropped on the page, or null where the system gives no path. */
  dropped?(file: unknown): Promise<FileRef | null>;
}

declare global {
  interface Window {
    readonly entente?: Bridge;
  }
}

/** The desktop preload's own addition: the path of a file the user dropped, which only the preload can see. */
export const desktopCalls = {
  ...calls,
  "files:dropped": call([v.pipe(v.string(), v.minLength(1), v.maxLength(4096))], v.nullable(file)),
} as const;

/** Header of a call in the browser edition; a type, so that both sides agree without sharing code. */
export type TokenHeader = "x-entente-token";
/** Folder of the calls in the browser edition: `POST /bridge/<call>` with the arguments as a JSON list. */
export type CallFolder = "/bridge/";
/**
 * The calls the browser edition's page answers by itself: the window and the clipboard are the browser's own there.
 */
export type PageCall =
  | "window:document"
  | "window:menu"
  | "window:close"
  | "clipboard:write"
  | "report:pdf"
  | "slides:open"
  | "slides:close";

/** How a call comes back over either wire: its value (absent when there is none) or one sentence for people. */
export type Answer = { value?: unknown } | { error: { code: ErrorCode; message: string } };
/** `sender`: not our page; `unknown`: no such call; `arguments`: of the wrong shape; `failed`: the host's own fault. */
export type ErrorCode = "sender" | "unknown" | "arguments" | "failed";

export { channel, ORIGIN } from "./names.ts";
export type * from "../room/contract.ts";
