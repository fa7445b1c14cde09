import { Plus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import {
  CREDIBILITIES,
  type EvidenceItem,
  type EvidenceSource,
  RELIABILITIES,
} from "../../../app/model/case/evidence-types.ts";
import { logOf } from "../../../app/model/case/settings.ts";
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from "../../../app/model/evidence/grades.ts";
import { useApp, useCase, useLook } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { BearingField } from "./BearingField.tsx";
import { Before } from "./Before.tsx";
import { emptyDraft, finished, isEmpty } from "./draft.ts";
import styles from "./Evidence.module.css";

/** A new item, or one of the log being changed. Nothing of it is recorded before one of the two buttons. */
export function ItemForm() {
  const app = useApp();
  const theCase = useCase();
  const kept = useLook((look) => look.draft);
  const asked = useLook((look) => look.draftAsked);
  const title = useRef<HTMLTextAreaElement>(null);
  // E asks for the form: once it is there, one types.
  useEffect(() => {
    if (asked > 0) title.current?.focus();
  }, [asked]);
  const draft = kept ?? emptyDraft(theCase);
  const known = logOf(theCase).find(({ id }) => id === draft.id);
  const set = (change: Partial<EvidenceItem>) => app.look.setState({ draft: { ...draft, ...change } });
  const setSource = (i: number, change: Partial<EvidenceSource>) =>
    set({ sources: draft.sources.map((source, k) => (k === i ? { ...source, ...change } : source)) });
  const missing = draft.title.trim() === "" ? "Say what happened first." : null;
  const record = (counts: boolean): void => {
    if (missing) return title.current?.focus();
    const item = finished(draft, counts);
    app.edit({ edit: known ? "changeEvidence" : "addEvidence", item });
    app.look.setState({ draft: null });
    app.notify(`${counts ? "Recorded and counted" : "Recorded only"}: ${item.title}`);
  };
  const origins = [...new Set(logOf(theCase).flatMap(({ origin }) => origin ?? []))];
  return (
    <section className={styles.card} aria-label={known ? "Edit item" : "New item"} data-region="item">
      <header className={styles.head}>
        <h2>{known ? "Edit item" : "New item"}</h2>
        <span className={styles.chip}>
          {known?.counts ? "counts" : known ? "on record only" : "not yet counted"}
        </span>
      </header>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <label className={styles.row}>
          <span>What happened</span>
          <textarea
            ref={title}
            rows={2}
            value={draft.title}
            onChange={({ target }) => set({ title: target.value.replaceAll("\n", " ") })}
          />
        </label>
        <div className={styles.row}>
          <span>Dates</span>
          <div className={styles.pair}>
            <label className={styles.labelled}>
              <span>event</span>
              <input
                aria-label="Date of the event"
                placeholder="2019-02-02"
                value={draft.eventDate ?? ""}
                onChange={({ target }) => set({ eventDate: target.value })}
              />
            </label>
            <label className={styles.labelled}>
              <span>report</span>
              <input
                aria-label="Date of the report"
                placeholder="2019-02-03"
                value={draft.reportDate ?? ""}
                onChange={({ target }) => set({ reportDate: target.value })}
              />
            </label>
          </div>
        </div>
        {draft.sources.map((source, i) => (
          <fieldset key={i} className={styles.row}>
            <legend>{draft.sources.length > 1 ? `Source ${i + 1}` : "Source"}</legend>
            <div className={styles.source}>
              <div className={styles.pair}>
                <input
                  aria-label="Name of the source"
                  placeholder="Who says so"
                  value={source.name}
                  onChange={({ target }) => setSource(i, { name: target.value })}
                />
                <input
                  aria-label="Link or digest"
                  placeholder="Link or digest"
                  value={source.link ?? ""}
                  onChange={({ target }) => setSource(i, { link: target.value })}
                />
                {draft.sources.length > 1 && (
                  <Button
                    className={styles.more ?? ""}
                    aria-label={`Remove source ${i + 1}`}
                    onPress={() => set({ sources: draft.sources.toSpliced(i, 1) })}
                  >
                    <X size={14} aria-hidden />
                  </Button>
                )}
              </div>
              <div className={styles.pair}>
                <SelectField
                  aria-label="Reliability of the source"
                  value={source.reliability}
                  onChange={({ target }) =>
                    setSource(i, { reliability: RELIABILITIES.find((one) => one === target.value) ?? "F" })
                  }
                >
                  {RELIABILITIES.map((grade) => (
                    <option key={grade} value={grade}>
                      {grade} · {RELIABILITY_WORDS[grade]}
                    </option>
                  ))}
                </SelectField>
                <SelectField
                  aria-label="Credibility of the report"
                  value={source.credibility}
                  onChange={({ target }) =>
                    setSource(i, {
                      credibility: CREDIBILITIES.find((one) => String(one) === target.value) ?? 6,
                    })
                  }
                >
                  {CREDIBILITIES.map((grade) => (
                    <option key={grade} value={grade}>
                      {grade} · {CREDIBILITY_WORDS[grade]}
                    </option>
                  ))}
                </SelectField>
              </div>
            </div>
          </fieldset>
        ))}
        <Button
          className={styles.add ?? ""}
          onPress={() => set({ sources: [...draft.sources, { name: "", reliability: "C", credibility: 3 }] })}
        >
          <Plus size={13} aria-hidden /> Add a source
        </Button>
        {[...draft.bearsOn, ...(draft.bearsOn.length === 0 ? [null] : [])].map((bearing, i) => (
          <BearingField
            key={i}
            bearing={bearing}
            first={i === 0}
            onChange={(next) =>
              set({
                bearsOn:
                  next === null
                    ? draft.bearsOn.toSpliced(i, 1)
                    : bearing === null
                      ? [next]
                      : draft.bearsOn.with(i, next),
              })
            }
          />
        ))}
        {draft.bearsOn.length > 0 && theCase.indicators.length > 0 && (
          <Button
            className={styles.add ?? ""}
            onPress={() =>
              set({ bearsOn: [...draft.bearsOn, { indicator: theCase.indicators[0]?.id ?? "", seen: true }] })
            }
          >
            <Plus size={13} aria-hidden /> Also bears on
          </Button>
        )}
        <details className={styles.fold} open={(draft.origin ?? draft.note ?? "") !== "" || undefined}>
          <summary>Origin and note</summary>
          <label className={styles.row}>
            <span>Origin</span>
            <input
              list="evidence-origins"
              placeholder="Same word for reports of one story"
              value={draft.origin ?? ""}
              onChange={({ target }) => set({ origin: target.value })}
            />
          </label>
          <datalist id="evidence-origins">
            {origins.map((origin) => (
              <option key={origin} value={origin} />
            ))}
          </datalist>
          <label className={styles.row}>
            <span>Note</span>
            <input value={draft.note ?? ""} onChange={({ target }) => set({ note: target.value })} />
          </label>
        </details>
      </form>
      <Before
        draft={draft}
        known={known ?? null}
        missing={missing}
        onRecord={record}
        onLeave={kept && (known || !isEmpty(draft)) ? () => app.look.setState({ draft: null }) : null}
      />
    </section>
  );
}
