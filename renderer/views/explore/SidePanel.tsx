import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { useAnswers, useApp, useArgument, useLook } from "../../state/context.ts";
import type { Panel } from "../../state/look.ts";
import { ArticlePanel } from "./ArticlePanel.tsx";
import { Selection } from "./Selection.tsx";
import styles from "./Side.module.css";
import { Tour } from "./Tour.tsx";
import { Why } from "./Why.tsx";

const PANELS: readonly Panel[] = ["why", "selection", "article"];

/** Why the answer is what it is, what is selected, and what the source says; first of all, the tour. */
export function SidePanel() {
  const app = useApp();
  const panel = useLook((look) => look.panel);
  const { kind, name } = sourceWords(useArgument());
  if (panel === "tour")
    return (
      <aside className={styles.side} aria-label="The argument in one minute" data-region="side">
        <p className={styles.tourHead}>The argument in one minute</p>
        <div className={styles.panel}>
          <Tour />
        </div>
      </aside>
    );
  return (
    <aside className={styles.side} aria-label="Details" data-region="side">
      <Tabs
        className={styles.tabs ?? ""}
        selectedKey={panel}
        onSelectionChange={(key) => app.look.setState({ panel: PANELS.find((one) => one === key) ?? "why" })}
      >
        <TabList className={styles.tabList ?? ""} aria-label="Details">
          <Tab id="why">
            Why
            <Answer />
          </Tab>
          <Tab id="selection">Selection</Tab>
          <Tab id="article">{kind === "none" ? "Claims" : capitalised(name)}</Tab>
        </TabList>
        <TabPanel id="why" className={styles.panel ?? ""}>
          <Why />
        </TabPanel>
        <TabPanel id="selection" className={styles.panel ?? ""}>
          <Selection />
        </TabPanel>
        <TabPanel id="article" className={styles.panel ?? ""}>
          <ArticlePanel />
        </TabPanel>
      </Tabs>
    </aside>
  );
}

/** On its own: the tabs are not drawn anew with every answer. */
function Answer() {
  const horizon = useLook((look) => look.horizon);
  const answer = useAnswers((state) => state.now?.answer.result.horizons[horizon]?.break);
  return answer === undefined ? null : ` ${percentLabel(answer)}`;
}
