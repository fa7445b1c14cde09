import { goOn } from "../../../app/model/session/commands.ts";
import { Button } from "react-aria-components";
import button from "../../ui/button.module.css";
import { useWork } from "./context.ts";
import { Timer, ToSay } from "./Parts.tsx";
import { RoomPanel } from "./RoomPanel.tsx";
import { Seats } from "./Seats.tsx";
import { Projector } from "../present/Projector.tsx";
import styles from "./Workshop.module.css";

/** Who is coming in. */
export function LobbyPage() {
  const { setup, state, view, happen } = useWork();
  const here = view.people.filter(({ status }) => status === "in").length;
  return (
    <div className={styles.three}>
      <RoomPanel />
      <section className={`${styles.page ?? ""} ${styles.card ?? ""}`} aria-label="Who is here">
        <header className={styles.count}>
          <p>
            <b>{here}</b> {here === 1 ? "person is here" : "people are here"}
          </p>
          <Timer />
        </header>
        <Seats />
        <footer className={styles.foot}>
          <p>People can still join later; an answer counts if it is in before its round is closed.</p>
          <Button
            className={`${button.button ?? ""} ${button.primary ?? ""}`}
            onPress={() => happen(goOn(setup, state))}
          >
            Begin with the brief
          </Button>
        </footer>
      </section>
      <div className={styles.column}>
        <Projector />
        <ToSay step={setup.dryRun ? "dryRun" : "room"} />
      </div>
    </div>
  );
}
