import type { Case, Factor } from "../../../app/model/case/types.ts";
import type { App } from "../../state/app.ts";
import { presentCase } from "../../state/document.ts";

/** The factor to try first. */
export const starredOf = ({ factors }: Case): Factor | undefined =>
  factors.find((factor) => factor.starred) ?? factors[0];

/** The tour is over, at its end or before: the numbers come, and the hand is led to the weight to try first. */
export function endTour(app: App): void {
  const starred = starredOf(presentCase(app.document.getState()));
  app.saveSettings({ tourSeen: true });
  app.look.setState({ panel: "why", tourStep: 0 });
  // On a small window the weights come back only now.
  requestAnimationFrame(() => {
    const row = `[data-factor="${CSS.escape(starred?.id ?? "")}"] input[type=range]`;
    document.querySelector<HTMLInputElement>(row)?.focus();
  });
}
