import { SEEDS_NEEDED } from "../../../app/model/group/calibration.ts";
import { byPractice } from "../../../app/model/session/practice.ts";
import { FEWEST_DOTS, FEWEST_ROWS, mayListPeople } from "../../../app/model/session/round.ts";
import { teamsOf } from "../../../app/model/session/stored.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { useWork, type WorkedRound } from "./context.ts";
import styles from "./Workshop.module.css";
import { Facts } from "../../ui/Facts.tsx";

/** Parts of the result by other rules than the headline's, each named for what it is. */
export function OtherPools({ worked, horizon }: { readonly worked: WorkedRound; readonly horizon: string }) {
  const { setup, view } = useWork();
  const { round, answer } = worked;
  const pooled = answer?.horizons[horizon]?.pooled;
  if (!answer || !pooled) return null;
  const practice = byPractice(setup, view.rounds, round, answer, horizon);
  return (
    <>
      <section className={styles.card} aria-label="Other ways to pool">
        <h2>Other ways to pool</h2>
        {mayListPeople(setup, answer.people.length) ? (
          <Chances
            of={[
              ["Middle answer", pooled.median],
              ["Plain mean", pooled.linear],
              ["Mean without the ends", pooled.trimmed],
              ...pooled.extremised.map(({ a, p }) => [`Pushed outwards, × ${a}`, p] as const),
              ...(practice ? ([["Weighted by the warm-up", practice.p]] as const) : []),
            ]}
          />
        ) : (
          <p className={styles.small}>
            Told from {FEWEST_ROWS} answers on: with fewer, several pools together give single answers away.
          </p>
        )}
        <p className={styles.small}>
          The headline is the geometric mean of everybody’s odds. Pushing it outwards is right only for people
          who know different things; one room shares much, so it is for comparison alone.
          {practice
            ? ` By the warm-up: ${practice.counting} of the ${practice.people} who took part in it count, by how well their spans held what is known.`
            : setup.warmups.length > 0 && setup.warmups.length < SEEDS_NEEDED
              ? ` Weighting by the warm-up needs ${SEEDS_NEEDED} warm-up questions; there were ${setup.warmups.length}.`
              : ""}
        </p>
      </section>
      <Teams worked={worked} horizon={horizon} />
    </>
  );
}

function Chances({ of }: { readonly of: readonly (readonly [name: string, p: number])[] }) {
  return <Facts className={styles.facts} rows={of.map(([name, p]) => [name, percentLabel(p)])} />;
}

/** Team by team, where none of them is so small that it would show single people. */
function Teams({
  worked: { round, answer },
  horizon,
}: {
  readonly worked: WorkedRound;
  readonly horizon: string;
}) {
  const { view } = useWork();
  const teams = answer ? teamsOf(view, round, answer, horizon) : [];
  if (teams.length === 0) return null;
  const small = teams.some(({ p }) => p === null);
  return (
    <section className={styles.card} aria-label="Teams">
      <h2>Teams</h2>
      {small ? (
        <p className={styles.small}>
          Teams are told apart once each has {FEWEST_DOTS} answers: below that, single people would show.
        </p>
      ) : (
        <Chances
          of={teams.map(({ name, people, p }) => [
            `${name === "" ? "In no team" : name} (${people})`,
            p ?? 0,
          ])}
        />
      )}
    </section>
  );
}
