import type { Failure } from "../bridge/contract.ts";
import type { Handlers } from "../bridge/gate.ts";
import { attempt } from "../files/failures.ts";
import { Turns } from "../files/turn.ts";
import { addressesOf, type Interfaces } from "./addresses.ts";
import type { Keeper } from "./keeper.ts";
import { withoutKeys } from "./remember.ts";

type RoomCall = Extract<keyof Handlers, `room:${string}` | `journal:${string}`>;

const journal = "the workshop's journal";

/** The calls of a workshop that both hosts answer alike. */
export function roomCalls(
  keeper: Keeper,
  interfaces: () => Interfaces,
): Omit<Pick<Handlers, RoomCall>, "room:news"> {
  const turns = new Turns();
  const opened = <T>(work: () => Promise<T>): Promise<T | Failure> =>
    attempt("opened", "The room", () => turns.take("room", work));
  const noted = (work: () => Promise<void>) => attempt("written", journal, work);
  return {
    "room:addresses": () => addressesOf(interfaces()),
    "room:open": (asked) => opened(() => keeper.open(asked)),
    "room:state": () => keeper.state(),
    "room:show": (stage) => keeper.show(stage),
    "room:tell": (personal) => keeper.tell(personal),
    "room:nudge": (round) => keeper.nudge(round),
    "room:admit": (person) => noted(() => keeper.person({ type: "admitted", person })),
    "room:kick": (person) => noted(() => keeper.person({ type: "kicked", person })),
    "room:rename": ({ person, name }) => noted(() => keeper.person({ type: "renamed", person, name })),
    "room:door": (door) => noted(() => keeper.door(door)),
    "room:close": () => turns.take("room", () => keeper.close()),
    "journal:append": ({ session, texts }) =>
      attempt("written", journal, async () => (await keeper.write(session, texts)).map(withoutKeys)),
    "journal:read": ({ session, since }) =>
      attempt("read", journal, async () => {
        const { entries, damaged } = await keeper.journals.of(session);
        return { entries: entries.slice(since).map(withoutKeys), damaged };
      }),
    "journal:list": () => keeper.journals.list(),
    "journal:drop": (session) => attempt("removed", journal, () => keeper.drop(session)),
  };
}
