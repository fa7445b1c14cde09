import type { KeptFact } from "../model/session/journal.ts";
import type {
  AskedFactor,
  Comment,
  CommentKind,
  Id,
  Question,
  Response,
  RoundKind,
  Setup,
  VotedKind,
  WeightMethod,
} from "../model/session/types.ts";

/**
 * The room's three contracts: what a phone is shown and may send, what the host and the room's process say to each
 * other, and what the window hears of it. The window alone knows the model and the session; it makes the `Stage` that
 * all phones show and what single people may see. The room's process knows no file, the host no case.
 *
 *     phone ── http(s) ── room's process ── messages ── host (journal, fsync) ── bridge ── window (session, model)
 */

/* What phones show. */

/** A question as it may be asked: without its known answer. */
export type OpenQuestion =
  Extract<Question, { kind: "chance" }> | Omit<Extract<Question, { kind: "quantity" }>, "answer">;

/** A line of a result: a label and its value, both as they are read. */
export interface Line {
  readonly label: string;
  readonly text: string;
}

/** A strip of answers: everybody's on one axis, own ones set off (`Personal.own` under the same id). */
export interface Strip {
  readonly id: Id;
  readonly label: string;
  /** Ends of the axis, and what stands behind a number ("%"; "" for plain points). */
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  readonly middle: number;
  /** Middle half of the answers; null of too few people. */
  readonly half: readonly [low: number, high: number] | null;
  /** Every answer without a name; null below the number of people at which dots are shown. */
  readonly dots: readonly number[] | null;
}

/** What the phones show now; one closed union, so that the page draws all of it. */
export type Page =
  | { readonly show: "lobby"; readonly text: string }
  /** The event, what counts as one, the dates, and how words stand for chances. */
  | {
      readonly show: "brief";
      readonly question: string;
      readonly paragraphs: readonly string[];
      readonly words: readonly Line[];
    }
  /** One round of answers: chances or quantities, and in a round of weights the factors. */
  | {
      readonly show: "round";
      readonly round: Id;
      readonly kind: RoundKind;
      readonly n: number;
      readonly questions: readonly OpenQuestion[];
      readonly method: WeightMethod;
      /** In the order of the case; every phone shuffles them by the person's id. Empty in a warm-up. */
      readonly factors: readonly AskedFactor[];
      /** How often an answer may be changed once it is sent. */
      readonly changes: number;
      /** Own answers to this earlier round stand there already. */
      readonly from: Id | null;
    }
  /** Eyes on the screen in front. */
  | { readonly show: "wait"; readonly title: string; readonly text: string }
  | { readonly show: "reveal"; readonly title: string; readonly strips: readonly Strip[] }
  | {
      readonly show: "discuss";
      readonly title: string;
      readonly prompts: readonly string[];
      /** Reasons people gave, without names. */
      readonly reasons: readonly string[];
    }
  | {
      readonly show: "result";
      readonly title: string;
      readonly sentence: string;
      readonly lines: readonly Line[];
    }
  | {
      readonly show: "vote";
      readonly about: VotedKind;
      readonly title: string;
      readonly options: readonly { readonly id: Id; readonly label: string }[];
      readonly most: number;
    }
  /** The end: thanks, and questions answered from 1 to 5. */
  | {
      readonly show: "end";
      readonly text: string;
      readonly questions: readonly {
        readonly id: Id;
        readonly text: string;
        readonly low: string;
        readonly high: string;
      }[];
    };

/** What everybody's phone shows: the page, and what may be said beside it. */
export interface Stage {
  readonly title: string;
  /** "TLP:GREEN"; "" for none. */
  readonly marking: string;
  readonly page: Page;
  /** Remarks that may be sent from this page, with the words on their buttons. */
  readonly remarks: readonly { readonly kind: CommentKind; readonly label: string }[];
  /** When the time of this page is up, in milliseconds since 1970; null: no timer. */
  readonly endsAt: number | null;
}

/** What one person may see and nobody else. */
export interface Personal {
  /** What one's own weights say: told once, after sending to that round. */
  readonly result: { readonly round: Id; readonly title: string; readonly lines: readonly Line[] } | null;
  /** One's own value on each strip. */
  readonly own: Readonly<Record<Id, number>>;
  /** How one's own answer moved from round to round. */
  readonly moves: readonly Line[];
  /** One's team; "" for none. */
  readonly team: string;
  /** The card one was dealt, for as long as its step lasts. */
  readonly card: string | null;
  /** Rounds this person has answered on another phone: for these nothing is missing. */
  readonly elsewhere?: readonly Id[];
}

