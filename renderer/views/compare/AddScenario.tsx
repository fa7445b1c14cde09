import { Plus } from "lucide-react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { shapeOf } from "../../../app/model/case/edits.ts";
import { ShapeMark } from "../../charts/ShapeMark.tsx";
import { useApp, useCase } from "../../state/context.ts";
import { MOST_COMPARED } from "../../state/scenarios.ts";
import button from "../../ui/button.module.css";
import scenarios from "../scenarios/Scenarios.module.css";
import shell from "../shell/App.module.css";
import styles from "./Compare.module.css";
import type { Column } from "./useColumns.ts";

/** Which scenarios stand side by side: a list to tick, four at most. */
export function AddScenario({
  columns,
  short,
}: {
  readonly columns: readonly Column[];
  readonly short: boolean;
}) {
  const app = useApp();
  const theCase = useCase();
  const ids = columns.map(({ scenario }) => scenario.id);
  const full = ids.length >= MOST_COMPARED;
  return (
    <MenuTrigger>
      <Button className={`${button.button} ${styles.add}`} aria-label="Add scenario">
        <Plus size={14} strokeWidth={2} aria-hidden />
        {!short && <span>Add scenario</span>}
      </Button>
      <Popover placement="bottom end">
        <Menu
          className={`${shell.menu} ${scenarios.menu}`}
          aria-label="Scenarios side by side"
          selectionMode="multiple"
          selectedKeys={ids}
          disabledKeys={full ? theCase.scenarios.map(({ id }) => id).filter((id) => !ids.includes(id)) : []}
          onSelectionChange={(keys) => {
            if (keys === "all") return;
            const kept = ids.filter((id) => keys.has(id));
            const added = theCase.scenarios
              .map(({ id }) => id)
              .filter((id) => keys.has(id) && !ids.includes(id));
            const next = [...kept, ...added].slice(0, MOST_COMPARED);
            if (next.length > 0) app.look.setState({ compared: next });
          }}
        >
          <MenuSection>
            <Header>{full ? "Four side by side are the most" : "Side by side, four at most"}</Header>
            {theCase.scenarios.map(({ id, name }) => (
              <MenuItem key={id} id={id} textValue={name}>
                <span className={scenarios.entry}>
                  <ShapeMark shape={shapeOf(theCase, id)} /> {name}
                </span>
                {ids.includes(id) && <span aria-hidden="true">✓</span>}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
