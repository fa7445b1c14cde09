import { percentLabel } from "../../../app/model/words/numbers.ts";
import beforeStyles from "./Before.module.css";

interface Props {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Numbers only. */
  readonly quiet?: boolean;
}

/** px */
const TRACK = 104;

/** One chance before and after, as a track and as numbers. */
export function Move({ label, from, to, quiet = false }: Props) {
  const x = (share: number) => 4 + share * (TRACK - 8);
  return (
    <p className={beforeStyles.move}>
      <span>{label}</span>
      {quiet ? (
        <i />
      ) : (
        <svg
          width={TRACK}
          height={12}
          aria-hidden="true"
          className={to < from ? beforeStyles.hold : beforeStyles.apart}
        >
          <rect className={beforeStyles.track} x={0} y={4} width={TRACK} height={4} rx={2} />
          <line x1={x(from)} x2={x(to)} y1={6} y2={6} />
          <circle className={beforeStyles.old} cx={x(from)} cy={6} r={3.6} />
          <circle cx={x(to)} cy={6} r={4} />
        </svg>
      )}
      <b>
        {percentLabel(from)} → {percentLabel(to)}
      </b>
    </p>
  );
}
