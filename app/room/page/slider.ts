import { el } from "./dom.ts";

export interface SliderOptions {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Null: nobody has touched it; its handle is dashed and it has no number. */
  readonly value: number | null;
  /** How a value is read: "30%". */
  readonly read: (value: number) => string;
  /** What the two ends mean. */
  readonly ends: readonly [string, string];
  readonly set: (value: number) => void;
}

export interface Slider {
  readonly node: HTMLElement;
  show(value: number | null): void;
}

/** A slider that begins without a value: the middle is not an answer. */
export function slider(options: SliderOptions): Slider {
  const { label, min, max, read, ends } = options;
  const number = el("output", {});
  const id = `s${String((count += 1))}`;
  let value = options.value;
  const input = el("input", { type: "range", id, min, max, step: 1 });
  const set = () => {
    value = Number(input.value);
    show(value);
    options.set(value);
  };
  input.addEventListener("input", set);
  // A tap on an untouched handle where it stands changes no value: it is an answer all the same.
  const touch = () => {
    if (value === null) set();
  };
  input.addEventListener("pointerup", touch);
  input.addEventListener("keydown", (event) => {
    if (["Enter", " ", "Home"].includes(event.key)) touch();
  });

  function show(now: number | null): void {
    value = now;
    input.value = String(now ?? min);
    const text = now === null ? "not set" : read(now);
    number.textContent = text;
    input.setAttribute("aria-valuetext", text);
    input.classList.toggle("unset", now === null);
    input.style.setProperty("--at", `${String(now === null ? 0 : ((now - min) / (max - min)) * 100)}%`);
  }
  show(value);
  const node = el(
    "div",
    { class: "slider" },
    el("div", { class: "row" }, el("label", { for: id }, label), number),
    input,
    el("div", { class: "ends", "aria-hidden": "true" }, el("span", {}, ends[0]), el("span", {}, ends[1])),
  );
  return { node, show };
}
let count = 0;
