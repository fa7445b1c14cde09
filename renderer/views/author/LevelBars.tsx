import { largestRemainder } from "../../../app/model/words/numbers.ts";
import { useCase } from "../../state/context.ts";
import bars from "./LevelBars.module.css";

/** px of the tallest bar. */
const TALL = 34;

/**
 * How likely each of the five states is, as five bars with their whole percentages.
 * @param p five shares that sum to 1
 */
export function LevelBars({ title, p }: { readonly title: string; readonly p: readonly number[] }) {
  const { levels } = useCase();
  const whole = largestRemainder(
    p.map((share) => share * 100),
    100,
  );
  const most = Math.max(...p, 0.5);
  const said = levels.map(({ label }, k) => `${label} ${whole[k] ?? 0}%`).join(", ");
  return (
    <figure className={bars.card} aria-label={`${title}: ${said}`} role="img">
      <figcaption>{title}</figcaption>
      <div className={bars.bars} aria-hidden="true">
        {p.map((share, k) => (
          <span key={k}>
            <b>{whole[k]}</b>
            <i style={{ height: Math.max(1.5, (share / most) * TALL) }} />
          </span>
        ))}
      </div>
      <p className={bars.ends} aria-hidden="true">
        <span>{levels[0]?.label}</span>
        <span>{levels.at(-1)?.label}</span>
      </p>
    </figure>
  );
}
