import { evaluate } from "../answer/evaluate.ts";
import { type Model, modelOf } from "../answer/model.ts";
import { type Evidence, type Settled, settle } from "../answer/settle.ts";
import { entryOf } from "../case/settings.ts";
import type { Case, Indicator, Inputs } from "../case/types.ts";
import { breaksUnder, firstRungs } from "./breaks.ts";
import type { SignAt, Signs } from "./shapes.ts";
import { complete, forEach, part, type Work } from "./work.ts";

/** One answer to a sign: how likely it is beside what was seen, and P(break) by horizon after it. */
interface Side {
  /** P(evidence, this answer), up to a factor that both answers share. */
  readonly chance: number;
  readonly breaks: readonly number[] | null;
}

const SIDES = { yes: Float64Array.of(0, 1), no: Float64Array.of(1, 0) };
const OPEN = Float64Array.of(1, 1);

/**
 * What each sign would tell if it were looked for now, given what was seen: P(yes), P(break) at each horizon after
 * yes and after no (as `evaluate` with the sign observed), and the mutual information between the sign and the break
 * by that horizon, I = H(Σ P(side)·b(side)) − Σ P(side)·H(b(side)) in bits, never negative.
 *
 * At the first horizon P(yes)·breakIfYes + P(no)·breakIfNo is the answer itself. Later ones know the sign through the
 * faded factors alone, each on its own, so there the sum is only near the answer, and the information is that of the
 * two answers the model gives. Observed signs are left out; soft evidence on a sign is counted and leaves it open.
 * @throws ImpossibleEvidence where the evidence cannot be
 */
export function signs(theCase: Case, inputs: Inputs): Signs {
  return complete(signsWork(theCase, inputs));
}

/** The same, one sign a step. */
export function* signsWork(theCase: Case, inputs: Inputs): Work<Signs> {
  const model = modelOf(theCase);
  const settled = settle(theCase, inputs);
  if (settled.evidence.length > 0) evaluate(theCase, inputs);
  const open = theCase.indicators.filter(({ id }) => entryOf(inputs.observe, id) === undefined);
  const each = forEach(open, (sign) => {
    const yes = sideOf(model, settled, open, sign, "yes");
    const no = sideOf(model, settled, open, sign, "no");
    const share = yes.chance / (yes.chance + no.chance);
    return { id: sign.id, at: (h: number) => signAt(share, yes.breaks?.[h], no.breaks?.[h]) };
  });
  const found = yield* part(each, 0, 1);
  return {
    horizons: Object.fromEntries(
      theCase.horizons.map(({ id }, h) => [
        id,
        Object.fromEntries(found.map((sign) => [sign.id, sign.at(h)])),
      ]),
    ),
  };
}

/** All open signs stand in the evidence, saying nothing but for the one that is asked about: one structure serves all. */
function sideOf(
  model: Model,
  settled: Settled,
  open: readonly Indicator[],
  { id }: Indicator,
  side: "yes" | "no",
): Side {
  const asked: Evidence[] = open.map((sign) => ({
    id: sign.id,
    likelihood: sign.id === id ? SIDES[side] : OPEN,
    field: `observe.${sign.id}`,
  }));
  const after = { ...settled, evidence: [...settled.evidence, ...asked] };
  // A phase scales what is seen of a variable so that its largest entry is 1: that scale is given back here.
  const soft = settled.evidence
    .filter((one) => one.id === id)
    .reduce((product, { likelihood }) => product * likelihood[side === "yes" ? 1 : 0]!, 1);
  const chance = soft * firstRungs(model, after).reduce((sum, p) => sum + p, 0);
  return { chance, breaks: chance > 0 ? breaksUnder(model, after) : null };
}

function signAt(yes: number, breakIfYes: number | undefined, breakIfNo: number | undefined): SignAt {
  const bits =
    breakIfYes === undefined || breakIfNo === undefined
      ? 0
      : entropy(yes * breakIfYes + (1 - yes) * breakIfNo) -
        yes * entropy(breakIfYes) -
        (1 - yes) * entropy(breakIfNo);
  return {
    yes,
    breakIfYes: breakIfYes ?? null,
    breakIfNo: breakIfNo ?? null,
    bits: Math.max(0, bits),
  };
}

/** Of a yes/no question, in bits. */
function entropy(p: number): number {
  const part = (q: number) => (q > 0 ? -q * Math.log2(q) : 0);
  return part(p) + part(1 - p);
}
