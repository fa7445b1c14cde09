import { useEffect, useMemo, useState } from "react";
import { changes } from "../../../app/model/case/edits.ts";
import { markingLine } from "../../../app/model/case/marking.ts";
import { shortDate } from "../../../app/model/words/dates.ts";
import { swings } from "../../../app/model/group/ballots.ts";
import { SEED } from "../../state/answers.ts";
import {
  useAnalysis,
  useAnswers,
  useApp,
  useCase,
  useDocument,
  useInputs,
  useLook,
} from "../../state/context.ts";
import { tippingRows, triedOf, wordWithRange } from "../../state/tipping.ts";
import { viewName } from "../explore/AnswerBand.tsx";
import { changesText } from "../scenarios/changesText.ts";
import { useAsked } from "../tipping/useAsked.ts";
import { useRoom } from "./useRoom.ts";
import type { Scene } from "./scene.ts";

/** Factors that can be moved on the last slide; with more rows it could not be read from the last chairs. */
const MOVABLE = 5;
const TIPS = 3;

/** Everything the slides show, as it stands now; null before the first answer. */
export function useScene(): Scene {
  const theCase = useCase();
  const inputs = useInputs();
  const scenario = useDocument((state) => state.scenario);
  const { horizon, view } = useLook((look) => look);
  const { now, range, rangeStale, refused } = useAnswers((state) => state);
  const version = useVersion();
  const tips = useTips();
  const answer = now?.answer ?? null;
  const movable = useMemo(() => {
    const swing = swings(
      theCase,
      theCase.factors.map(({ id }) => id),
    );
    return Object.entries(swing)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOVABLE)
      .map(([id]) => id);
  }, [theCase.factors, theCase.mechanisms, theCase.outcome]); // eslint-disable-line react-hooks/exhaustive-deps -- the argument decides, not its texts or settings
  const room = useRoom();
  const name = theCase.scenarios.find(({ id }) => id === scenario)?.name ?? "";
  const edits = changes(theCase, scenario).length;
  const source = [
    theCase.title,
    edits > 0 ? `${name}, ${changesText(edits)}` : name,
    `seen from: ${viewName(theCase, view).toLowerCase()}`,
    theCase.asOf && `as of ${shortDate(theCase.asOf)}`,
    `Entente ${version}`,
    `seed ${SEED}`,
  ].filter(Boolean);
  return {
    case: theCase,
    inputs: useMemo(() => ({ ...inputs, view }), [inputs, view]),
    horizon,
    answer,
    range,
    rangeStale,
    refused,
    tips,
    movable,
    room,
    marking: markingLine(theCase.marking),
    source: source.join(" · "),
  };
}

/** What alone would be enough for the next word, most effective first. */
function useTips(): Scene["tips"] {
  const asked = useAsked();
  const tornado = useAnalysis({ kind: "tornado" });
  const swings = asked && tornado.result?.horizons[asked.horizon];
  if (!asked || !asked.isSettled || !swings || asked.side === "inside") return null;
  const { case: theCase, settings, horizon, band, side } = asked;
  const rows = tippingRows(theCase, settings, horizon, triedOf(theCase, swings, null), band, side, "level");
  const enough = rows.filter(({ isEnough }) => isEnough);
  return {
    title: `What alone would make it ${wordWithRange(band)}${side === "less" ? " or less" : ""}`,
    lines:
      enough.length > 0
        ? enough.slice(0, TIPS).map(({ label, says }) => `${label} · ${lower(says).replace(": ", " · ")}`)
        : ["Nothing alone is enough."],
  };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function useVersion(): string {
  const app = useApp();
  const [version, setVersion] = useState("");
  useEffect(() => {
    let here = true;
    app.host.call("app:info").then(
      (info) => here && setVersion(info.version),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [app]);
  return version;
}
