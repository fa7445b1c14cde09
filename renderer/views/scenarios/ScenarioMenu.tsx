import { useMemo } from "react";
import { Keyboard, Menu, MenuItem, Popover, Separator, SubmenuTrigger } from "react-aria-components";
import { shapeOf } from "../../../app/model/case/edits.ts";
import { SHAPES } from "../../../app/model/case/types.ts";
import { ShapeMark } from "../../charts/ShapeMark.tsx";
import { keysText } from "../../state/actions.ts";
import { useApp, useCase } from "../../state/context.ts";
import { duplicateScenario, moveScenario } from "../../state/scenarios.ts";
import app from "../shell/App.module.css";
import { IS_MAC } from "../shell/useKeys.ts";
import styles from "./Scenarios.module.css";

interface Props {
  readonly scenario: string;
  /** What it hangs from. */
  readonly anchor: Element;
  readonly onClose: () => void;
}

/** What can be done with one scenario. */
export function ScenarioMenu({ scenario, anchor, onClose }: Props) {
  const store = useApp();
  const theCase = useCase();
  const hook = useMemo(() => ({ current: anchor }), [anchor]);
  const place = theCase.scenarios.findIndex(({ id }) => id === scenario);
  const one = theCase.scenarios[place];
  if (!one) return null;
  const last = theCase.scenarios.length - 1;
  const shape = shapeOf(theCase, scenario);
  const item = (label: string, run: () => void, keys?: string, enabled = true) => (
    <MenuItem onAction={run} isDisabled={!enabled} textValue={label}>
      {label}
      {keys && <Keyboard>{keysText(keys, IS_MAC)}</Keyboard>}
    </MenuItem>
  );
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      triggerRef={hook}
      placement="bottom start"
    >
      <Menu
        className={`${app.menu} ${styles.menu}`}
        aria-label={`Scenario ${one.name}`}
        onClose={onClose}
        autoFocus="first"
      >
        {item("Rename", () => store.look.setState({ renaming: scenario }), "F2")}
        {item("Duplicate", () => duplicateScenario(store, scenario), "Mod+D")}
        <SubmenuTrigger>
          <MenuItem textValue="Mark">
            Mark <ShapeMark shape={shape} />
          </MenuItem>
          <Popover>
            <Menu className={`${app.menu} ${styles.menu}`} aria-label="Mark">
              {SHAPES.map((other) => (
                <MenuItem
                  key={other}
                  textValue={other}
                  onAction={() => store.edit({ edit: "setShape", scenario, shape: other })}
                >
                  <span className={styles.entry}>
                    <ShapeMark shape={other} /> {other}
                  </span>
                  {other === shape && <span aria-label="chosen">✓</span>}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </SubmenuTrigger>
        {item("Story and changes…", () => store.look.setState({ dialog: { kind: "scenario", scenario } }))}
        <Separator />
        {item("Move left", () => moveScenario(store, scenario, place - 1), "Mod+Shift+PageUp", place > 0)}
        {item(
          "Move right",
          () => moveScenario(store, scenario, place + 1),
          "Mod+Shift+PageDown",
          place < last,
        )}
        <Separator />
        {item("Remove", () => store.edit({ edit: "removeScenario", scenario }), undefined, last > 0)}
      </Menu>
    </Popover>
  );
}
