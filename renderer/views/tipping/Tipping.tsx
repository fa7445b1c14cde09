import { useApp, useLook } from "../../state/context.ts";
import type { TippingLook } from "../../state/look.ts";
import { Switch } from "../../ui/Switch.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import { OneChange } from "./OneChange.tsx";
import { Question } from "./Question.tsx";
import { SmallestSets } from "./SmallestSets.tsx";
import styles from "./Tipping.module.css";
import { Tornadoes } from "./Tornadoes.tsx";
import { TwoFactors } from "./TwoFactors.tsx";
import { lookAt, useAsked } from "./useAsked.ts";
import { Watch } from "./Watch.tsx";

const BY = [
  ["level", "By state"],
  ["weight", "By weight"],
] as const;
const CORNER = [
  ["two", "Two factors"],
  ["watch", "What to watch"],
] as const;
/** On a small window one at a time, what moves the answer first. */
const TABS: readonly (readonly [TippingLook["tab"], string, typeof OneChange])[] = [
  ["moves", "What moves it", Tornadoes],
  ["one", "One change", OneChange],
  ["sets", "Smallest sets", SmallestSets],
  ["two", "Two factors", TwoFactors],
  ["watch", "What to watch", Watch],
];

/** What would have to be true for another word: single changes, sets of them, what moves it, and what to watch. */
export function Tipping() {
  const app = useApp();
  const asked = useAsked();
  const layout = useLayout();
  const { tab, corner, by } = useLook((look) => look.tipping);
  if (!asked) return <main className={styles.tipping} data-screen="tipping" aria-busy="true" />;
  const bySwitch = (
    <Switch label="What changes" items={BY} chosen={by} onChoose={(id) => lookAt(app, { by: id })} />
  );
  if (layout === "small") {
    const Shown = TABS.find(([id]) => id === tab)?.[2] ?? Tornadoes;
    return (
      <main className={styles.tipping} data-screen="tipping">
        <div className={styles.head}>
          <Question asked={asked} />
        </div>
        <div className={styles.head}>
          <Switch
            label="View"
            items={TABS.map(([id, label]) => [id, label] as const)}
            chosen={tab}
            onChoose={(id) => lookAt(app, { tab: id })}
          />
          {bySwitch}
        </div>
        <div className={styles.single}>
          <Shown asked={asked} />
        </div>
      </main>
    );
  }
  const isWide = layout === "large";
  return (
    <main className={styles.tipping} data-screen="tipping">
      <div className={styles.head}>
        <Question asked={asked} />
        {bySwitch}
      </div>
      <div className={styles.grid} data-wide={isWide || undefined}>
        <OneChange asked={asked} />
        <SmallestSets asked={asked} />
        <Tornadoes asked={asked} />
        <div className={styles.corner}>
          {!isWide && (
            <Switch
              label="In this corner"
              items={CORNER}
              chosen={corner}
              onChoose={(id) => lookAt(app, { corner: id })}
            />
          )}
          {isWide || corner === "two" ? <TwoFactors asked={asked} /> : <Watch asked={asked} />}
        </div>
        {isWide && <Watch asked={asked} />}
      </div>
    </main>
  );
}
