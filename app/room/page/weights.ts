import { consistencyOf, consistencyText } from "../../model/session/consistency.ts";
import type { AskedFactor, Id } from "../../model/session/types.ts";
import { pairsOf, type Round, sumOf, timesOf, withSwing } from "./draft.ts";
import { type Child, el } from "./dom.ts";
import type { Editing } from "./estimates.ts";
import { moveOf } from "./order.ts";
import { type Slider, slider } from "./slider.ts";

interface Asking extends Editing {
  readonly label: (id: Id) => string;
  readonly factors: readonly AskedFactor[];
}

/** How far each factor goes, in the way the session asks it. */
export function weights(round: Round, editing: Editing): Child[] {
  const byId = new Map(round.factors.map((factor) => [factor.id, factor]));
  const ids = editing.draft().shownOrder;
  const asking: Asking = {
    ...editing,
    label: (id) => byId.get(id)?.label ?? "",
    factors: ids.flatMap((id) => byId.get(id) ?? []),
  };
  switch (round.method) {
    case "swing":
      return swing(asking);
    case "points":
      return points(asking);
    case "slider":
      return importance(asking);
    case "bestWorst":
      return bestWorst(asking);
    case "pairs":
      return pairs(asking);
    case "rank":
      return [];
  }
}

const withRaw = ({ edit }: Editing, id: Id, value: number) =>
  edit((draft) => ({ ...draft, raw: { ...draft.raw, [id]: value } }));

function swing(asking: Asking): Child[] {
  const [first = "", ...others] = asking.draft().order;
  const sliders = new Map<Id, Slider>();
  const showAll = () => sliders.forEach((one, id) => one.show(asking.draft().raw[id] ?? null));
  for (const id of others)
    sliders.set(
      id,
      slider({
        label: asking.label(id),
        min: 0,
        max: 100,
        value: asking.draft().raw[id] ?? null,
        read: String,
        ends: ["no effect", "as far as the first"],
        set: (value) => {
          asking.edit((draft) => withSwing(draft, id, value));
          showAll();
        },
      }),
    );
  const yardstick = el(
    "div",
    { class: "slider" },
    el("div", { class: "row" }, el("span", {}, asking.label(first)), el("output", {}, "100")),
    el("div", { class: "full" }),
    el("div", { class: "ends" }, el("span", {}, "your strongest"), el("span", {}, "the yardstick")),
  );
  return [yardstick, ...[...sliders.values()].map(({ node }) => node)];
}

function points(asking: Asking): Child[] {
  const left = el("p", { class: "left", role: "status" });
  const inputs = asking.factors.map((factor) => {
    const input = el("input", {
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
      "aria-label": `Points for ${factor.label}`,
    });
    const set = (value: number) => {
      withRaw(asking, factor.id, Math.max(0, Math.min(100, value)));
      show();
    };
    input.addEventListener("input", () => {
      const value = Number(input.value.trim() || 0);
      if (Number.isInteger(value) && value >= 0 && value <= 100) {
        withRaw(asking, factor.id, value);
        tell();
      }
    });
    input.addEventListener("blur", show);
    const step = (by: number, sign: string) =>
      el(
        "button",
        {
          type: "button",
          class: "arrow",
          "aria-label": `${factor.label}: ${String(Math.abs(by))} ${by < 0 ? "fewer" : "more"}`,
          onclick: () => set((asking.draft().raw[factor.id] ?? 0) + by),
        },
        sign,
      );
    const node = el(
      "div",
      { class: "points" },
      el("span", { class: "what" }, el("b", {}, factor.label), el("small", {}, moveOf(factor))),
      step(-5, "−"),
      input,
      step(5, "+"),
    );
    return { id: factor.id, input, node };
  });
  function tell(): void {
    const rest = 100 - sumOf(asking.draft());
    left.textContent =
      rest === 0
        ? "All 100 points are shared out."
        : rest > 0
          ? `${String(rest)} of 100 points left`
          : `${String(-rest)} points too many`;
  }
  function show(): void {
    for (const { id, input } of inputs) input.value = String(asking.draft().raw[id] ?? 0);
    tell();
  }
  show();
  return [left, ...inputs.map(({ node }) => node)];
}

const importance = (asking: Asking): Child[] =>
  asking.factors.map(
    (factor) =>
      slider({
        label: factor.label,
        min: 0,
        max: 10,
        value: asking.draft().raw[factor.id] ?? null,
        read: String,
        ends: ["does not matter", "matters most"],
        set: (value) => withRaw(asking, factor.id, value),
      }).node,
  );

