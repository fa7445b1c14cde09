import { Ellipsis } from "lucide-react";
import { memo } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import styles from "./ChartFrame.module.css";

/** What can be taken from a chart. */
export type Take = "picture" | "svg" | "data" | "export";

const TAKES: readonly (readonly [Take, string])[] = [
  ["picture", "Copy picture"],
  ["svg", "Copy as SVG"],
  ["data", "Copy data"],
  ["export", "Export…"],
];

interface Props {
  readonly title: string;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  readonly onTake?: ((kind: Take) => void) | undefined;
}

/** What a chart can be turned into: its table, a picture, data, a file. */
export const ChartMenu = memo(function ChartMenu({ title, asTable, onTable, onTake }: Props) {
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ""} aria-label={`Table, copy or export: ${title}`}>
        <Ellipsis size={15} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom end">
        <Menu
          className={styles.menu ?? ""}
          aria-label={title}
          onAction={(key) => {
            const take = TAKES.find(([kind]) => kind === key);
            if (take) onTake?.(take[0]);
            else onTable(!asTable);
          }}
        >
          <MenuItem id="table" className={styles.item ?? ""}>
            {asTable ? "As chart" : "As table"}
          </MenuItem>
          {onTake && <Separator className={styles.separator ?? ""} />}
          {onTake &&
            TAKES.map(([kind, label]) => (
              <MenuItem key={kind} id={kind} className={styles.item ?? ""}>
                {label}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});
