import { ChevronDown, Plus } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { baseOf, changes, shapeOf } from "../../../app/model/case/edits.ts";
import type { Scenario } from "../../../app/model/case/types.ts";
import { ShapeMark } from "../../charts/ShapeMark.tsx";
import { measureText } from "../../charts/text.ts";
import { useFonts } from "../../charts/useFonts.ts";
import { useSize } from "../../charts/useSize.ts";
import { useApp, useCase, useDocument, useLook } from "../../state/context.ts";
import { moveScenario, newScenario } from "../../state/scenarios.ts";
import { useLayout } from "../../ui/useLayout.ts";
import app from "../shell/App.module.css";
import { changesText } from "./changesText.ts";
import { tabsThatFit } from "./fit.ts";
import { RenameField } from "./RenameField.tsx";
import { ScenarioMenu } from "./ScenarioMenu.tsx";
import styles from "./Scenarios.module.css";

/** px of a tab beside its name, and of the longest name that is not shortened. */
const AROUND = 40;
const WIDEST = 180;
const MORE = 58;
/** px of the two buttons after the tabs. */
const BUTTONS = 66;
/** px a tab is drawn before it moves. */
const SLOP = 6;

/** The scenarios of the case in the title bar: one is open, the others a click away. */
export function ScenarioTabs() {
  useFonts();
  const small = useLayout() === "small";
  const { scenarios } = useCase();
  const open = useDocument((state) => state.scenario);
  const renaming = useLook((look) => look.renaming);
  const { ref, size } = useSize<HTMLDivElement>();
  const store = useApp();
  const [menu, setMenu] = useState<{ readonly scenario: string; readonly anchor: Element } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const theCase = useCase();
  const edits = changes(theCase, open).length;
  const suffix = (scenario: Scenario) =>
    scenario.id === open && edits > 0 ? ` · ${changesText(edits)}` : "";
  const widths = scenarios.map(
    (one) =>
      Math.min(WIDEST, Math.ceil(measureText(one.name, { size: 13, weight: 560 }))) +
      Math.ceil(measureText(suffix(one), { size: 13, weight: 560 })) +
      AROUND,
  );
  const shown = tabsThatFit(
    widths,
    scenarios.findIndex(({ id }) => id === open),
    size.width - BUTTONS,
    MORE,
  );
  const tabs = shown.flatMap((place) => scenarios[place] ?? []);
  const rest = scenarios.filter((one) => !tabs.includes(one));
  const drag = useTabDrag(list, (scenario, before) => {
    const [from, to] = [scenario, before].map((id) => scenarios.findIndex((one) => one.id === id));
    if (from !== undefined && to !== undefined) moveScenario(store, scenario, to);
  });

  const onKey = (event: KeyboardEvent<HTMLElement>, scenario: string): void => {
    const at = tabs.findIndex(({ id }) => id === scenario);
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (to !== undefined) {
      const next = tabs[(to + tabs.length) % tabs.length];
      if (!next) return;
      store.document.open(next.id);
      list.current?.querySelector<HTMLElement>(`[data-scenario="${CSS.escape(next.id)}"]`)?.focus();
    } else if (event.key === "F2") store.look.setState({ renaming: scenario });
    else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey))
      setMenu({ scenario, anchor: event.currentTarget });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const scenarioMenu = menu && (
    <ScenarioMenu scenario={menu.scenario} anchor={menu.anchor} onClose={() => setMenu(null)} />
  );
  const add = (
    <Button
      className={app.icon ?? ""}
      aria-label="New scenario from the open one"
      onPress={() => newScenario(store)}
    >
      <Plus size={16} aria-hidden />
    </Button>
  );
  const rowMenu = (
    <Button
      className={`${app.icon} ${styles.about}`}
      aria-label="Open scenario: rename, duplicate, move, remove"
      aria-haspopup="menu"
      onPress={({ target }) => setMenu({ scenario: open, anchor: target })}
    >
      <ChevronDown size={14} aria-hidden />
    </Button>
  );

  if (small)
    return (
      <div className={styles.one}>
        {renaming === open ? (
          <RenameField scenario={open} />
        ) : (
          <ScenarioList
            scenarios={scenarios}
            label={`Scenario: ${scenarios.find(({ id }) => id === open)?.name ?? ""}${edits > 0 ? `, ${changesText(edits)}` : ""}`}
          >
            <Mark id={open} />
            <span className={styles.name}>{scenarios.find(({ id }) => id === open)?.name}</span>
            {edits > 0 && <span className={styles.count}>· {edits}</span>}
            <ChevronDown size={13} strokeWidth={2} aria-hidden />
          </ScenarioList>
        )}
        {add}
        {rowMenu}
        {scenarioMenu}
      </div>
    );
  return (
    <div ref={ref} className={styles.room} data-region="scenarios">
      <div
        ref={list}
        role="tablist"
        aria-label="Scenarios"
        className={styles.tabs}
        data-dragging={drag.moving ?? undefined}
      >
        {tabs.map((one) =>
          one.id === renaming ? (
            <RenameField key={one.id} scenario={one.id} />
          ) : (
            <div
              key={one.id}
              role="tab"
              aria-selected={one.id === open}
              tabIndex={one.id === open ? 0 : -1}
              className={styles.tab}
              data-scenario={one.id}
              data-moving={drag.moving === one.id || undefined}
              data-before={drag.target === one.id || undefined}
              title={one.story === "" ? undefined : one.story}
              aria-haspopup="menu"
              onClick={() => store.document.open(one.id)}
              onDoubleClick={() => store.look.setState({ renaming: one.id })}
              onKeyDown={(event) => onKey(event, one.id)}
              onContextMenu={(event) => {
                event.preventDefault();
                setMenu({ scenario: one.id, anchor: event.currentTarget });
              }}
              onPointerDown={(event) => drag.begin(event, one.id)}
            >
              <Mark id={one.id} />
              <span className={styles.name}>{one.name}</span>{" "}
              {suffix(one) !== "" && (
                <span className={styles.count} title={changesText(edits, baseOf(theCase, open).name)}>
                  {suffix(one).slice(1)}
                </span>
              )}
            </div>
          ),
        )}
      </div>
      {rest.length > 0 && (
        <ScenarioList scenarios={rest} label={`${String(rest.length)} more scenarios`}>
          +{rest.length}
          <ChevronDown size={13} strokeWidth={2} aria-hidden />
        </ScenarioList>
      )}
      {add}
      {rowMenu}
      {scenarioMenu}
    </div>
  );
}

