import { hashOf, shuffled, uniform } from "../random/generator.ts";
import { CARDS, type Card, cardsOf } from "./prompts.ts";
import type { SessionState } from "./state.ts";
import type { Happened, Id, Setup } from "./types.ts";

/**
 * Cards for everybody who is in: each card goes round once before any is dealt twice. Who gets which follows from the
 * seed of the workshop, the step and how often cards were dealt before.
 */
export function deal(setup: Setup, state: SessionState, step: Card["step"]): Happened[] {
  const people = state.people.filter(({ status }) => status === "in").map(({ id }) => id);
  if (state.closed || people.length === 0) return [];
  const next = uniform(setup.seed, hashOf(`cards ${step} ${state.dealt?.n ?? 0}`));
  const cards = shuffled(cardsOf(step), next);
  const order = shuffled(people, next);
  const hands = order.map((id, i) => [id, cards[i % cards.length]!.id] as const);
  return [{ type: "dealt", cards: Object.fromEntries(hands) }];
}

/** The card a person holds in this step; null for none. */
export function cardOf(state: Pick<SessionState, "dealt" | "step">, person: Id): Card | null {
  const id = state.dealt && Object.hasOwn(state.dealt.cards, person) ? state.dealt.cards[person] : undefined;
  return CARDS.find((card) => card.id === id && card.step === state.step) ?? null;
}