function choose(
  asking: Asking,
  legend: string,
  name: string,
  now: Id | null,
  set: (id: Id) => void,
  told = false,
): HTMLElement {
  return el(
    "fieldset",
    { class: "choices" },
    el("legend", {}, legend),
    ...asking.factors.map((factor) =>
      el(
        "label",
        {},
        el("input", {
          type: "radio",
          name,
          value: factor.id,
          checked: factor.id === now,
          onchange: () => set(factor.id),
        }),
        el(
          "span",
          { class: "what" },
          el("b", {}, factor.label),
          told ? null : el("small", {}, moveOf(factor)),
        ),
      ),
    ),
  );
}

function bestWorst(asking: Asking): Child[] {
  const compared = el("div", {});
  const chosen = (part: "best" | "worst", id: Id) => {
    asking.edit((draft) => {
      const other = part === "best" ? "worst" : "best";
      // Nothing is both; and what was compared with another one says nothing any more.
      return {
        ...draft,
        [part]: id,
        [other]: draft[other] === id ? null : draft[other],
        raw: {},
        toWorst: {},
      };
    });
    const now = asking.draft()[part === "best" ? "worst" : "best"];
    for (const input of lists[part === "best" ? 1 : 0]?.querySelectorAll("input") ?? [])
      input.checked = input.value === now;
    compare();
  };
  const { best, worst } = asking.draft();
  const lists = [
    choose(asking, "Which pushes furthest?", "best", best, (id) => chosen("best", id)),
    choose(asking, "Which pushes least?", "worst", worst, (id) => chosen("worst", id), true),
  ];
  const scale = (label: string, value: number | undefined, set: (value: number) => void) =>
    slider({
      label,
      min: 1,
      max: 9,
      value: value ?? null,
      read: (times) => (times === 1 ? "just as far" : `${String(times)} times as far`),
      ends: ["just as far", "9 times as far"],
      set,
    }).node;
  function compare(): void {
    const draft = asking.draft();
    const { best: top, worst: bottom } = draft;
    if (top === null || bottom === null) return compared.replaceChildren();
    const others = draft.shownOrder.filter((id) => id !== top);
    compared.replaceChildren(
      el("h2", {}, `How much further than the others does “${asking.label(top)}” push?`),
      ...others.map((id) =>
        scale(`than ${asking.label(id)}`, draft.raw[id], (value) => withRaw(asking, id, value)),
      ),
      el("h2", {}, `How much further than “${asking.label(bottom)}” do the others push?`),
      ...others
        .filter((id) => id !== bottom)
        .map((id) =>
          scale(asking.label(id), draft.toWorst[id], (value) =>
            asking.edit((now) => ({ ...now, toWorst: { ...now.toWorst, [id]: value } })),
          ),
        ),
    );
  }
  compare();
  return [...lists, compared];
}

function pairs(asking: Asking): Child[] {
  const told = el("p", { class: "note", role: "status" });
  const all = pairsOf(asking.draft());
  const tell = () => {
    const { pairs: said } = asking.draft();
    const steps = all.map(([a, b]) => said[`${a} ${b}`]);
    if (steps.some((step) => step === undefined)) return;
    const answer = {
      method: "pairs",
      pairs: all.map(([a, b], n) => [a, b, timesOf(steps[n] ?? 0)] as const),
    } as const;
    const found = consistencyOf(answer, asking.factors);
    const [a = "", b = ""] = all[found?.oddest ?? 0] ?? [];
    told.textContent =
      found === null ? "" : consistencyText(found, `${asking.label(a)} or ${asking.label(b)}?`);
  };
  tell();
  return [
    ...all.map(([a, b]) => {
      const [left, right] = [asking.label(a), asking.label(b)];
      // To the right the second pushes further, as the ends say.
      return slider({
        label: `${left} or ${right}?`,
        min: -8,
        max: 8,
        value: flip(asking.draft().pairs[`${a} ${b}`]),
        read: (step) => {
          const times = timesOf(Math.abs(step));
          return step === 0 ? "both as far" : `${step < 0 ? left : right}, ${String(times)}×`;
        },
        ends: [left, right],
        set: (step) => {
          asking.edit((draft) => ({ ...draft, pairs: { ...draft.pairs, [`${a} ${b}`]: -step || 0 } }));
          tell();
        },
      }).node;
    }),
    told,
  ];
}
const flip = (step: number | undefined): number | null => (step === undefined ? null : -step || 0);
