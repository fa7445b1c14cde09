import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import { PartChips } from "./PartChips.tsx";

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** What has been made of the text so far, and of the paragraph in hand. */
export function MadeFrom({ paragraph }: { readonly paragraph: string | null }) {
  const { factors, mechanisms, claims, source } = useCase();
  const used = new Set([
    ...[...factors, ...mechanisms].flatMap(({ paragraphs }) => paragraphs),
    ...claims.map((claim) => claim.paragraph),
  ]);
  const read = (source.paragraphs ?? []).filter(({ left }) => left !== true);
  const unused = read.filter(({ id }) => !used.has(id));
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>From the text</h2>
        {read.length > 0 && <span className={styles.count}>{counted(read.length, "paragraph")}</span>}
      </div>
      <p className={styles.say}>
        {counted(factors.length, "factor")}, {counted(mechanisms.length, "mechanism")} and{" "}
        {counted(claims.length, "claim")} so far.
      </p>
      {read.length > 0 && (
        <p className={styles.help}>
          {unused.length === 0
            ? "Every paragraph is used somewhere."
            : `Not used yet: ${unused
                .slice(0, 8)
                .map(({ id }) => id)
                .join(", ")}${unused.length > 8 ? " …" : ""}.`}
        </p>
      )}
      {paragraph !== null && <PartChips paragraph={paragraph} />}
    </div>
  );
}
