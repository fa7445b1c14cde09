import { Button } from "react-aria-components";
import { argumentLinks, OUTCOME } from "../../charts/causal-map/links.ts";
import { strokeWidth } from "../../charts/causal-map/strength.ts";
import { measureText } from "../../charts/text.ts";
import { useFonts } from "../../charts/useFonts.ts";
import { useAnswers, useApp, useCase, useLook } from "../../state/context.ts";
import { toneOf } from "../explore/groups.ts";
import aside from "./Aside.module.css";
import { nameOf } from "../../../app/model/case/settings.ts";

/** px of a box and the room from one to the next. */
const [HEIGHT, STEP] = [32, 40];
/** Percent of the width: where the three columns begin and how wide they are. */
const COLUMNS = [
  { left: 0, width: 29 },
  { left: 36, width: 30 },
  { left: 73, width: 27 },
] as const;

/** px of a name's letters where they need not be smaller. */
const LARGEST = 11;

/** A name in letters so small that its longest word is not broken; the box says how wide it is. */
function Name({ children }: { readonly children: string }) {
  useFonts();
  // Measured as small as it is drawn: large letters of this font are narrower for their height.
  const ems =
    Math.max(...children.split(/[\s-]+/).map((word) => measureText(word, { size: LARGEST, weight: 600 }))) /
    LARGEST;
  return (
    <span
      className={aside.name}
      style={{ fontSize: `clamp(8.5px, calc(99cqi / ${ems.toFixed(3)}), ${LARGEST}px)` }}
    >
      {children}
    </span>
  );
}

interface Spot {
  readonly id: string;
  readonly y: number;
}

const stacked = (ids: readonly string[], rows: number): Spot[] =>
  ids.map((id, i) => ({ id, y: (i + (rows - ids.length) / 2) * STEP + STEP / 2 }));

/** A part with its causes and effects: who feeds it, and what it feeds. */
export function WhereItSits({ id }: { readonly id: string }) {
  const app = useApp();
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const points = useAnswers((state) => state.now?.answer.links.horizons[horizon]);
  const links = argumentLinks(theCase);
  const [causes, effects] = [links.filter(({ to }) => to === id), links.filter(({ from }) => from === id)];
  const rows = Math.max(1, causes.length, effects.length);
  const height = rows * STEP;
  const from = stacked(
    causes.map((link) => link.from),
    rows,
  );
  const to = stacked(
    effects.map((link) => link.to),
    rows,
  );
  const labelOf = (one: string) => (one === OUTCOME ? theCase.outcome.short : nameOf(theCase, one));
  const open = (one: string) =>
    app.look.setState(
      one === OUTCOME
        ? { author: "outcome" }
        : {
            selected: one,
            author: theCase.factors.some((factor) => factor.id === one) ? "factors" : "mechanisms",
          },
    );
  const inkOf = (key: string) => {
    const value = points?.[key];
    return value === undefined || Math.abs(value) < 0.0005
      ? "var(--ctl)"
      : value > 0
        ? "var(--apart)"
        : "var(--hold)";
  };
  const arrow = (key: string, x1: number, y1: number, x2: number, y2: number, raises: boolean) => {
    const middle = (x1 + x2) / 2;
    const width = Math.min(5, strokeWidth(100 * (points?.[key] ?? 0)));
    return (
      <g key={key} stroke={inkOf(key)} fill="none" strokeWidth={width}>
        <path
          d={`M ${x1} ${y1} C ${middle} ${y1} ${middle} ${y2} ${x2 - 1} ${y2}`}
          vectorEffect="non-scaling-stroke"
        />
        {raises ? (
          <path
            d={`M ${x2 - 2} ${y2 - 5} L ${x2} ${y2} L ${x2 - 2} ${y2 + 5}`}
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
        ) : (
          <path
            d={`M ${x2 - 0.6} ${y2 - 6} V ${y2 + 6}`}
            strokeWidth={2.5}
            vectorEffect="non-scaling-stroke"
          />
        )}
      </g>
    );
  };
  const place = (column: 0 | 1 | 2, y: number) => ({
    left: `${COLUMNS[column].left}%`,
    width: `${COLUMNS[column].width}%`,
    top: y - HEIGHT / 2,
    height: HEIGHT,
  });
  const toneOfPart = (one: string) => {
    const factor = theCase.factors.find((part) => part.id === one);
    return factor ? toneOf(factor) : undefined;
  };
  const box = (column: 0 | 2, { id: one, y }: Spot) => (
    <Button
      key={one}
      className={aside.box ?? ""}
      style={place(column, y)}
      data-tone={toneOfPart(one)}
      onPress={() => open(one)}
      aria-label={`${column === 0 ? "Cause" : "Effect"}: ${labelOf(one)}`}
    >
      <Name>{labelOf(one)}</Name>
    </Button>
  );
  const y = height / 2;
  return (
    <div className={aside.sits} style={{ height }}>
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {causes.map((link, i) => arrow(link.key, 29, from[i]?.y ?? y, 36, y, link.raises))}
        {effects.map((link, i) => arrow(link.key, 66, y, 73, to[i]?.y ?? y, link.raises))}
      </svg>
      {from.map((spot) => box(0, spot))}
      <span className={aside.box} style={place(1, y)}>
        <Name>{labelOf(id)}</Name>
      </span>
      {to.map((spot) => box(2, spot))}
    </div>
  );
}
