import type { Network } from "./network.ts";

/** Evidence of probability 0; `conflict` are the variables of a smallest set of it that cannot hold together. */
export class ImpossibleObservation extends Error {
  readonly conflict: readonly number[];

  constructor(network: Network, conflict: readonly number[]) {
    const names = conflict.map((v) => network.variables[v]!.label);
    super(
      names.length === 1
        ? `What is said of ${names[0]} is impossible in this network.`
        : `What is said of ${names.join(" and ")} cannot hold together in this network.`,
    );
    this.name = "ImpossibleObservation";
    this.conflict = conflict;
  }
}

/** Soft targets that are possible one by one and that no revision reaches together. */
export class ImpossibleTargets extends Error {
  constructor(network: Network, targets: readonly number[]) {
    super(
      `The soft targets of ${targets.map((v) => network.variables[v]!.label).join(" and ")} cannot all be reached; change or remove one of them.`,
    );
    this.name = "ImpossibleTargets";
  }
}
