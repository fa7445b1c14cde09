import type { Response } from "../../model/session/types.ts";
import type { Line } from "../contract.ts";
import {
  type Draft,
  draftOf,
  missing,
  newDraft,
  responseOf,
  type Round,
  type Steps,
  stepsOf,
  strongest,
} from "./draft.ts";
import { aside, type Child, el } from "./dom.ts";
import { estimates, type Editing, readTriple } from "./estimates.ts";
import { lines } from "./lines.ts";
import { order } from "./order.ts";
import type { App, Screen } from "./screen.ts";
import * as store from "./store.ts";
import { weights } from "./weights.ts";

/** A round of answers on the phone: asked page by page, sent, seen once what it says, kept or changed. */

const LONGEST_REASON = 600;

const titles: Readonly<Record<Exclude<Steps, "weights">, string>> = {
  estimates: "Before any model",
  order: "Which pushes them furthest towards a break?",
  send: "Check and send",
};
const weightTitles: Readonly<Record<Round["method"], readonly [title: string, lead: string]>> = {
  swing: ["How far does each one go?", "Your first has 100. Half as far is 50. No effect is 0."],
  rank: ["", ""],
  points: [
    "Share out 100 points",
    "Each factor goes from its calmest to its worst state. More points push further.",
  ],
  slider: ["How much does each one matter?", "From 0, does not matter, to 10, matters most."],
  bestWorst: ["Strongest and weakest", "Each factor goes from its calmest to its worst state."],
  pairs: ["Two at a time", "Which pushes them further towards a break, and how many times as far?"],
};

const button = (label: string, press: () => void, kind = "main") =>
  el("button", { type: "button", class: kind, onclick: press }, label);

export function roundScreen(app: App, round: Round): Screen {
  const { view } = app;
  const sent = view.sent[round.round];
  const pending = app.pending((what) => what.kind === "response" && what.response.round === round.round);
  const draft = store.draft.get();
  if (pending) return sending(app, round);
  if (draft?.round === round.round) return editing(app, round, draft);
  if (sent !== undefined) return afterSending(app, round, sent);
  if (store.given.get().includes(round.round)) return sending(app, round);
  const before = round.from === null ? undefined : view.sent[round.from];
  if (before !== undefined) return keepOrRevise(app, round, before.response);
  begin(app, round);
  return editing(app, round, store.draft.get() ?? newDraft(round, view.me.id, store.newId(), Date.now()));
}

/** Takes up what another tab or phone of this person left with the laptop, or begins. */
function begin({ view, touched }: App, round: Round): void {
  let left: Draft | null = null;
  try {
    const read = JSON.parse(view.draft ?? "null") as Draft | null;
    if (read?.round === round.round) left = read;
  } catch {
    // Not a draft of this page: begun anew.
  }
  store.draft.set(left ?? newDraft(round, view.me.id, store.newId(), Date.now()));
  touched();
}

function keepOrRevise(app: App, round: Round, before: Response): Screen {
  const again = () => draftOf(round, before, app.view.me.id, store.newId(), Date.now());
  return {
    key: `keep ${round.round}`,
    title: `Round ${String(round.n)}`,
    at: "keep or revise",
    body: [
      el(
        "p",
        { class: "lead" },
        "Your answers from the round before are still here. Keep them, or change what you see differently now.",
      ),
      summary(round, again()),
    ],
    foot: [
      button("Change something", () => {
        store.draft.set(again());
        app.touched();
        app.draw();
      }),
      button("Keep all", () => send(app, round, again()), "plain"),
    ],
  };
}

function send(app: App, round: Round, draft: Draft): void {
  const rev = (app.view.sent[round.round]?.times ?? 0) + 1;
  const response = responseOf(round, draft, app.view.me.id, rev, Date.now());
  store.draft.set(null);
  store.given.set([...store.given.get().filter((one) => one !== round.round), round.round]);
  app.send({ kind: "response", response });
}

function sending(app: App, round: Round): Screen {
  return {
    key: `sending ${round.round} ${String(app.online)}`,
    title: app.online ? "Sending" : "Kept on this phone",
    at: "sending",
    body: [
      el(
        "p",
        { class: "lead", role: "status" },
        app.online
          ? "Your answer is on its way to the laptop."
          : "Sending when the room is back. Keep this page open.",
      ),
    ],
    foot: [],
  };
}

function afterSending(
  app: App,
  round: Round,
  sent: { readonly response: Response; readonly times: number },
): Screen {
  const result = app.view.personal?.result;
  const key = `${round.round} ${String(sent.times)}`;
  const fresh = result?.round === round.round && !store.seen.get().includes(round.round) ? result : null;
  const mayChange = sent.times <= round.changes;
  const change = () => {
    store.seen.set([...store.seen.get(), round.round]);
    store.draft.set(draftOf(round, sent.response, app.view.me.id, store.newId(), Date.now()));
    app.touched();
    app.draw();
  };
  if (fresh !== null)
    return {
      key: `result ${key}`,
      title: fresh.title,
      at: "sent",
      body: [
        lines(fresh.lines),
        el(
          "p",
          { class: "note" },
          mayChange
            ? "Does this match your own view? You may change your answer once. This page is shown once."
            : "This page is shown once.",
        ),
      ],
      foot: [
        button(mayChange ? "Keep my answer" : "Go on", () => {
          store.seen.set([...store.seen.get(), round.round]);
          app.draw();
        }),
        mayChange ? button("Change my answer", change, "plain") : null,
      ],
    };
  return {
    key: `sent ${key}`,
    title: "Your answer is in",
    at: "sent",
    body: [
      aside("check", "The laptop has it on disk."),
      el("p", { class: "lead" }, "Nothing is shown before the round closes. Keep this page open."),
    ],
    foot: [mayChange ? button("Change my answer", change, "plain") : null],
  };
}

