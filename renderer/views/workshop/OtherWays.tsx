import { useState } from "react";
import { openRound } from "../../../app/model/session/state.ts";
import { Button, FileTrigger } from "react-aria-components";
import { ballotPaper } from "../../../app/model/session/ballot.ts";
import { ballotPage } from "../../../app/model/session/ballot-page.ts";
import { useApp } from "../../state/context.ts";
import { takeBallots } from "../../state/ballots.ts";
import button from "../../ui/button.module.css";
import { Window } from "../../ui/Window.tsx";
import { asText, exportedTo, saveExport } from "../../state/saveExport.ts";
import { useWork } from "./context.ts";
import { Kiosk } from "./Kiosk.tsx";
import { paperSheet } from "./paperSheet.ts";
import { SheetEntry } from "./SheetEntry.tsx";
import styles from "./Workshop.module.css";

/** Ways to take part without a phone; all of them end in the same answer. */
export function OtherWays() {
  const app = useApp();
  const { session, setup, view } = useWork();
  const [entering, setEntering] = useState(false);
  const [asking, setAsking] = useState(false);
  const [pin, setPin] = useState("");
  const [passing, setPassing] = useState(false);
  const round = openRound(view);
  const print = async (): Promise<void> => {
    if (!round) return;
    const report = paperSheet(setup, round);
    const printed = await app.host.call("report:pdf", report);
    if ("failed" in printed) return app.notify(printed.message, "error");
    const { base64 } = printed;
    if (base64 === null) return;
    const saved = await saveExport(app.host, {
      name: `${session.setup.caseId} sheet.pdf`,
      kind: "pdf",
      content: () => Promise.resolve({ as: "base64", base64 }),
    });
    if (saved.kind === "failed") app.notify(saved.sentence, "error");
    else if (saved.kind === "saved") app.notify(exportedTo(saved));
  };
  const savePage = async (): Promise<void> => {
    if (!round) return;
    const page = ballotPage(ballotPaper(session, round.id));
    const saved = await saveExport(app.host, { name: "ballot.html", kind: "ballot", content: asText(page) });
    if (saved.kind === "failed") app.notify(saved.sentence, "error");
    else if (saved.kind === "saved")
      app.notify(`Saved ${saved.name}: pass it on, and take the answer files back here.`);
  };
  const guarded = (work: Promise<void>) =>
    void work.catch((error: unknown) =>
      app.notify(error instanceof Error ? error.message : String(error), "error"),
    );
  const plain = button.button ?? "";
  return (
    <section className={styles.card} aria-label="No phone?">
      <h2>No phone?</h2>
      {!round && (
        <p className={styles.small}>
          Once a round is open: pass the laptop, hand out paper, or take answers from files.
        </p>
      )}
      {round && (
        <div className={styles.buttons}>
          <Button className={plain} onPress={() => setEntering(true)}>
            Enter a sheet
          </Button>
          <Button className={plain} onPress={() => setAsking(true)}>
            Pass the laptop
          </Button>
          <Button className={plain} onPress={() => guarded(print())}>
            Print sheet
          </Button>
          <Button className={plain} onPress={() => guarded(savePage())}>
            Save ballot.html
          </Button>
          <FileTrigger
            acceptedFileTypes={[".json"]}
            allowsMultiple
            onSelect={(files) => files && guarded(takeBallots(app, [...files]))}
          >
            <Button className={plain}>Take answer files</Button>
          </FileTrigger>
        </div>
      )}
      {entering && round && <SheetEntry round={round} onClose={() => setEntering(false)} />}
      {passing && round && <Kiosk round={round} pin={pin} onLeave={() => setPassing(false)} />}
      {asking && (
        <Window
          title="Pass the laptop"
          onClose={() => setAsking(false)}
          foot={
            <Button
              className={`${plain} ${button.primary ?? ""}`}
              isDisabled={!/^\d{4,8}$/.test(pin)}
              onPress={() => {
                setAsking(false);
                setPassing(true);
              }}
            >
              Pass it on
            </Button>
          }
        >
          <label className={styles.field}>
            <span>A number of 4 to 8 figures. Only it leads back to the workshop.</span>
            <input
              type="password"
              inputMode="numeric"
              autoComplete="off"
              value={pin}
              onChange={(e) => setPin(e.target.value)}
            />
          </label>
        </Window>
      )}
    </section>
  );
}
