import { useNetworkCase } from "../../state/context.ts";
import styles from "./Network.module.css";
import { NetworkBand } from "./NetworkBand.tsx";
import { NetworkMapPanel } from "./NetworkMapPanel.tsx";
import { NetworkSide } from "./NetworkSide.tsx";

/** A network in the place of the answer and the argument: its question, its boxes, and what is known of one. */
export function NetworkScreen() {
  const theCase = useNetworkCase();
  if (!theCase) return null;
  return (
    <>
      <NetworkBand network={theCase.network} />
      <main className={styles.body} data-screen="network">
        <NetworkMapPanel theCase={theCase} />
        <NetworkSide network={theCase.network} />
      </main>
    </>
  );
}
