import { ArrowLeft, Maximize2 } from "lucide-react";
import { Button } from "react-aria-components";
import { percentLabel, rungPercents } from "../../../app/model/words/numbers.ts";
import { CausalMap } from "../../charts/causal-map/CausalMap.tsx";
import { pathsFrom } from "../../charts/causal-map/emphasis.ts";
import { mapStructure } from "../../charts/causal-map/structure.ts";
import { mapTables } from "../../charts/causal-map/tables.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { useAnswers, useApp, useArgument, useDocument, useLook } from "../../state/context.ts";
import { presentCase, presentSettings } from "../../state/document.ts";
import { levelsAt, rungTones, strainAt, wholePoints } from "../../state/select.ts";
import { Switch } from "../../ui/Switch.tsx";
import { MapLegend } from "./MapLegend.tsx";
import styles from "./Middle.module.css";

/** Boxes that the tour's present step speaks of. */
function useLit(): ReadonlySet<string> | null {
  const { tour } = useArgument();
  const { panel, tourStep } = useLook(({ panel, tourStep }) => ({ panel, tourStep }));
  const step = panel === "tour" ? tour[tourStep] : undefined;
  return step ? new Set(step.lights) : null;
}

/** How the argument runs: the causal map, overview or full. */
export function MapPanel({ full = false }: { readonly full?: boolean }) {
  const app = useApp();
  const theCase = useArgument();
  const { chosen, selected, reading, hovered } = useLook((look) => ({
    chosen: look.horizon,
    selected: look.selected,
    reading: look.reading,
    hovered: look.hovered,
  }));
  const now = useAnswers((state) => state.now);
  const lit = useLit();
  const first = theCase.horizons[0]?.id ?? chosen;
  const horizon = full && reading === "strain" ? first : chosen;
  const levels = useDocument((state) => levelsAt(presentCase(state), presentSettings(state), horizon));
  const at = now?.answer.result.horizons[horizon];
  if (!now || !at) return <div className={styles.map} />;
  const strain = strainAt(theCase, at);
  const rung = full && reading === "strain" ? strain?.rung.id : undefined;
  const { links } = now.answer;
  const points = rung ? links.strainNow : links.horizons[horizon];
  const why = now.answer.why.horizons[horizon];
  const shared = {
    case: theCase,
    horizon,
    result: now.answer.result,
    levels,
    links: points ?? null,
    percents: rungPercents(theCase, at),
    breakLabel: percentLabel(at.break),
    ...(rung ? { rung } : {}),
  };
  const mode = full ? "full" : "overview";
  // What is selected, pointed at elsewhere or told by the tour stands out; the rest of the argument steps back.
  const standing = hovered ?? selected;
  const path =
    standing && !lit
      ? pathsFrom(standing, mapStructure(theCase, mode, points ?? null, rung).arrows)
      : undefined;
  const label = theCase.horizons.find(({ id }) => id === chosen)?.label ?? "";
  return (
    <div className={styles.map} data-region="map">
      <ChartFrame
        id={full ? "full-argument" : "argument"}
        title={full ? "Full argument" : "How the argument runs"}
        fill
        summary={`${theCase.factors.length} factors act through ${theCase.mechanisms.length} mechanisms on what happens: ${percentLabel(at.break)} break. Arrow keys walk along the arrows.`}
        table={mapTables(shared).links}
        onExport={(what) => app.take(full ? "full" : "argument", what)}
        actions={
          full ? (
            <div className={styles.fullHead}>
              <Button
                autoFocus
                className={styles.full ?? ""}
                onPress={() => app.look.setState({ fullMap: false })}
              >
                <ArrowLeft size={14} strokeWidth={1.8} aria-hidden /> Overview
              </Button>
              {strain && (
                <Switch
                  label="What the arrows are measured on"
                  items={[
                    ["break", `Break, ${label.toLowerCase()}`],
                    ["strain", `${strain.rung.short}, now`],
                  ]}
                  chosen={reading}
                  onChoose={(chosen) => app.look.setState({ reading: chosen })}
                />
              )}
              <MapLegend full />
            </div>
          ) : (
            <>
              <MapLegend />
              <Button
                className={styles.full ?? ""}
                onPress={() => app.look.setState({ fullMap: true })}
                aria-label="Full argument"
              >
                <Maximize2 size={14} strokeWidth={1.8} aria-hidden /> <span>Full argument</span>
              </Button>
            </>
          )
        }
      >
        {({ width, height }) => (
          <CausalMap
            {...shared}
            mode={mode}
            width={width}
            height={height}
            rungTone={rungTones(theCase)}
            {...(why ? { points: wholePoints(why).points } : {})}
            selected={selected}
            lit={lit}
            {...(path && path.size > 0 ? { path } : {})}
            onSelect={(id) =>
              app.look.setState(id ? { selected: id, panel: "selection" } : { selected: null })
            }
            onHover={() => undefined}
          />
        )}
      </ChartFrame>
    </div>
  );
}
