import { useState } from "react";
import { strainAt } from "../../state/select.ts";
import { draftOf } from "../../../app/model/case/judge.ts";
import type { Head } from "../../../app/model/case/judgement.ts";
import { breakFromView } from "../../../app/model/analysis/views.ts";
import type { Result } from "../../../app/model/answer/result.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { lexiconOf } from "../../../app/model/words/lexicon.ts";
import type { ModelNumber } from "../../../app/model/words/lint.ts";
import { useAnswers, useCase, useLook } from "../../state/context.ts";
import { Checks } from "./Checks.tsx";
import { ConfidenceCard } from "./ConfidenceCard.tsx";
import { FreezeCard } from "./FreezeCard.tsx";
import { FrozenSheet } from "./FrozenSheet.tsx";
import styles from "./Judgement.module.css";
import { Sheet } from "./Sheet.tsx";
import { useChecks } from "./useChecks.ts";

function strainNow(theCase: Case, result: Result | undefined) {
  const at = result?.horizons[theCase.horizons[0]?.id ?? ""];
  return at ? strainAt(theCase, at) : null;
}

/** Every number of the answer that a sentence may speak of. */
function numbersOf(theCase: Case, result: Result | undefined): ModelNumber[] {
  if (!result) return [];
  const [first] = theCase.horizons;
  const strain = strainNow(theCase, result);
  return [
    ...theCase.horizons.map(({ id, phrase }) => ({ phrase, p: result.horizons[id]?.break ?? 0 })),
    ...(first && strain ? [{ phrase: first.phrase, about: "open strain", p: strain.p }] : []),
  ];
}

/** The judgement: text under fixed heads, what is to settle in it, confidence, freezing, and what was frozen. */
export function Judgement() {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const now = useAnswers((state) => state.now);
  const result = now?.answer.result;
  const checks = useChecks(theCase, numbersOf(theCase, result));
  const [shown, setShown] = useState<number | null>(null);
  const frozen = shown === null ? undefined : theCase.judgements?.[shown];

  /** Puts the cursor where a check points. */
  const goTo = (head: Head, span: { start: number; end: number } | null): void => {
    const field = document.querySelector<HTMLTextAreaElement>(`#judgement-${head}`);
    field?.focus();
    if (span) field?.setSelectionRange(span.start, span.end);
    field?.scrollIntoView({ block: "nearest" });
  };
  if (frozen && shown !== null)
    return (
      <main className={styles.screen} data-screen="judgement" data-region="judgement" aria-label="Judgement">
        <FrozenSheet key={shown} judgement={frozen} onBack={() => setShown(null)} />
      </main>
    );
  const at = result?.horizons[horizon];
  const strain = strainNow(theCase, result);
  return (
    <main className={styles.screen} data-screen="judgement" data-region="judgement" aria-label="Judgement">
      <Sheet
        checks={checks.open}
        lexicon={lexiconOf(draftOf(theCase).row)}
        numbers={at ? { horizon, p: at.break, strain: strain?.p ?? null } : null}
        outside={result ? (breakFromView(theCase, result, "outside")[horizon] ?? null) : null}
      />
      <aside className={styles.side} aria-label="Checks, confidence and freezing">
        <Checks checks={checks} onGo={goTo} />
        <ConfidenceCard />
        <FreezeCard open={checks.open} onShow={setShown} />
      </aside>
    </main>
  );
}
