import { setTimeout as pause } from "node:timers/promises";
import type {
  Arguments,
  Assets,
  FromRoom,
  HostFact,
  Personal,
  Person,
  RoomEvent,
  RoomSetup,
  RoomState,
  Stage,
  ToRoom,
} from "../bridge/contract.ts";
import { FileProblem, failure } from "../files/failures.ts";
import { addressesOf, type Interfaces } from "./addresses.ts";
import { Journals, type NewEntry, type SessionJournal } from "./journals.ts";
import { remember, withoutKeys } from "./remember.ts";
import { newCode, newSecret } from "../room/secrets.ts";

/** The room's process, however this host starts one. */
export interface RoomProcess {
  send(message: ToRoom): void;
  listen(heard: (message: FromRoom) => void, ended: () => void): void;
  kill(): void;
}

export interface Means {
  /** The host's own folder. */
  readonly folder: string;
  readonly start: () => RoomProcess;
  /** The participant page, read from the program's own files. */
  readonly assets: () => Promise<Assets>;
  readonly interfaces: () => Interfaces;
  /** Tells the window. */
  readonly tell: (event: RoomEvent) => void;
}

type Asked = Arguments<"room:open">[0];
type Door = Extract<HostFact, { type: "room" }>;

/** The open room as the host knows it. */
interface Running {
  readonly session: string;
  readonly setup: RoomSetup;
  readonly journal: SessionJournal;
  process: RoomProcess;
  /** Its process has ended. */
  over: Promise<void>;
  door: Door;
  /** Of the certificate its process has made; another one each time it starts. */
  fingerprint: string | null;
  people: readonly Person[];
  reached: boolean;
  stage: Stage | null;
  readonly personal: Map<string, Personal>;
  /** It was asked to end. */
  ending: boolean;
  /** When its process last ended by itself. */
  fell: number;
}

const NOT_OPEN = "No room is open.";
const LOOK_ROUND = 5_000;
/** A process that falls twice within this while is not started a third time. */
const RELAPSE = 10_000;
const STARTING = 20_000;
/** The room's process says goodbye to the phones; it is not waited for longer. */
const GOODBYE = 3_000;

type Stopped = Omit<Running, "process" | "over">;

/**
 * Runs the room's process and keeps its journal; the same for both hosts. Nothing that a phone sends is confirmed to
 * it before it is on disk here, whether or not there is a window.
 */
export class Keeper {
  readonly journals: Journals;
  readonly #means: Means;
  #running: Running | null = null;
  #looking: ReturnType<typeof setInterval> | null = null;

  constructor(means: Means) {
    this.#means = means;
    this.journals = new Journals(means.folder);
  }

  state(): RoomState | null {
    const running = this.#running;
    if (running === null) return null;
    const { address, port, code, secret, locked, byHand } = running.door;
    const { session, fingerprint, people, reached } = running;
    const url = `${running.door.encrypted ? "https" : "http"}://${address}:${String(port)}/#j=${secret}`;
    return { session, address, port, url, code, locked, byHand, fingerprint, reached, people };
  }

