import { CircleHelp, Settings } from "lucide-react";
import { useMemo } from "react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { isClosed } from "../../../app/model/session/state.ts";
import { actionsOf } from "../../state/actions.ts";
import { useApp, useArgument, useLook } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";
import type { ThemeChoice } from "../../state/look.ts";
import { screensOf } from "../../state/screens.ts";
import styles from "./App.module.css";
import { BODIES } from "./bodies.tsx";

const THEMES: readonly (readonly [ThemeChoice, string])[] = [
  ["system", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
  ["contrast", "High contrast"],
];

/** What says that a workshop waits to be gone on with. */
const WAITS = "workshop-waits";

/** The screens, help and settings. */
export function Rail({ files }: { readonly files: Files }) {
  const app = useApp();
  const theCase = useArgument();
  const { screen, theme, letters } = useLook(({ screen, theme, letters }) => ({ screen, theme, letters }));
  const newest = theCase.sessions?.at(-1);
  const waiting = newest !== undefined && !isClosed(newest);
  const help = useMemo(() => actionsOf(app, files).filter(({ group }) => group === "Help"), [app, files]);
  return (
    <nav className={styles.rail} aria-label="Screens">
      {screensOf(theCase)
        .filter(({ rare, id }) => !rare || id === screen)
        .map(({ id, label }) => {
          const { icon: Icon } = BODIES[id];
          const open = id === "workshop" && id !== screen && waiting;
          return (
            <Button
              key={id}
              {...(id === screen ? { "aria-current": "page" as const } : {})}
              onPress={() => app.look.setState({ screen: id, fullMap: false })}
              aria-label={label}
              {...(open ? { "aria-describedby": WAITS } : {})}
            >
              <Icon size={19} strokeWidth={1.6} aria-hidden />
              <span>{label}</span>
              {open && (
                <em id={WAITS} title="A workshop is not closed yet: go on with it">
                  open
                </em>
              )}
            </Button>
          );
        })}
      <i className={styles.space} />
      <MenuTrigger>
        <Button aria-label="Help">
          <CircleHelp size={18} strokeWidth={1.6} aria-hidden />
          <span>Help</span>
        </Button>
        <Popover placement="right bottom">
          <Menu className={styles.menu ?? ""} aria-label="Help">
            {help.map(({ id, label, run }) => (
              <MenuItem key={id} onAction={run}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <MenuTrigger>
        <Button aria-label="Settings">
          <Settings size={18} strokeWidth={1.6} aria-hidden />
          <span>Settings</span>
        </Button>
        <Popover placement="right bottom">
          <Menu className={styles.menu ?? ""} aria-label="Settings">
            <MenuSection
              selectionMode="single"
              selectedKeys={[theme]}
              onSelectionChange={(keys) => {
                const [key] = keys === "all" ? [] : keys;
                const next = THEMES.find(([id]) => id === key)?.[0];
                if (next) app.setTheme(next);
              }}
            >
              <Header>Theme</Header>
              {THEMES.map(([id, label]) => (
                <MenuItem key={id} id={id} textValue={label}>
                  {label}
                  {id === theme && <span aria-hidden="true">✓</span>}
                </MenuItem>
              ))}
            </MenuSection>
            <MenuSection>
              <Header>Keyboard</Header>
              <MenuItem onAction={() => app.setLetters(!letters)}>
                {letters ? "Switch single-letter shortcuts off" : "Switch single-letter shortcuts on"}
              </MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
    </nav>
  );
}
