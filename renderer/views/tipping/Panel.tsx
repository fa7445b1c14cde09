import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { WatchedAnalysis } from "../../state/context.ts";
import { Progress } from "../../ui/Progress.tsx";
import styles from "./Tipping.module.css";

interface Props {
  readonly name: string;
  /** What it is worked out with. */
  readonly analysis: WatchedAnalysis<unknown>;
  /** "Trying every state" */
  readonly doing: string;
  /** Beside the chart's own title and menu: a line below them. */
  readonly caption?: ReactNode;
  readonly area?: string;
  readonly children: ReactNode;
}

/** One card of the screen: its chart, greyed while it belongs to older settings, and how far the work has come. */
export function Panel({ name, analysis, doing, caption, area, children }: Props) {
  const { status, progress, result, stale, refused, cancel, again } = analysis;
  return (
    <section
      className={styles.panel}
      aria-label={name}
      aria-busy={status === "working"}
      style={area === undefined ? undefined : { gridArea: area }}
    >
      <div className={styles.chart} data-stale={stale || (refused !== null && result !== null) || undefined}>
        {children}
      </div>
      {refused !== null ? (
        <p className={styles.refused} role="alert">
          {refused}
          {result ? " What is drawn is from before the last edit." : ""}
        </p>
      ) : (
        caption !== undefined && <p className={styles.caption}>{caption}</p>
      )}
      <Progress label={doing} value={progress} onCancel={cancel} />
      {status === "cancelled" && (
        <p className={styles.stopped}>
          Stopped.{" "}
          <Button className={styles.link ?? ""} onPress={again}>
            Go on
          </Button>
        </p>
      )}
    </section>
  );
}
