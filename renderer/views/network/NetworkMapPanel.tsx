import { Maximize, Minus, Plus } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { NetworkCase } from "../../../app/model/case/network-case.ts";
import { boxesOf } from "../../charts/network/boxes.ts";
import { layoutOf, NetworkMap } from "../../charts/network/NetworkMap.tsx";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import type { Size } from "../../charts/useSize.ts";
import { useApp, useLook, useNetworkState } from "../../state/context.ts";
import styles from "./Network.module.css";
import { networkTable } from "./table.ts";
import { findingCount } from "./words.ts";

const STEP = 1.25;
const LEAST = 0.2;
const MOST = 2;
/** Smaller than this type cannot be read: a large network is begun in part and scrolled. */
const READABLE = 0.72;

/** The map of the network: zoomed to fit, scrolled where it does not. */
export function NetworkMapPanel({ theCase }: { readonly theCase: NetworkCase }) {
  const app = useApp();
  const { network } = theCase;
  const now = useNetworkState((state) => state.now);
  const impossible = useNetworkState((state) => state.impossible);
  const selected = useLook((look) => look.selected);
  /** Null: as the window gives room. */
  const [zoom, setZoom] = useState<number | null>(null);
  const [whole, setWhole] = useState(false);
  const shares = now?.answer.now;
  const boxes = useMemo(() => boxesOf(network, shares ?? []), [network, shares]);
  const { variables } = network;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- boxes stand still while only their numbers change
  const layout = useMemo(() => layoutOf(boxes), [variables]);
  const fit = ({ width, height }: Size) => {
    const all = Math.min((width - 4) / layout.width, (height - 4) / layout.height, 1.3);
    return Math.max(LEAST, whole ? all : Math.max(all, Math.min(READABLE, 1)));
  };
  const frame = useRef<HTMLDivElement>(null);
  useShown(frame, selected ?? network.target.variable, layout);
  if (!shares) return <div className={styles.map} data-region="map" />;
  return (
    <div className={styles.map} data-region="map" ref={frame}>
      <ChartFrame
        id="network"
        title={theCase.title}
        fill
        summary={`${network.variables.length} boxes with the chances of their states, ${findingCount(network)}. Arrow keys walk along the arrows, Enter goes into a box, Enter on a state says it was seen.`}
        table={networkTable(network, shares)}
        actions={
          <div className={styles.zoom} role="group" aria-label="Size">
            <Button aria-label="Smaller" onPress={() => setZoom((z) => Math.max(LEAST, (z ?? 1) / STEP))}>
              <Minus size={14} aria-hidden />
            </Button>
            <Button aria-label="Larger" onPress={() => setZoom((z) => Math.min(MOST, (z ?? 1) * STEP))}>
              <Plus size={14} aria-hidden />
            </Button>
            <Button
              aria-label="Show all of it"
              onPress={() => {
                setZoom(null);
                setWhole(true);
              }}
            >
              <Maximize size={13} aria-hidden />
            </Button>
          </div>
        }
      >
        {(size) => (
          <NetworkMap
            boxes={boxes}
            layout={layout}
            zoom={zoom ?? fit(size)}
            selected={selected}
            stale={impossible !== null}
            onSelect={(id) =>
              app.look.setState(id ? { selected: id, panel: "selection" } : { selected: null })
            }
            onState={(id, state) =>
              app.edit({
                edit: "setFinding",
                variable: id,
                finding: network.findings[id] === state ? null : state,
              })
            }
          />
        )}
      </ChartFrame>
    </div>
  );
}

/** Scrolls a box into view when it is chosen elsewhere (the palette, a list) or another network opens. */
function useShown(frame: React.RefObject<HTMLDivElement | null>, id: string, layout: unknown): void {
  useEffect(() => {
    for (const box of frame.current?.querySelectorAll<SVGGElement>("[data-box]") ?? [])
      if (box.dataset["box"] === id) box.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [frame, id, layout]);
}
