import type { Page, Sent, Stage } from "../contract.ts";
import { aside, type Child, el } from "./dom.ts";
import { lines, unbroken } from "./lines.ts";
import { roundScreen } from "./round.ts";
import type { App, Screen } from "./screen.ts";
import * as store from "./store.ts";
import { strip } from "./strip.ts";

const lead = (text: string) => (text === "" ? null : el("p", { class: "lead" }, ...unbroken(text)));
const list = (kind: string, texts: readonly string[]) =>
  texts.length === 0 ? null : el("ul", { class: kind }, ...texts.map((text) => el("li", {}, text)));

/** What is being written or chosen on a page stays when the page around it changes: somebody else adds a sign. */
const writing = new Map<string, string>();
const choosing = new Set<string>();

/** The page of the room as it stands, with the remarks that may be made beside it. */
export function pageOf(app: App, stage: Stage): Screen {
  const plain = screenOf(app, stage.page);
  const card = app.view.personal?.card ?? null;
  const screen =
    card === null || plain.place !== undefined
      ? plain
      : { ...plain, key: `${plain.key} ${card}`, body: [cardOf(card), ...plain.body] };
  return stage.remarks.length === 0 || screen.place !== undefined
    ? screen
    : {
        ...screen,
        key: `${screen.key} ${stage.remarks.map(({ kind }) => kind).join(" ")}`,
        body: [...screen.body, ...stage.remarks.map((remark) => remarkOf(app, remark))],
      };
}

const cardOf = (text: string) =>
  el(
    "section",
    { class: "card", "aria-label": "Your card" },
    el("h2", {}, "Your card"),
    el("p", {}, text),
    el("small", {}, "Others hold other cards. Bring it up when it helps."),
  );

function screenOf(app: App, page: Page): Screen {
  const { personal } = app.view;
  // Whatever differs is drawn anew; what does not is left as people have it.
  const key = JSON.stringify(page);
  switch (page.show) {
    case "lobby":
      return {
        key: `${key} ${personal?.team ?? ""}`,
        title: `Welcome, ${app.view.me.name}`,
        at: "lobby",
        body: [
          lead(page.text),
          personal === null || personal.team === "" ? null : el("p", {}, `Your team: ${personal.team}`),
          aside(
            "check",
            "You are in. Keep this page open and the screen on: nothing is lost if it goes dark.",
          ),
        ],
        foot: [],
      };
    case "brief":
      return {
        key,
        title: page.question,
        at: "brief",
        body: [
          ...page.paragraphs.map((text) => el("p", {}, text)),
          page.words.length === 0 ? null : el("h2", {}, "What words stand for"),
          page.words.length === 0 ? null : lines(page.words),
        ],
        foot: [],
      };
    case "round":
      return roundScreen(app, page);
    case "wait":
      return { key, title: page.title, at: "waiting", body: [lead(page.text)], foot: [] };
    case "reveal":
      return {
        key: key + JSON.stringify(personal?.own ?? null),
        title: page.title,
        at: "reveal",
        body: page.strips.map((one) => strip(one, personal?.own[one.id])),
        foot: [],
      };
    case "discuss":
      return {
        key,
        title: page.title,
        at: "discuss",
        body: [
          personal?.card ? null : list("prompts", page.prompts),
          page.reasons.length === 0 ? null : el("h2", {}, "Reasons people gave"),
          list("reasons", page.reasons),
        ],
        foot: [],
      };
    case "result":
      return {
        key: key + JSON.stringify(personal?.moves ?? null),
        title: page.title,
        at: "result",
        body: [
          lead(page.sentence),
          lines(page.lines),
          personal === null || personal.moves.length === 0 ? null : el("h2", {}, "Your own move"),
          personal === null || personal.moves.length === 0 ? null : lines(personal.moves),
        ],
        foot: [],
      };
    case "vote":
      return vote(app, page, key);
    case "end":
      return end(app, page, key);
  }
}

/** Something given on one page is given once from here; the page then says so. */
function givenOnce(app: App, name: string, kind: Sent["kind"]) {
  const pending = app.pending((what) => what.kind === kind);
  return { done: store.given.get().includes(name), pending };
}
function give(app: App, name: string, what: Sent): void {
  store.given.set([...store.given.get().filter((one) => one !== name), name]);
  app.send(what);
}
const thanks = (pending: boolean, online: boolean): HTMLElement =>
  el(
    "p",
    { class: "lead", role: "status" },
    !pending
      ? "It is in. Thank you."
      : online
        ? "On its way."
        : "Kept on this phone. Sending when the room is back.",
  );

