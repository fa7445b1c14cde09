import { Info } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { type CaseNetwork, variableOf } from "../../../app/model/case/network-case.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { estimateSentence } from "../../../app/model/words/sentence.ts";
import { wholePercents } from "../../charts/network/boxes.ts";
import { useApp, useNetworkState } from "../../state/context.ts";
import { EstimateText } from "../shell/EstimateText.tsx";
import bandStyles from "./Band.module.css";
import styles from "./Network.module.css";
import { TargetChooser } from "./TargetChooser.tsx";
import { findingCount, findingText, oddsText, targetClause } from "./words.ts";

/** The chance as its box shows it: whole percentages of all states sum to 100, and the word follows the number shown. */
function shownShare(shares: ArrayLike<number> | undefined, k: number): number | undefined {
  const percent = shares && wholePercents(shares)[k];
  return percent === undefined ? undefined : percent / 100;
}

/** Milliseconds after which one is told that something is being worked out. */
const PATIENCE = 300;

/** The answer to the question: the chance of one state of one box, in words and with what was found. */
export function NetworkBand({ network }: { readonly network: CaseNetwork }) {
  const app = useApp();
  const now = useNetworkState((state) => state.now);
  const { impossible, refused, busy } = useNetworkState((state) => state);
  const v = network.variables.findIndex(({ id }) => id === network.target.variable);
  const k = network.variables[v]?.states.indexOf(network.target.state) ?? -1;
  const [p, before] = [shownShare(now?.answer.now[v], k), shownShare(now?.answer.before[v], k)];
  const found = Object.keys(network.findings);
  const clause = targetClause(network);
  const sentence = p === undefined ? null : estimateSentence(p, clause);
  return (
    <section className={bandStyles.band} aria-label="The answer" data-region="answer" aria-busy={busy}>
      <p className={bandStyles.number} data-testid="answer" data-stale={impossible !== null || undefined}>
        {p === undefined ? "…" : percentLabel(p).replace("%", "")}
        {p !== undefined && <small>%</small>}
      </p>
      <div className={bandStyles.say}>
        <p className={bandStyles.eye}>
          {findingCount(network)}
          {found.length > 0 && before !== undefined && ` · ${percentLabel(before)} before`}
        </p>
        <h1 aria-live="polite">
          {sentence ? <EstimateText {...sentence} /> : `How likely is it that ${clause}?`}
        </h1>
        {impossible ? (
          <Conflict network={network} {...impossible} />
        ) : refused ? (
          <p className={styles.wrong} role="alert">
            {refused}
          </p>
        ) : (
          <Working busy={busy} />
        )}
      </div>
      <div className={bandStyles.found}>
        <TargetChooser network={network} />
        <ul aria-label="Findings">
          {found.slice(0, 6).map((id) => (
            <li key={id}>
              <Button
                className={styles.chip ?? ""}
                aria-label={`Take back: ${findingText(network, id)}`}
                onPress={() => app.edit({ edit: "setFinding", variable: id, finding: null })}
              >
                {findingText(network, id)} <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
          {found.length > 6 && <li className={bandStyles.more}>and {found.length - 6} more</li>}
          {found.length > 1 && (
            <li>
              <Button className={styles.plain ?? ""} onPress={() => app.edit({ edit: "clearFindings" })}>
                Clear all
              </Button>
            </li>
          )}
          <li>
            <Details network={network} logPe={now?.answer.logPe} />
          </li>
        </ul>
      </div>
    </section>
  );
}

/** Findings that cannot hold together, and the way out. */
function Conflict({
  network,
  sentence,
  conflict,
}: {
  readonly network: CaseNetwork;
  readonly sentence: string;
  readonly conflict: readonly string[];
}) {
  const app = useApp();
  return (
    <p className={styles.wrong} role="alert">
      {sentence} The numbers are from before.{" "}
      {conflict.map((id) => (
        <Button
          key={id}
          className={styles.plain ?? ""}
          onPress={() => app.edit({ edit: "setFinding", variable: id, finding: null })}
        >
          Take back {variableOf(network, id)?.label ?? id}
        </Button>
      ))}
    </p>
  );
}

/** Nothing while the answer comes at once; a word and a way out when it does not. */
function Working({ busy }: { readonly busy: boolean }) {
  const app = useApp();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(busy), busy ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <p className={bandStyles.sub} role="status">
      {long && busy && (
        <>
          Working it out…{" "}
          <Button className={styles.plain ?? ""} onPress={() => app.networks.stop()}>
            Stop
          </Button>
        </>
      )}
    </p>
  );
}

/** What is known of the network as a whole. */
function Details({ network, logPe }: { readonly network: CaseNetwork; readonly logPe: number | undefined }) {
  const numbers = network.variables.reduce((sum, { p }) => sum + p.length, 0);
  return (
    <DialogTrigger>
      <Button className={bandStyles.icon ?? ""} aria-label="About this network">
        <Info size={13} strokeWidth={2} aria-hidden />
      </Button>
      <Popover className={bandStyles.popover ?? ""} placement="bottom end">
        <Dialog className={bandStyles.dialog ?? ""} aria-label="About this network">
          <p>
            {network.variables.length} boxes, {numbers.toLocaleString("en-GB")} numbers in their tables.
            Chances are worked out exactly from these tables.
          </p>
          {Object.keys(network.findings).length > 0 && logPe !== undefined && (
            <p>
              Such findings together would be met {oddsText(logPe)} times (natural logarithm{" "}
              {logPe.toFixed(3).replace("-", "−")}).
            </p>
          )}
          {network.notes.length > 0 && (
            <>
              <h3>Mended when the file was read</h3>
              <ul>
                {network.notes.slice(0, 50).map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
