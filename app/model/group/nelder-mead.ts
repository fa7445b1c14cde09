/**
 * A smallest value of a function near a start, without derivatives.
 * Source: Nelder and Mead 1965 with the usual coefficients; begun anew where it ended until that no longer helps.
 * @param f may answer Infinity where it is not defined
 */
export function smallest(f: (x: readonly number[]) => number, start: readonly number[]): number[] {
  let best = descend(f, start);
  for (let again = 0; again < 8; again++) {
    const next = descend(f, best);
    const better = f(best) - f(next);
    best = next;
    if (!(better > 1e-15)) break;
  }
  return best;
}

interface Corner {
  readonly x: readonly number[];
  readonly y: number;
}

function descend(f: (x: readonly number[]) => number, start: readonly number[]): number[] {
  const corner = (x: readonly number[]): Corner => {
    const y = f(x);
    return { x, y: Number.isNaN(y) ? Infinity : y };
  };
  const n = start.length;
  let simplex = [corner(start), ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + 0.4 : x))))];
  for (let step = 0; step < 600; step++) {
    simplex.sort((a, b) => a.y - b.y);
    const [best, worst] = [simplex[0]!, simplex[n]!];
    const size = Math.max(...simplex.flatMap(({ x }) => x.map((v, i) => Math.abs(v - best.x[i]!))));
    if (size < 1e-11) break;
    const middle = start.map((_, i) => simplex.slice(0, n).reduce((sum, { x }) => sum + x[i]! / n, 0));
    const along = (t: number) => corner(middle.map((m, i) => m + t * (worst.x[i]! - m)));
    const reflected = along(-1);
    if (reflected.y < best.y) {
      const expanded = along(-2);
      simplex[n] = expanded.y < reflected.y ? expanded : reflected;
    } else if (reflected.y < simplex[n - 1]!.y) simplex[n] = reflected;
    else {
      const contracted = along(reflected.y < worst.y ? -0.5 : 0.5);
      if (contracted.y < Math.min(worst.y, reflected.y)) simplex[n] = contracted;
      else simplex = simplex.map(({ x }) => corner(x.map((v, i) => best.x[i]! + (v - best.x[i]!) / 2)));
    }
  }
  return [...simplex.sort((a, b) => a.y - b.y)[0]!.x];
}
