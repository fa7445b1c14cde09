import { expect, test } from "vitest";
import { silentApp } from "./fakes.test-help.ts";
import { backTo, rememberedFile, rememberedScreen, rememberShown } from "./reload.ts";

function tab() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test("a window knows its file until it shows something that is in none", () => {
  const window = tab();
  const { app } = silentApp();
  const stop = rememberShown(app, window);
  const theCase = app.document.getState().history.present;
  expect(rememberedFile(window)).toBeNull();
  const file = { handle: "h1", name: "mine.entente", folder: "Cases" };
  app.show(theCase, { file, stamp: "s1", name: "mine.entente" });
  expect(rememberedFile(window)).toBe("h1");
  app.change({ edit: "setWeight", factor: "strikes", weight: 7 });
  expect(rememberedFile(window)).toBe("h1");
  app.show(theCase, { file: null, stamp: null, name: "shipped" });
  expect(rememberedFile(window)).toBeNull();
  stop();
});

test("a window loaded anew shows the screen it showed, not the answer to a room that weighs", () => {
  const window = tab();
  const stop = rememberShown(silentApp().app, window);
  expect(rememberedScreen(window)).toBeNull();
  stop();
  const { app } = silentApp();
  const stopAgain = rememberShown(app, window);
  app.look.setState({ screen: "workshop" });
  stopAgain();
  const { app: anew } = silentApp();
  backTo(anew, rememberedScreen(window));
  expect(anew.look.getState().screen).toBe("workshop");
  for (const unknown of ["verdict", "nonsense", null]) backTo(anew, unknown);
  expect(anew.look.getState().screen).toBe("workshop");
});
