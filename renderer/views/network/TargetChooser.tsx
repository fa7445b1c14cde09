import { type CaseNetwork, variableOf } from "../../../app/model/case/network-case.ts";
import { useApp } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import styles from "./Network.module.css";

/** Which box and which of its states the question is about. */
export function TargetChooser({ network }: { readonly network: CaseNetwork }) {
  const app = useApp();
  const { variable, state } = network.target;
  const ask = (id: string, wanted?: string) => {
    const states = variableOf(network, id)?.states ?? [];
    app.edit({
      edit: "setTarget",
      variable: id,
      state: wanted ?? (states.includes(state) ? state : (states[0] ?? "")),
    });
  };
  return (
    <p className={styles.target}>
      <span>Question</span>
      <SelectField
        aria-label="Box in question"
        value={variable}
        onChange={(event) => ask(event.target.value)}
      >
        {network.variables.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      is
      <SelectField
        aria-label="State in question"
        value={state}
        onChange={(event) => ask(variable, event.target.value)}
      >
        {(variableOf(network, variable)?.states ?? []).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
    </p>
  );
}
