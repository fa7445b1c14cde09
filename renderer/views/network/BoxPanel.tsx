import { useState } from "react";
import { Button, ToggleButton } from "react-aria-components";
import type { CaseNetwork, CaseVariable, Finding } from "../../../app/model/case/network-case.ts";
import { wholePercents } from "../../charts/network/boxes.ts";
import { wholePercent } from "../../charts/percent.ts";
import { useApp, useNetworkState } from "../../state/context.ts";
import { Slider } from "../../ui/Slider.tsx";
import { BoxTable } from "./BoxTable.tsx";
import { partitionWords } from "./words.ts";
import boxStyles from "./Box.module.css";
import styles from "./Network.module.css";

interface Props {
  readonly network: CaseNetwork;
  readonly variable: CaseVariable;
}

const whole = (shares: ArrayLike<number> | undefined): readonly number[] =>
  shares ? wholePercents(shares) : [];

/** One box: its states now and before anything was found, what is found, its table, and how that came about. */
export function BoxPanel({ network, variable }: Props) {
  const app = useApp();
  const { id, label, states, expression } = variable;
  const answer = useNetworkState((state) => state.now?.answer);
  const v = network.variables.indexOf(variable);
  const [now, before] = [whole(answer?.now[v]), whole(answer?.before[v])];
  const finding = network.findings[id];
  const { target } = network;
  const set = (next: Finding | null, gesture?: string) =>
    app.edit({ edit: "setFinding", variable: id, finding: next }, gesture ?? null);
  return (
    <div className={boxStyles.box}>
      <h2>{label}</h2>
      <div className={boxStyles.states} role="table" aria-label={`States of ${label}`}>
        <div role="row" className={boxStyles.headRow}>
          <span role="columnheader">State</span>
          <span role="columnheader">Now</span>
          <span role="columnheader">Before</span>
          <span role="columnheader">Found</span>
        </div>
        {states.map((state, k) => {
          const ruledOut = Array.isArray(finding) && finding[k] === 0;
          return (
            <div role="row" key={state} data-seen={finding === state || undefined}>
              <span role="rowheader" title={state}>
                {state}
              </span>
              <span role="cell">
                {finding === state
                  ? "seen"
                  : now[k] === undefined
                    ? ""
                    : typeof finding === "string"
                      ? "–"
                      : wholePercent(now[k])}
              </span>
              <span role="cell" className={boxStyles.before}>
                {before[k] === undefined ? "" : wholePercent(before[k])}
              </span>
              <span role="cell" className={boxStyles.toggles}>
                <ToggleButton
                  className={boxStyles.toggle ?? ""}
                  isSelected={finding === state}
                  aria-label={`Seen: ${state}`}
                  onChange={(on) => set(on ? state : null)}
                >
                  Seen
                </ToggleButton>
                {states.length > 1 && (
                  <ToggleButton
                    className={boxStyles.toggle ?? ""}
                    isSelected={ruledOut}
                    aria-label={`Not ${state}`}
                    onChange={(on) => set(ruleOut(finding, states, k, on))}
                  >
                    Not
                  </ToggleButton>
                )}
              </span>
            </div>
          );
        })}
      </div>
      <p className={boxStyles.ask}>
        {target.variable === id ? (
          <>The question is whether it is {target.state}.</>
        ) : (
          <Button
            className={styles.plain ?? ""}
            onPress={() => app.edit({ edit: "setTarget", variable: id, state: states[0] ?? "" })}
          >
            Set as question
          </Button>
        )}
      </p>
      <Fits key={states.length} variable={variable} finding={finding} set={set} />
      <BoxTable network={network} variable={variable} />
      {expression && (
        <details>
          <summary>Rule the table came from</summary>
          {expression.text.map((text, i) => (
            <p key={i} className={boxStyles.rule}>
              {partitionWords(network, variable, i)}
              <code>{text}</code>
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

/** One state ruled out or let in again; nothing is found where nothing is ruled out. */
function ruleOut(
  finding: Finding | undefined,
  states: readonly string[],
  k: number,
  out: boolean,
): Finding | null {
  const fits = states.map((_, i) => (Array.isArray(finding) ? Number(finding[i] ?? 1) : 1));
  const most = Math.max(1, ...fits);
  const next = fits.map((fit, i) => (i === k ? (out ? 0 : most) : fit));
  if (next.every((fit) => fit === next[0])) return null;
  return next.some((fit) => fit > 0) ? next : (finding ?? null);
}

/** How well something less than certain fits each state, 0 to 10; only the proportions count. */
function Fits({
  variable: { id, label, states },
  finding,
  set,
}: {
  readonly variable: CaseVariable;
  readonly finding: Finding | undefined;
  readonly set: (next: Finding | null, gesture?: string) => void;
}) {
  const app = useApp();
  const [open, setOpen] = useState(Array.isArray(finding));
  const fits = Array.isArray(finding) ? finding.map(Number) : states.map(() => 10);
  const most = Math.max(...fits);
  // Fits from elsewhere may be on any scale.
  const values = fits.map((fit) => (most > 10 ? (fit / most) * 10 : fit));
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Less than certain</summary>
      <p className={styles.lead}>
        How well does what you learned fit each state? Only the proportions count.
      </p>
      {states.map((state, k) => (
        <div key={state} className={boxStyles.fit}>
          <span title={state}>{state}</span>
          <Slider
            label={`Fits ${label} being ${state}`}
            value={values[k] ?? 10}
            min={0}
            max={10}
            step={0.5}
            text={String(Math.round((values[k] ?? 10) * 10) / 10)}
            valueText={`${Math.round((values[k] ?? 10) * 10) / 10} of 10`}
            tone="ink"
            onChange={(value) => {
              const next = values.map((old, i) => (i === k ? value : old));
              if (next.some((fit) => fit > 0))
                set(next.every((fit) => fit === next[0]) ? null : next, `fit:${id}`);
            }}
            onChangeEnd={() => app.document.endGesture()}
          />
        </div>
      ))}
    </details>
  );
}
