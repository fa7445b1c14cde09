import { FLOOR } from "./scale.ts";
import type { Clique, Operand } from "./tree.ts";

/** The arrays a tree works in; allocated once. */
export interface Memory {
  readonly constants: Float64Array;
  readonly messages: Float64Array;
  /** Derivatives of P(evidence) in the messages. */
  readonly gradients: Float64Array;
  /** One entry per state of every variable: how well it fits what was found. 1 where nothing was. */
  readonly likelihood: Float64Array;
  /** Derivatives of P(evidence) in the likelihoods. */
  readonly slopes: Float64Array;
  /** One number, see `collect`; a number that a function returns would be allocated. */
  readonly largest: Float64Array;
}

/**
 * Computes a clique's message. Written out for two states, for more and for one operand: nearly all time is spent in this file.
 * @param at where the likelihood of its variable starts
 * Leaves the message's largest entry in `largest`; negative where some positive entry is below FLOOR.
 */
export function collect(clique: Clique, memory: Memory, at: number): void {
  const { rows, states, sums, out, a, b, rowsOfA, rowsOfB } = clique;
  const { messages, constants, likelihood } = memory;
  const from = a.message ? messages : constants;
  const startA = a.at;
  let largest = 0;
  let sign = 1;
  if (b === null) {
    // One operand is the whole product: its rows follow each other.
    for (let i = 0, ia = startA; i < rows; i++) {
      let sum = 0;
      for (let k = 0; k < states; k++, ia++) sum += likelihood[at + k]! * from[ia]!;
      messages[out + i] = sum;
      if (sum > largest) largest = sum;
      if (sum < FLOOR && sum > 0) sign = -1;
    }
    memory.largest[0] = sign * largest;
    return;
  }
  const other = b.message ? messages : constants;
  const startB = b.at;
  if (!sums || states === 1) {
    // One state is summed by not being summed; its likelihood is 1.
    for (let i = 0, io = out; i < rows; i++) {
      const ia = startA + rowsOfA[i]!;
      const ib = startB + rowsOfB[i]!;
      for (let k = 0; k < states; k++, io++) {
        const p = from[ia + k]! * other[ib + k]!;
        messages[io] = p;
        if (p > largest) largest = p;
        if (p < FLOOR && p > 0) sign = -1;
      }
    }
  } else if (states === 2) {
    const l0 = likelihood[at]!;
    const l1 = likelihood[at + 1]!;
    for (let i = 0; i < rows; i++) {
      const ia = startA + rowsOfA[i]!;
      const ib = startB + rowsOfB[i]!;
      const sum = l0 * from[ia]! * other[ib]! + l1 * from[ia + 1]! * other[ib + 1]!;
      messages[out + i] = sum;
      if (sum > largest) largest = sum;
      if (sum < FLOOR && sum > 0) sign = -1;
    }
  } else {
    const l0 = likelihood[at]!;
    const l1 = likelihood[at + 1]!;
    const l2 = likelihood[at + 2]!;
    for (let i = 0; i < rows; i++) {
      const ia = startA + rowsOfA[i]!;
      const ib = startB + rowsOfB[i]!;
      let sum =
        l0 * from[ia]! * other[ib]! +
        l1 * from[ia + 1]! * other[ib + 1]! +
        l2 * from[ia + 2]! * other[ib + 2]!;
      for (let k = 3; k < states; k++) sum += likelihood[at + k]! * from[ia + k]! * other[ib + k]!;
      messages[out + i] = sum;
      if (sum > largest) largest = sum;
      if (sum < FLOOR && sum > 0) sign = -1;
    }
  }
  memory.largest[0] = sign * largest;
}

