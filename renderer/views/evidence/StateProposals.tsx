import { Button } from "react-aria-components";
import { levelAt } from "../../../app/model/case/edits.ts";
import type { Bearing, EvidenceItem } from "../../../app/model/case/evidence-types.ts";
import { entryOf, nameOf } from "../../../app/model/case/settings.ts";
import { type Case, type Inputs, type Level, LEVELS } from "../../../app/model/case/types.ts";
import type { OpenEdit } from "../../state/app.ts";
import { useApp, useCase, useSettings } from "../../state/context.ts";
import sequelStyles from "./Sequel.module.css";
import styles from "./Evidence.module.css";
import { levelLabel } from "./words.ts";

export interface Proposal {
  readonly label: string;
  readonly edit: OpenEdit;
}

/**
 * What an item that bears on a state lets one do about it: a factor's state is set from now on, a mechanism is taken as
 * seen. Null where it is so already, or where the item gives a mechanism no level.
 */
export function proposalOf(theCase: Case, settings: Inputs, bearing: Bearing): Proposal | null {
  if ("indicator" in bearing) return null;
  const { node } = bearing;
  const name = nameOf(theCase, node);
  if (theCase.factors.some(({ id }) => id === node)) {
    const now = theCase.horizons.map(({ id }) => levelAt(theCase, settings, node, id));
    const step =
      "level" in bearing ? LEVELS.indexOf(bearing.level) : LEVELS.indexOf(now[0] ?? "M") + bearing.strength;
    const level: Level = LEVELS[Math.min(4, Math.max(0, step))] ?? "M";
    if (now.every((one) => one === level) || ("strength" in bearing && level === now[0])) return null;
    return {
      label: `Set ${name} to ${levelLabel(theCase, level).toLowerCase()}`,
      edit: { edit: "setLevel", factor: node, horizon: "all", level },
    };
  }
  if (!("level" in bearing) || entryOf(settings.observe, node) === bearing.level) return null;
  return {
    label: `Take ${name} as seen to be ${levelLabel(theCase, bearing.level).toLowerCase()}`,
    edit: { edit: "setObserve", id: node, value: bearing.level },
  };
}

/** Buttons that change a state as an item proposes: an edit of the open scenario like any other. */
export function StateProposals({ item }: { readonly item: EvidenceItem }) {
  const app = useApp();
  const theCase = useCase();
  const settings = useSettings();
  const proposals = item.bearsOn.flatMap((bearing) => proposalOf(theCase, settings, bearing) ?? []);
  if (proposals.length === 0) return null;
  return (
    <p className={sequelStyles.proposals}>
      {proposals.map(({ label, edit }) => (
        <Button key={label} className={styles.small ?? ""} onPress={() => app.change(edit)}>
          {label}
        </Button>
      ))}
    </p>
  );
}
