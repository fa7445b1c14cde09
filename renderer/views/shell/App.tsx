import { useStore } from "zustand";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import {
  AppContext,
  useAnswers,
  useApp,
  useCase,
  useDocument,
  useLook,
  useNetworkCase,
  useWorkshop,
} from "../../state/context.ts";
import type { App as AppState } from "../../state/app.ts";
import { presentCase } from "../../state/document.ts";
import type { Files } from "../../state/files.ts";
import { screensOf } from "../../state/screens.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { AnswerBand } from "../explore/AnswerBand.tsx";
import { SinceStrip } from "../trail/SinceStrip.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import aloud from "../../ui/aloud.module.css";
import styles from "./App.module.css";
import { BODIES } from "./bodies.tsx";
import { Dialogs } from "./Dialogs.tsx";
import { Rail } from "./Rail.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { useThemeOnDocument } from "./theme.ts";
import { TitleBar } from "./TitleBar.tsx";
import { useDrop } from "./useDrop.ts";
import { useKeys } from "./useKeys.ts";
import { useHostMenu } from "./useHostMenu.ts";

// Most people never open a network.
const NetworkScreen = lazy(async () => ({
  default: (await import("../network/NetworkScreen.tsx")).NetworkScreen,
}));

// Phones are told what happens as long as a room is open, whatever screen is being looked at.
const RoomLink = lazy(async () => ({ default: (await import("../workshop/RoomLink.tsx")).RoomLink }));
// Simulated people go on whatever screen is being looked at; nobody else needs them.
const SimulatedRoom = lazy(async () => ({
  default: (await import("../workshop/SimulatedRoom.tsx")).SimulatedRoom,
}));
// Slides are for a room: loaded when they are called up.
const Present = lazy(async () => ({ default: (await import("../present/Present.tsx")).Present }));
const PresenterStrip = lazy(async () => ({
  default: (await import("../present/PresenterStrip.tsx")).PresenterStrip,
}));

export interface AppProps {
  readonly app: AppState;
  readonly files: Files;
}

/** The window. */
export function App({ app, files }: AppProps) {
  return (
    <AppContext value={app}>
      <Window files={files} />
    </AppContext>
  );
}

function Window({ files }: { readonly files: Files }) {
  useThemeOnDocument();
  useKeys(files);
  const dropping = useDrop(files);
  const chosen = useLook((look) => look.screen);
  // A case may lack the screen that the one before it was seen on.
  const isThere = useDocument((state) => screensOf(presentCase(state)).some(({ id }) => id === chosen));
  const screen = isThere ? chosen : "explore";
  const { Body } = BODIES[screen];
  const network = useNetworkCase() !== null;
  const room = useWorkshop((state) => state.room !== null);
  const simulated = useWorkshop(({ session, record }) => session?.setup.dryRun === true && !record);
  const slides = useStore(useApp().present, ({ where }) => where);
  const fullMap = useLook((look) => look.fullMap);
  // The full argument, and in a small window what is new, takes the room of the large answer.
  const news = useStore(useApp().since, ({ look }) => look !== null);
  const small = useLayout() === "small";
  const slim = (screen !== "explore" || fullMap || (small && news)) && !network;
  const window = (
    <div
      className={styles.app}
      data-dropping={dropping || undefined}
      data-slim={slim || undefined}
      data-bare={(screen === "author" && !network) || undefined}
    >
      <TitleBar files={files} />
      <Rail files={files} />
      {network ? (
        <Suspense>
          <NetworkScreen />
        </Suspense>
      ) : (
        <>
          {/* Nothing anchors a room: where people weigh, no number of the model is on screen. The editor has a line of its own. */}
          {screen !== "workshop" && screen !== "author" && <AnswerBand slim={slim} />}
          <div className={styles.strips}>
            {screen !== "workshop" && screen !== "author" && <SinceStrip />}
            {slides === "window" && (
              <Suspense>
                <PresenterStrip />
              </Suspense>
            )}
          </div>
          <Suspense>
            <Body />
          </Suspense>
        </>
      )}
      <StatusBar />
      {screen !== "workshop" && <Announcer />}
      <Dialogs files={files} />
    </div>
  );
  return (
    <>
      <HostMenu files={files} />
      {slides === "here" ? (
        <Suspense>
          <Present />
        </Suspense>
      ) : (
        window
      )}
      {room && (
        <Suspense>
          <RoomLink />
        </Suspense>
      )}
      {simulated && (
        <Suspense>
          <SimulatedRoom />
        </Suspense>
      )}
    </>
  );
}

/** Follows every edit; beside the window, which does not. */
function HostMenu({ files }: { readonly files: Files }) {
  useHostMenu(files);
  return null;
}

/** How long after the last change the answer is read out. */
const QUIET = 600;

/** Says the answer aloud once the hand rests. */
function Announcer() {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const p = useAnswers((state) => state.now?.answer.result.horizons[horizon]?.break);
  const label = theCase.horizons.find(({ id }) => id === horizon)?.label ?? "";
  const sentence = useMemo(() => {
    if (p === undefined) return "";
    const { word, range } = estimate(p);
    return `${label}: ${percentLabel(p)}, ${word} ${range}.`;
  }, [p, label]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), QUIET);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p className={aloud.aloud} aria-live="polite">
      {said}
    </p>
  );
}
