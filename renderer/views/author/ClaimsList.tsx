import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { claimHorizons } from "../../../app/model/case/mentions.ts";
import type { Case, Claim } from "../../../app/model/case/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { addClaim } from "./adding.ts";
import styles from "./Author.module.css";
import { TextField } from "./fields.tsx";
import parts from "./Parts.module.css";
import { Tick } from "./Tick.tsx";

/** What the source claims; each claim is linked to the parts that rest on it. */
export function ClaimsList({ part }: { readonly part: string | null }) {
  const app = useApp();
  const theCase = useCase();
  const [which, setWhich] = useState<"all" | "here" | "unlinked">("all");
  const [open, setOpen] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const here = ({ about }: Claim) => part !== null && about.includes(part);
  const shown = theCase.claims.filter((claim) =>
    which === "all" ? true : which === "here" ? here(claim) : claim.about.length === 0,
  );
  return (
    <section className={styles.part} aria-label="Claims" data-region="claims">
      <div className={styles.title}>
        <h2>Claims</h2>
        <span className={styles.count}>
          {theCase.claims.length === 1 ? "1 claim" : `${theCase.claims.length} claims`}
        </span>
      </div>
      <Switch
        label="Which claims"
        items={[
          ["all", "All"],
          ["here", "Linked here"],
          ["unlinked", "Unlinked"],
        ]}
        chosen={which}
        onChoose={setWhich}
      />
      <ul className={parts.claims} style={{ marginTop: 8 }}>
        {shown.map((claim) => (
          <li key={claim.id} className={open === claim.id ? parts.open : undefined}>
            <button
              type="button"
              className={parts.claim}
              aria-expanded={open === claim.id}
              onClick={() => setOpen(open === claim.id ? null : claim.id)}
            >
              <p>{claim.text}</p>
              <span className={parts.meta}>
                <span>{claim.saidBy === "author" ? "the author" : claim.saidBy}</span>
                <span>{claim.type}</span>
                <span>{claim.paragraph}</span>
              </span>
            </button>
            {open === claim.id && <ClaimEdit claim={claim} theCase={theCase} />}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className={parts.none}>
          {which === "here"
            ? "No claim is linked to this part: open one and link it."
            : which === "unlinked"
              ? "Every claim is linked to a part."
              : "No claims yet. Select words in the text and press Claim, or note one here in your own words."}
        </p>
      )}
      <form
        className={parts.add}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === "") return;
          addClaim(app, theCase, {
            text: typed.trim(),
            paragraph: "",
            about: part === null ? [] : [part],
          });
          setTyped("");
        }}
      >
        <input
          aria-label="A new claim"
          placeholder="A claim in your own words"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" className={styles.small ?? ""} isDisabled={typed.trim() === ""}>
          <Plus size={13} aria-hidden /> Note
        </Button>
      </form>
      <p className={styles.help} style={{ marginTop: 10 }}>
        Claims are put in our own words; the words of others stay where they are.
      </p>
    </section>
  );
}

const POINTS = [
  ["+", "For a break"],
  ["0", "Neither"],
  ["-", "Against"],
] as const;

/** One claim: its words, who said it and where, and what it is about. */
function ClaimEdit({ claim, theCase }: { readonly claim: Claim; readonly theCase: Case }) {
  const app = useApp();
  const all = [...theCase.factors, ...theCase.mechanisms];
  const put = (to: Partial<Claim>, gesture: string | null = null) =>
    app.edit({ edit: "putClaim", claim: { ...claim, ...to } }, gesture);
  const items = theCase.source.items ?? [];
  return (
    <div className={parts.edit}>
      <div className={styles.chips}>
        {claim.about.map((id) => (
          <span key={id} className={parts.chip}>
            {all.find((one) => one.id === id)?.short ?? id}
            <Button
              aria-label={`Unlink ${all.find((one) => one.id === id)?.short ?? id}`}
              onPress={() => put({ about: claim.about.filter((one) => one !== id) })}
            >
              <X size={12} aria-hidden />
            </Button>
          </span>
        ))}
      </div>
      <SelectField
        aria-label="Link this claim to"
        value=""
        onChange={({ target }) => target.value !== "" && put({ about: [...claim.about, target.value] })}
      >
        <option value="">+ link to…</option>
        {all
          .filter(({ id }) => !claim.about.includes(id))
          .map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
      </SelectField>
      <TextField
        label="Claim"
        rows={2}
        value={claim.text}
        onChange={(text, gesture) => put({ text }, gesture)}
      />
      <div className={parts.pair}>
        <TextField label="Said by" value={claim.saidBy} onChange={(saidBy, g) => put({ saidBy }, g)} />
        <TextField
          label="Paragraph"
          value={claim.paragraph}
          onChange={(paragraph, g) => put({ paragraph }, g)}
        />
        <TextField label="Date" value={claim.date} onChange={(date, g) => put({ date }, g)} />
        <TextField label="Kind" value={claim.type} onChange={(type, g) => put({ type }, g)} />
        <TextField
          label="How firm"
          placeholder="documented, reported, opinion"
          value={claim.firmness}
          onChange={(firmness, g) => put({ firmness }, g)}
        />
        <TextField
          label="How it was read"
          placeholder="whole, in an excerpt, later account"
          value={claim.status ?? ""}
          onChange={(status, g) => put({ status }, g)}
        />
      </div>
      <Switch
        label="Where the claim points"
        items={POINTS}
        chosen={POINTS.find(([id]) => id === claim.towardsBreak)?.[0] ?? "0"}
        onChoose={(towardsBreak) => put({ towardsBreak })}
      />
      <SpeaksOf claim={claim} theCase={theCase} onChange={(horizon) => put({ horizon })} />
      {items.length > 0 && (
        <SelectField
          aria-label="Source of this claim"
          value={claim.sources?.[0] ?? ""}
          onChange={({ target }) => {
            const { sources: _before, ...rest } = claim;
            const known = items.some(({ id }) => id === target.value);
            app.edit({ edit: "putClaim", claim: known ? { ...rest, sources: [target.value] } : rest });
          }}
        >
          <option value="">No source named</option>
          {items.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      )}
      <div className={styles.buttons}>
        <Button
          className={styles.small ?? ""}
          onPress={() => app.edit({ edit: "removeClaim", claim: claim.id })}
        >
          Remove this claim
        </Button>
      </div>
    </div>
  );
}

/** The periods a claim speaks of; at least one, and all of them are one word. */
function SpeaksOf({
  claim,
  theCase,
  onChange,
}: {
  readonly claim: Claim;
  readonly theCase: Case;
  readonly onChange: (horizon: Claim["horizon"]) => void;
}) {
  const spoken = claimHorizons(theCase, claim);
  const { horizons } = theCase;
  const turn = (id: string, on: boolean): void => {
    const next = horizons.map((one) => one.id).filter((one) => (one === id ? on : spoken.includes(one)));
    if (next.length > 0) onChange(next.length === horizons.length ? "all" : next);
  };
  return (
    <fieldset className={parts.speaks}>
      <legend>Speaks of</legend>
      {horizons.map(({ id, label }) => (
        <Tick key={id} checked={spoken.includes(id)} onChange={(on) => turn(id, on)}>
          {label}
        </Tick>
      ))}
    </fieldset>
  );
}
