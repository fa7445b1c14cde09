import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assets } from "../bridge/contract.ts";

/** The participant page as it was built, read here because the room's process reads no file. */
export const readAssets = (folder: string) => async (): Promise<Assets> => {
  const [html, js, css] = await Promise.all(
    ["index.html", "room.js", "room.css"].map((name) => readFile(join(folder, name), "utf8")),
  );
  return { html: html ?? "", js: js ?? "", css: css ?? "" };
};
