import { type Case, type Inputs, type Level, LEVELS, type PlainRule } from "../case/types.ts";
import { MIDDLES, truncatedNormalRow } from "../ranked/row.ts";
import { gateValue } from "../ranked/rule.ts";
import type { Result } from "./result.ts";

/**
 * The answer by going through every combination of states, written from the definitions and sharing nothing with the
 * engine but one row of a table and one gate. Null where the evidence is impossible. Small cases only.
 */
export function bruteForce(theCase: Case, inputs: Inputs): Result | null {
  const { factors, mechanisms, indicators, horizons, outcome } = theCase;
  const ids = [...factors, ...mechanisms].map(({ id }) => id);
  const levelOf = (setting: Level | Readonly<Record<string, Level>> | undefined, h: string) =>
    typeof setting === "object" ? setting[h] : setting;
  const r = (id: string) => {
    const f = factors.find((one) => one.id === id);
    return f ? (inputs.weights?.[id] ?? f.weight.default) / f.weight.default : 1;
  };
  const row = (mean: number, spread: number) => {
    const out = new Float64Array(5);
    truncatedNormalRow(mean, spread, out, 0);
    return out;
  };
  const mean = (m: (typeof mechanisms)[number], at: ReadonlyMap<string, number>): number => {
    if (m.rule.kind !== "partitioned") return plainMean(m.rule, at);
    const { by, parts, weightOf } = m.rule;
    const own = parts.find((part) => part.at.includes(LEVELS[at.get(by)!]!))!;
    const lowest = parts.find((part) => part.at.includes("VL"))!;
    const share = weightOf ? Math.min(1, r(weightOf)) : 1;
    return share * plainMean(own.rule, at) + (1 - share) * plainMean(lowest.rule, at);
  };
  const plainMean = (rule: PlainRule, at: ReadonlyMap<string, number>): number => {
    const through = (p: (typeof rule.pushes)[number]) =>
      p.of.reduce((v, g) => v * gateValue(g, MIDDLES[at.get(g.node)!]!, r), 1);
    const weight = (p: (typeof rule.pushes)[number]) => p.strength * (p.weightOf ? r(p.weightOf) : 1);
    const pushes = rule.pushes.map((p) => weight(p) * through(p));
    if (rule.kind === "sum") return pushes.reduce((a, b) => a + b, rule.base);
    if (rule.kind === "anyOf") return 1 - pushes.reduce((a, b) => a * (1 - Math.min(1, b)), 1);
    // A push whose factor has weight 0 is as if it were not there.
    const counted = rule.pushes.filter((p) => !p.weightOf || r(p.weightOf) !== 0);
    const [x, w] = [counted.map(through), counted.map(weight)];
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    if (x.length === 0) return 0;
    if (rule.kind === "mixminmax")
      return (rule.least * Math.min(...x) + rule.greatest * Math.max(...x)) / (rule.least + rule.greatest);
    if (rule.kind === "wmean") return sum(w) === 0 ? 0 : sum(x.map((one, i) => one * w[i]!)) / sum(w);
    if (x.length === 1) return x[0]!;
    const pulled = x.map(
      (one, i) => (w[i]! * one + sum(x.filter((_, j) => j !== i))) / (w[i]! + x.length - 1),
    );
    return rule.kind === "wmin" ? Math.min(...pulled) : Math.max(...pulled);
  };
  /** What a rule reads, what tells its parts apart first. */
  const causesIn = ({ rule }: (typeof mechanisms)[number]): string[] => {
    const rules = rule.kind === "partitioned" ? rule.parts.map((part) => part.rule) : [rule];
    const read = rules.flatMap(({ pushes }) => pushes.flatMap(({ of }) => of.map(({ node }) => node)));
    return [...new Set([...(rule.kind === "partitioned" ? [rule.by] : []), ...read])];
  };
  /** The row set by hand for these levels, if there is one. */
  const fixed = (m: (typeof mechanisms)[number], at: ReadonlyMap<string, number>) => {
    const causes = causesIn(m);
    return m.table?.[causes.reduce((n, id) => n * 5 + at.get(id)!, 0)];
  };
  /** P(everything seen | levels), signs summed out. */
  const seen = (at: ReadonlyMap<string, number>): number => {
    let p = 1;
    for (const [id, value] of Object.entries(inputs.observe ?? {}))
      if (typeof value === "string" && LEVELS.indexOf(value) !== at.get(id)) return 0;
    const total = (known: Map<string, number>, rest: typeof indicators): number => {
      const next = rest.find(({ of }) => known.has(of));
      if (!next) return 1;
      const others = rest.filter((one) => one !== next);
      return [0, 1].reduce((sum, state) => {
        const yes = next.p[known.get(next.of)!]!;
        const observed = inputs.observe?.[next.id];
        const soft = inputs.likelihood?.[next.id];
        const fits = observed === undefined ? 1 : observed === (state === 1) ? 1 : 0;
        const weight = soft ? (state ? soft[0] : soft[1]) / Math.max(...soft) : 1;
        return (
          sum + (state ? yes : 1 - yes) * fits * weight * total(new Map([...known, [next.id, state]]), others)
        );
      }, 0);
    };
    p *= total(new Map(at), indicators);
    return p;
  };
  let priors = horizons.map((h) =>
    factors.map((f) => {
      const level = levelOf(inputs.set?.[f.id], h.id) ?? f.levels[h.id]!.level;
      return row(MIDDLES[LEVELS.indexOf(level)]!, f.levels[h.id]!.spread);
    }),
  );
  const share =
    inputs.view === undefined || inputs.view === "article" ? 1 : inputs.view === "outside" ? 0 : inputs.view;
  const logit = (p: number) => Math.log(p / (1 - p));
  const soFar: Record<string, number> = {};
  let survival = 1;
  const result: Record<string, Result["horizons"][string]> = {};
  for (const [h, horizon] of horizons.entries()) {
    const rungs: Record<string, number> = Object.fromEntries(outcome.rungs.map(({ id }) => [id, 0]));
    const nodes = new Map(ids.map((id) => [id, [0, 0, 0, 0, 0]]));
    let total = 0;
    const go = (i: number, p: number, at: Map<string, number>): void => {
      if (p === 0) return;
      if (i < factors.length) {
        priors[h]![i]!.forEach((q, k) => go(i + 1, p * q, new Map([...at, [factors[i]!.id, k]])));
        return;
      }
      const m = mechanisms.find((one) => !at.has(one.id) && causesIn(one).every((cause) => at.has(cause)));
      if (m) {
        const assumed = levelOf(inputs.assume?.[m.id], horizon.id);
        const q = assumed
          ? LEVELS.map((l) => (l === assumed ? 1 : 0))
          : (fixed(m, at) ?? Array.from(row(mean(m, at), m.spread)));
        q.forEach((x, k) => go(i + 1, p * x, new Map([...at, [m.id, k]])));
        return;
      }
      const joint = h === 0 ? p * seen(at) : p;
      total += joint;
      for (const id of ids) nodes.get(id)![at.get(id)!]! += joint;
      const { article, outside } = outcome.event.hazardPerYear;
      const k = at.get(outcome.event.of)!;
      const yearly = 1 / (1 + Math.exp(-(share * logit(article[k]!) + (1 - share) * logit(outside[k]!))));
      const b = 1 - (1 - yearly) ** horizon.years;
      for (const [list, chance] of [
        [outcome.happened, b],
        [outcome.notHappened, 1 - b],
      ] as const) {
        let left = joint * chance;
        for (const { rung, of, p: shares } of list) {
          const part = of && shares ? left * shares[at.get(of)!]! : left;
          rungs[rung]! += part;
          left -= part;
        }
      }
    };
    go(0, 1, new Map());
    if (!(total > 0)) return null;
    let broke = 0;
    const standing = Object.fromEntries(
      outcome.rungs.map(({ id, happened }) => {
        const p = rungs[id]! / total;
        if (!happened) return [id, survival * p];
        soFar[id] = (soFar[id] ?? 0) + survival * p;
        broke += p;
        return [id, soFar[id]];
      }),
    );
    survival *= 1 - broke;
    result[horizon.id] = {
      rungs: standing,
      break: outcome.rungs.reduce((sum, { id, happened }) => (happened ? sum + standing[id]! : sum), 0),
      nodes: Object.fromEntries(
        [...nodes].map(([id, p]) => {
          const q = p.map((v) => v / total);
          return [id, { p: q, mean: q.reduce((s, v, k) => s + v * MIDDLES[k]!, 0) }];
        }),
      ),
    };
    if (h === 0 && Object.keys({ ...inputs.observe, ...inputs.likelihood }).length > 0) {
      const first = priors[0]!;
      priors = priors.map((phase, later) =>
        phase.map((q, f) => {
          if (later === 0) return q;
          const post = nodes.get(factors[f]!.id)!.map((v) => v / total);
          const learnt = q.map((v, k) => v * (first[f]![k]! < 1e-12 ? 1 : post[k]! / first[f]![k]!));
          const sum = learnt.reduce((a, b) => a + b, 0);
          const { fade } = factors[f]!;
          return sum < 1e-12 ? q : q.map((v, k) => (1 - fade) * v + (fade * learnt[k]!) / sum);
        }),
      );
    }
  }
  return { horizons: result };
}
