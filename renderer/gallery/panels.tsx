import type { ReactNode } from "react";
import { createFiles } from "../state/files.ts";
import { applyEdit } from "../../app/model/case/edits.ts";
import type { Case } from "../../app/model/case/types.ts";
import type { App } from "../state/app.ts";
import { presentCase } from "../state/document.ts";
import { Evidence } from "../views/evidence/Evidence.tsx";
import type { TippingLook } from "../state/look.ts";
import { AnswerBand } from "../views/explore/AnswerBand.tsx";
import { MapPanel } from "../views/explore/MapPanel.tsx";
import { OutcomesPanel } from "../views/explore/OutcomesPanel.tsx";
import { SidePanel } from "../views/explore/SidePanel.tsx";
import { Weights } from "../views/explore/Weights.tsx";
import { Judgement } from "../views/judgement/Judgement.tsx";
import { Trail } from "../views/trail/Trail.tsx";
import { Verdict } from "../views/verdict/Verdict.tsx";
import { Compare } from "../views/compare/Compare.tsx";
import { Dialogs } from "../views/shell/Dialogs.tsx";
import { StatusBar } from "../views/shell/StatusBar.tsx";
import { TitleBar } from "../views/shell/TitleBar.tsx";
import { Tipping } from "../views/tipping/Tipping.tsx";
import styles from "./Gallery.module.css";
import { type Cases, type Scene, withHazard } from "./fixtures.ts";
import { type Item, Staged } from "./item.tsx";

const raise = (app: App): void => app.change({ edit: "setWeight", factor: "strikes", weight: 8 });
/** What Evidence will be able to say, said twice against itself. */
const contradict = (app: App): void => {
  app.change({ edit: "setObserve", id: "passivity", value: "VH" });
  setTimeout(
    () => app.change({ edit: "setAssume", mechanism: "passivity", horizon: "now", level: "VL" }),
    50,
  );
};

/** Four items that count and one on record. */
const withLog = (app: App): void => {
  const signs = presentCase(app.document.getState()).indicators.slice(0, 5);
  signs.forEach(({ id, label }, i) =>
    app.edit({
      edit: "addEvidence",
      item: {
        id: `one-${i}`,
        title: label,
        eventDate: `2019-02-0${i + 1}`,
        sources: [{ name: "A report", reliability: "B", credibility: 2 }],
        bearsOn: [{ indicator: id, seen: i !== 2 }],
        counts: i < 4,
      },
    }),
  );
};
/** The same case as somebody else has gone on with it. */
function colleagues(theCase: Case): Case {
  const [sign] = theCase.indicators;
  const [factor] = theCase.factors;
  const item = {
    id: "theirs",
    title: "Reported by a second paper",
    eventDate: "2019-02-03",
    sources: [{ name: "A second paper", reliability: "C", credibility: 3 }],
    bearsOn: sign ? [{ indicator: sign.id, seen: true }] : [],
    counts: true,
  } as const;
  const logged = applyEdit(theCase, { edit: "addEvidence", item });
  return factor
    ? applyEdit(logged, {
        edit: "changeFactor",
        factor: factor.id,
        to: { label: `${factor.label}, seen anew` },
      })
    : logged;
}
/** A text with two things to settle. */
const withJudgement = (app: App): void => {
  app.edit({
    edit: "editJudgement",
    head: "why",
    text: "With low confidence a break is likely. It could come.",
  });
  app.edit({ edit: "editJudgement", head: "assumptions", text: "The regime becomes safer.\nTrade goes on." });
  raise(app);
};
const tippingLook = (change: Partial<TippingLook>) => ({
  tipping: { word: null, by: "level", axes: null, tab: "moves", corner: "two", ...change } as const,
});

