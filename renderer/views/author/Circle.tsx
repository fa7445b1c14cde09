import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { circleWords, type Opening, openingsOf } from "../../../app/model/author/loops.ts";
import type { Mechanism, Rule } from "../../../app/model/case/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import css from "./Circle.module.css";
import { useAttempt, useEdit } from "./useEdit.ts";

/** A circle that a rule would have closed, and what would open it. */
export interface Circle {
  readonly ids: readonly string[];
  readonly openings: readonly Opening[];
}

/** Puts a rule in its place; where that would close a circle, it is not done and the circle comes back. */
export type PutRule<R extends Rule = Rule> = (rule: R, gesture?: string | null) => Circle | null;

export function usePutRule({ id }: Mechanism): PutRule {
  const app = useApp();
  const theCase = useCase();
  const attempt = useAttempt();
  return (rule, gesture = null) => {
    const asked = { edit: "setRule", mechanism: id, rule } as const;
    const refused = attempt(asked, gesture);
    const ids = refused?.circle;
    if (ids) return { ids, openings: openingsOf(theCase, asked, ids) };
    if (refused) app.notify(refused.sentence, "error");
    return null;
  };
}

/** What may be refused for a circle, and where that is said, with a button for every way to do it all the same. */
export function useCircle<A extends readonly unknown[]>(
  act: (...given: A) => Circle | null,
): [act: (...given: A) => Circle | null, said: ReactNode] {
  const theCase = useCase();
  const [closed, setClosed] = useState<{ readonly circle: Circle; readonly before: typeof theCase } | null>(
    null,
  );
  const tried = (...given: A) => {
    const circle = act(...given);
    setClosed(circle && { circle, before: theCase });
    return circle;
  };
  // Once the case is another, what was asked of it is no question any more.
  const isOpen = closed?.before === theCase;
  return [
    tried,
    isOpen && <CircleSaid key="circle" circle={closed.circle} onLeave={() => setClosed(null)} />,
  ];
}

function CircleSaid({ circle, onLeave }: { readonly circle: Circle; readonly onLeave: () => void }) {
  const theCase = useCase();
  const edit = useEdit();
  const { ids, openings } = circle;
  return (
    <div role="alert" className={css.circle}>
      <p>
        Causes must not run in a circle, and these would: <b>{circleWords(theCase, ids)}</b>.
        {openings.length > 0 && " Choose what goes, and it is done:"}
      </p>
      <div className={styles.buttons}>
        {openings.map(({ label, edit: opening }) => (
          <Button key={label} className={styles.small ?? ""} onPress={() => edit(opening)}>
            {label}
          </Button>
        ))}
        <Button className={styles.small ?? ""} onPress={onLeave}>
          Leave it as it was
        </Button>
      </div>
    </div>
  );
}
