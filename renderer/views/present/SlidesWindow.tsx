import { useEffect, useRef, useState } from "react";
import type { Presentation } from "../../state/presentation.ts";
import { channelOf, type FromPresenter, type FromSlides } from "./link.ts";
import type { Scene, SlideAct } from "./scene.ts";
import { Stage, useSlideKeys } from "./Stage.tsx";
import { OFF } from "../../state/presentation.ts";

/** The slides in a window of their own: shows what the presenter's window sends, and sends back what is pressed. */
export function SlidesWindow({ id }: { readonly id: string }) {
  const [shown, setShown] = useState<{ readonly scene: Scene; readonly state: Presentation } | null>(null);
  const channel = useRef<BroadcastChannel | null>(null);
  const send = (message: FromSlides) => channel.current?.postMessage(message);
  useEffect(() => {
    const opened = (channel.current = channelOf(id));
    opened.onmessage = ({ data }: MessageEvent<FromPresenter>) => {
      if (data.kind === "end") window.close();
      else setShown({ scene: data.scene, state: data.state });
    };
    opened.postMessage({ kind: "hello" } satisfies FromSlides);
    const gone = () => opened.postMessage({ kind: "gone" } satisfies FromSlides);
    window.addEventListener("pagehide", gone);
    return () => {
      window.removeEventListener("pagehide", gone);
      opened.close();
      channel.current = null;
    };
  }, [id]);
  const title = shown?.scene.case.title;
  useEffect(() => {
    if (title) document.title = `Slides: ${title}`;
  }, [title]);
  const act = (one: SlideAct) => {
    // The presenter's console is in the other window.
    if (one.do !== "console") send({ kind: "act", act: one });
  };
  useSlideKeys(shown?.scene ?? null, shown?.state ?? OFF, act);
  return shown ? <Stage {...shown} act={act} /> : null;
}
