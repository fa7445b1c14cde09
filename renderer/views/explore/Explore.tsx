import { useApp, useLook } from "../../state/context.ts";
import type { Tab } from "../../state/look.ts";
import { Switch } from "../../ui/Switch.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import styles from "./Explore.module.css";
import { MapPanel } from "./MapPanel.tsx";
import middle from "./Middle.module.css";
import { OutcomeDetails } from "./OutcomeDetails.tsx";
import { OutcomesPanel } from "./OutcomesPanel.tsx";
import side from "./Side.module.css";
import { SidePanel } from "./SidePanel.tsx";
import { Weights } from "./Weights.tsx";

const TABS: readonly (readonly [id: Tab, label: string])[] = [
  ["map", "Map"],
  ["why", "Why"],
  ["outcomes", "Outcomes"],
];

/** The main screen: weights, the argument, what happens, and why. */
export function Explore() {
  const app = useApp();
  const small = useLayout() === "small";
  const { tab, fullMap, panel } = useLook(({ tab, fullMap, panel }) => ({ tab, fullMap, panel }));
  if (fullMap)
    return (
      <main className={middle.card} data-screen="full">
        <MapPanel full />
      </main>
    );
  if (!small)
    return (
      <main className={styles.explore} data-screen="explore">
        <Weights />
        <div className={middle.middle}>
          <MapPanel />
          <OutcomesPanel />
        </div>
        <SidePanel />
      </main>
    );
  // The tour lights the map: on a small window it takes the weights' place, not the map's.
  const touring = panel === "tour";
  const shown = touring ? "map" : tab;
  return (
    <main className={`${styles.explore} ${styles.small}`} data-screen="explore">
      {touring ? <SidePanel /> : <Weights />}
      <div className={middle.middle}>
        <div className={middle.tabs}>
          <Switch
            label="View"
            items={TABS}
            chosen={shown}
            onChoose={(id) => app.look.setState({ ...(touring ? { panel: "why" } : {}), tab: id })}
          />
        </div>
        {shown === "map" && <MapPanel />}
        {shown === "outcomes" && (
          <>
            <OutcomesPanel tall />
            <div className={`${side.panel} ${middle.reading}`}>
              <OutcomeDetails />
            </div>
          </>
        )}
        {shown === "why" && <SidePanel />}
      </div>
    </main>
  );
}
