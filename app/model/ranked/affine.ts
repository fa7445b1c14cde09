import type { Mean } from "./mean.ts";

/** constant + Σ slopes[i] · xᵢ over the parents' values. */
export interface Affine {
  readonly constant: number;
  readonly slopes: readonly number[];
}

/** More pieces than this are not followed one by one. */
const MOST_PIECES = 100;

const combined = (a: Affine, b: Affine, factor: number): Affine => ({
  constant: a.constant + factor * b.constant,
  slopes: a.slopes.map((slope, i) => slope + factor * b.slopes[i]!),
});
const isConstant = (a: Affine) => a.slopes.every((slope) => slope === 0);
const finite = (a: Affine) => [a.constant, ...a.slopes].every(Number.isFinite);

/**
 * The affine functions a formula is pieced together from, and `switches`, whose zeros part the pieces: between
 * zeros of all switches the formula is one of the pieces. Undefined where some piece is not affine or there are
 * too many to follow.
 */
export interface Pieces {
  readonly pieces: readonly Affine[];
  readonly switches: readonly Affine[];
}

/** `parents` is the number of parents, those not read included. */
export function piecesOf(mean: Mean, parents: number): Pieces | undefined {
  const switches: Affine[] = [];
  const flat = new Array<number>(parents).fill(0);
  const constant = (value: number): Affine => ({ constant: value, slopes: flat });

  const pairs = (left: Mean, right: Mean, join: (a: Affine, b: Affine) => Affine | undefined) => {
    const from = visit(left);
    const with_ = from && visit(right);
    if (!with_) return undefined;
    const all = from.flatMap((a) => with_.map((b) => join(a, b)));
    return all.length <= MOST_PIECES && all.every((piece) => piece && finite(piece))
      ? (all as Affine[])
      : undefined;
  };
  const scaled = (a: Affine, factor: number) => combined(constant(0), a, factor);

  const visit = (part: Mean): Affine[] | undefined => {
    switch (part.kind) {
      case "number":
        return [constant(part.value)];
      case "parent":
        return [{ constant: 0, slopes: flat.map((_, i) => (i === part.index ? 1 : 0)) }];
      case "plus":
        return pairs(part.left, part.right, (a, b) => combined(a, b, 1));
      case "times":
        return pairs(part.left, part.right, (a, b) =>
          isConstant(a) ? scaled(b, a.constant) : isConstant(b) ? scaled(a, b.constant) : undefined,
        );
      case "over":
        return pairs(part.left, part.right, (a, b) =>
          isConstant(b) ? scaled(a, 1 / b.constant) : undefined,
        );
      case "power":
        return pairs(part.left, part.right, (a, b) =>
          isConstant(a) && isConstant(b) ? constant(a.constant ** b.constant) : undefined,
        );
      default: {
        const groups = part.of.map(visit);
        if (!groups.every((group) => group !== undefined)) return undefined;
        const all = groups.flat();
        if (all.length > MOST_PIECES) return undefined;
        for (const [i, group] of groups.entries())
          for (const other of groups.slice(i + 1))
            for (const a of group) for (const b of other) switches.push(combined(a, b, -1));
        return all;
      }
    }
  };
  const pieces = visit(mean);
  return pieces && { pieces, switches: switches.filter((one) => !isConstant(one)) };
}
