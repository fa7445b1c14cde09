import { useState } from "react";
import { Button } from "react-aria-components";
import { goOn } from "../../../app/model/session/commands.ts";
import { type Challenge, CHALLENGES } from "../../../app/model/session/prompts.ts";
import { freshId } from "../../state/workshop.ts";
import aloud from "../../ui/aloud.module.css";
import button from "../../ui/button.module.css";
import { useWork } from "./context.ts";
import { Projector, Timer, ToSay } from "./Parts.tsx";
import styles from "./Workshop.module.css";

/** Arguing against the result: how it could come out otherwise, what it rests on, what to watch. */
export function ChallengePage() {
  const { setup, state, record, happen } = useWork();
  return (
    <div className={styles.two}>
      <section className={`${styles.page ?? ""} ${styles.card ?? ""}`} aria-label="Challenge">
        <header className={styles.count}>
          <p className={styles.question}>What would have to be true for us to be wrong?</p>
          <Timer />
        </header>
        <div className={styles.challenges}>
          {CHALLENGES.map((challenge) => (
            <Part key={challenge.kind} challenge={challenge} />
          ))}
        </div>
        {!record && (
          <footer className={styles.foot}>
            <p>Votes by phone are counted by themselves; hands are typed in.</p>
            <Button
              className={`${button.button ?? ""} ${button.primary ?? ""}`}
              onPress={() => happen(goOn(setup, state))}
            >
              Close the workshop
            </Button>
          </footer>
        )}
      </section>
      <div className={styles.column}>
        <Projector title="Challenge">What would we see first if we were wrong?</Projector>
        <ToSay step="challenge" />
      </div>
    </div>
  );
}

function Part({ challenge: { kind, title, ask } }: { readonly challenge: Challenge }) {
  const { view, record, happen } = useWork();
  const [text, setText] = useState("");
  const all = view.comments.filter((one) => one.kind === kind);
  const votes = kind === "sign";
  const ordered = votes
    ? all.toSorted((a, b) => (view.votes.get(b.id) ?? 0) - (view.votes.get(a.id) ?? 0))
    : all;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.small}>{ask}</p>
      <ul className={styles.remarks}>
        {ordered.map(({ id, text: said, hidden }) => (
          <li key={id} data-hidden={hidden || undefined}>
            <span>{hidden ? "Hidden by the facilitator" : said}</span>
            {votes && !hidden && (
              <b>
                {view.votes.get(id) ?? 0}
                <span className={aloud.aloud}> votes</span>
              </b>
            )}
            {votes && !hidden && !record && (
              <input
                type="number"
                min={0}
                max={999}
                aria-label={`Hands for: ${said}`}
                placeholder="hands"
                onBlur={(e) => {
                  const count = Math.round(Number(e.target.value));
                  if (e.target.value !== "" && count >= 0 && count <= 999)
                    happen([{ type: "hands", comment: id, count }]);
                }}
              />
            )}
            {!record && (
              <Button
                className={styles.quiet ?? ""}
                aria-label={`${hidden ? "Show" : "Hide"}: ${said}`}
                onPress={() => happen([{ type: "hidden", comment: id, hidden: !hidden }])}
              >
                {hidden ? "Show" : "Hide"}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!record && (
        <form
          className={styles.adding}
          onSubmit={(e) => {
            e.preventDefault();
            if (text.trim() === "") return;
            happen([
              { type: "comment", comment: { id: freshId(), participant: null, kind, text: text.trim() } },
            ]);
            setText("");
          }}
        >
          <input
            type="text"
            maxLength={600}
            aria-label={`${title}: add one`}
            placeholder="Said aloud: write it down"
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
          <Button type="submit" className={button.button ?? ""} isDisabled={text.trim() === ""}>
            Add
          </Button>
        </form>
      )}
    </section>
  );
}
