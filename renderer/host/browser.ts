import type {
  Answer,
  Arguments,
  Bridge,
  CallFolder,
  CallName,
  FileRef,
  PageCall,
  PushName,
  Pushed,
  Result,
  RoomEvent,
  TokenHeader,
} from "../../app/bridge/contract.ts";
import type { Key } from "./key.ts";
import { pageCalls } from "./page-calls.ts";

const folder: CallFolder = "/bridge/";
const tokenHeader: TokenHeader = "x-entente-token";

const ASK_AGAIN = 2_000;

const noKey = "This page has no key to its host: open the address that Entente printed when it started.";
const noAnswer = "Entente does not answer: start it again and open the address it prints.";

const isPageCall = (name: string): name is PageCall => Object.hasOwn(pageCalls, name);

/** Makes one call over the wire. @throws Error with one sentence for people */
async function post(key: Key, name: string, args: unknown[]): Promise<unknown> {
  if (key.token === null) throw new Error(noKey);
  const request = {
    method: "POST",
    headers: { "content-type": "application/json", [tokenHeader]: key.token },
    body: JSON.stringify(args),
  };
  const answer = await fetch(folder + name, request).then(
    (response) => response.json() as Promise<Answer>,
    () => {
      throw new Error(noAnswer);
    },
  );
  if ("error" in answer) throw new Error(answer.error.message);
  return answer.value;
}

/** The case named at the start, as the other host would announce it. */
async function announce(key: Key, handle: string): Promise<FileRef> {
  const read = (await post(key, "files:read", [handle])) as Result<"files:read">;
  // Reading it again will say what is wrong with it.
  return "failed" in read
    ? { handle, name: "", folder: "" }
    : { handle, name: read.name, folder: read.folder };
}

/** Asks for what happens in the room for as long as somebody listens; a host that does not answer is asked again. */
function follow(key: Key, listener: (event: RoomEvent) => void): () => void {
  let listening = true;
  const ask = async () => {
    let last: number | null = null;
    while (listening) {
      const news: Result<"room:news"> | null = await post(key, "room:news", [last]).then(
        (value) => value as Result<"room:news">,
        () => null,
      );
      if (news === null) await new Promise((done) => setTimeout(done, ASK_AGAIN));
      else {
        last = news.last;
        if (listening) news.events.forEach(listener);
      }
    }
  };
  void ask();
  return () => {
    listening = false;
  };
}

/** The bridge of the browser edition: the host's calls over loopback, the window's by the browser itself. */
export function browserBridge(key: Key): Bridge {
  let { first } = key;
  return {
    call: <N extends CallName>(name: N, ...args: Arguments<N>) =>
      (isPageCall(name)
        ? Promise.resolve(Reflect.apply(pageCalls[name], undefined, args))
        : post(key, name, args)) as Promise<Result<N>>,

    on<N extends PushName>(name: N, listener: (value: Pushed<N>) => void) {
      if (name === "room:event") return follow(key, listener as (event: RoomEvent) => void);
      // Sent once.
      if (name === "file:opened" && first !== null) {
        announce(key, first).then(listener as (file: FileRef) => void, () => undefined);
        first = null;
      }
      return () => undefined;
    },
  };
}
