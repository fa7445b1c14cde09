import { Button } from "react-aria-components";
import type { Factor } from "../../../app/model/case/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import { toneOf } from "../explore/groups.ts";
import styles from "./Author.module.css";

/** The factors and mechanisms that name a paragraph; each leads to its page. */
export function PartChips({ paragraph }: { readonly paragraph: string }) {
  const app = useApp();
  const { factors, mechanisms, claims } = useCase();
  const here = <T extends { readonly paragraphs: readonly string[] }>(list: readonly T[]) =>
    list.filter(({ paragraphs }) => paragraphs.includes(paragraph));
  const [causes, ways] = [here(factors), here(mechanisms)];
  const said = claims.filter((one) => one.paragraph === paragraph).length;
  if (causes.length + ways.length + said === 0) return null;
  return (
    <div className={styles.chips}>
      {causes.map((factor) => (
        <PartChip key={factor.id} factor={factor} />
      ))}
      {ways.map(({ id, short }) => (
        <Button
          key={id}
          className={`${styles.chip} ${styles.none}`}
          onPress={() => app.look.setState({ author: "mechanisms", selected: id })}
        >
          {short}
        </Button>
      ))}
      {said > 0 && <span className={styles.chip}>{said === 1 ? "1 claim" : `${said} claims`}</span>}
    </div>
  );
}

/** A factor in the colour of its group; leads to its page. */
export function PartChip({ factor }: { readonly factor: Factor }) {
  const app = useApp();
  return (
    <Button
      className={`${styles.chip} ${toneOf(factor) === "hold" ? styles.hold : styles.apart}`}
      onPress={() => app.look.setState({ author: "factors", selected: factor.id })}
    >
      {factor.short}
    </Button>
  );
}
