import type { Bridge } from "../../app/bridge/contract.ts";
import { viewShare } from "../../app/model/answer/settle.ts";
import { type Edit, type SettingEdit, settingsOf } from "../../app/model/case/edits.ts";
import { effectiveInputs } from "../../app/model/evidence/weigh.ts";
import { type CaseDocument, isNetworkCase } from "../../app/model/case/network-case.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { ExportChoice } from "../export/choice.ts";
import { type ConnectNetwork, networkInline } from "../worker/network/client.ts";
import type { Listener, ModelClient } from "../worker/client.ts";
import { createAnalyses } from "./analyses.ts";
import { createAnswers } from "./answers.ts";
import {
  createDocument,
  isEdited,
  presentCase,
  presentDocument,
  presentNetwork,
  presentSettings,
} from "./document.ts";
import { createNetworks } from "./networks.ts";
import { createLook, type Look, type ThemeChoice } from "./look.ts";
import { createSince, fileKey, type LastLook, lookAt, readLooks, withLook } from "./since.ts";
import { createPresentation, OFF } from "./presentation.ts";
import { type Question, sameQuestion } from "./question.ts";
import { createTrail } from "./trail.ts";
import { dropKept } from "./journals.ts";
import { createWorkshop } from "./workshop.ts";

/** Small choices that outlive a start. */
export interface Settings {
  readonly theme: ThemeChoice;
  /** "The argument in one minute" has been seen or skipped. */
  readonly tourSeen: boolean;
  /** Single-letter shortcuts are on. */
  readonly letters: boolean;
  readonly lastExport: ExportChoice | null;
  /** What each file said when it was last looked at, newest first. */
  readonly looks: readonly LastLook[];
}

export const FIRST_SETTINGS: Settings = {
  theme: "system",
  tourSeen: false,
  letters: true,
  lastExport: null,
  looks: [],
};

/** Milliseconds that a plain notice stays. */
const NOTICE = 8000;

export interface AppParts {
  readonly host: Bridge;
  readonly connect: (listener: Listener) => ModelClient;
  /** The model for networks; on this thread where left out. */
  readonly connectNetwork?: ConnectNetwork;
  readonly case: Case;
  readonly name: string;
  readonly settings: Settings;
  /** The clock; tests have their own. */
  readonly now?: () => Date;
}

/** The settings of an edit without the scenario, which is always the open one. */
export type OpenEdit = SettingEdit extends infer E
  ? E extends SettingEdit
    ? Omit<E, "scenario">
    : never
  : never;

/** What there is to see of a case at the start: its last horizon, from the article's side. */
function firstLook(theCase: Case, settings: Inputs): Pick<Look, "horizon" | "view"> {
  return { horizon: theCase.horizons.at(-1)?.id ?? "", view: viewShare(settings.view) };
}

