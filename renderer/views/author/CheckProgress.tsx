import { Button } from "react-aria-components";
import { Progress } from "../../ui/Progress.tsx";
import styles from "./Author.module.css";
import type { useCheck } from "./useCheck.ts";

/** How far a long check is, with a way to stop it and to go on; why there is none. */
export function CheckProgress({ check }: { readonly check: ReturnType<typeof useCheck> }) {
  return (
    <>
      <Progress label="Checking" value={check.progress} onCancel={check.cancel} />
      {check.status === "cancelled" && (
        <Button className={styles.small ?? ""} onPress={check.again}>
          Check again
        </Button>
      )}
      {check.refused && (
        <p className={styles.help} role="alert">
          {check.refused}
        </p>
      )}
    </>
  );
}
