import { Trash2 } from "lucide-react";
import { Button } from "react-aria-components";
import { spreadWord } from "../../../app/model/author/previews.ts";
import { renamed } from "../../../app/model/author/renamed.ts";
import type { Mechanism } from "../../../app/model/case/types.ts";
import { useAnswers, useCase, useDocument, useLook } from "../../state/context.ts";
import { Anchors } from "./Anchors.tsx";
import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";
import { ClaimsList } from "./ClaimsList.tsx";
import { NumberField, TextField } from "./fields.tsx";
import form from "./Form.module.css";
import { LevelBars } from "./LevelBars.tsx";
import bars from "./LevelBars.module.css";
import { ParagraphLinks } from "./ParagraphLinks.tsx";
import { MechanismsList } from "./PartsList.tsx";
import { Sentences } from "./Sentences.tsx";
import { TableCard } from "./TableCard.tsx";
import { Tick } from "./Tick.tsx";
import { useEdit } from "./useEdit.ts";
import { useScroll } from "./useScroll.ts";
import { useRemove } from "./useRemove.ts";

/** What is worked out from its causes: in sentences, as a table, and what it comes to. */
export function MechanismsPage() {
  const theCase = useCase();
  const selected = useLook((look) => look.selected);
  const mechanism = theCase.mechanisms.find(({ id }) => id === selected) ?? theCase.mechanisms[0];
  const scroll = useScroll(mechanism?.id ?? null, false);
  return (
    <>
      <div className={styles.list}>
        <MechanismsList chosen={mechanism?.id ?? null} />
        <ClaimsList part={mechanism?.id ?? null} />
      </div>
      <div className={styles.middle} data-region="mechanism" {...scroll}>
        {mechanism && <MechanismEdit key={mechanism.id} mechanism={mechanism} />}
      </div>
      <Aside part={mechanism?.id ?? null} />
    </>
  );
}

function MechanismEdit({ mechanism }: { readonly mechanism: Mechanism }) {
  const edit = useEdit();
  const remove = useRemove();
  const change = (to: Partial<Mechanism>, gesture: string | null = null) =>
    edit({ edit: "changeMechanism", mechanism: mechanism.id, to }, gesture);
  return (
    <>
      <div className={form.top}>
        <TextField
          label="Mechanism"
          strong
          value={mechanism.label}
          onChange={(label, g) => change(renamed(mechanism, label), g)}
        />
        <NumberField
          label="Spread"
          value={mechanism.spread}
          min={0.01}
          max={1}
          step={0.01}
          unit={spreadWord(mechanism.spread)}
          onChange={(spread, g) => change({ spread }, g)}
        />
      </div>
      <Sentences mechanism={mechanism} />
      <TableCard mechanism={mechanism} />
      <Resulting id={mechanism.id} />
      <Anchors anchors={mechanism.anchors} onChange={(anchors, g) => change({ anchors }, g)} />
      <div className={form.top}>
        <TextField
          label="Why it is here"
          rows={2}
          value={mechanism.why}
          onChange={(why, g) => change({ why }, g)}
        />
        <TextField label="Short name" value={mechanism.short} onChange={(short, g) => change({ short }, g)} />
      </div>
      <ParagraphLinks paragraphs={mechanism.paragraphs} onChange={(paragraphs) => change({ paragraphs })} />
      <div className={styles.buttons}>
        <Tick checked={mechanism.detail} onChange={(detail) => change({ detail })}>
          A detail: not in the overview of the map
        </Tick>
        <Button className={styles.small ?? ""} onPress={() => remove("mechanism", mechanism)}>
          <Trash2 size={13} aria-hidden /> Remove this mechanism
        </Button>
      </div>
    </>
  );
}

/** The state it comes to in every period, with the open scenario's settings. */
function Resulting({ id }: { readonly id: string }) {
  const theCase = useCase();
  const now = useAnswers((state) => state.now);
  const scenario = useDocument((document) => document.scenario);
  const name = theCase.scenarios.find((one) => one.id === scenario)?.name ?? "";
  return (
    <section aria-label="Resulting state">
      <span className={styles.label}>Resulting state{name && `, ${name}`}</span>
      <div className={bars.row}>
        {theCase.horizons.map((horizon) => {
          const p = now?.answer.result.horizons[horizon.id]?.nodes[id]?.p;
          return p ? <LevelBars key={horizon.id} title={horizon.label} p={p} /> : null;
        })}
      </div>
    </section>
  );
}