/** The stores of one window and how they hang together: every change of document or view is asked at once. */
export function createApp(parts: AppParts) {
  let settings = parts.settings;
  const now = parts.now ?? (() => new Date());
  const document = createDocument(parts.case, parts.name);
  const trail = createTrail(document, () => now().toISOString());
  const since = createSince();
  const look = createLook({
    horizon: parts.case.horizons.at(-1)?.id ?? "",
    panel: settings.tourSeen || parts.case.tour.length === 0 ? "why" : "tour",
    theme: settings.theme,
    letters: settings.letters,
  });
  const answers = createAnswers(parts.connect);
  const analyses = createAnalyses(answers.analyse, () => document.getState().history.gesture !== null);
  const present = createPresentation();
  const networks = createNetworks(parts.connectNetwork ?? networkInline);

  const inputs = (scenario = document.getState().scenario): Inputs => ({
    ...effectiveInputs(presentCase(document.getState()), scenario),
    view: look.getState().view,
  });
  const ask = (): void => {
    const network = presentNetwork(document.getState());
    if (network) networks.ask(network);
    else answers.ask(presentCase(document.getState()), inputs());
  };
  let asked: Question | null = null;
  /** What is changing the document now: an edit's first change, a later one of the same gesture, or neither. */
  let editing: "first" | "more" | null = null;
  const askIfChanged = (): void => {
    const { scenario } = document.getState();
    // A case that was edited may lack the horizon that was looked at.
    const { horizons } = presentCase(document.getState());
    const { horizon } = look.getState();
    if (horizons.length > 0 && !horizons.some(({ id }) => id === horizon))
      return look.setState({ horizon: horizons.at(-1)?.id ?? "" });
    const next = { case: presentDocument(document.getState()), scenario, view: look.getState().view };
    if (asked?.case === next.case && asked.scenario === scenario && asked.view === next.view) return;
    const left = asked?.scenario === scenario ? null : asked;
    const before = asked;
    asked = next;
    if (left && !isNetworkCase(next.case)) {
      answers.leave();
      const theCase = next.case;
      // One that is put from a side of its own is first seen from there.
      const [own, others] = [scenario, left.scenario].map((id) => viewShare(settingsOf(theCase, id).view));
      if (own !== others && own !== undefined) return look.setState({ view: own });
    }
    if (before && !left && sameQuestion(before, next)) return;
    if (editing === "first") answers.remember();
    // After an undo the number before the last edit is no predecessor of this one.
    else if (editing === null && before && before.case !== next.case) answers.leave();
    ask();
  };
  document.subscribe(askIfChanged);
  look.subscribe(askIfChanged);
  askIfChanged();

  const saveSettings = (change: Partial<Settings>): void => {
    settings = { ...settings, ...change };
    void parts.host.call("settings:write", JSON.stringify(settings)).catch(() => {
      // Choices that cannot be kept are not worth a word: they last until the window closes.
    });
  };

  /** Remembers the open file as it stands: the next time, what is new will be told against this. */
  const keepLook = (): void => {
    const { file, scenario } = document.getState();
    if (!file) return;
    const { horizon } = look.getState();
    const seen = { file: fileKey(file), time: now().toISOString(), scenario, horizon, inputs: inputs() };
    const kept = lookAt(presentCase(document.getState()), seen, trail.entries());
    if (kept) saveSettings({ looks: withLook(readLooks(settings.looks), kept) });
  };

  const workshop = createWorkshop({
    journal: {
      append: async (session, texts) => {
        const answer = await parts.host.call("journal:append", { session, texts: [...texts] });
        return "failed" in answer ? answer.message : null;
      },
      read: async (session) => {
        const answer = await parts.host.call("journal:read", { session, since: 0 });
        return "failed" in answer ? [] : answer.entries;
      },
    },
    now,
    // One step of undo as long as nothing else is done in between: taking it back leaves the workshop going on.
    keep: (session) => document.edit({ edit: "keepSession", session }, `workshop ${session.id}`),
    failed: (text) => look.setState({ notice: { text, tone: "error" } }),
  });
  /** What is in the file for good need not be in a journal: after every save, at every opening, when a room closes. */
  let tidying: Promise<void> = Promise.resolve();
  let tidied: readonly unknown[] = [];
  const tidyJournals = (): void => {
    const { saved, file } = document.getState();
    const openRoom = workshop.getState().room?.session ?? null;
    if (tidied[0] === saved && tidied[1] === file && tidied[2] === openRoom) return;
    tidied = [saved, file, openRoom];
    if (saved && file)
      tidying = tidying
        .then(() => workshop.written())
        .then(() => dropKept(parts.host, saved, openRoom, workshop.fromJournal))
        // A journal too many does no harm: it is looked at again the next time.
        .catch(() => undefined);
  };
  const stopTidying = [document.subscribe(tidyJournals), workshop.subscribe(tidyJournals)];
  // What was said of an edit no longer holds once it is taken back.
  const stopHushing = document.subscribe((state, before) => {
    const { notice } = look.getState();
    if (editing === null && notice?.tone === "plain" && presentDocument(state) !== presentDocument(before))
      look.setState({ notice: null });
  });
  const deaf = parts.host.on("room:event", (event) => workshop.heard(event));

  return {
    host: parts.host,
    now,
    workshop,
    document,
    trail,
    since,
    /** Everything that is put to the case now: settings, what counts as evidence, view. */
    inputs,
    keepLook,
    /** The file has just been opened: was it seen before? */
    compareWithLastLook(): void {
      const { file } = document.getState();
      const known = file && readLooks(settings.looks).find((one) => one.file === fileKey(file));
      since.setState({ look: known ?? null });
      if (!known) keepLook();
    },
    /** What is new has been seen. */
    dismissSince(): void {
      since.setState({ look: null });
      keepLook();
    },
    look,
    answers,
    analyses,
    networks,
    /** How slides are shown. */
    present,
    /** Shows the slides in this window, from the first one; light unless another look was chosen. */
    presentHere(): void {
      const { theme } = look.getState();
      const { now: answered } = answers.getState();
      const breaks = Object.entries(answered?.answer.result.horizons ?? {}).map(
        ([id, at]) => [id, at.break] as const,
      );
      const before = {
        breaks: Object.fromEntries(breaks),
        steps: document.getState().history.past.length,
      };
      present.setState({ ...OFF, where: "here", before, theme: theme === "system" ? "light" : theme });
    },
    settings: () => settings,
    saveSettings,
    /** One edit of the document; edits of one gesture are one undo step. */
    edit(edit: Edit, gesture: string | null = null): void {
      editing = gesture === null || document.getState().history.gesture !== gesture ? "first" : "more";
      try {
        document.edit(edit, gesture);
      } finally {
        editing = null;
      }
    },
    /** The same on the settings of the open scenario. */
    change(edit: OpenEdit, gesture: string | null = null): void {
      this.edit({ ...edit, scenario: document.getState().scenario } as SettingEdit, gesture);
    },
    /** Shows another case from its beginning. */
    show(
      theCase: CaseDocument,
      ...[origin, edited]: [Parameters<typeof document.replace>[1], boolean?]
    ): void {
      answers.forget();
      asked = null;
      since.setState({ look: null });
      workshop.setState({ session: null, record: false });
      networks.forget();
      document.replace(theCase, origin, edited);
      look.setState({
        ...firstLook(presentCase(document.getState()), presentSettings(document.getState())),
        selected: null,
        hovered: null,
        screen: "explore",
        panel: "why",
        tourStep: 0,
        fullMap: false,
        compared: null,
        renaming: null,
        draft: null,
        desk: "log",
      });
      present.setState(OFF);
    },
    /** Takes a chart out of the window: through the dialog, or straight to the clipboard. */
    take(chart: string, what: "picture" | "svg" | "data" | "export"): void {
      look.setState({ dialog: { kind: "export", chart, ...(what === "export" ? {} : { copy: what }) } });
    },
    setLetters(letters: boolean): void {
      look.setState({ letters });
      saveSettings({ letters });
    },
    setTheme(theme: ThemeChoice): void {
      look.setState({ theme });
      saveSettings({ theme });
    },
    /** Says something at the foot of the window; plain words go by themselves, errors stay until the next ones. */
    notify(text: string, tone: "plain" | "error" = "plain"): void {
      const notice = { text, tone };
      look.setState({ notice });
      if (tone === "plain")
        setTimeout(() => look.setState((now) => (now.notice === notice ? { notice: null } : {})), NOTICE);
    },
    isEdited: () => isEdited(document.getState()),
    close: () => {
      deaf();
      stopHushing();
      stopTidying.forEach((stop) => stop());
      answers.close();
      networks.close();
    },
  };
}

export type App = ReturnType<typeof createApp>;
