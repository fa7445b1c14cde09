import type { Mechanism } from "../../../app/model/case/types.ts";
import { inParts } from "../../../app/model/author/parts-of-rule.ts";
import styles from "./Author.module.css";
import { usePutRule } from "./Circle.tsx";
import { DiffersBy, RuleParts } from "./RuleParts.tsx";
import { RuleSentences } from "./RuleSentences.tsx";

/** How a mechanism works, a sentence for every cause; or several times, each for some levels of one cause. */
export function Sentences({ mechanism }: { readonly mechanism: Mechanism }) {
  const { rule } = mechanism;
  const put = usePutRule(mechanism);
  return (
    <section aria-label="How it works">
      <span className={styles.label}>How it works, in sentences</span>
      {rule.kind === "partitioned" ? (
        <RuleParts mechanism={mechanism} rule={rule} onRule={put} />
      ) : (
        <>
          <RuleSentences
            mechanism={mechanism}
            rule={rule}
            explained
            none="Nothing moves it yet. Say what does: choose a cause below."
            onRule={put}
          />
          {rule.pushes.length > 0 && (
            <DiffersBy
              mechanism={mechanism}
              by=""
              onChoose={(by, isFactor) => put(inParts(rule, by, isFactor))}
            />
          )}
        </>
      )}
    </section>
  );
}