/** From the derivative in a clique's message those in its operands that are messages, and in its likelihood. */
export function distribute(clique: Clique, memory: Memory, at: number): void {
  const { rows, states, sums, out, a, b, rowsOfA, rowsOfB } = clique;
  const { messages, constants, likelihood, gradients, slopes } = memory;
  const from = a.message ? messages : constants;
  const startA = a.at;
  if (b === null) {
    for (let k = 0; k < states; k++) slopes[at + k] = 0;
    for (let i = 0, ia = startA; i < rows; i++) {
      const d = gradients[out + i]!;
      for (let k = 0; k < states; k++, ia++) {
        slopes[at + k]! += d * from[ia]!;
        if (a.message) gradients[ia] = d * likelihood[at + k]!;
      }
    }
    return;
  }
  const other = b.message ? messages : constants;
  const startB = b.at;
  if (a.size < rows * states || !sums) clear(gradients, a);
  if (b.message) clear(gradients, b);
  if (!sums) {
    for (let i = 0, io = out; i < rows; i++) {
      const ia = startA + rowsOfA[i]!;
      const ib = startB + rowsOfB[i]!;
      for (let k = 0; k < states; k++, io++) {
        const d = gradients[io]!;
        gradients[ia + k]! += d * other[ib + k]!;
        if (b.message) gradients[ib + k]! += d * from[ia + k]!;
      }
    }
    return;
  }
  for (let k = 0; k < states; k++) slopes[at + k] = 0;
  if (a.size === rows * states) {
    // Every entry of a is met once.
    for (let i = 0, ia = startA; i < rows; i++) {
      const d = gradients[out + i]!;
      const ib = startB + rowsOfB[i]!;
      if (b.message)
        for (let k = 0; k < states; k++, ia++) {
          gradients[ib + k]! += d * from[ia]!;
          gradients[ia] = d * other[ib + k]! * likelihood[at + k]!;
        }
      else
        for (let k = 0; k < states; k++, ia++) {
          const t = d * other[ib + k]!;
          slopes[at + k]! += t * from[ia]!;
          gradients[ia] = t * likelihood[at + k]!;
        }
    }
    if (b.message) finish(b, memory, at, states);
    return;
  }
  if (b.message) {
    for (let i = 0; i < rows; i++) {
      const d = gradients[out + i]!;
      const ia = startA + rowsOfA[i]!;
      const ib = startB + rowsOfB[i]!;
      for (let k = 0; k < states; k++) {
        gradients[ia + k]! += d * other[ib + k]!;
        gradients[ib + k]! += d * from[ia + k]!;
      }
    }
    finish(b, memory, at, states);
    for (let i = startA; i < startA + a.size; i += states)
      for (let k = 0; k < states; k++) gradients[i + k]! *= likelihood[at + k]!;
    return;
  }
  if (states === 2)
    for (let i = 0; i < rows; i++) {
      const d = gradients[out + i]!;
      const ia = startA + rowsOfA[i]!;
      const ib = startB + rowsOfB[i]!;
      gradients[ia]! += d * other[ib]!;
      gradients[ia + 1]! += d * other[ib + 1]!;
    }
  else
    for (let i = 0; i < rows; i++) {
      const d = gradients[out + i]!;
      const ia = startA + rowsOfA[i]!;
      const ib = startB + rowsOfB[i]!;
      for (let k = 0; k < states; k++) gradients[ia + k]! += d * other[ib + k]!;
    }
  finish(a, memory, at, states);
}

/**
 * Where an operand's gradient was added up without the likelihood: Σ operand · gradient is the derivative in it, and
 * with it the gradient is complete.
 */
function finish({ at: start, size }: Operand, memory: Memory, at: number, states: number): void {
  const { messages, gradients, likelihood, slopes } = memory;
  for (let i = start; i < start + size; i += states)
    for (let k = 0; k < states; k++) {
      slopes[at + k]! += messages[i + k]! * gradients[i + k]!;
      gradients[i + k]! *= likelihood[at + k]!;
    }
}

function clear(gradients: Float64Array, { at, size }: Operand): void {
  if (size > 64) gradients.fill(0, at, at + size);
  else for (let i = at; i < at + size; i++) gradients[i] = 0;
}
