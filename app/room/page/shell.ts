import { el, icon } from "./dom.ts";
import type { Screen } from "./screen.ts";
import * as store from "./store.ts";

/** The frame around every page: title and place at the top, what to press at the bottom, the state of the line. */
export class Shell {
  readonly #title = el("span", { class: "session" });
  readonly #time = el("span", { class: "time", role: "timer" });
  readonly #place = el("span", { class: "place" });
  readonly #line = el("p", { class: "line", role: "status", hidden: true }, icon("away"), el("span", {}, ""));
  readonly #nudge = el("p", { class: "nudge", role: "status" });
  readonly #main = el("main", {});
  readonly #foot = el("div", { class: "foot" });
  readonly #marking = el("p", { class: "marking" });
  #key = "";
  #endsAt: number | null = null;

  constructor(root: HTMLElement) {
    const foot = el("footer", {}, this.#foot, this.#marking);
    root.replaceChildren(
      el("header", {}, this.#title, this.#time, this.#place),
      this.#line,
      this.#nudge,
      this.#main,
      foot,
    );
    // What has the focus is scrolled clear of the foot, however high that is.
    new ResizeObserver(() => {
      document.documentElement.style.scrollPaddingBottom = `${String(foot.offsetHeight + 8)}px`;
    }).observe(foot);
    applyLargeText();
    setInterval(() => this.#tick(), 1_000);
  }

  /** @param endsAt by this phone's clock */
  about(title: string, marking: string, endsAt: number | null): void {
    this.#title.textContent = title;
    this.#marking.textContent = marking;
    this.#endsAt = endsAt;
    this.#tick();
  }

  online(online: boolean, waiting: boolean): void {
    this.#line.hidden = online;
    const text = this.#line.lastElementChild;
    const says =
      (waiting
        ? "Kept on this phone. Sending when the room is back."
        : "The laptop does not answer. This phone keeps trying.") +
      // A room opened again has another certificate, and a page may not ask for that: only the person can.
      (location.protocol === "https:"
        ? " If it lasts, reload this page and go on past the warning again."
        : "");
    if (!online && text !== null && text.textContent !== says) text.textContent = says;
  }

  /** A quiet line; "" for none. */
  nudge(text: string): void {
    if (this.#nudge.textContent !== text) this.#nudge.textContent = text;
  }

  show(screen: Screen): void {
    if (screen.key === this.#key) return;
    const first = this.#key === "";
    this.#key = screen.key;
    const held = holdPlace();
    const heading = el("h1", { tabindex: -1 }, screen.title);
    this.#main.replaceChildren(heading, ...screen.body.filter((child) => child !== null));
    this.#foot.replaceChildren(...screen.foot.filter((child) => child !== null));
    const [at, of] = screen.place ?? [0, 0];
    this.#place.replaceChildren(
      ...Array.from({ length: of }, (_, n) => el("i", { class: n < at ? "done" : "" })),
      ...(of === 0 ? [] : [el("span", { class: "spoken" }, `Page ${String(at)} of ${String(of)}`)]),
    );
    document.title = screen.title;
    if (held()) return;
    window.scrollTo(0, 0);
    // A new page is read from its heading; the first one is not grabbed from whoever just opened it.
    if (!first) heading.focus({ preventScroll: true });
  }

  #tick(): void {
    const left = this.#endsAt === null ? null : Math.round((this.#endsAt - Date.now()) / 1_000);
    this.#time.textContent =
      left === null
        ? ""
        : left <= 0
          ? "time is up"
          : `${String(Math.floor(left / 60))}:${String(left % 60).padStart(2, "0")} left`;
  }
}

/**
 * Notes what somebody is typing into or choosing on a page that is about to be drawn again.
 * @returns puts them back there, and says whether it is still there
 */
function holdPlace(): () => boolean {
  const active = document.activeElement;
  const name = active?.getAttribute("data-keep");
  const span = active instanceof HTMLTextAreaElement ? [active.selectionStart, active.selectionEnd] : null;
  return () => {
    const again = [...document.querySelectorAll<HTMLElement>("[data-keep]")].find(
      (one) => one.getAttribute("data-keep") === name,
    );
    if (again === undefined) return false;
    again.focus({ preventScroll: true });
    if (again instanceof HTMLTextAreaElement && span !== null)
      again.setSelectionRange(span[0] ?? 0, span[1] ?? 0);
    return true;
  };
}

function applyLargeText(): void {
  document.documentElement.classList.toggle("large", store.largeText.get());
}

/** Larger text for who wants it; kept on this phone. */
export function largeTextButton(): HTMLElement {
  const button = el("button", {
    type: "button",
    class: "aside toggle",
    "aria-pressed": String(store.largeText.get()),
    onclick: () => {
      store.largeText.set(!store.largeText.get());
      button.setAttribute("aria-pressed", String(store.largeText.get()));
      applyLargeText();
    },
  });
  button.append(icon("text"), el("span", {}, "Larger text"));
  return button;
}
