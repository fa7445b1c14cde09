import { X } from "lucide-react";
import { Button } from "react-aria-components";
import { useCase } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "./fields.tsx";
import parts from "./Parts.module.css";
import css from "./Sentences.module.css";
import { useEdit } from "./useEdit.ts";

interface ArrowProps {
  readonly from: string;
  readonly to: string;
}

/** Why an arrow is there. */
export function Because({ from, to }: ArrowProps) {
  const edit = useEdit();
  const link = useLink(from, to);
  return (
    <TextField
      label="Because"
      placeholder="Why it does so, in a clause"
      value={link?.reason ?? ""}
      onChange={(reason, g) => edit({ edit: "setArrow", from, to, reason }, g)}
    />
  );
}

/** The claims that an arrow rests on. */
export function ArrowClaims({ from, to, about }: ArrowProps & { readonly about: string }) {
  const edit = useEdit();
  const { claims } = useCase();
  const link = useLink(from, to);
  const on = link?.claims ?? [];
  const free = claims.filter(({ id }) => !on.includes(id));
  if (claims.length === 0 || link === undefined) return null;
  const put = (next: readonly string[]) => edit({ edit: "setArrow", from, to, claims: next });
  return (
    <span className={css.claims}>
      {on.map((id) => (
        <span key={id} className={parts.chip} title={claims.find((one) => one.id === id)?.text}>
          {id}
          <Button
            aria-label={`${about} no longer rests on ${id}`}
            onPress={() => put(on.filter((one) => one !== id))}
          >
            <X size={12} aria-hidden />
          </Button>
        </span>
      ))}
      <SelectField
        aria-label={`Claim that ${about} rests on`}
        value=""
        onChange={({ target }) => target.value !== "" && put([...on, target.value])}
      >
        <option value="">+ claim…</option>
        {free.map(({ id, text }) => (
          <option key={id} value={id}>
            {id} {text.slice(0, 70)}
          </option>
        ))}
      </SelectField>
    </span>
  );
}

const useLink = (from: string, to: string) =>
  useCase().links.find((one) => one.from === from && one.to === to);
