import type { EstimateSentence } from "../../../app/model/words/sentence.ts";
import styles from "./EstimateText.module.css";

/** An estimate as it is read in large type: its word stands out, its range stays whole on a line. */
export function EstimateText({ before, word, range, after }: EstimateSentence) {
  return (
    <>
      {before}
      <b>{word}</b> <span className={styles.keep}>{range}</span>
      {after}
    </>
  );
}
