import { expect, test } from "vitest";
import { silentApp } from "./fakes.test-help.ts";
import { rememberedFile, rememberFile } from "./reload.ts";

test("a window knows its file until it shows something that is in none", () => {
  const kept = new Map<string, string>();
  const tab = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const { app } = silentApp();
  const stop = rememberFile(app, tab);
  const theCase = app.document.getState().history.present;
  expect(rememberedFile(tab)).toBeNull();
  const file = { handle: "h1", name: "mine.entente", folder: "Cases" };
  app.show(theCase, { file, stamp: "s1", name: "mine.entente" });
  expect(rememberedFile(tab)).toBe("h1");
  app.change({ edit: "setWeight", factor: "strikes", weight: 7 });
  expect(rememberedFile(tab)).toBe("h1");
  app.show(theCase, { file: null, stamp: null, name: "shipped" });
  expect(rememberedFile(tab)).toBeNull();
  stop();
});
