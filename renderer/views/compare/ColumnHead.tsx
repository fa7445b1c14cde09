import { memo } from "react";
import { Ellipsis } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { baseOf } from "../../../app/model/case/edits.ts";
import { asBase } from "../scenarios/changesText.ts";
import { ShapeMark } from "../../charts/ShapeMark.tsx";
import { useApp, useCase, useDocument } from "../../state/context.ts";
import { comparedOf } from "../../state/scenarios.ts";
import shell from "../shell/App.module.css";
import styles from "./Compare.module.css";
import type { Column } from "./useColumns.ts";

/** Changes that stand in the head of a column; the others are one click away. */
const SHOWN = 2;

interface Props {
  readonly column: Column;
  readonly place: number;
  readonly count: number;
}

/** A scenario's mark, name and differences in words, and what can be done with its column. */
export const ColumnHead = memo(function ColumnHead({
  column: { scenario, shape, changes },
  place,
  count,
}: Props) {
  const app = useApp();
  const theCase = useCase();
  const open = useDocument((state) => state.scenario);
  const base = baseOf(theCase, scenario.id);
  const arrange = (change: (ids: string[]) => string[]): void => {
    const ids = comparedOf(theCase.scenarios, open, app.look.getState().compared);
    app.look.setState({ compared: change(ids) });
  };
  const moveTo = (to: number) =>
    arrange((ids) => ids.filter((id) => id !== scenario.id).toSpliced(to, 0, scenario.id));
  const details = () => app.look.setState({ dialog: { kind: "scenario", scenario: scenario.id } });
  const rest = changes.length - SHOWN;
  const from = base.isSource ? "" : `From ${base.name}: `;
  const said =
    changes.length === 0
      ? scenario.story || `${asBase(theCase, base)}.`
      : `${from}${changes
          .slice(0, SHOWN)
          .map(({ text }) => text)
          .join(". ")}.`;
  return (
    <section className={styles.column} aria-label={scenario.name}>
      <h2>
        <ShapeMark shape={shape} size={12} />
        <span className={styles.name} title={scenario.name}>
          {scenario.name}
        </span>
        {place === 0 && <em>baseline</em>}
        <MenuTrigger>
          <Button className={styles.more ?? ""} aria-label={`Column ${scenario.name}`}>
            <Ellipsis size={15} aria-hidden />
          </Button>
          <Popover placement="bottom end">
            <Menu className={shell.menu ?? ""} aria-label={`Column ${scenario.name}`}>
              <MenuItem isDisabled={place === 0} onAction={() => moveTo(0)}>
                Make it the baseline
              </MenuItem>
              <MenuItem isDisabled={place === 0} onAction={() => moveTo(place - 1)}>
                Move left
              </MenuItem>
              <MenuItem isDisabled={place === count - 1} onAction={() => moveTo(place + 1)}>
                Move right
              </MenuItem>
              <MenuItem
                isDisabled={count === 1}
                onAction={() => arrange((ids) => ids.filter((id) => id !== scenario.id))}
              >
                Take out of the comparison
              </MenuItem>
              <Separator />
              <MenuItem
                onAction={() => {
                  app.document.open(scenario.id);
                  app.look.setState({ screen: "explore", fullMap: false });
                }}
              >
                Open in Explore
              </MenuItem>
              <MenuItem onAction={details}>Story and changes…</MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </h2>
      <p>
        {said}{" "}
        {rest > 0 && (
          <Button className={styles.rest ?? ""} onPress={details}>
            {`and ${String(rest)} more ${rest === 1 ? "change" : "changes"}`}
          </Button>
        )}
      </p>
    </section>
  );
});
