import { levelAt } from "../../../app/model/case/edits.ts";
import { LEVELS } from "../../../app/model/case/types.ts";
import { weightOf } from "../../../app/model/case/settings.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { factorGroups } from "../explore/groups.ts";
import type { Scene } from "./scene.ts";
import styles from "./Slides.module.css";
import { horizonOf } from "./words.ts";

export const argumentThings = ({ case: theCase }: Scene): number => factorGroups(theCase).length;

const round = (n: number): number => Math.round(n * 10) / 10;

/** What is weighed: the factors by what they do, what is happening, and how much each matters. */
export function Argument({ scene, shown }: { readonly scene: Scene; readonly shown: number | null }) {
  const { case: theCase, inputs, horizon } = scene;
  const groups = factorGroups(theCase);
  const [usual = null, ...others] = new Set(theCase.factors.map(({ weight }) => weight.default));
  return (
    <div className={styles.argument}>
      <h1>What we weigh</h1>
      <p className={styles.lead}>
        State: what is happening, {horizonOf(scene)?.phrase}. Weight: how much it matters, 0 to 10
        {usual === null || others.length > 0 ? "" : `; ${usual} is ${sourceWords(theCase).own} own`}.
      </p>
      <div className={styles.groups}>
        {groups.map(({ id, label, tone, quiet, factors }, i) => (
          <section key={id} data-hidden={(shown !== null && i >= shown) || undefined}>
            <h2>
              <i style={{ background: quiet ? "var(--ctl)" : `var(--${tone})` }} aria-hidden />
              {label}
            </h2>
            <ul>
              {factors.map((factor) => {
                const level = levelAt(theCase, inputs, factor.id, horizon);
                const at = LEVELS.indexOf(level);
                return (
                  <li key={factor.id}>
                    <b>{factor.short}</b>
                    <span>
                      <span className={styles.state} aria-hidden>
                        {LEVELS.map((one, k) => (
                          <i key={one} data-upto={k <= at || undefined} />
                        ))}
                      </span>
                      {theCase.levels[at]?.label ?? level}
                    </span>
                    <em>{round(weightOf(theCase, inputs, factor.id))}</em>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