function Mark({ id }: { readonly id: string }) {
  return <ShapeMark shape={shapeOf(useCase(), id)} />;
}

/** Scenarios by name; choosing one opens it. */
function ScenarioList({
  scenarios,
  label,
  children,
}: {
  readonly scenarios: readonly Scenario[];
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  const store = useApp();
  const theCase = useCase();
  const open = useDocument((state) => state.scenario);
  return (
    <MenuTrigger>
      <Button className={styles.list ?? ""} aria-label={label}>
        {children}
      </Button>
      <Popover placement="bottom start">
        <Menu className={`${app.menu} ${styles.menu}`} aria-label="Scenarios">
          <MenuSection>
            <Header>Scenarios</Header>
            {scenarios.map(({ id, name }) => (
              <MenuItem key={id} textValue={name} onAction={() => store.document.open(id)}>
                <span className={styles.entry}>
                  <ShapeMark shape={shapeOf(theCase, id)} /> {name}
                </span>
                {id === open && <span aria-label="open">✓</span>}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator />
          <MenuItem onAction={() => newScenario(store)}>New scenario</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Draws a tab to another's place. The keyboard has its own way (Ctrl+Shift+Page Up and Page Down). */
function useTabDrag(list: React.RefObject<HTMLElement | null>, drop: (scenario: string, at: string) => void) {
  const [state, setState] = useState<{ moving: string; target: string | null } | null>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  const begin = (event: PointerEvent, scenario: string): void => {
    if (event.button !== 0) return;
    const start = event.clientX;
    let target: string | null = null;
    let moving = false;
    const move = ({ clientX }: globalThis.PointerEvent) => {
      if (!moving && Math.abs(clientX - start) < SLOP) return;
      moving = true;
      const tab = [...(list.current?.querySelectorAll<HTMLElement>("[data-scenario]") ?? [])].find((one) => {
        const box = one.getBoundingClientRect();
        return clientX >= box.left && clientX <= box.right;
      });
      const over = tab?.dataset["scenario"] ?? null;
      target = over === scenario ? null : over;
      setState({ moving: scenario, target });
    };
    const end = () => {
      stop.current();
      if (target !== null) drop(scenario, target);
    };
    const escape = (key: globalThis.KeyboardEvent) => {
      if (key.key === "Escape") stop.current();
    };
    stop.current = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("keydown", escape);
      setState(null);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("keydown", escape);
  };
  return { begin, moving: state?.moving ?? null, target: state?.target ?? null };
}
