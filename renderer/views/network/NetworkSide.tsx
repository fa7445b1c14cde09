import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { type CaseNetwork, variableOf } from "../../../app/model/case/network-case.ts";
import { useApp, useLook } from "../../state/context.ts";
import side from "../explore/Side.module.css";
import { BoxPanel } from "./BoxPanel.tsx";
import styles from "./Network.module.css";
import { TellsMost } from "./TellsMost.tsx";

/** What is known of the chosen box, and what would tell most about the question. */
export function NetworkSide({ network }: { readonly network: CaseNetwork }) {
  const app = useApp();
  const { panel, selected } = useLook((look) => look);
  const variable = selected === null ? undefined : variableOf(network, selected);
  return (
    <aside className={side.side} aria-label="Details" data-region="side">
      <Tabs
        className={side.tabs ?? ""}
        selectedKey={panel === "selection" ? "selection" : "why"}
        onSelectionChange={(key) => app.look.setState({ panel: key === "selection" ? "selection" : "why" })}
      >
        <TabList className={side.tabList ?? ""} aria-label="Details">
          <Tab id="why">Tells most</Tab>
          <Tab id="selection">Box</Tab>
        </TabList>
        <TabPanel id="why" className={side.panel ?? ""}>
          <TellsMost network={network} />
        </TabPanel>
        <TabPanel id="selection" className={side.panel ?? ""}>
          {variable ? (
            <BoxPanel key={variable.id} network={network} variable={variable} />
          ) : (
            <p className={styles.hint}>Choose a box in the map, or find one by its name.</p>
          )}
        </TabPanel>
      </Tabs>
    </aside>
  );
}