const nextLabels: Readonly<Record<Steps, string>> = {
  estimates: "Next: what your chances are",
  order: "Next: which pushes furthest",
  weights: "Next: how much",
  send: "Next: check and send",
};

function editing(app: App, round: Round, first: Draft): Screen {
  const steps = stepsOf(round);
  const at = Math.min(first.step, steps.length - 1);
  const step = steps[at] ?? "send";
  const draft = () => store.draft.get() ?? first;
  const put = (next: Draft) => {
    store.draft.set(next);
    app.touched();
  };
  const go = (to: number) => {
    put({ ...draft(), step: to });
    app.draw();
  };
  const next = button("", () => {
    if (missing(round, draft(), step) > 0) return;
    if (step === "send") send(app, round, draft());
    else go(at + 1);
  });
  const refresh = () => {
    const left = missing(round, draft(), step);
    const following = steps[at + 1];
    next.textContent =
      step === "send"
        ? "Send my answer"
        : left > 0
          ? whatIsMissing(round, draft(), step, left)
          : nextLabels[following ?? "send"];
    // Not `disabled`: what is missing can then be read by everybody.
    next.setAttribute("aria-disabled", String(left > 0));
  };
  const edits: Editing = {
    draft,
    edit: (make) => {
      put(make(draft()));
      refresh();
    },
  };
  refresh();
  const again = round.from !== null && app.view.sent[round.from] !== undefined;
  const [title, lead, body] = content(round, step, edits, again);
  return {
    key: `${round.round} ${draft().id} ${step}`,
    title,
    place: [at + 1, steps.length],
    at: step,
    body: [lead === "" ? null : el("p", { class: "lead" }, lead), ...body],
    foot: [
      next,
      at > 0 ? button(step === "send" ? "Change something first" : "Back", () => go(at - 1), "plain") : null,
    ],
  };
}

function whatIsMissing(round: Round, draft: Draft, step: Steps, left: number): string {
  if (step === "weights" && round.method === "points") return "Share out exactly 100";
  if (step === "weights" && round.method === "bestWorst" && (draft.best === null || draft.worst === null))
    return "Choose both to go on";
  return left === 1 ? "Set one more to go on" : `Set ${String(left)} more to go on`;
}

/** @param again their answer of the round before is filled in */
function content(
  round: Round,
  step: Steps,
  edits: Editing,
  again: boolean,
): [title: string, lead: string, body: Child[]] {
  switch (step) {
    case "estimates":
      return round.kind === "warmup"
        ? [
            "To warm up",
            "A wide span is no shame: what is true should lie outside it one time in ten.",
            estimates(round.questions, edits),
          ]
        : [
            titles.estimates,
            again
              ? "Your earlier answer is filled in. Change what you see differently now that you have heard the others."
              : "What do you think yourself, before any weights? First the span you would not be surprised by.",
            estimates(round.questions, edits),
          ];
    case "order":
      return [
        titles.order,
        "Each factor goes from its calmest to its worst state. Put the strongest first.",
        order(round.factors, edits),
      ];
    case "weights":
      return [...weightTitles[round.method], weights(round, edits)];
    case "send":
      return [titles.send, "", check(round, edits)];
  }
}

/** What is going to be sent, line by line. */
function summary(round: Round, draft: Draft): HTMLElement {
  const all = round.questions.flatMap((question): Line[] => {
    const { best, span } = readTriple(question, draft.estimates[question.id]);
    return [
      { label: question.text, text: best },
      { label: "at least, at most", text: span },
    ];
  });
  const label = (id: string) => round.factors.find((factor) => factor.id === id)?.label ?? "";
  if (round.kind === "weights") {
    const first = strongest(round, draft);
    if (first !== "") all.push({ label: "Your strongest", text: label(first) });
    all.push({ label: "Your weights", text: "set" });
  }
  return lines(all);
}

function check(round: Round, { draft, edit }: Editing): Child[] {
  if (round.kind === "warmup") return [summary(round, draft())];
  const first = strongest(round, draft());
  const about = round.factors.find(({ id }) => id === first);
  const left = el("span", { class: "count" }, "");
  const text = el("textarea", { id: "reason", rows: 4, maxlength: LONGEST_REASON });
  text.value = draft().reason;
  const count = () => {
    const rest = LONGEST_REASON - text.value.length;
    left.textContent = rest <= 100 ? `${String(rest)} signs left` : "";
  };
  text.addEventListener("input", () => {
    edit((now) => ({ ...now, reason: text.value }));
    count();
  });
  count();
  return [
    summary(round, draft()),
    el(
      "label",
      { for: "reason", class: "above" },
      about ? "Why your first comes first" : "Why you weigh them like this",
      left,
    ),
    text,
    aside("hidden", "Shown without your name, after the round closes."),
    el(
      "p",
      { class: "note" },
      round.changes > 0
        ? "After you send, you will see once what your weights say. You may then change your mind once."
        : "After you send, your answer stands.",
    ),
  ];
}