/** Everything a phone knows, sent whole whenever any of it changes. */
export interface View {
  /** Grows with every change for this person. */
  readonly seq: number;
  /** The laptop's clock when this was sent. */
  readonly now: number;
  readonly me: { readonly id: Id; readonly name: string; readonly admitted: boolean };
  readonly stage: Stage | null;
  readonly personal: Personal | null;
  /** The last answer the laptop has on disk for each round, with how often it was sent. */
  readonly sent: Readonly<Record<Id, { readonly response: Response; readonly times: number }>>;
  /** The facilitator asked for this answer, when by the laptop's clock; until it is there. */
  readonly nudge?: { readonly round: Id; readonly at: number };
  /** Not yet sent answers, as this person's phone last left them here; only when a phone connects. */
  readonly draft?: string;
}

/* What phones send. Everything else is turned away; the person is the token's, whatever the body says. */

/** `POST /join`. `secret`: from the code to be scanned; else the typed code. */
export interface Joining {
  readonly secret?: string;
  readonly code?: string;
  readonly name: string;
}
export interface Joined {
  readonly token: string;
  readonly name: string;
}

/** `POST /send`. An `id` is made up by the phone; sending the same once more changes nothing and is confirmed again. */
export type Sent =
  | { readonly kind: "response"; readonly response: Response }
  | { readonly kind: "comment"; readonly comment: Comment }
  | { readonly kind: "vote"; readonly id: Id; readonly comments: readonly Id[] }
  | { readonly kind: "feedback"; readonly id: Id; readonly answers: Readonly<Record<Id, number>> };
/** The laptop has it on disk, in the journal under this number. */
export interface Confirmed {
  readonly seq: number;
}

/** `POST /here`, every few seconds: the phone is there, where its person is, and what is written so far. */
export interface Here {
  /** False when the phone's screen is off or another page is in front. */
  readonly looking: boolean;
  /** "order", "distances": for the facilitator, never a value. */
  readonly at: string;
  readonly draft?: string;
}

/** Every answer that is not what was asked for. `message`: for people, in their words. */
export interface Refusal {
  readonly error: RefusalCode;
  readonly message: string;
}
export type RefusalCode =
  /** Not this room's address, page or method: whoever asks is no page of ours. */
  | "host"
  | "origin"
  | "header"
  | "method"
  | "path"
  | "type"
  | "size"
  | "body"
  /** Joining. */
  | "code"
  | "tries"
  | "locked"
  | "full"
  /** A person's own: token unknown (or taken out), not let in yet, too many posts. */
  | "token"
  | "waiting"
  | "rate"
  /** Answers: not as asked, of no open round, changed too often, not on disk. */
  | "answer"
  | "round"
  | "changes"
  | "disk";

/* The journal: one line each, in the order in which things happened, on disk before anybody is told. */

/** What the room's process asks the host to keep: what a session's journal reads, and who a token is of. */
export type RoomFact =
  | (Extract<KeptFact, { readonly type: "joined" }> & { readonly tokenHash: string })
  | Extract<KeptFact, { readonly type: "response" | "comment" | "vote" | "feedback" }>;
/** What the host keeps of the facilitator's own acts, so that a room opened again is the same room. */
export type HostFact =
  | {
      readonly type: "room";
      readonly address: string;
      readonly port: number;
      readonly code: string;
      readonly secret: string;
      readonly locked: boolean;
      readonly byHand: boolean;
      readonly encrypted: boolean;
    }
  | { readonly type: "admitted"; readonly person: Id }
  | { readonly type: "kicked"; readonly person: Id }
  | { readonly type: "renamed"; readonly person: Id; readonly name: string };

/** One line of the journal. `window`: text the window asked to keep, which the host does not read. */
export type JournalEntry = { readonly seq: number; readonly at: string } & (
  | { readonly by: "room"; readonly fact: RoomFact }
  | { readonly by: "host"; readonly fact: HostFact }
  | { readonly by: "window"; readonly text: string }
);

/* Host and room's process. */

export interface KnownPerson {
  readonly id: Id;
  readonly name: string;
  readonly tokenHash: string;
  readonly admitted: boolean;
}
/** The last answer of a person to a round, and how often they sent one. */
export interface KnownAnswer {
  readonly response: Response;
  readonly times: number;
}
/** Something of a person's is on disk under this number: sent again, it is confirmed again. */
export interface KeptId {
  readonly person: Id;
  readonly id: Id;
  readonly seq: number;
}