function vote(app: App, page: Extract<Page, { show: "vote" }>, key: string): Screen {
  const name = `vote ${page.about} ${page.options.map(({ id }) => id).join(" ")}`.slice(0, 400);
  const { done, pending } = givenOnce(app, name, "vote");
  if (done)
    return {
      key: `${key} done ${String(pending)} ${String(app.online)}`,
      title: page.title,
      at: "voted",
      body: [thanks(pending, app.online)],
      foot: [
        el(
          "button",
          {
            type: "button",
            class: "plain",
            onclick: () => {
              store.given.set(store.given.get().filter((one) => one !== name));
              app.draw();
            },
          },
          "Vote again",
        ),
      ],
    };
  if (page.options.length === 0) {
    const none = lead("There is nothing to vote on yet.");
    return { key, title: page.title, at: "vote", body: [none], foot: [] };
  }
  const send = el("button", { type: "button", class: "main" });
  const chosen = () => page.options.map(({ id }) => id).filter((id) => choosing.has(id));
  const inputs = page.options.map(({ id }) => {
    const input = el("input", {
      type: "checkbox",
      value: id,
      "data-keep": `vote ${id}`,
      checked: choosing.has(id),
    });
    input.addEventListener("change", () => {
      if (input.checked) choosing.add(id);
      else choosing.delete(id);
      refresh();
    });
    return input;
  });
  function refresh(): void {
    const count = chosen().length;
    send.textContent =
      count === 0
        ? `Choose up to ${String(page.most)}`
        : `Send ${String(count)} of up to ${String(page.most)}`;
    send.setAttribute("aria-disabled", String(count === 0));
    for (const input of inputs) input.disabled = !input.checked && count >= page.most;
  }
  send.addEventListener("click", () => {
    const comments = chosen();
    if (comments.length > 0) give(app, name, { kind: "vote", id: store.newId(), comments });
  });
  refresh();
  return {
    key,
    title: page.title,
    at: "vote",
    body: [
      el(
        "div",
        { class: "choices" },
        ...page.options.map(({ label }, n) =>
          el("label", {}, inputs[n] ?? null, el("span", { class: "what" }, label)),
        ),
      ),
    ],
    foot: [send],
  };
}

function end(app: App, page: Extract<Page, { show: "end" }>, key: string): Screen {
  const { done, pending } = givenOnce(app, "feedback", "feedback");
  const thank: Child = lead(page.text);
  if (done || page.questions.length === 0)
    return {
      key: `${key} done ${String(pending)} ${String(app.online)}`,
      title: "Thank you",
      at: "end",
      body: [thank, done ? thanks(pending, app.online) : null],
      foot: [],
    };
  const answers: Record<string, number> = {};
  const send = el("button", {
    type: "button",
    class: "main",
    onclick: () => {
      if (Object.keys(answers).length === page.questions.length)
        give(app, "feedback", { kind: "feedback", id: store.newId(), answers });
    },
  });
  const refresh = () => {
    const left = page.questions.length - Object.keys(answers).length;
    send.textContent =
      left === 0 ? "Send" : left === 1 ? "One more to go on" : `Answer ${String(left)} to go on`;
    send.setAttribute("aria-disabled", String(left > 0));
  };
  refresh();
  return {
    key,
    title: "Thank you",
    at: "end",
    body: [
      thank,
      ...page.questions.map((question) =>
        el(
          "fieldset",
          { class: "five" },
          el("legend", {}, question.text),
          el(
            "div",
            {},
            ...[1, 2, 3, 4, 5].map((value) =>
              el(
                "label",
                {},
                el("input", {
                  type: "radio",
                  name: question.id,
                  value,
                  onchange: () => {
                    answers[question.id] = value;
                    refresh();
                  },
                }),
                el("span", {}, String(value)),
              ),
            ),
          ),
          el("div", { class: "ends" }, el("span", {}, question.low), el("span", {}, question.high)),
        ),
      ),
    ],
    foot: [send],
  };
}

/** A button that opens a box for one remark, without a name. */
function remarkOf(app: App, { kind, label }: Stage["remarks"][number]): HTMLElement {
  const text = el("textarea", {
    rows: 3,
    maxlength: 600,
    "aria-label": label,
    "data-keep": `remark ${kind}`,
    oninput: () => writing.set(kind, text.value),
  });
  text.value = writing.get(kind) ?? "";
  const said = el("p", { class: "note", role: "status" });
  const box = el("details", { class: "remark", open: writing.has(kind) }, el("summary", {}, label));
  box.addEventListener("toggle", () => {
    if (box.open) writing.set(kind, text.value);
    else writing.delete(kind);
  });
  const send = el(
    "button",
    {
      type: "button",
      class: "small",
      onclick: () => {
        if (text.value.trim() === "") return;
        const comment = { id: store.newId(), participant: app.view.me.id, kind, text: text.value.trim() };
        app.send({ kind: "comment", comment });
        text.value = "";
        writing.set(kind, "");
        said.textContent = "Sent, without your name. You may add another.";
      },
    },
    "Send",
  );
  box.append(text, el("div", { class: "row" }, said, send));
  return box;
}
