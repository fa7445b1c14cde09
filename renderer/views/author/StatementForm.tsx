import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useCase } from "../../state/context.ts";
import { PickList } from "../../ui/PickList.tsx";
import { Switch } from "../../ui/Switch.tsx";
import styles from "./Author.module.css";
import { NumberField } from "./fields.tsx";
import {
  type Comparison,
  comparisonStatement,
  DIRECTION_WORDS,
  quantities,
  type Rise,
  riseStatement,
} from "./statement.ts";
import css from "./Statements.module.css";
import { useEdit } from "./useEdit.ts";

/** A statement put together from words: what a rising input does, or how scenarios compare. */
export function StatementForm() {
  const [kind, setKind] = useState<"rise" | "comparison">("rise");
  return (
    <div className={css.form}>
      <Switch
        label="Kind of statement"
        items={[
          ["rise", "What raising does"],
          ["comparison", "How scenarios compare"],
        ]}
        chosen={kind}
        onChoose={setKind}
      />
      {kind === "rise" ? <RiseForm /> : <ComparisonForm />}
    </div>
  );
}

function RiseForm() {
  const edit = useEdit();
  const theCase = useCase();
  const [chosen, setRise] = useState<Rise>({
    factor: "",
    input: "level",
    direction: "neverDown",
    q: "break",
    h: "all",
  });
  const factor = theCase.factors.some(({ id }) => id === chosen.factor)
    ? chosen.factor
    : (theCase.factors[0]?.id ?? "");
  const rise: Rise = { ...chosen, factor };
  const set = (to: Partial<Rise>) => setRise({ ...rise, ...to });
  return (
    <div className={css.sentence}>
      Raising the{" "}
      <PickList
        label="State or weight"
        look="field"
        items={[
          { id: "level", label: "state" },
          { id: "weight", label: "weight" },
        ]}
        chosen={rise.input}
        onChoose={(input) => set({ input: input === "weight" ? "weight" : "level" })}
      />{" "}
      of{" "}
      <PickList
        label="Factor"
        look="field"
        items={theCase.factors.map(({ id, short }) => ({ id, label: short }))}
        chosen={factor}
        onChoose={(id) => set({ factor: id })}
      />{" "}
      <PickList
        label="What it does"
        look="field"
        items={DIRECTION_WORDS.map(([id, label]) => ({ id, label }))}
        chosen={rise.direction}
        onChoose={(id) =>
          set({ direction: DIRECTION_WORDS.find(([one]) => one === id)?.[0] ?? rise.direction })
        }
      />{" "}
      <Quantity chosen={rise.q} onChoose={(q) => set({ q })} />{" "}
      <HorizonPick chosen={rise.h} all onChoose={(h) => set({ h })} />
      <Keep onKeep={() => edit({ edit: "putStatement", statement: riseStatement(theCase, rise) })} />
    </div>
  );
}

function ComparisonForm() {
  const edit = useEdit();
  const theCase = useCase();
  const { scenarios, horizons } = theCase;
  const [chosen, setComparison] = useState<Comparison>({
    scenario: scenarios[0]?.id ?? "",
    q: "break",
    h: horizons.at(-1)?.id ?? "",
    op: "lt",
    other: null,
    otherHorizon: null,
    percent: 50,
  });
  const known = (id: string | null) => scenarios.some((one) => one.id === id);
  const h = horizons.some(({ id }) => id === chosen.h) ? chosen.h : (horizons.at(-1)?.id ?? "");
  const comparison: Comparison = {
    ...chosen,
    scenario: known(chosen.scenario) ? chosen.scenario : (scenarios[0]?.id ?? ""),
    other: known(chosen.other) ? chosen.other : null,
    otherHorizon:
      chosen.otherHorizon !== h && horizons.some(({ id }) => id === chosen.otherHorizon)
        ? chosen.otherHorizon
        : null,
    h,
  };
  const set = (to: Partial<Comparison>) => setComparison({ ...comparison, ...to });
  const names = scenarios.map(({ id, name }) => ({ id, label: name }));
  return (
    <div className={css.sentence}>
      In{" "}
      <PickList
        label="Scenario"
        look="field"
        items={names}
        chosen={comparison.scenario}
        onChoose={(scenario) => set({ scenario })}
      />{" "}
      <Quantity chosen={comparison.q} onChoose={(q) => set({ q })} />{" "}
      <HorizonPick chosen={comparison.h} onChoose={(h) => set({ h })} /> is{" "}
      <PickList
        label="Higher or lower"
        look="field"
        items={[
          { id: "gt", label: "higher than" },
          { id: "lt", label: "lower than" },
        ]}
        chosen={comparison.op}
        onChoose={(op) => set({ op: op === "gt" ? "gt" : "lt" })}
      />{" "}
      <PickList
        label="Than what"
        look="field"
        items={[
          { id: "", label: "a number" },
          ...names
            .filter(({ id }) => id !== comparison.scenario)
            .map(({ id, label }) => ({ id: `in ${id}`, label: `in “${label}”` })),
          ...horizons
            .filter(({ id }) => id !== comparison.h)
            .map(({ id, label, phrase }) => ({ id: `at ${id}`, label: phrase || label })),
        ]}
        chosen={
          comparison.other !== null
            ? `in ${comparison.other}`
            : comparison.otherHorizon !== null
              ? `at ${comparison.otherHorizon}`
              : ""
        }
        onChoose={(id) =>
          set({
            other: id.startsWith("in ") ? id.slice(3) : null,
            otherHorizon: id.startsWith("at ") ? id.slice(3) : null,
          })
        }
      />{" "}
      {comparison.other === null && comparison.otherHorizon === null && (
        <>
          <NumberField
            label="Number, 0 to 100"
            bare
            inline
            value={comparison.percent}
            min={0}
            max={100}
            step={1}
            onChange={(percent) => set({ percent })}
          />{" "}
          of 100
        </>
      )}
      <Keep
        onKeep={() => edit({ edit: "putStatement", statement: comparisonStatement(theCase, comparison) })}
      />
    </div>
  );
}

function Quantity({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (q: string) => void }) {
  const items = quantities(useCase());
  const known = items.some(({ id }) => id === chosen) ? chosen : "break";
  return <PickList label="What" look="field" items={items} chosen={known} onChoose={onChoose} />;
}

function HorizonPick({
  chosen,
  all = false,
  onChoose,
}: {
  readonly chosen: string;
  readonly all?: boolean;
  readonly onChoose: (h: string) => void;
}) {
  const { horizons } = useCase();
  const items = [
    ...(all ? [{ id: "all", label: "at every horizon" }] : []),
    ...horizons.map(({ id, label, phrase }) => ({ id, label: phrase || label })),
  ];
  return (
    <PickList
      label="By when"
      look="field"
      items={items}
      chosen={items.some(({ id }) => id === chosen) ? chosen : (items[0]?.id ?? "")}
      onChoose={onChoose}
    />
  );
}

function Keep({ onKeep }: { readonly onKeep: () => void }) {
  return (
    <Button className={styles.small ?? ""} onPress={onKeep}>
      <Plus size={13} aria-hidden /> Keep it
    </Button>
  );
}
