import { useMemo, useState } from "react";
import { Autocomplete, Input, Keyboard, Menu, MenuItem, SearchField, useFilter } from "react-aria-components";
import { parseWeight } from "../../../app/model/words/typed.ts";
import { keysText } from "../../state/actions.ts";
import { useApp, useCase, useNetworkCase } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";
import { Window } from "../../ui/Window.tsx";
import styles from "./Dialogs.module.css";
import { useActions } from "./useActions.ts";
import { IS_MAC } from "./useKeys.ts";

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** Find or do anything: commands, factors, mechanisms, claims; "strikes 8" sets a weight. */
export function Palette({ files, onClose }: { readonly files: Files; readonly onClose: () => void }) {
  const app = useApp();
  const theCase = useCase();
  const network = useNetworkCase()?.network;
  const actions = useActions(files);
  const { contains } = useFilter({ sensitivity: "base" });
  const [query, setQuery] = useState("");

  const entries = useMemo<Entry[]>(() => {
    const select = (id: string) => () =>
      app.look.setState({ screen: "explore", selected: id, panel: "selection", tab: "why", fullMap: false });
    const [, name, number] = /^(.+?)\s+([\d.,]+(?:\s*(?:to|-|–)\s*[\d.,]+)?)$/.exec(query.trim()) ?? [];
    const typed = number === undefined ? null : parseWeight(number);
    const weights = typed?.ok
      ? theCase.factors
          .filter((f) => contains(f.label, name ?? "") || contains(f.short, name ?? ""))
          .map((f) => ({
            id: `weight ${f.id}`,
            label: `Weight of ${f.short}: ${number ?? ""}`,
            kind: "Weight",
            run: () => {
              app.change({ edit: "setWeight", factor: f.id, weight: typed.weight }, `typed:${f.id}`);
              app.change({ edit: "setRange", factor: f.id, range: typed.range }, `typed:${f.id}`);
              app.document.endGesture();
            },
          }))
      : [];
    const rest: Entry[] = [
      ...actions
        .filter(({ enabled }) => enabled)
        .map(({ id, label, keys, run }) => ({
          id,
          label,
          kind: "Command",
          ...(keys[0] ? { keys: keys[0] } : {}),
          run,
        })),
      ...(network?.variables ?? []).map(({ id, label }) => ({
        id: `box ${id}`,
        label,
        kind: "Box",
        run: select(id),
      })),
      ...theCase.factors.map(({ id, label }) => ({
        id: `factor ${id}`,
        label,
        kind: "Factor",
        run: select(id),
      })),
      ...theCase.mechanisms.map(({ id, label }) => ({
        id: `mechanism ${id}`,
        label,
        kind: "Mechanism",
        run: select(id),
      })),
      ...theCase.claims.map(({ id, text, paragraph, about }) => ({
        id: `claim ${id}`,
        label: `${paragraph} ${text}`,
        kind: "Claim",
        run: about[0] ? select(about[0]) : () => app.look.setState({ panel: "article" }),
      })),
    ];
    return [...weights, ...rest.filter(({ label }) => contains(label, query))].slice(0, 60);
  }, [query, actions, theCase, network, contains, app]);

  return (
    <Window title="Find or do anything" onClose={onClose} bare>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label="Find or do anything" className={styles.find ?? ""} autoFocus>
          <Input
            placeholder={network ? "A command or a box" : "A command, a factor, a claim; or “strikes 8”"}
          />
        </SearchField>
        <Menu
          aria-label="Found"
          className={styles.found ?? ""}
          items={entries}
          renderEmptyState={() => <p className={styles.none}>Nothing has these words.</p>}
        >
          {(entry) => (
            <MenuItem
              id={entry.id}
              textValue={entry.label}
              className={styles.entry ?? ""}
              onAction={() => {
                onClose();
                entry.run();
              }}
            >
              <span>{entry.label}</span>
              {entry.keys ? <Keyboard>{keysText(entry.keys, IS_MAC)}</Keyboard> : <em>{entry.kind}</em>}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Window>
  );
}
