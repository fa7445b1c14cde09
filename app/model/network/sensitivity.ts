import { shapleyValues } from "../analysis/shapley.ts";
import { ImpossibleObservation, Inference, type NetworkEvidence } from "./inference.ts";
import type { Network } from "./network.ts";

/** A state of a variable, both by index. */
export interface StateOf {
  readonly variable: number;
  readonly state: number;
}

/** One entry of a table: the row is counted as in `NetworkVariable.p` (parents row-major, last parent fastest). */
export interface Parameter extends StateOf {
  readonly row: number;
}

/** P(target | evidence) as a function of one entry x of one table: (a·x + b) / (c·x + d). */
export interface SensitivityFunction {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  /** The entry as the network has it. */
  readonly x0: number;
}

/** The network with one entry set to x and the others of its row scaled alike (alike shares where they were all 0). */
export function withChance(network: Network, { variable, row, state }: Parameter, x: number): Network {
  const { states, p: before } = network.variables[variable]!;
  const first = row * states.length;
  const rest = 1 - before[first + state]!;
  const p = Float64Array.from(before);
  states.forEach((_, k) => {
    const share = rest > 0 ? before[first + k]! / rest : 1 / (states.length - 1);
    p[first + k] = k === state ? x : (1 - x) * share;
  });
  return { ...network, variables: network.variables.map((v, i) => (i === variable ? { ...v, p } : v)) };
}

/** P(evidence) and P(target, evidence); both 0 where the evidence cannot be. */
function joint(network: Network, target: StateOf, evidence: NetworkEvidence): readonly [number, number] {
  try {
    const { logPe, marginals } = new Inference(network).posteriors(evidence);
    const pe = Math.exp(logPe);
    return [pe, pe * marginals[target.variable]![target.state]!];
  } catch (error) {
    if (error instanceof ImpossibleObservation) return [0, 0];
    throw error;
  }
}

/**
 * How P(target | evidence) answers to one entry of one table under proportional co-variation. Numerator and
 * denominator are linear in the entry, so two propagations, at 0 and at 1, give all four constants.
 * Source: Castillo, Gutiérrez, Hadi 1997; Coupé, van der Gaag 2002.
 * @throws RangeError where the variable has one state only: its entry cannot be moved
 */
export function sensitivityFunction(
  network: Network,
  parameter: Parameter,
  target: StateOf,
  evidence: NetworkEvidence,
): SensitivityFunction {
  const { states, p, label } = network.variables[parameter.variable]!;
  if (states.length < 2) throw new RangeError(`${label} has one state only: its chance cannot be moved.`);
  const [d, b] = joint(withChance(network, parameter, 0), target, evidence);
  const [cd, ab] = joint(withChance(network, parameter, 1), target, evidence);
  return { a: ab - b, b, c: cd - d, d, x0: p[parameter.row * states.length + parameter.state]! };
}

/** The function's value; NaN where the evidence cannot be at that x. */
export const sensitivityAt = ({ a, b, c, d }: SensitivityFunction, x: number): number =>
  (a * x + b) / (c * x + d);

/** The function's slope: (a·d − b·c) / (c·x + d)². */
export const slopeAt = ({ a, b, c, d }: SensitivityFunction, x: number): number =>
  (a * d - b * c) / (c * x + d) ** 2;

/**
 * Distance of Chan and Darwiche between two distributions over the same states: ln max(q/p) − ln min(q/p). The odds
 * of any query whatever move by no more than a factor e^±D when one row is exchanged for the other. States that both
 * give no chance are left out; Infinity where only one does.
 * Source: Chan, Darwiche, "A distance measure for bounding probabilistic belief change", 2005.
 */
export function chanDarwiche(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const ratios = Array.from(p, (before, k) => [before, q[k]!] as const)
    .filter(([before, after]) => before > 0 || after > 0)
    .map(([before, after]) => Math.log(after / before));
  return Math.max(...ratios) - Math.min(...ratios);
}

const plogp = (p: number): number => (p > 0 ? p * Math.log2(p) : 0);

/**
 * What every variable would tell about the target, given the evidence: I(T; X | e) in bits, in the network's order;
 * 0 for the target itself and for what is observed. One propagation per state of the target.
 * @throws ImpossibleObservation where the evidence has probability 0
 */
export function mutualInformation(
  inference: Inference,
  target: number,
  evidence: NetworkEvidence,
): readonly number[] {
  const { marginals } = inference.posteriors(evidence);
  // Copies: a later question may reuse what it answers with.
  const prior = marginals.map((p) => Array.from(p));
  const chances = prior[target]!;
  const bits = prior.map((p, v) => (v === target ? 0 : -p.reduce((sum, q) => sum + plogp(q), 0)));
  const known = evidence.get(target);
  chances.forEach((chance, state) => {
    if (chance === 0) return;
    // A likelihood on the target has been counted in `chance` already; the state itself takes its place.
    const given = inference.posteriors(new Map(evidence).set(target, state)).marginals;
    given.forEach((p, v) => {
      if (v !== target) bits[v]! += chance * p.reduce((sum, q) => sum + plogp(q), 0);
    });
  });
  // What is left of rounding is no information; neither is there any on what is known for certain.
  return bits.map((value) => (typeof known === "number" || value < 1e-15 ? 0 : value));
}

/**
 * Why P(target) differs between two sets of findings on the same variables: Shapley values over them, one per key of
 * `from`, in its order. Σ = P(target | to) − P(target | from).
 * @throws ImpossibleObservation where some mixture of the two cannot be
 */
export function findingShares(
  inference: Inference,
  { variable, state }: StateOf,
  from: ReadonlyMap<number, number>,
  to: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const players = [...from.keys()];
  const values = Float64Array.from({ length: 1 << players.length }, (_, s) => {
    const mixed = players.map((v, i): [number, number] => {
      const moved = (s >> (players.length - 1 - i)) & 1;
      return [v, (moved ? to : from).get(v)!];
    });
    return inference.posteriors(new Map(mixed)).marginals[variable]![state]!;
  });
  const shares = shapleyValues(values, players.length);
  return new Map(players.map((v, i) => [v, shares[i]!]));
}
