import type { OpenQuestion } from "../contract.ts";
import { type Draft, type Triple, withPoint } from "./draft.ts";
import { type Child, el } from "./dom.ts";
import { slider } from "./slider.ts";

const NONE: Triple = { low: null, best: null, high: null };
/** Asked from the outside in: a best guess first would draw the others to it. */
const points = [
  ["low", "Lowest that is plausible"],
  ["high", "Highest that is plausible"],
  ["best", "Your best guess"],
] as const;

export const percent = (p: number): string => `${String(Math.round(p * 100))}%`;
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

export interface Editing {
  readonly draft: () => Draft;
  readonly edit: (make: (draft: Draft) => Draft) => void;
}

/** The questions before any model: lowest, highest, best for each, kept in that order. */
export function estimates(questions: readonly OpenQuestion[], editing: Editing): Child[] {
  return questions.map((question) =>
    question.kind === "chance" ? chance(question, editing) : quantity(question, editing),
  );
}

const tripleOf = ({ draft }: Editing, id: string): Triple => draft().estimates[id] ?? NONE;
function set({ edit }: Editing, id: string, point: keyof Triple, value: number): void {
  edit((draft) => ({
    ...draft,
    estimates: { ...draft.estimates, [id]: withPoint(draft.estimates[id] ?? NONE, point, value) },
  }));
}

function chance({ id, text }: OpenQuestion, editing: Editing): HTMLElement {
  const inPercent = (value: number | null) => (value === null ? null : Math.round(value * 100));
  const sliders = points.map(([point, label]) => ({
    point,
    slider: slider({
      label,
      min: 1,
      max: 99,
      value: inPercent(tripleOf(editing, id)[point]),
      read: (value) => `${String(value)}%`,
      ends: ["hardly any chance", "nearly certain"],
      set: (value) => {
        set(editing, id, point, value / 100);
        const now = tripleOf(editing, id);
        for (const one of sliders) one.slider.show(inPercent(now[one.point]));
      },
    }),
  }));
  return el("fieldset", {}, el("legend", {}, text), ...sliders.map((one) => one.slider.node));
}

function quantity(question: Extract<OpenQuestion, { kind: "quantity" }>, editing: Editing): HTMLElement {
  const { id, text, unit } = question;
  const now = tripleOf(editing, id);
  const fault = el("p", { class: "fault", role: "alert" });
  const inputs = points.map(([point, label]) => {
    const input = el("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      "aria-label": `${label}, in ${unit}`,
      value: now[point] === null ? "" : String(now[point]),
    });
    // Typed numbers are not pushed about while they are typed: what does not fit is said, and holds up going on.
    input.addEventListener("input", read);
    return { point, label, input };
  });
  function read(): void {
    const typed = inputs.map(({ input }) => {
      const tidy = input.value
        .trim()
        .replace(/[\s'’]/gu, "")
        .replace(/,(?=\d{3}(\D|$))/g, "")
        .replace(",", ".");
      const value = tidy === "" ? NaN : Number(tidy);
      return Number.isFinite(value) && Math.abs(value) <= 1e12 ? value : null;
    });
    const [low = null, high = null, best = null] = typed;
    const odd = inputs.find(({ input }, at) => input.value.trim() !== "" && typed[at] === null);
    const wrong =
      odd !== undefined
        ? `“${odd.label}” is no number.`
        : low !== null && high !== null && low > high
          ? "The lowest is above the highest."
          : best !== null && ((low !== null && best < low) || (high !== null && best > high))
            ? "Your best guess lies outside your lowest and highest."
            : "";
    fault.textContent = wrong;
    const triple: Triple = wrong === "" ? { low, best, high } : NONE;
    editing.edit((draft) => ({ ...draft, estimates: { ...draft.estimates, [id]: triple } }));
  }
  return el(
    "fieldset",
    {},
    el("legend", {}, text),
    ...inputs.map(({ label, input }) =>
      el("label", { class: "number" }, el("span", {}, label), el("span", { class: "unit" }, input, unit)),
    ),
    fault,
  );
}

/** A triple as it is read on the last page. */
export function readTriple(
  question: OpenQuestion,
  triple: Triple | undefined,
): { best: string; span: string } {
  const read = (value: number | null | undefined) =>
    value === null || value === undefined
      ? "not set"
      : question.kind === "chance"
        ? percent(value)
        : `${number.format(value)} ${question.unit}`;
  return { best: read(triple?.best), span: `${read(triple?.low)} to ${read(triple?.high)}` };
}
