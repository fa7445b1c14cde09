import { basename } from "node:path";
import type { Page } from "@playwright/test";
import type { Answer, Arguments, CallName, Result } from "../app/bridge/contract.ts";
import type { Started } from "./app.ts";

/** Makes a call from inside the page, as the page's own code would: no test reaches around the bridge. */
export async function call<N extends CallName>(
  page: Page,
  name: N,
  ...args: Arguments<N>
): Promise<Result<N>> {
  const answer = await page.evaluate(
    async ([called, given]) => {
      const { entente } = window;
      if (entente !== undefined)
        return Reflect.apply(entente.call, undefined, [called, ...given]).then(
          (value: unknown) => ({ value }),
          (error: unknown) => ({ error: { code: "failed", message: String(error) } }),
        );
      const response = await fetch(`/bridge/${called}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-entente-token": sessionStorage.getItem("entente-key") ?? "",
        },
        body: JSON.stringify(given),
      });
      return response.json() as Promise<unknown>;
    },
    [name, args] as const,
  );
  const given = answer as Answer;
  if ("error" in given) throw new Error(given.error.message);
  return given.value as Result<N>;
}

/** Lets the user choose this file, the way this host has for it. @returns its handle */
export async function grant({ page, electron }: Started, path: string): Promise<string> {
  if (electron === null) {
    const named = await call(page, "files:name", { name: basename(path), kind: "case" });
    if ("failed" in named) throw new Error(named.message);
    return named.handle;
  }
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  const choice = await call(page, "files:pickSave", { name: basename(path), kind: "case" });
  if (choice.outcome !== "picked") throw new Error(`The dialog was ${choice.outcome}.`);
  return choice.file.handle;
}
