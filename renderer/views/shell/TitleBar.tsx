import { ChevronDown, Download, Presentation, Redo2, Search, Undo2, Waypoints } from "lucide-react";
import {
  Button,
  Header,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { useEffect, useState } from "react";
import type { FileRef } from "../../../app/bridge/contract.ts";
import { keysText } from "../../state/actions.ts";
import { useApp, useCase, useDocument, useNetworkCase } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";
import { SHIPPED } from "../../state/shipped.ts";
import { ScenarioTabs } from "../scenarios/ScenarioTabs.tsx";
import styles from "./App.module.css";
import { useActions } from "./useActions.ts";
import { IS_MAC } from "./useKeys.ts";

/** Case, scenario, undo, search, export. */
export function TitleBar({ files }: { readonly files: Files }) {
  const app = useApp();
  const actions = useActions(files);
  const network = useNetworkCase();
  const [undo, redo, present] = ["undo", "redo", "present"].map((id) => actions.find((one) => one.id === id));
  return (
    <header className={styles.title}>
      <span className={styles.mark}>
        <Waypoints size={17} strokeWidth={2} aria-hidden />
      </span>
      <CaseMenu files={files} />
      <i className={styles.rule} />
      {!network && <ScenarioTabs />}
      <span className={styles.space} />
      {[undo, redo].map(
        (action, i) =>
          action && (
            <Button
              key={action.id}
              className={styles.icon ?? ""}
              aria-label={action.label}
              isDisabled={!action.enabled}
              onPress={action.run}
            >
              {i === 0 ? <Undo2 size={16} aria-hidden /> : <Redo2 size={16} aria-hidden />}
            </Button>
          ),
      )}
      <Button
        className={styles.search ?? ""}
        aria-label={`Find or do anything ${keysText("Mod+K", IS_MAC)}`}
        onPress={() => app.look.setState({ dialog: { kind: "palette" } })}
      >
        <Search size={14} aria-hidden />
        <span>Find or do anything</span> <kbd>{keysText("Mod+K", IS_MAC)}</kbd>
      </Button>
      {present?.enabled && (
        <Button
          className={`${styles.button} ${styles.present}`}
          aria-label={present.label}
          onPress={present.run}
        >
          <Presentation size={15} aria-hidden /> <span>{present.label}</span>
        </Button>
      )}
      <Button
        className={`${styles.button} ${styles.primary}`}
        onPress={() => app.look.setState({ dialog: { kind: "export", chart: null } })}
      >
        <Download size={15} aria-hidden /> Export
      </Button>
    </header>
  );
}

/** The case's name opens what can be done with documents. */
function CaseMenu({ files }: { readonly files: Files }) {
  const app = useApp();
  const { title } = useCase();
  const edited = useDocument(({ history, saved }) => history.present !== saved);
  const actions = useActions(files).filter(
    ({ group, id }) => group === "File" || id === "screen.author" || id === "editNetwork",
  );
  const [open, setOpen] = useState(false);
  const [recent, setRecent] = useState<readonly FileRef[]>([]);
  useEffect(() => {
    if (open) app.host.call("recent:list").then(setRecent, () => setRecent([]));
  }, [open, app]);
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={styles.case ?? ""} aria-label={`${title}${edited ? ", edited" : ""}: case menu`}>
        {title}
        {edited && <span aria-hidden="true">•</span>}
        <ChevronDown size={13} strokeWidth={2} aria-hidden />
      </Button>
      <Popover placement="bottom start">
        <Menu className={styles.menu ?? ""} aria-label="Case">
          <MenuSection>
            <Header>New from a case that ships with Entente</Header>
            {SHIPPED.map((one) => (
              <MenuItem key={one.id} onAction={() => void files.newFrom(one.id)}>
                {one.title}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator />
          <MenuSection aria-label="File">
            {actions.map(({ id, label, keys, run, enabled }) => (
              <MenuItem key={id} onAction={run} isDisabled={!enabled} textValue={label}>
                {label}
                {keys[0] && <Keyboard>{keysText(keys[0], IS_MAC)}</Keyboard>}
              </MenuItem>
            ))}
          </MenuSection>
          {recent.length > 0 && <Separator />}
          {recent.length > 0 && (
            <MenuSection>
              <Header>Recent</Header>
              {recent.map((file) => (
                <MenuItem
                  key={file.handle}
                  onAction={() => void files.openRef(file.handle)}
                  textValue={file.name}
                >
                  {file.name}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
