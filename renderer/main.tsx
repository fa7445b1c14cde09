import "@fontsource-variable/inter/opsz.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "./base.css";
import { createRoot } from "react-dom/client";
import { openCase, problemSentence } from "../app/model/case/door.ts";
import { host } from "./host/host.ts";
import { createApp, FIRST_SETTINGS, type Settings } from "./state/app.ts";
import { keepDrafts, nameWindow, restoreDraft } from "./state/drafts.ts";
import { createFiles } from "./state/files.ts";
import { backTo, rememberedFile, rememberedScreen, rememberShown } from "./state/reload.ts";
import { SHIPPED } from "./state/shipped.ts";
import { App } from "./views/shell/App.tsx";
import { workerClient } from "./worker/client.ts";
import { networkWorker } from "./worker/network/client.ts";

/** Choices of earlier starts; damaged or missing ones are the first ones again. */
async function readSettings(): Promise<Settings> {
  try {
    return { ...FIRST_SETTINGS, ...(JSON.parse(await host.call("settings:read")) as Partial<Settings>) };
  } catch {
    return FIRST_SETTINGS;
  }
}

const wasReloaded = (): boolean =>
  performance
    .getEntriesByType("navigation")
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === "reload");

async function start(): Promise<void> {
  const [first] = SHIPPED;
  const reloaded = wasReloaded();
  const shown = reloaded ? rememberedFile(sessionStorage) : null;
  const screen = reloaded ? rememberedScreen(sessionStorage) : null;
  const [settings, text, { id, others }] = await Promise.all([
    readSettings(),
    first?.text() ?? "",
    nameWindow(sessionStorage, navigator.locks, reloaded),
  ]);
  const read = openCase(text);
  if (!read.ok) throw new Error(problemSentence(read.problem));
  const app = createApp({
    host,
    connect: workerClient,
    connectNetwork: networkWorker,
    case: read.case,
    name: first?.id ?? "",
    settings,
  });
  keepDrafts(app, id);
  rememberShown(app, sessionStorage);
  backTo(app, screen);
  const restored = restoreDraft(app, id, others).catch(() => false);
  const files = createFiles(app, restored);
  createRoot(document.getElementById("root") as HTMLElement).render(<App app={app} files={files} />);
  if (!(await restored) && shown !== null) await files.openRef(shown);
  backTo(app, screen);
}

/** The slides' own window: it shows what the presenter's window sends, and has no document. */
async function showSlides(id: string): Promise<void> {
  const { SlidesWindow } = await import("./views/present/SlidesWindow.tsx");
  createRoot(document.getElementById("root") as HTMLElement).render(<SlidesWindow id={id} />);
}

const slides = new URLSearchParams(location.search).get("slides");
void (slides === null ? start() : showSlides(slides));
