import { Check, FileText, Laptop, Smartphone, UserRound } from "lucide-react";
import { Button } from "react-aria-components";
import { instant } from "../../../app/model/session/instant.ts";
import { PAGES, SIMULATED, simulatedId, simulatedPage } from "../../../app/model/session/simulate.ts";
import { openRound, type Person } from "../../../app/model/session/state.ts";
import type { Source } from "../../../app/model/session/types.ts";
import { clockText } from "../../../app/model/words/clock.ts";
import { useWorkshop } from "../../state/context.ts";
import aloud from "../../ui/aloud.module.css";
import { useNow, useWork } from "./context.ts";
import { SeatMenu } from "./SeatMenu.tsx";
import styles from "./Seats.module.css";

const SIGNS: Readonly<Record<Source, typeof Smartphone>> = {
  lan: Smartphone,
  kiosk: Laptop,
  file: FileText,
  paper: FileText,
  simulated: UserRound,
};
const MEANS: Readonly<Record<Source, string>> = {
  lan: "phone",
  kiosk: "laptop",
  file: "file",
  paper: "paper",
  simulated: "simulated",
};

/** Where a phone says its person is, in a round of weights. */
const AT: Readonly<Record<string, string>> = {
  estimates: "Before any model",
  order: "Putting in order",
  weights: "Rating the swing",
  send: "Checking",
};
const AT_WARMUP: Readonly<Record<string, string>> = { ...AT, estimates: "Answering warm-up questions" };

/** Everybody, and at which page they are: never what they answer. */
export function Seats() {
  const { view, setup } = useWork();
  const present = useWorkshop((state) => state.room?.people);
  const now = useNow();
  const open = openRound(view);
  const warmup = open?.kind === "warmup";
  const [at, pages] = [warmup ? AT_WARMUP : AT, PAGES[warmup ? "warmup" : "weights"]];
  const seconds = open ? (now - (instant(open.openedAt) ?? now)) / 1000 : 0;
  const people = view.people.filter(({ status }) => status !== "removed");
  if (people.length === 0)
    return (
      <p className={styles.none}>
        Nobody is here yet.{" "}
        {setup.dryRun ? "Simulated people come in a moment." : "See the room on the left for ways to join."}
      </p>
    );
  const pageOf = (person: Person): number | null => {
    const place = Array.from({ length: SIMULATED }, (_, i) => simulatedId(i)).indexOf(person.id);
    return open && place >= 0 ? simulatedPage(setup, place, open, seconds) : null;
  };
  return (
    <>
      <ul className={styles.seats} aria-label="Seats">
        {people.map((person) => {
          const sent = open?.sent.has(person.id) ?? false;
          const page = pageOf(person);
          const Sign = SIGNS[person.source];
          const phone = present?.find(({ id }) => id === person.id);
          const said = sent
            ? "Submitted"
            : person.status === "waiting"
              ? "Waiting to be let in"
              : phone?.awaySince
                ? `Away ${clockText(now - phone.awaySince)}`
                : open
                  ? page === null
                    ? (phone && at[phone.at]) || "Not in yet"
                    : (pages[page] ?? "Sending")
                  : MEANS[person.source];
          return (
            <li key={person.id} data-sent={sent || undefined}>
              <SeatMenu person={person} />
              <span className={styles.sign}>
                {sent ? (
                  <i className={styles.done}>
                    <Check size={12} strokeWidth={2.6} aria-hidden />
                  </i>
                ) : (
                  <Sign size={15} strokeWidth={1.8} aria-label={MEANS[person.source]} />
                )}
              </span>
              <span className={styles.said}>
                {said}
                {person.group !== "" && <small>{person.group}</small>}
              </span>
              {open && (
                <span className={styles.pages} aria-hidden>
                  {pages.map((name, i) => (
                    <i key={name} data-done={sent || (page ?? 0) > i || undefined} />
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Changed />
    </>
  );
}

/** Who was taken for somebody else, and who was taken out: each can be taken back. */
function Changed() {
  const { view, record, happen } = useWork();
  // A phone that was taken out has no token any more: its person joins anew.
  const out = view.people.filter(({ status, source }) => status === "removed" && source !== "lan");
  if (view.merged.length + out.length === 0) return null;
  const nameOf = (id: string) => view.people.find((one) => one.id === id)?.name ?? "somebody else";
  return (
    <ul className={styles.changed} aria-label="Taken together, taken out">
      {view.merged.map(({ from, into }) => (
        <li key={from.id}>
          {from.name} is the same person as {nameOf(into)}
          {!record && (
            <Button onPress={() => happen([{ type: "parted", participant: from.id }])}>
              Tell apart<span className={aloud.aloud}> {from.name}</span>
            </Button>
          )}
        </li>
      ))}
      {out.map(({ id, name }) => (
        <li key={id}>
          {name} was taken out
          {!record && (
            <Button onPress={() => happen([{ type: "admitted", participant: id }])}>
              Take back in<span className={aloud.aloud}> {name}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