/** Every panel of the window in the states that matter, as wide as in a window of 1440 × 900. */
export function panels({ syria, egypt, saudi }: Cases): Item[] {
  const staged = (id: string, title: string, size: readonly [number, number], scene: Scene, view: (app: App) => ReactNode): Item => ({
    id, title, width: size[0], height: size[1],
    draw: (theme) => <Staged scene={scene} theme={theme}>{view}</Staged>,
  }); // prettier-ignore
  const band = (id: string, title: string, scene: Scene) =>
    staged(`band-${id}`, `Answer: ${title}`, [1368, 156], scene, () => <AnswerBand />);
  const side = (id: string, title: string, scene: Scene) =>
    staged(`side-${id}`, `Side panel: ${title}`, [312, 678], scene, () => <SidePanel />);
  const tipping = (id: string, title: string, scene: Scene) =>
    staged(`tipping-${id}`, `Screen: ${title}`, [1368, 756], scene, () => (
      <div className={styles.room}>
        <Tipping />
      </div>
    ));
  const map = (id: string, title: string, scene: Scene, full = false) =>
    staged(`map-${id}`, `Map: ${title}`, full ? [1330, 718] : [771, 510], scene, () => (
      <div className={styles.room}>
        <MapPanel full={full} />
      </div>
    ));

  return [
    band("plain", "as in the article", { case: syria }),
    band("now", "Now, with open strain beside it", { case: syria, look: { horizon: "now" } }),
    band("moved", "after a weight was moved", { case: syria, then: raise }),
    band("refused", "evidence that cannot be", { case: syria, look: { horizon: "now" }, then: contradict }),
    band("no-range", "before the range is drawn", { case: syria, withRange: false }),
    band("under-1", "under 1 %", { case: withHazard(syria, 0.0001) }),
    band("over-99", "over 99 %", { case: withHazard(syria, 0.8) }),
    band("outside", "from the outside view", { case: syria, look: { view: 0 } }),
    band("egypt", "the second case", { case: egypt }),
    band("saudi", "the third case", { case: saudi, look: { horizon: "now" } }),
    staged("weights", "Weights", [284, 678], { case: syria }, () => <Weights />),
    staged("weights-moved", "Weights after a move", [284, 678], { case: egypt, then: (app) => app.change({ edit: "setWeight", factor: "raids", weight: 9 }) }, () => <Weights />), // prettier-ignore
    map("overview", "overview", { case: syria }),
    map("egypt", "overview of the second case", { case: egypt }),
    map("saudi", "overview of the third case", { case: saudi }),
    map("selected", "a factor selected", { case: syria, look: { selected: "strikes" } }),
    map("lit", "lit by the tour", { case: syria, look: { panel: "tour", tourStep: 1 } }),
    map("full", "full argument", { case: syria, look: { fullMap: true } }, true),
    map("full-strain", "full argument, on open strain", { case: syria, look: { fullMap: true, reading: "strain" } }, true), // prettier-ignore
    map("full-egypt", "full argument of the second case", { case: egypt, look: { fullMap: true } }, true),
    staged("outcomes", "What happens, by horizon", [811, 150], { case: syria }, () => (
      <div className={styles.room}>
        <OutcomesPanel />
      </div>
    )),
    side("why", "why", { case: syria }),
    side("why-moved", "why, after a weight was moved", { case: syria, then: raise }),
    side("factor", "a factor", {
      case: syria,
      look: { panel: "selection", selected: "strikes" },
      then: raise,
    }),
    side("mechanism", "a mechanism", { case: syria, look: { panel: "selection", selected: "friction" } }),
    side("outcome", "the outcome", { case: syria, look: { panel: "selection", selected: "outcome" } }),
    side("nothing", "nothing selected", { case: syria, look: { panel: "selection" } }),
    side("article", "the article", { case: syria, look: { panel: "article" } }),
    side("tour", "the tour", { case: syria, look: { panel: "tour" } }),
    side("tour-last", "the tour's last step", { case: syria, look: { panel: "tour", tourStep: syria.tour.length - 1 } }), // prettier-ignore
    staged("evidence", "Evidence with a log", [1360, 760], { case: syria, then: withLog }, () => <div className={styles.room}><Evidence /></div>), // prettier-ignore
    staged("evidence-empty", "Evidence before anything is logged", [1360, 760], { case: egypt }, () => <div className={styles.room}><Evidence /></div>), // prettier-ignore
    staged("judgement-empty", "Judgement, nothing written", [1360, 1500], { case: syria }, () => <div className={styles.room}><Judgement /></div>), // prettier-ignore
    staged("judgement", "Judgement with checks", [1360, 1500], { case: syria, then: withJudgement }, () => <div className={styles.room}><Judgement /></div>), // prettier-ignore
    staged("trail", "Audit trail", [1360, 760], { case: syria, then: withJudgement }, () => <div className={styles.room}><Trail /></div>), // prettier-ignore
    staged("verdict-miss", "History’s verdict: a miss", [1360, 760], { case: egypt }, () => <div className={styles.room}><Verdict /></div>), // prettier-ignore
    staged("verdict-hit", "History’s verdict: a hit", [1360, 760], { case: saudi }, () => <div className={styles.room}><Verdict /></div>), // prettier-ignore
    tipping("syria", "tipping points", { case: syria }),
    tipping("weight", "tipping points by weight", { case: syria, look: tippingLook({ by: "weight" }) }),
    tipping("watch", "what to watch", { case: egypt, look: tippingLook({ corner: "watch" }) }),
    tipping("less", "a lower word", { case: saudi, look: tippingLook({ word: "almost-no-chance" }) }),
    tipping("out", "a word out of reach", { case: syria, look: { horizon: "short", ...tippingLook({ word: "likely" }) } }), // prettier-ignore
    tipping("now", "a case at its first horizon, refused", { case: syria, look: { horizon: "now" }, then: contradict }), // prettier-ignore
    staged("title", "Title bar", [1440, 44], { case: syria, then: raise }, (app) => <TitleBar files={createFiles(app)} />), // prettier-ignore
    staged("compare", "Compare", [1340, 740], { case: syria, look: { screen: "compare" } }, () => (
      <Compare />
    )),
    staged("compare-four", "Compare: four, as differences", [1340, 820], { case: egypt, look: { screen: "compare", compared: egypt.scenarios.slice(0, 4).map(({ id }) => id), comparing: "difference" } }, () => <Compare />), // prettier-ignore
    staged(
      "compare-now",
      "Compare: now, the third case",
      [1340, 740],
      { case: saudi, look: { screen: "compare", horizon: "now" } },
      () => <Compare />,
    ),
    staged("compare-one", "Compare: only one scenario", [1340, 300], { case: { ...syria, scenarios: syria.scenarios.slice(0, 1) } }, () => <Compare />), // prettier-ignore
    staged("status", "Status bar with an error", [1440, 26], { case: syria, then: (app) => app.notify("mine.entente: The file is damaged at line 3, column 9.", "error") }, () => <StatusBar />), // prettier-ignore
  ];
}

