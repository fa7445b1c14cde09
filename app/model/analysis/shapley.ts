/**
 * Shapley values of a game given by its 2ⁿ coalition values: each player's marginal gain averaged over all orders.
 * Player i is in coalition S when bit (n − 1 − i) of S is set (the first player's bit is the highest).
 * Σ values = v(all) − v(none). Source: Shapley 1953; weights |S|!(n−|S|−1)!/n!.
 */
export function shapleyValues(values: ArrayLike<number>, players: number): number[] {
  const weight = orderWeights(players);
  const size = new Uint8Array(values.length);
  for (let s = 1; s < size.length; s++) size[s] = size[s >> 1]! + (s & 1);
  return Array.from({ length: players }, (_, i) => {
    const bit = 1 << (players - 1 - i);
    let value = 0;
    for (let s = 0; s < size.length; s++)
      if (!(s & bit)) value += weight[size[s]!]! * (values[s | bit]! - values[s]!);
    return value;
  });
}

/** |S|!(n−|S|−1)!/n! for |S| = 0 … n − 1, without large factorials: 1 / (n · C(n−1, |S|)). */
function orderWeights(players: number): number[] {
  const weights: number[] = [];
  let choose = 1;
  for (let s = 0; s < players; s++) {
    weights.push(1 / (players * choose));
    choose = (choose * (players - 1 - s)) / (s + 1);
  }
  return weights;
}