/** The participant page, read by the host: the room's process reads no file. */
export interface Assets {
  readonly html: string;
  readonly js: string;
  readonly css: string;
}

/** What an answer is checked against; no known answer of a warm-up, no seed. */
export type RoomSetup = Pick<Setup, "factors" | "chances" | "method"> & {
  readonly warmups: readonly Omit<Setup["warmups"][number], "answer">[];
};

export type ToRoom =
  | {
      readonly to: "open";
      readonly address: string;
      /** 0: any from 20000 to 59999. */
      readonly port: number;
      readonly code: string;
      readonly secret: string;
      readonly locked: boolean;
      readonly byHand: boolean;
      /** A certificate is made, and nothing is said but in TLS. */
      readonly encrypted: boolean;
      readonly setup: RoomSetup;
      readonly people: readonly KnownPerson[];
      readonly answers: readonly KnownAnswer[];
      readonly kept: readonly KeptId[];
      readonly assets: Assets;
    }
  | { readonly to: "show"; readonly stage: Stage }
  | { readonly to: "tell"; readonly personal: Readonly<Record<Id, Personal>> }
  /** Reminds whoever has no answer to this round, if it is the open one; not again within a while. */
  | { readonly to: "nudge"; readonly round: Id }
  | { readonly to: "admit" | "kick"; readonly person: Id }
  | { readonly to: "rename"; readonly person: Id; readonly name: string }
  | {
      readonly to: "door";
      readonly locked: boolean;
      readonly byHand: boolean;
      readonly code: string;
      readonly secret: string;
    }
  /** The fact under this request is on disk, or why not. */
  | { readonly to: "kept"; readonly request: number; readonly seq: number }
  | { readonly to: "lost"; readonly request: number; readonly message: string }
  | { readonly to: "close" };

export type FromRoom =
  /** `fingerprint`: of the certificate, as people compare it; null in plain HTTP. */
  | { readonly from: "listening"; readonly port: number; readonly fingerprint: string | null }
  /** It could not be opened. */
  | { readonly from: "failed"; readonly code: string; readonly message: string }
  | { readonly from: "keep"; readonly request: number; readonly fact: RoomFact }
  | { readonly from: "people"; readonly people: readonly Person[] }
  | { readonly from: "notice"; readonly notice: Notice; readonly text: string }
  /** The first request of a phone has come in: the firewall lets them through. */
  | { readonly from: "reached" }
  | { readonly from: "closed" };

/* What the window hears. */

/** A person as the facilitator sees them: where they are, never what they answer. */
export interface Person {
  readonly id: Id;
  readonly name: string;
  readonly admitted: boolean;
  readonly here: boolean;
  /** Since when not here, in milliseconds since 1970. */
  readonly awaySince: number | null;
  readonly at: string;
  /** Rounds this person has an answer on disk for. */
  readonly answered: readonly Id[];
}

/** `guessing`: many wrong codes, typing codes is paused; `full`: somebody was turned away; `address`: it is gone. */
export type Notice = "guessing" | "full" | "address" | "disk";

/** An address of this machine on which a room may be opened. */
export interface Address {
  readonly address: string;
  /** The system's name for it: "Wi-Fi", "wlp3s0". */
  readonly name: string;
  /** Higher is likelier the network the phones are in. */
  readonly score: number;
  /** Why it may be the wrong one, in words; "" for nothing against it. */
  readonly doubt: string;
}

/** The open room. `url` carries the secret in its fragment: it is what the code to be scanned holds. */
export interface RoomState {
  readonly session: Id;
  readonly address: string;
  readonly port: number;
  readonly url: string;
  readonly code: string;
  readonly locked: boolean;
  readonly byHand: boolean;
  /** Of the certificate phones are shown, to be compared by eye ("3B1A 9F02 77C4 E0D5"); null in plain HTTP. */
  readonly fingerprint: string | null;
  /** A phone has reached it. */
  readonly reached: boolean;
  readonly people: readonly Person[];
}

/** Told to the window as it happens; `seq` of entries has no gaps. */
export type RoomEvent =
  | { readonly kind: "entry"; readonly session: Id; readonly entry: JournalEntry }
  | { readonly kind: "state"; readonly state: RoomState }
  | { readonly kind: "notice"; readonly notice: Notice; readonly text: string }
  /** It ended: by the facilitator's hand (""), or why. */
  | { readonly kind: "closed"; readonly why: string };
