import type { PageCall } from "../bridge/contract.ts";
import type { Handlers } from "../bridge/gate.ts";
import { type Shelf, fileCalls } from "../files/calls.ts";
import { attempt } from "../files/failures.ts";
import { endings, isOpenable } from "../files/names.ts";
import { networkInterfaces } from "node:os";
import { roomCalls } from "../keeper/calls.ts";
import type { Keeper } from "../keeper/keeper.ts";
import type { Folder } from "./folder.ts";
import type { News } from "./news.ts";

/** The browser edition answers these; the rest is its page's own affair. */
type BrowserHandlers = Omit<Handlers, PageCall>;

/** Everything the browser edition does for its page. */
export function browserHandlers(
  shelf: Shelf,
  folder: Folder,
  version: string,
  keeper: Keeper,
  news: News,
): BrowserHandlers {
  const list = async (wanted: (name: string) => boolean) => ({
    outcome: "list" as const,
    folder: folder.path,
    files: await folder.files(shelf.handles, wanted),
  });
  return {
    ...fileCalls(shelf),
    ...roomCalls(keeper, networkInterfaces),
    "room:news": (since) => news.since(since),
    "app:info": () => ({
      host: "browser" as const,
      version,
      platform: process.platform,
      folder: folder.path,
    }),
    "files:pickOpen": () => list(isOpenable),
    "files:pickSave": ({ kind }) => list((name) => name.toLowerCase().endsWith(endings[kind])),
    "files:name": ({ name, kind }) =>
      attempt("named", name, async () => {
        const path = await folder.pathFor(name, kind);
        await folder.allow(path);
        return shelf.handles.grant(path);
      }),
  };
}
