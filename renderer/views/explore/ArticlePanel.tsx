import { useMemo, useState } from "react";
import { useCase } from "../../state/context.ts";
import { ClaimText } from "./Claims.tsx";
import styles from "./Article.module.css";
import side from "./Side.module.css";

/** Everything the case takes from its source, paragraph by paragraph, in our words. */
export function ArticlePanel() {
  const { source, claims, dateConflicts } = useCase();
  const [query, setQuery] = useState("");
  const paragraphs = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    const found = claims.filter(({ text, saidBy, paragraph }) =>
      `${text} ${saidBy} ${paragraph}`.toLowerCase().includes(wanted),
    );
    const groups = new Map<string, typeof found>();
    for (const claim of found) groups.set(claim.paragraph, [...(groups.get(claim.paragraph) ?? []), claim]);
    return [...groups];
  }, [claims, query]);
  const by = [source.author, source.publisher].filter(Boolean).join(", ");
  const items = new Map((source.items ?? []).map((item) => [item.id, item]));
  return (
    <>
      {source.title !== "" && <h2 className={styles.source}>{source.title}</h2>}
      {by + source.note !== "" && (
        <p className={side.note}>
          {by === "" ? "" : `${by}.`} {source.note}
        </p>
      )}
      <input
        type="search"
        className={styles.search}
        placeholder="Find a claim"
        aria-label="Find a claim"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {paragraphs.length === 0 && (
        <p className={side.empty}>
          {claims.length === 0 ? "No claim is noted in this case." : "No claim has these words."}
        </p>
      )}
      {paragraphs.map(([paragraph, group]) => {
        const item = items.get(paragraph);
        return (
          <section key={paragraph}>
            <h3>
              {paragraph} {item && <em>{[item.title, item.date].filter(Boolean).join(", ")}</em>}
            </h3>
            <ul className={styles.claims}>
              {group.map((claim) => (
                <li key={claim.id}>
                  <ClaimText claim={claim} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {dateConflicts.length > 0 && query === "" && (
        <section>
          <h3>Conflicts of date and source</h3>
          <ul className={side.plain}>
            {dateConflicts.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
