import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import type { Person } from "../../../app/model/session/state.ts";
import { MOST } from "../../../app/model/session/types.ts";
import { useApp, useWorkshop } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { Window } from "../../ui/Window.tsx";
import shell from "../shell/App.module.css";
import { useWork } from "./context.ts";
import { MergeWindow } from "./MergeWindow.tsx";
import seatStyles from "./Seats.module.css";
import styles from "./Workshop.module.css";

/** A person's name, and what can be done about who they are and where they belong. */
export function SeatMenu({ person }: { readonly person: Person }) {
  const app = useApp();
  const { view, happen, record } = useWork();
  const [asking, setAsking] = useState<"team" | "same" | null>(null);
  const open = useWorkshop((state) => state.room !== null);
  // People of the room come and go by the room; what it does comes back as an event.
  const phone = person.source === "lan" && open;
  const say = (work: Promise<unknown>) =>
    void work.catch((error: unknown) =>
      app.notify(error instanceof Error ? error.message : String(error), "error"),
    );
  if (record) return <b className={seatStyles.name}>{person.name}</b>;
  const teams = [...new Set(view.people.map(({ group }) => group))].filter((group) => group !== "").sort();
  const move = (group: string) => happen([{ type: "moved", participant: person.id, group }]);
  /** A phone is told by the room, which then says what happened; without one it happens here. */
  const become = (type: "admitted" | "removed") =>
    phone
      ? say(app.host.call(type === "admitted" ? "room:admit" : "room:kick", person.id))
      : happen([{ type, participant: person.id }]);
  const close = () => setAsking(null);
  return (
    <>
      <MenuTrigger>
        <Button className={seatStyles.name ?? ""} aria-label={`${person.name}: what to do`}>
          {person.name}
        </Button>
        <Popover placement="bottom start">
          <Menu className={shell.menu ?? ""} aria-label={person.name}>
            {person.status === "waiting" && <MenuItem onAction={() => become("admitted")}>Let in</MenuItem>}
            {teams
              .filter((team) => team !== person.group)
              .map((team) => (
                <MenuItem key={team} onAction={() => move(team)}>
                  Into the team “{team}”
                </MenuItem>
              ))}
            <MenuItem onAction={() => setAsking("team")}>Into a new team…</MenuItem>
            {person.group !== "" && (
              <MenuItem onAction={() => move("")}>Out of the team “{person.group}”</MenuItem>
            )}
            <Separator />
            <MenuItem onAction={() => setAsking("same")}>Is somebody who is here already…</MenuItem>
            <MenuItem onAction={() => become("removed")}>Take out</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {asking === "same" && <MergeWindow person={person} onClose={close} />}
      {asking === "team" && (
        <TeamWindow
          name={person.name}
          onTeam={(team) => {
            move(team);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function TeamWindow({
  name,
  onTeam,
  onClose,
}: {
  readonly name: string;
  readonly onTeam: (team: string) => void;
  readonly onClose: () => void;
}) {
  const [team, setTeam] = useState("");
  const tidy = team.trim().replace(/\s+/g, " ");
  return (
    <Window
      title={`A new team, with ${name}`}
      onClose={onClose}
      foot={
        <Button
          type="submit"
          form="team"
          className={`${button.button ?? ""} ${button.primary ?? ""}`}
          isDisabled={tidy === ""}
        >
          Make the team
        </Button>
      }
    >
      <form
        id="team"
        onSubmit={(e) => {
          e.preventDefault();
          if (tidy !== "") onTeam(tidy);
        }}
      >
        <label className={styles.field}>
          <span>What it is called</span>
          <input
            type="text"
            maxLength={MOST.name}
            autoComplete="off"
            autoFocus
            value={team}
            onChange={(e) => setTeam(e.target.value)}
          />
        </label>
      </form>
    </Window>
  );
}
