import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { Case, Claim } from "../../../app/model/case/types.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { useApp, useCase } from "../../state/context.ts";
import { firmnessOf } from "./firmness.ts";
import styles from "./Article.module.css";
import side from "./Side.module.css";

/** How many claims are shown before "more". */
const SHOWN = 3;

/** What the source says about a box, in our words. */
export function Claims({ about, beyond }: { readonly about: string; readonly beyond: boolean }) {
  const theCase = useCase();
  const { kind, the } = sourceWords(theCase);
  const [all, setAll] = useState(false);
  const claims = theCase.claims.filter((claim) => claim.about.includes(about));
  const more = claims.length - SHOWN;
  return (
    <section>
      <h3>
        What the source claims <em>our words</em>
      </h3>
      {claims.length === 0 ? (
        <p className={side.empty}>
          {beyond
            ? kind === "none"
              ? "An assumption: it was added."
              : `Nothing in ${the} speaks to this. It was added.`
            : "No claim is recorded for this."}
        </p>
      ) : (
        <ul className={styles.claims}>
          {claims.slice(0, all ? undefined : SHOWN).map((claim) => (
            <li key={claim.id}>
              <ClaimText claim={claim} />
            </li>
          ))}
        </ul>
      )}
      {!all && more > 0 && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {more} more {more === 1 ? "claim" : "claims"}
        </button>
      )}
    </section>
  );
}

/** Conflicts of date or source that a claim's note refers to. */
function conflictsOf(theCase: Case, claim: Claim) {
  return theCase.dateConflicts.filter(({ id }) => new RegExp(`\\b${id}\\b`).test(claim.note ?? ""));
}

/** One claim: text, how firm, who said it and when, where; and what disagrees with it. */
export function ClaimText({ claim }: { readonly claim: Claim }) {
  const app = useApp();
  const theCase = useCase();
  const { kind: rests } = sourceWords(theCase);
  const isSeveral = rests === "sources" || rests === "none";
  const within = isSeveral ? "The claims disagree among themselves." : "The text disagrees with itself.";
  const { dots, word } = firmnessOf(claim.firmness);
  return (
    <>
      <p>{claim.text}</p>
      <footer>
        <span className={styles.firm} title={claim.firmness}>
          {[1, 2, 3].map((n) => (
            <i key={n} data-filled={n <= dots || undefined} aria-hidden="true" />
          ))}
          {word}
        </span>
        <span>
          {claim.saidBy === "author" ? "the author" : claim.saidBy}
          {claim.date ? `, ${claim.date}` : ""}
        </span>
        <button type="button" onClick={() => app.look.setState({ panel: "article", tab: "why" })}>
          {claim.paragraph}
        </button>
      </footer>
      {conflictsOf(theCase, claim).map(({ id, text, kind }) => (
        <p key={id} className={styles.conflict}>
          <TriangleAlert size={13} strokeWidth={2} aria-hidden />
          <span>
            <b>{kind === "external" ? "Other sources disagree." : within}</b> {text}
          </span>
        </p>
      ))}
    </>
  );
}
