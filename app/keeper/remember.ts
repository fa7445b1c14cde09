import type {
  HostFact,
  JournalEntry,
  KeptId,
  KnownAnswer,
  KnownPerson,
  RoomFact,
} from "../bridge/contract.ts";

/** What the journal tells of a room that was open before. */
export interface Remembered {
  readonly room: Extract<HostFact, { type: "room" }> | null;
  readonly people: readonly KnownPerson[];
  readonly answers: readonly KnownAnswer[];
  readonly kept: readonly KeptId[];
}

/** Whose a fact is, and under which id its sender knows it. */
function keyOf(fact: RoomFact): { person: string; id: string } | null {
  switch (fact.type) {
    case "joined":
      return null;
    case "response":
      return { person: fact.response.participant, id: fact.response.id };
    case "comment":
      return fact.comment.participant === null
        ? null
        : { person: fact.comment.participant, id: fact.comment.id };
    case "vote":
    case "feedback":
      return { person: fact.person, id: fact.id };
  }
}

/** Works out from the journal who is in the room and what the disk has of them: whoever was taken out is not. */
export function remember(entries: readonly JournalEntry[]): Remembered {
  let room: Remembered["room"] = null;
  const people = new Map<string, KnownPerson>();
  const answers = new Map<string, KnownAnswer>();
  const kept: KeptId[] = [];
  const change = (id: string, part: Partial<KnownPerson>) => {
    const person = people.get(id);
    if (person !== undefined) people.set(id, { ...person, ...part });
  };
  for (const entry of entries) {
    if (entry.by === "room") {
      const { fact } = entry;
      if (fact.type === "joined") {
        const { person, name, tokenHash, admitted } = fact;
        people.set(person, { id: person, name, tokenHash, admitted });
      }
      if (fact.type === "response") {
        const { response } = fact;
        answers.set(`${response.participant} ${response.round}`, { response, times: response.rev });
      }
      const key = keyOf(fact);
      if (key !== null) kept.push({ ...key, seq: entry.seq });
    } else if (entry.by === "host") {
      const { fact } = entry;
      if (fact.type === "room") room = fact;
      else if (fact.type === "admitted") change(fact.person, { admitted: true });
      else if (fact.type === "renamed") change(fact.person, { name: fact.name });
      else people.delete(fact.person);
    }
  }
  return {
    room,
    people: [...people.values()],
    answers: [...answers.values()].filter(({ response }) => people.has(response.participant)),
    kept: kept.filter(({ person }) => people.has(person)),
  };
}

/** An entry as the window may see it: without what opens the door. */
export function withoutKeys(entry: JournalEntry): JournalEntry {
  if (entry.by === "room" && entry.fact.type === "joined")
    return { ...entry, fact: { ...entry.fact, tokenHash: "" } };
  if (entry.by === "host" && entry.fact.type === "room")
    return { ...entry, fact: { ...entry.fact, code: "", secret: "" } };
  return entry;
}
