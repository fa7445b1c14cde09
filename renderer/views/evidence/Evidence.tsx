import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { eventSetOf } from "../../../app/model/case/evidence-set.ts";
import { useApp, useCase, useLook } from "../../state/context.ts";
import type { Desk } from "../../state/look.ts";
import { useLayout } from "../../ui/useLayout.ts";
import styles from "./Evidence.module.css";
import { ItemForm } from "./ItemForm.tsx";
import { Log } from "./Log.tsx";
import { Matrix } from "./Matrix.tsx";
import { Sequel } from "./Sequel.tsx";
import { Watch } from "./Watch.tsx";

const WIDE = ["outcomes", "next"] as const satisfies readonly Desk[];
const SMALL = ["log", "item", "watch", ...WIDE] as const satisfies readonly Desk[];

const LABELS: Readonly<Record<Desk, string>> = {
  log: "Log",
  item: "Item",
  watch: "What to watch",
  outcomes: "Which outcome",
  next: "What happened next",
};

/** What happened, what it is worth, and what it would do: the log, an item, the signs, the outcomes they fit. */
export function Evidence() {
  const theCase = useCase();
  const small = useLayout() === "small";
  const watch = (
    <section className={styles.card} aria-label="Signs" data-region="signs">
      <Watch />
    </section>
  );
  const has = (desk: Desk) => desk !== "next" || eventSetOf(theCase) !== null;
  if (small)
    return (
      <main className={styles.tabbed} data-screen="evidence">
        <Desks
          desks={SMALL.filter(has)}
          draw={(desk) =>
            desk === "log" ? (
              <Log />
            ) : desk === "item" ? (
              <ItemForm />
            ) : desk === "watch" ? (
              watch
            ) : (
              <Reading desk={desk} />
            )
          }
        />
      </main>
    );
  return (
    <main className={styles.evidence} data-screen="evidence">
      <Log />
      <ItemForm />
      <div className={styles.side}>
        {watch}
        <Desks desks={WIDE.filter(has)} draw={(desk) => <Reading desk={desk} />} />
      </div>
    </main>
  );
}

function Reading({ desk }: { readonly desk: Desk }) {
  return (
    <section className={styles.card} aria-label={LABELS[desk]} data-region={desk}>
      {desk === "next" ? <Sequel /> : <Matrix />}
    </section>
  );
}

interface DesksProps {
  readonly desks: readonly Desk[];
  readonly draw: (desk: Desk) => React.ReactNode;
}

/** Parts that take turns in one place. */
function Desks({ desks, draw }: DesksProps) {
  const app = useApp();
  const asked = useLook((look) => look.desk);
  const desk = desks.find((one) => one === asked) ?? desks[0] ?? "log";
  if (desks.length === 1) return draw(desk);
  return (
    <Tabs
      className={styles.desks ?? ""}
      selectedKey={desk}
      onSelectionChange={(key) => app.look.setState({ desk: desks.find((one) => one === key) ?? desk })}
    >
      <TabList className={styles.tabs ?? ""} aria-label="Evidence">
        {desks.map((one) => (
          <Tab key={one} id={one}>
            {LABELS[one]}
          </Tab>
        ))}
      </TabList>
      {desks.map((one) => (
        <TabPanel key={one} id={one} className={styles.desk ?? ""}>
          {draw(one)}
        </TabPanel>
      ))}
    </Tabs>
  );
}