/** Every dialog; each covers the page. */
export function dialogs({ syria }: Cases): Item[] {
  const files = ["russia-iran-syria.entente", "second reading.entente"].map((name, i) => ({
    handle: String(i).repeat(16), name, folder: "/cases", modified: 1_548_806_400_000 + i * 86_400_000,
  })); // prettier-ignore
  const shared = { folder: "/cases", files, fileKind: "case", choose: () => undefined } as const;
  const kinds: readonly (readonly [
    id: string,
    title: string,
    dialog: NonNullable<Scene["look"]>["dialog"],
  ])[] = [
    ["export", "Export", { kind: "export", chart: "by-horizon" }],
    ["marking", "Marking", { kind: "marking" }],
    ["shortcuts", "Keyboard shortcuts", { kind: "shortcuts" }],
    ["about", "About", { kind: "about" }],
    ["palette", "Find or do anything", { kind: "palette" }],
    ["unsaved", "Unsaved changes", { kind: "unsaved", choose: () => undefined }],
    ["open", "Open", { kind: "files", purpose: "open", name: "", ...shared }],
    ["save", "Save as", { kind: "files", purpose: "save", name: "mine.entente", ...shared }],
    ["new-case", "A new case", { kind: "newCase" }],
    [
      "versions",
      "Two versions compared",
      { kind: "versions", name: "second reading.entente", other: colleagues(syria) },
    ],
    [
      "merge",
      "A colleague’s evidence",
      { kind: "merge", name: "second reading.entente", other: colleagues(syria) },
    ],
    ["question", "A question", { kind: "question", title: "mine.entente was changed by someone else", text: "Saving now replaces those changes with yours.", yes: "Replace it", choose: () => undefined }], // prettier-ignore
  ];
  return kinds.map(([id, title, dialog]) => {
    const scene: Scene = { case: syria, look: { dialog: null }, then: (app) => setTimeout(() => app.look.setState({ dialog: dialog ?? null }), 50) }; // prettier-ignore
    return {
      id: `dialog-${id}`,
      title: `Dialog: ${title}`,
      width: 600,
      alone: true,
      draw: (theme) => (
        <Staged scene={scene} theme={theme}>
          {(app) => <Dialogs files={createFiles(app)} />}
        </Staged>
      ),
    };
  });
}
