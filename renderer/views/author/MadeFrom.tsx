import { counted } from "../../../app/model/words/counted.ts";
import { listed } from "../../../app/model/words/text.ts";
import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";

/** How many paragraphs nobody used are named; of the others only how many. */
const NAMED = 8;

/** What has been made of the text so far; what a blank case came with is not. */
export function MadeFrom() {
  const { factors, mechanisms, claims, source } = useCase();
  const made = <T extends { readonly paragraphs: readonly string[] }>(parts: readonly T[]) =>
    parts.filter(({ paragraphs }) => paragraphs.length > 0);
  const [causes, ways] = [made(factors), made(mechanisms)];
  const said = claims.filter(({ paragraph }) => paragraph !== "");
  const used = new Set([
    ...[...causes, ...ways].flatMap(({ paragraphs }) => paragraphs),
    ...said.map(({ paragraph }) => paragraph),
  ]);
  const read = (source.paragraphs ?? []).filter(({ left }) => left !== true);
  const unused = read.filter(({ id }) => !used.has(id)).map(({ id }) => id);
  const more = unused.length - NAMED;
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>From the text</h2>
        {read.length > 0 && <span className={styles.count}>{counted(read.length, "paragraph")}</span>}
      </div>
      <p className={styles.say}>
        {counted(causes.length, "factor")}, {counted(ways.length, "mechanism")} and{" "}
        {counted(said.length, "claim")} so far.
      </p>
      {read.length > 0 && (
        <p className={styles.help}>
          {unused.length === 0
            ? "Every paragraph is used somewhere."
            : `Not used yet: ${listed([...unused.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])])}.`}
        </p>
      )}
    </div>
  );
}
