import { Check, FileText, Laptop, Smartphone, UserRound } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { instant } from "../../../app/model/session/instant.ts";
import { PAGES, SIMULATED, simulatedId, simulatedPage } from "../../../app/model/session/simulate.ts";
import { type Person, openRound } from "../../../app/model/session/state.ts";
import type { Source } from "../../../app/model/session/types.ts";
import { useApp, useWorkshop } from "../../state/context.ts";
import shell from "../shell/App.module.css";
import { useNow, useWork } from "./context.ts";
import { clockText } from "./Parts.tsx";
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

/** Where a phone says its person is. */
const AT: Readonly<Record<string, string>> = {
  estimates: "Before any model",
  order: "Putting in order",
  weights: "Rating the swing",
  send: "Checking",
};

/** Everybody, and at which page they are: never what they answer. */
export function Seats() {
  const { view, setup } = useWork();
  const present = useWorkshop((state) => state.room?.people);
  const now = useNow();
  const open = openRound(view);
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
    return open && place >= 0 ? simulatedPage(setup, place, open.id, seconds) : null;
  };
  return (
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
                  ? (phone && AT[phone.at]) || "Not in yet"
                  : (PAGES[page] ?? "Sending")
                : MEANS[person.source];
        return (
          <li key={person.id} data-sent={sent || undefined}>
            <Seat person={person} people={people} />
            <span className={styles.sign}>
              {sent ? (
                <i className={styles.done}>
                  <Check size={12} strokeWidth={2.6} aria-hidden />
                </i>
              ) : (
                <Sign size={15} strokeWidth={1.8} aria-label={MEANS[person.source]} />
              )}
            </span>
            <span className={styles.said}>{said}</span>
            {open && (
              <span className={styles.pages} aria-hidden>
                {PAGES.map((name, i) => (
                  <i key={name} data-done={sent || (page ?? 0) > i || undefined} />
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A person's name, and what can be done about who they are. */
function Seat({ person, people }: { readonly person: Person; readonly people: readonly Person[] }) {
  const app = useApp();
  const { happen, record } = useWork();
  const open = useWorkshop((state) => state.room !== null);
  // People of the room come and go by the room; what it does comes back as an event.
  const phone = person.source === "lan" && open;
  const say = (work: Promise<unknown>) =>
    void work.catch((error: unknown) =>
      app.notify(error instanceof Error ? error.message : String(error), "error"),
    );
  if (record) return <b className={styles.name}>{person.name}</b>;
  return (
    <MenuTrigger>
      <Button className={styles.name ?? ""} aria-label={`${person.name}: what to do`}>
        {person.name}
      </Button>
      <Popover placement="bottom start">
        <Menu className={shell.menu ?? ""} aria-label={person.name}>
          {person.status === "waiting" && (
            <MenuItem
              onAction={() =>
                phone
                  ? say(app.host.call("room:admit", person.id))
                  : happen([{ type: "admitted", participant: person.id }])
              }
            >
              Let in
            </MenuItem>
          )}
          <MenuItem
            onAction={() =>
              phone
                ? say(app.host.call("room:kick", person.id))
                : happen([{ type: "removed", participant: person.id }])
            }
          >
            Take out
          </MenuItem>
          {people
            .filter(({ id, source }) => id !== person.id && source !== "simulated")
            .slice(0, 20)
            .map((other) => (
              <MenuItem
                key={other.id}
                onAction={() => happen([{ type: "merged", from: person.id, into: other.id }])}
              >
                Is the same person as {other.name}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
