import "./page.css";
import "./controls.css";
import "./join.css";
import "./answers.css";
import "./pages.css";
import type { Sent, View } from "../contract.ts";
import { aside, el } from "./dom.ts";
import { draftOf } from "./draft.ts";
import { joinScreen, scanned } from "./join.ts";
import { here, Link } from "./link.ts";
import { Outbox } from "./outbox.ts";
import { pageOf } from "./pages.ts";
import type { App, Screen } from "./screen.ts";
import { largeTextButton, Shell } from "./shell.ts";
import * as store from "./store.ts";

/* The page on a participant's phone. It works over plain HTTP in a room's network: nothing here needs TLS, which it may have. */

const DRAFT_EVERY = 5_000;
const HERE_EVERY = 15_000;

const shell = new Shell(document.body.appendChild(el("div", { class: "page" })));
const link = new Link({ view: take, online, gone });
const outbox = new Outbox(draw, refused, () => view?.stage ?? null);

let view: View | null = null;
/** How far this phone's clock is ahead of the laptop's. */
let ahead = 0;
let isOnline = true;
let secret = scanned(location.hash);
/** What the person is told on the next page they see. */
let before = "";
let at = "";

function take(next: View): void {
  ahead = Date.now() - next.now;
  // The draft comes once, when a phone connects; later views do not take it back.
  const draft = next.draft ?? view?.draft;
  view = draft === undefined ? next : { ...next, draft };
  draw();
  outbox.flush();
}

function online(now: boolean): void {
  const changed = now !== isOnline;
  isOnline = now;
  shell.online(now, outbox.waiting().length > 0);
  if (!changed) return;
  draw();
  if (now) outbox.flush();
}

function gone(why: "kicked" | "closed" | "unknown"): void {
  const known = view !== null;
  view = null;
  if (why === "closed") return over();
  store.forgetRoom();
  before = why === "kicked" || known ? "You are no longer in the room. You can join again." : "";
  draw();
}

/** The facilitator has closed the room; should it open again, whoever looks at the phone is back in it. */
function over(): void {
  shell.online(true, false);
  shell.show({
    key: "over",
    title: "The room is closed",
    at: "closed",
    body: [el("p", { class: "lead" }, "Thank you for taking part. You can close this page.")],
    foot: [el("button", { type: "button", class: "plain", onclick: () => link.wake() }, "Try again")],
  });
}

/** Something sent was not taken: it is said, and what was written is there again. */
function refused(what: Sent, refusal: { message: string; error: string }): void {
  const page = view?.stage?.page;
  if (what.kind === "response") {
    const { response } = what;
    store.given.set(store.given.get().filter((one) => one !== response.round));
    if (
      refusal.error === "answer" &&
      view !== null &&
      page?.show === "round" &&
      page.round === response.round
    )
      store.draft.set(draftOf(page, response, view.me.id, store.newId(), Date.now()));
  }
  say(refusal.message);
}

function say(text: string): void {
  const said = el("p", { class: "said", role: "alert" }, text);
  document.body.append(said);
  setTimeout(() => said.remove(), 8_000);
}

let dirty = false;
function app(now: View): App {
  return {
    view: now,
    draw,
    online: isOnline,
    send: (what) => outbox.put(what),
    pending: (wanted) => outbox.waiting().some(wanted),
    touched: () => {
      dirty = true;
    },
  };
}

function screen(): Screen {
  if (store.token.get() === null)
    return joinScreen({
      secret,
      before,
      largeText: largeTextButton(),
      joined: () => {
        before = "";
        secret = null;
        // The secret has done its work: it need not stand in anybody's history.
        history.replaceState(null, "", location.pathname);
        link.open();
        draw();
      },
    });
  if (view === null)
    return {
      key: "connecting",
      title: "One moment",
      at: "",
      body: [aside("check", "Looking for the laptop.")],
      foot: [],
    };
  if (!view.me.admitted)
    return {
      key: "waiting to be let in",
      title: `Welcome, ${view.me.name}`,
      at: "at the door",
      body: [el("p", { class: "lead" }, "The facilitator lets people in by hand. Keep this page open.")],
      foot: [],
    };
  if (view.stage === null)
    return {
      key: "no stage",
      title: `Welcome, ${view.me.name}`,
      at: "lobby",
      body: [el("p", { class: "lead" }, "You are in. It begins soon.")],
      foot: [],
    };
  return pageOf(app(view), view.stage);
}

function draw(): void {
  const stage = view?.stage ?? null;
  const endsAt = stage?.endsAt ?? null;
  shell.about(stage?.title ?? "Workshop", stage?.marking ?? "", endsAt === null ? null : endsAt + ahead);
  shell.online(isOnline, outbox.waiting().length > 0);
  shell.nudge(nudgeText());
  const now = screen();
  shell.show(now);
  if (now.at === at) return;
  at = now.at;
  tellHere();
}

/** The facilitator asks for the answer that is not there yet. Asked again, it is said again. */
function nudgeText(): string {
  const page = view?.stage?.page;
  const nudge = view?.nudge;
  if (nudge === undefined || page?.show !== "round" || nudge.round !== page.round) return "";
  const sent = outbox.waiting().some((one) => one.kind === "response" && one.response.round === page.round);
  return sent
    ? ""
    : `Your answer is still missing (asked at ${clock.format(nudge.at + ahead)}). Take the time you need.`;
}
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

let toldLast = 0;
/** Tells the laptop that somebody is here, how far, and what is written so far. */
function tellHere(): void {
  if (store.token.get() === null || view === null) return;
  toldLast = Date.now();
  const draft = store.draft.get();
  const looking = document.visibilityState === "visible";
  const body = { looking, at, ...(dirty && draft !== null ? { draft: JSON.stringify(draft) } : {}) };
  dirty = false;
  void here(body).then((reply) => {
    // Not there yet: with the next one.
    if (reply === null || "refused" in reply) dirty = dirty || "draft" in body;
  });
}
setInterval(() => {
  link.check();
  if (document.visibilityState === "visible" && (dirty || Date.now() - toldLast >= HERE_EVERY)) tellHere();
}, DRAFT_EVERY);

/** Looked at again, back from the browser's memory, or in a network again: at once, without waiting for a time-out. */
function wake(): void {
  if (store.token.get() === null) return;
  link.wake();
  outbox.flush();
  tellHere();
}
document.addEventListener("visibilitychange", () =>
  document.visibilityState === "visible" ? wake() : tellHere(),
);
window.addEventListener("pageshow", (event) => event.persisted && wake());
window.addEventListener("online", wake);
window.addEventListener("offline", () => online(false));
// Another tab of this person sent or began something.
window.addEventListener("storage", draw);
window.addEventListener("hashchange", () => {
  secret = scanned(location.hash);
  draw();
});

if (store.token.get() !== null) link.open();
draw();
