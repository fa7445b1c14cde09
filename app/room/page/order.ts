import type { AskedFactor } from "../../model/session/types.ts";
import { withOrder } from "./draft.ts";
import { aside, type Child, el, icon } from "./dom.ts";
import type { Editing } from "./estimates.ts";

/** "from 5 a year to over 120": what the move is that everybody weighs. */
export const moveOf = ({ calm, worst }: AskedFactor): string =>
  calm === "" || worst === "" ? "" : `from ${calm} to ${worst}`;

/** Puts factors in order: dragged by the number, or moved by arrows of 44 px. */
export function order(factors: readonly AskedFactor[], editing: Editing): Child[] {
  const byId = new Map(factors.map((factor) => [factor.id, factor]));
  const spoken = el("p", { class: "spoken", "aria-live": "polite" });
  const list = el("ol", { class: "order" });
  const rows = new Map<
    string,
    { row: HTMLElement; place: HTMLElement; up: HTMLButtonElement; down: HTMLButtonElement }
  >();

  const put = (ids: readonly string[]) => {
    editing.edit((draft) => withOrder(draft, ids));
    arrange();
  };
  const move = (id: string, by: number) => {
    const ids = [...editing.draft().order];
    const from = ids.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= ids.length) return;
    ids.splice(from, 1);
    ids.splice(to, 0, id);
    put(ids);
    spoken.textContent = `${byId.get(id)?.label ?? ""}: ${String(to + 1)} of ${String(ids.length)}`;
  };
  const button = (id: string, by: number, label: string) =>
    el(
      "button",
      {
        type: "button",
        class: "arrow",
        "aria-label": label,
        onclick: (event) => {
          move(id, by);
          // Where it cannot go on, the other arrow takes over, so that the keyboard is not lost.
          const pressed = event.currentTarget as HTMLButtonElement;
          const other = by < 0 ? rows.get(id)?.down : rows.get(id)?.up;
          (pressed.getAttribute("aria-disabled") === "true" ? other : pressed)?.focus();
        },
      },
      icon(by < 0 ? "up" : "down"),
    );

  for (const id of editing.draft().order) {
    const factor = byId.get(id);
    if (factor === undefined) continue;
    const place = el("span", { class: "place" });
    const [up, down] = [
      button(id, -1, `${factor.label}: further up`),
      button(id, 1, `${factor.label}: further down`),
    ];
    const grip = el("span", { class: "grip", "aria-hidden": "true" }, place);
    const row = el(
      "li",
      { "data-id": id },
      grip,
      el("span", { class: "what" }, el("b", {}, factor.label), el("small", {}, moveOf(factor))),
      up,
      down,
    );
    drag(grip, row, list, () => put([...list.children].map((child) => child.getAttribute("data-id") ?? "")));
    rows.set(id, { row, place, up, down });
  }

  function arrange(): void {
    const ids = editing.draft().order;
    ids.forEach((id, at) => {
      const found = rows.get(id);
      if (found === undefined) return;
      found.place.textContent = String(at + 1);
      found.up.setAttribute("aria-disabled", String(at === 0));
      found.down.setAttribute("aria-disabled", String(at === ids.length - 1));
      if (list.children[at] !== found.row) list.insertBefore(found.row, list.children[at] ?? null);
    });
  }
  arrange();
  return [list, spoken, aside("grip", "Drag by the number, or use the arrows.")];
}

/** Moves a row with a finger or mouse; the rows it passes make room at once. */
function drag(grip: HTMLElement, row: HTMLElement, list: HTMLElement, done: () => void): void {
  grip.addEventListener("pointerdown", (down) => {
    down.preventDefault();
    grip.setPointerCapture(down.pointerId);
    row.classList.add("dragged");
    const move = (event: PointerEvent) => {
      const others = [...list.children].filter((child) => child !== row);
      const after = others.find((child) => {
        const { top, height } = child.getBoundingClientRect();
        return event.clientY < top + height / 2;
      });
      if (row.nextElementSibling !== (after ?? null)) list.insertBefore(row, after ?? null);
    };
    const end = () => {
      grip.removeEventListener("pointermove", move);
      row.classList.remove("dragged");
      done();
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", end, { once: true });
  });
}
