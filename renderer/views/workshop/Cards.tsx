import { Button } from "react-aria-components";
import { cardOf, deal } from "../../../app/model/session/deal.ts";
import { type Card, cardsOf } from "../../../app/model/session/prompts.ts";
import button from "../../ui/button.module.css";
import { useWork } from "./context.ts";
import talkStyles from "./Talk.module.css";
import styles from "./Workshop.module.css";

/** Questions for talking: shown to all, or dealt, one to each person; on their phone, and here with their names. */
export function Cards({ step, wide = false }: { readonly step: Card["step"]; readonly wide?: boolean }) {
  const { setup, state, view, record, happen } = useWork();
  const holders = (id: string) =>
    view.people.filter((person) => cardOf(view, person.id)?.id === id).map(({ name }) => name);
  const dealt = cardsOf(step).some(({ id }) => holders(id).length > 0);
  return (
    <section className={wide ? talkStyles.dealt : styles.card} aria-label="Cards">
      <h2>Cards</h2>
      <ul className={talkStyles.cards} aria-label="Questions to ask">
        {cardsOf(step).map(({ id, text }) => (
          <li key={id}>
            {text}
            {dealt && <small>{holders(id).join(", ")}</small>}
          </li>
        ))}
      </ul>
      {!record && (
        <div className={styles.buttons}>
          <Button className={button.button ?? ""} onPress={() => happen(deal(setup, state, step))}>
            {dealt ? "Deal again" : "Deal the cards"}
          </Button>
        </div>
      )}
      <p className={styles.small}>
        {dealt
          ? "Each person’s phone shows their card; read it to those without a phone."
          : "One to each person, by lot: on their phone, and here."}
      </p>
    </section>
  );
}
