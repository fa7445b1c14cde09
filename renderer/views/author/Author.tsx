import { type ComponentType } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useApp, useLook } from "../../state/context.ts";
import { AUTHOR_PAGES, type AuthorPage } from "../../state/look.ts";
import styles from "./Author.module.css";
import { CheckPage } from "./CheckPage.tsx";
import { EventsPage } from "./EventsPage.tsx";
import { FactorsPage } from "./FactorsPage.tsx";
import { LiveAnswer } from "./LiveAnswer.tsx";
import { MechanismsPage } from "./MechanismsPage.tsx";
import { OutcomePage } from "./OutcomePage.tsx";
import { QuestionPage } from "./QuestionPage.tsx";
import { TextPage } from "./TextPage.tsx";
import { TourPage } from "./TourPage.tsx";
import { TryPage } from "./TryPage.tsx";

const PAGES: Readonly<Record<AuthorPage, { readonly label: string; readonly Page: ComponentType }>> = {
  text: { label: "Text", Page: TextPage },
  question: { label: "Question", Page: QuestionPage },
  factors: { label: "Factors", Page: FactorsPage },
  mechanisms: { label: "Mechanisms", Page: MechanismsPage },
  outcome: { label: "Outcome", Page: OutcomePage },
  tour: { label: "Tour", Page: TourPage },
  events: { label: "What happened next", Page: EventsPage },
  check: { label: "Check", Page: CheckPage },
  try: { label: "Try", Page: TryPage },
};

/** Where a case is made: from the text to an answer, a page at a time, the answer in view all the while. */
export function Author() {
  const app = useApp();
  const page = useLook((look) => look.author);
  return (
    <main className={styles.author} data-screen="author">
      <Tabs
        className={styles.tabs ?? ""}
        selectedKey={page}
        onSelectionChange={(key) => {
          const next = AUTHOR_PAGES.find((id) => id === key);
          if (next) app.look.setState({ author: next });
        }}
      >
        <div className={styles.head}>
          <h1>Case editor</h1>
          <LiveAnswer />
          <TabList className={styles.tabList ?? ""} aria-label="Pages of the case editor">
            {AUTHOR_PAGES.map((id) => (
              <Tab key={id} id={id}>
                {PAGES[id].label}
              </Tab>
            ))}
          </TabList>
        </div>
        {AUTHOR_PAGES.map((id) => {
          const { Page } = PAGES[id];
          return (
            <TabPanel key={id} id={id} className={styles.page ?? ""}>
              <Page />
            </TabPanel>
          );
        })}
      </Tabs>
    </main>
  );
}