  /** Opens the room, or gives the one that is open for this session. @throws FileProblem, or the system's error */
  async open({ session, address, port, byHand, encrypted, setup }: Asked): Promise<RoomState> {
    const door = this.#running?.session === session ? this.#running.door : null;
    if (door?.address === address && door.encrypted === encrypted) return this.#must().state;
    await this.close();
    if (!addressesOf(this.#means.interfaces()).some((known) => known.address === address))
      throw new FileProblem(
        "missing",
        `This laptop has no address ${address} now: choose one from the list.`,
      );
    const journal = await this.journals.of(session);
    const before = remember(journal.entries).room;
    const { code, secret, locked } = before ?? { code: newCode(), secret: newSecret(), locked: false };
    // Phones look for the room where it was.
    const back = port === null && before?.address === address ? before.port : null;
    const running: Stopped = {
      session,
      setup,
      journal,
      door: {
        type: "room",
        address,
        port: port ?? back ?? 0,
        code,
        secret,
        locked,
        byHand,
        encrypted,
      },
      fingerprint: null,
      people: [],
      reached: false,
      stage: null,
      personal: new Map(),
      ending: false,
      fell: -Infinity,
    };
    await this.#begin(running, back !== null);
    await this.#note({ by: "host", fact: this.#must().running.door });
    this.#looking = setInterval(() => this.#lookRound(), LOOK_ROUND);
    this.#looking.unref();
    return this.#must().state;
  }

  /**
   * Starts the process and waits until it listens.
   * @param elsewhere should the port be taken by now, any other is better than none
   */
  async #begin(running: Stopped, elsewhere: boolean): Promise<void> {
    const assets = await this.#means.assets();
    const process = this.#means.start();
    const over = new Promise<void>((gone) => {
      process.listen(() => undefined, gone);
    });
    const begun: Running = Object.assign(running, { process, over });
    const { people, answers, kept } = remember(running.journal.entries);
    const { type: _, ...door } = running.door;
    const listening = await new Promise<Extract<FromRoom, { from: "listening" | "failed" }>>((done) => {
      process.listen(
        (message) => {
          if (message.from === "listening" || message.from === "failed") done(message);
          else this.#hear(begun, process, message);
        },
        () => {
          done({ from: "failed", code: "", message: "its process ended" });
          this.#ended(begun, process);
        },
      );
      void pause(STARTING, undefined, { ref: false }).then(() => {
        done({ from: "failed", code: "", message: "its process did not start" });
      });
      const { setup } = running;
      process.send({ to: "open", ...door, setup, people, answers, kept, assets });
    });
    if (listening.from === "listening") {
      begun.door = { ...begun.door, port: listening.port };
      begun.fingerprint = listening.fingerprint;
      this.#running = begun;
      this.#state();
      return;
    }
    process.kill();
    if (elsewhere && listening.code === "EADDRINUSE") {
      begun.door = { ...begun.door, port: 0 };
      return this.#begin(begun, false);
    }
    throw new FileProblem(...whyNot(listening, running.door));
  }

  #hear(running: Running, process: RoomProcess, message: FromRoom): void {
    switch (message.from) {
      case "keep": {
        const { request, fact } = message;
        this.#append(running, { by: "room", fact }).then(
          ({ seq }) => process.send({ to: "kept", request, seq }),
          (error: unknown) => {
            const text = failure(error, "written", "the workshop's journal").message;
            this.#means.tell({ kind: "notice", notice: "disk", text });
            process.send({ to: "lost", request, message: text });
          },
        );
        return;
      }
      case "people":
        running.people = message.people;
        return this.#state();
      case "reached":
        running.reached = true;
        return this.#state();
      case "notice":
        return this.#means.tell({ kind: "notice", notice: message.notice, text: message.text });
      case "listening":
      case "failed":
      case "closed":
        return;
      default:
        message satisfies never;
    }
  }

  /** The process is gone: as it was asked to, or else it is started again with everything the journal has. */
  #ended(running: Running, process: RoomProcess): void {
    if (this.#running !== running || running.process !== process || running.ending) return;
    // Not by the clock on the wall, which may be set back meanwhile.
    const relapse = performance.now() - running.fell < RELAPSE;
    running.fell = performance.now();
    const giveUp = (why: string) => {
      if (this.#running !== running) return;
      this.#forget();
      this.#means.tell({ kind: "closed", why });
    };
    if (relapse) return giveUp("The room's process ended twice. Open the room again: nothing is lost.");
    this.#begin(running, true).then(
      () => {
        if (running.stage !== null) running.process.send({ to: "show", stage: running.stage });
        running.process.send({ to: "tell", personal: Object.fromEntries(running.personal) });
      },
      () => giveUp("The room's process ended. Open the room again: nothing is lost."),
    );
  }

  show(stage: Stage): void {
    const { running } = this.#must();
    running.stage = stage;
    running.process.send({ to: "show", stage });
  }
  tell(personal: Readonly<Record<string, Personal>>): void {
    const { running } = this.#must();
    for (const [person, own] of Object.entries(personal)) running.personal.set(person, own);
    running.process.send({ to: "tell", personal });
  }

  nudge(round: string): void {
    this.#must().running.process.send({ to: "nudge", round });
  }

  /** Puts down what the facilitator did about a person, then does it. */
  async person(fact: Exclude<HostFact, Door>): Promise<void> {
    await this.#note({ by: "host", fact });
    const { process } = this.#must().running;
    if (fact.type === "renamed") process.send({ to: "rename", person: fact.person, name: fact.name });
    else process.send({ to: fact.type === "kicked" ? "kick" : "admit", person: fact.person });
  }

  async door(wanted: Arguments<"room:door">[0]): Promise<void> {
    const { running } = this.#must();
    const { locked, byHand } = wanted;
    const words = wanted.newCode ? { code: newCode(), secret: newSecret() } : {};
    const door: Door = { ...running.door, locked, byHand, ...words };
    await this.#note({ by: "host", fact: door });
    running.door = door;
    running.process.send({ to: "door", locked, byHand, code: door.code, secret: door.secret });
    this.#state();
  }

  /** Ends the room; what is in its journal stays. */
  async close(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    running.ending = true;
    running.process.send({ to: "close" });
    await Promise.race([running.over, pause(GOODBYE, undefined, { ref: false })]);
    running.process.kill();
    this.#forget();
    await running.journal.idle();
    this.#means.tell({ kind: "closed", why: "" });
  }

  /** Ends it at once: the program itself is ending. */
  stop(): void {
    const running = this.#running;
    if (running === null) return;
    running.ending = true;
    running.process.kill();
    this.#forget();
  }

  /** Writes at the end of a session's journal, room or no room. */
  async #append(running: Pick<Running, "session" | "journal">, entry: NewEntry) {
    const written = await running.journal.append(entry);
    this.#means.tell({ kind: "entry", session: running.session, entry: withoutKeys(written) });
    return written;
  }
  async write(session: string, texts: readonly string[]) {
    const journal = await this.journals.of(session);
    return Promise.all(texts.map((text) => this.#append({ session, journal }, { by: "window", text })));
  }
  /** Removes a session's journal: the case has all of it. */
  drop(session: string): Promise<void> {
    if (this.#running?.session === session)
      throw new FileProblem("locked", "The room of this workshop is open: close it first.");
    return this.journals.drop(session);
  }
  #note(entry: NewEntry) {
    return this.#append(this.#must().running, entry);
  }

  #must(): { running: Running; state: RoomState } {
    const [running, state] = [this.#running, this.state()];
    if (running === null || state === null) throw new FileProblem("missing", NOT_OPEN);
    return { running, state };
  }
  #state(): void {
    const state = this.state();
    if (state !== null) this.#means.tell({ kind: "state", state });
  }
  #forget(): void {
    this.#running = null;
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }

  #missing = false;
  /** Another network, or none: the phones' address leads nowhere. */
  #lookRound(): void {
    const address = this.#running?.door.address;
    const missing = !addressesOf(this.#means.interfaces()).some((known) => known.address === address);
    if (missing && !this.#missing)
      this.#means.tell({
        kind: "notice",
        notice: "address",
        text: `This laptop is no longer at ${address ?? ""}: phones cannot reach the room. Go back to that network, or open the room on another address.`,
      });
    this.#missing = missing;
  }
}

type Reason = ConstructorParameters<typeof FileProblem>;
function whyNot({ code, message }: Extract<FromRoom, { from: "failed" }>, door: Door): Reason {
  if (code === "EADDRINUSE")
    return [
      "locked",
      `Port ${String(door.port)} is taken by another program: choose another, or leave it open.`,
    ];
  if (code === "EACCES")
    return ["denied", `This account may not open port ${String(door.port)}: choose one above 1023.`];
  if (code === "EADDRNOTAVAIL")
    return ["missing", `This laptop is no longer at ${door.address}: choose an address from the list.`];
  return ["other", `The room could not be opened: ${message}.`];
}
