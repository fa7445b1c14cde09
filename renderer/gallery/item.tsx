import { type ReactNode, useState } from "react";
import type { App } from "../state/app.ts";
import { AppContext } from "../state/context.ts";
import type { ThemeChoice } from "../state/look.ts";
import { appFor, type Scene } from "./fixtures.ts";

/** One thing to look at. */
export interface Item {
  /** Stable: the name of its picture and of its anchor. */
  readonly id: string;
  readonly title: string;
  /** Of the frame, px; without a height it is as high as what is in it. */
  readonly width: number;
  readonly height?: number;
  /** It covers the page: shown alone only. */
  readonly alone?: boolean;
  readonly draw: (theme: ThemeChoice) => ReactNode;
}

/** A view inside an app of its own. */
export function Staged({
  scene,
  theme,
  children,
}: {
  readonly scene: Scene;
  readonly theme: ThemeChoice;
  readonly children: (app: App) => ReactNode;
}) {
  // Lives as long as the page: a picture is never taken down.
  const [app] = useState(() => appFor(scene, theme));
  return <AppContext value={app}>{children(app)}</AppContext>;
}
