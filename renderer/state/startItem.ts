import { logOf } from "../../app/model/case/settings.ts";
import type { App } from "./app.ts";
import { presentCase } from "./document.ts";

/** Goes to a new item of evidence: what was typed stays; an item that was opened and not changed makes room. */
export function startItem({ document, look }: App): void {
  const log = logOf(presentCase(document.getState()));
  look.setState(({ draft, draftAsked }) => ({
    screen: "evidence",
    fullMap: false,
    draft: draft !== null && log.includes(draft) ? null : draft,
    draftAsked: draftAsked + 1,
    desk: "item",
  }));
}
