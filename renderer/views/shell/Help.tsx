import { useEffect, useState } from "react";
import { keysText } from "../../state/actions.ts";
import { useApp, useCase } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";
import { Window } from "../../ui/Window.tsx";
import styles from "./Dialogs.module.css";
import { useActions } from "./useActions.ts";
import { IS_MAC } from "./useKeys.ts";

/** Keys that belong to a place rather than to an action. */
const PLACES: readonly (readonly [keys: string, what: string])[] = [
  ["← →", "On a weight: half a step; with Shift a whole one; Home and End to 0 and 10"],
  ["0–9", "On a weight: type a number or a range such as 6 to 8"],
  ["Backspace", "On a weight: back to what the scenario began from"],
  ["Esc", "While dragging: take the drag back; else leave the selection or the full argument"],
  ["Enter", "On a weight or a box of the map: show its details"],
  ["Arrow keys", "In the map: walk along the arrows"],
  ["F6", "Next part of the window; with Shift the one before"],
  ["Mod+K", "Find or do anything"],
];

export function Shortcuts({ files, onClose }: { readonly files: Files; readonly onClose: () => void }) {
  const actions = useActions(files).filter(({ keys }) => keys.length > 0);
  return (
    <Window title="Keyboard shortcuts" onClose={onClose}>
      {/* Reached by Tab, so that the arrow keys scroll a list longer than the window. */}
      <dl className={styles.keys} tabIndex={0}>
        {[...PLACES.map(([keys, what]) => ({ keys: [keys], label: what })), ...actions].map(
          ({ keys, label }) => (
            <div key={label}>
              <dt>{keys.map((one) => keysText(one, IS_MAC)).join(" or ")}</dt>
              <dd>{label}</dd>
            </div>
          ),
        )}
      </dl>
    </Window>
  );
}

export function About({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { source, title } = useCase();
  const [version, setVersion] = useState("");
  useEffect(() => {
    app.host.call("app:info").then(
      (info) => setVersion(info.version),
      () => undefined,
    );
  }, [app]);
  return (
    <Window title="About Entente" onClose={onClose}>
      <div className={styles.about}>
        <p>
          Entente {version} turns the argument of a text about two partners under strain into a causal model
          that can be weighed, moved and disputed.
        </p>
        <p>
          <b>{title}.</b> {source.title === "" ? "" : `After “${source.title}”`}
          {source.title !== "" && source.author ? ` by ${source.author}` : ""}
          {source.title !== "" && source.publisher ? `, ${source.publisher}` : ""}
          {source.title === "" ? "" : "."} {source.note}
        </p>
        <p>
          It shows what follows if the argument is weighed this way. Its numbers are judgement, not frequency,
          and it is not a forecast of record. Every number is worked out exactly, on this computer; nothing is
          sent anywhere.
        </p>
      </div>
    </Window>
  );
}
