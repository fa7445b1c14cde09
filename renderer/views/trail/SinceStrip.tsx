import { useEffect } from "react";
import { Button } from "react-aria-components";
import { useApp } from "../../state/context.ts";
import styles from "./Trail.module.css";
import { useSince } from "./useSince.ts";

/** Below the answer, when a file is opened that was seen before: what is new in it. It stands in nobody's way. */
export function SinceStrip() {
  const app = useApp();
  const since = useSince();
  const nothing = since?.nothing === true;
  useEffect(() => {
    // There is nothing to come back to: from now on this look counts.
    if (nothing) app.keepLook();
  }, [app, nothing]);
  if (!since || since.news === null) return null;
  return (
    <div className={styles.strip} role="status" data-region="since">
      {nothing ? (
        <p>Nothing has changed since you were here.</p>
      ) : (
        <>
          <p>
            <b>Since {since.date}:</b> {since.news}
          </p>
          <Button onPress={() => app.look.setState({ screen: "trail" })}>See what changed</Button>
        </>
      )}
      <Button onPress={() => app.dismissSince()}>Dismiss</Button>
    </div>
  );
}
