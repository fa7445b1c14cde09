import { elicitationChecks } from "../shipped.test-help.ts";

interface Pools {
  readonly p: readonly number[];
  readonly [pool: string]: number | readonly number[];
}
interface Comparisons {
  readonly matrix: readonly (readonly number[])[];
  readonly geometricMean: readonly number[];
  readonly lambdaMax: number;
  readonly CI: number;
  readonly CR: number;
  readonly GCI: number;
}
interface BetaFit {
  readonly vals: readonly number[];
  readonly probs: readonly number[];
  readonly limits: readonly [number, number];
  readonly alpha: number;
  readonly beta: number;
  readonly ssq: number;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
  readonly cdfAtVals: readonly number[];
}
type ByCount = Readonly<Record<string, readonly number[]>>;

/** Numbers worked out elsewhere (numpy, scipy, published examples). */
export const checks = elicitationChecks<{
  rankOrderCentroid: ByCount;
  rankSum: ByCount;
  rankReciprocal: ByCount;
  rankOrderDistribution: {
    values: ByCount;
    tolerance: number;
    n2_exact: readonly number[];
    n3_exact: readonly number[];
  };
  rocTies: { ranks: readonly number[]; weights: readonly number[] };
  swing: { points: readonly number[]; weights: readonly number[] };
  ahp: Readonly<Record<string, Comparisons>>;
  bwmLinear: {
    consistent_car: { BO: number[]; OW: number[]; weights: number[]; xi: number };
    three_criteria: { BO: number[]; OW: number[]; weights: number[]; xi: number };
  };
  kendallW: Readonly<
    Record<
      "published_10x4" | "ties_4x5",
      {
        ranks: number[][];
        S: number;
        W: number;
        meanSpearman: number;
        chi2: number;
        df: number;
        p: number;
      }
    >
  > & { exactPermutation_m5_n3: { ranks: number[][]; W: number; pExact: number; pChi2: number } };
  pools: Readonly<Record<"sevilla_published" | "workshop7" | "two", Pools>> & {
    weighted: { p: number[]; w: number[]; linear: number; log: number };
  };
  weightVectors: {
    x: number[][];
    arith: number[];
    geomClosed: number[];
    clrTotalVariance: number;
    medianRenorm: number[];
  };
  ideaStandardise: {
    cases: { L: number; B: number; U: number; C: number; S: number; out: [number, number, number] }[];
  };
  shelfBetaFit: Readonly<
    Record<"vignette_consensus" | "expertA" | "expertB" | "from_80pct_interval", BetaFit>
  > & {
    linearPoolAB: { w: number[]; q05: number; q50: number; q95: number };
  };
  quantileDotplot: { n: number; alpha: number; beta: number; dots: number[] };
  cookeCalibration: {
    s: number[];
    N: number;
    expected: number[];
    relInfo: number;
    calibration: number;
  }[];
  spread: {
    x: number[];
    q25_50_75_type7: number[];
    IQR: number;
    sd: number;
    MAD: number;
    logOddsSd: number;
  };
  entropy: { counts: number[]; H_norm_7bins: number };
  bimodality: { x: number[]; BC: number };
  stability: { r1: number[]; r2: number[]; meanAbsChange: number; sdRatio: number; spearman: number };
  disagreementShapley: {
    recommended_productDistribution: {
      W: number[][];
      productVariance: number;
      shapley: number[];
      share: number[];
      firstOrder: number[];
      total: number[];
      actualVariance: number;
      coupling: number;
    };
  };
  /** Variances of a sum; the second of parts that hang together, which people's weights are not drawn as. */
  shapleyEffects: Readonly<
    Record<"independent" | "linearGaussian", { beta: number[]; cov: number[][]; shapley: number[] }>
  >;
  poolInputsVsOutputs: {
    inputsMean: number;
    inputsMedian: number;
    W: number[][];
    pEach: number[];
    outputsGMO: number;
    outputsMean: number;
    outputsMedian: number;
  };
}>();

/** The model of the check file: sigmoid(−2 + 0.3 w₁ + 0.1 w₂ + 0.05 w₁w₃/3). */
export const sigmoidModel = (w: ArrayLike<number>): number =>
  1 / (1 + Math.exp(-(-2 + 0.3 * (w[0] ?? 0) + 0.1 * (w[1] ?? 0) + (0.05 * (w[0] ?? 0) * (w[2] ?? 0)) / 3)));
