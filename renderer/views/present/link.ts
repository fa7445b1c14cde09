import type { App } from "../../state/app.ts";
import type { Presentation } from "../../state/presentation.ts";
import type { Scene, SlideAct } from "./scene.ts";

/** What the windows tell each other: the presenter's what to show, the slides' what was pressed there. */
export type FromPresenter =
  { readonly kind: "show"; readonly scene: Scene; readonly state: Presentation } | { readonly kind: "end" };
export type FromSlides =
  { readonly kind: "hello" } | { readonly kind: "act"; readonly act: SlideAct } | { readonly kind: "gone" };

/** One channel per presentation: other windows of the program have nothing to do with it. */
export const channelOf = (id: string): BroadcastChannel => new BroadcastChannel(`entente-slides-${id}`);

/** Opens the slides in a window of their own, or says why there is none. */
export function openSlides(app: App): void {
  const id = crypto.randomUUID();
  app.present.setState({ where: "window", id, console: false });
  app.host.call("slides:open", id).then(
    (failed) => {
      if (!failed) return;
      app.present.setState(({ id: present }) => (present === id ? { where: "here", id: null } : {}));
      app.notify(failed.message, "error");
    },
    (error: unknown) => {
      app.present.setState(({ id: present }) => (present === id ? { where: "here", id: null } : {}));
      app.notify(error instanceof Error ? error.message : String(error), "error");
    },
  );
}
