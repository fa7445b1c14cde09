import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { useApp } from "../../state/context.ts";
import { Console } from "./Console.tsx";
import { channelOf, type FromSlides } from "./link.ts";
import { useAct } from "./useAct.ts";
import { useFollow } from "./useRoom.ts";
import { useScene } from "./useScene.ts";

/** While the slides are in another window: its controls here, and everything it shows sent there. */
export function PresenterStrip() {
  const app = useApp();
  const state = useStore(app.present);
  const scene = useScene();
  const act = useAct();
  const channel = useRef<BroadcastChannel | null>(null);
  useFollow(scene.room);
  const latest = useRef({ scene, state });
  const { id } = state;
  useEffect(() => {
    latest.current = { scene, state };
    channel.current?.postMessage({ kind: "show", scene, state });
  }, [scene, state]);
  useEffect(() => {
    if (id === null) return;
    const opened = (channel.current = channelOf(id));
    opened.onmessage = ({ data }: MessageEvent<FromSlides>) => {
      if (data.kind === "hello") opened.postMessage({ kind: "show", ...latest.current });
      else if (data.kind === "act") act(data.act);
      else app.present.setState(({ id: now }) => (now === id ? { where: "off", id: null, timer: null } : {}));
    };
    const end = () => opened.postMessage({ kind: "end" });
    window.addEventListener("pagehide", end);
    return () => {
      window.removeEventListener("pagehide", end);
      end();
      void app.host.call("slides:close").catch(() => undefined);
      opened.close();
      channel.current = null;
    };
  }, [app, act, id]);
  return <Console scene={scene} state={state} act={act} />;
}
