import { aside, el } from "./dom.ts";
import { join } from "./link.ts";
import type { Screen } from "./screen.ts";
import * as store from "./store.ts";

const SIGNS = 6;
const LONGEST_NAME = 40;

/** The secret of the code that was scanned, or null. It stands after `#` and is never sent with the address. */
export const scanned = (hash: string): string | null => /^#j=([A-Za-z0-9_-]{16,64})$/.exec(hash)?.[1] ?? null;

/** Six boxes that are one field: it can be typed, pasted and read like any other. */
function codeField(changed: () => void) {
  const boxes = Array.from({ length: SIGNS }, () => el("span", {}));
  const input = el("input", {
    id: "code",
    type: "text",
    autocapitalize: "characters",
    autocomplete: "off",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "next",
    maxlength: 12,
    "aria-describedby": "code-help",
  });
  const show = () => {
    const text = input.value
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, "")
      .slice(0, SIGNS);
    if (input.value !== text) input.value = text;
    boxes.forEach((box, at) => {
      box.textContent = text.charAt(at);
      box.classList.toggle("next", at === Math.min(text.length, SIGNS - 1));
    });
    changed();
  };
  input.addEventListener("input", show);
  show();
  return {
    input,
    node: el("div", { class: "code" }, el("div", { class: "boxes", "aria-hidden": "true" }, ...boxes), input),
  };
}

export interface Joining {
  /** From the scanned code; null: the code is typed. */
  readonly secret: string | null;
  /** Why the person is here again: "You were taken out …"; "" the first time. */
  readonly before: string;
  readonly joined: () => void;
  readonly largeText: HTMLElement;
}

export function joinScreen({ secret, before, joined, largeText }: Joining): Screen {
  const fault = el("p", { class: "fault", role: "alert" });
  const name = el("input", {
    id: "name",
    type: "text",
    autocomplete: "off",
    maxlength: LONGEST_NAME,
    enterkeyhint: "go",
    "aria-describedby": "name-help",
  });
  const code = secret === null ? codeField(() => (fault.textContent = "")) : null;
  const go = el("button", { type: "submit", class: "main", form: "join" }, "Join");
  let busy = false;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const typed = code?.input.value ?? "";
    if (code !== null && typed.length < SIGNS) {
      fault.textContent = "The code has six letters and numbers.";
      return code.input.focus();
    }
    if (name.value.trim() === "") {
      fault.textContent = "Type a name. A nickname is fine.";
      return name.focus();
    }
    busy = true;
    go.textContent = "Joining";
    const word = secret === null ? { code: typed } : { secret };
    const reply = await join({ ...word, name: name.value.trim() });
    busy = false;
    go.textContent = "Join";
    if (reply === null)
      fault.textContent =
        "The laptop does not answer. Is this phone in the same Wi-Fi? Switch mobile data and VPN off, then try again.";
    else if ("refused" in reply) {
      fault.textContent = reply.refused.message;
      if (reply.refused.error === "code") code?.input.select();
    } else {
      store.token.set(reply.ok.token);
      joined();
    }
  };
  return {
    key: `join ${String(secret)} ${before}`,
    title: "Join the room",
    at: "joining",
    body: [
      before === "" ? null : el("p", { class: "note", role: "status" }, before),
      el(
        "form",
        { id: "join", novalidate: true, onsubmit: (event) => void submit(event) },
        code === null
          ? el("p", { class: "lead" }, "You scanned the code of this room.")
          : el(
              "label",
              { for: "code", class: "lead", id: "code-help" },
              "Type the six letters and numbers on the screen in front of you.",
            ),
        code?.node ?? null,
        el("label", { for: "name", class: "above" }, "What shall we call you?"),
        name,
        el(
          "p",
          { id: "name-help", class: "small" },
          "A nickname is fine. It is never shown next to your numbers.",
        ),
        fault,
      ),
      aside("lock", "Your answers go to the laptop in this room and nowhere else. Keep this screen on."),
      largeText,
    ],
    foot: [go],
  };
}
