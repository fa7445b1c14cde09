import { markingLine } from "../../../app/model/case/marking.ts";
import { useWorkshop } from "../../state/context.ts";
import { JoinCard } from "./JoinCard.tsx";
import { useWork } from "./context.ts";
import { METHOD_WORDS } from "./SetUp.tsx";
import { OtherWays } from "./OtherWays.tsx";
import styles from "./Workshop.module.css";
import { Facts } from "../../ui/Facts.tsx";

const NAMES = { anonymous: "never", pseudonymous: "nicknames", named: "yes" } as const;

/** The room: who may come in and how. */
export function RoomPanel() {
  const { setup, view, record } = useWork();
  const warning = useWorkshop((state) => state.warning);
  const inside = view.people.filter(({ status }) => status === "in");
  const count = (...sources: readonly string[]) =>
    inside.filter(({ source }) => sources.includes(source)).length;
  const facts: readonly (readonly [string, string])[] = [
    ["Here", String(inside.length)],
    ["Names shown", NAMES[setup.anonymity]],
    ...(setup.dryRun
      ? []
      : [
          [
            "Phones · laptop · paper",
            `${count("lan")} · ${count("kiosk")} · ${count("paper", "file")}`,
          ] as const,
        ]),
    ["Asked by", METHOD_WORDS[setup.method][0].toLowerCase()],
    ["Set to", setup.start.scenario],
    ["Marking", markingLine(setup.marking) ?? "none"],
  ];
  return (
    <div className={styles.column}>
      {warning && (
        <p className={styles.card} role="alert">
          {warning}
        </p>
      )}
      {!setup.dryRun && !record && <JoinCard />}
      <section className={styles.card} aria-label="Room">
        <h2>Room</h2>
        <Facts className={styles.facts} rows={facts} />
        {setup.dryRun && (
          <p className={styles.small}>
            Twelve simulated people take part. Nothing of it is a finding; it is kept as a dry run.
          </p>
        )}
      </section>
      {!record && <OtherWays />}
    </div>
  );
}
