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
  TokenHeader,
} from "../../app/bridge/contract.ts";
import type { Key } from "./key.ts";
import { pageCalls } from "./page-calls.ts";

const folder: CallFolder = "/bridge/";
const tokenHeader: TokenHeader = "x-entente-token";

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

/** The bridge of the browser edition: the host's calls over loopback, the window's by the browser itself. */
export function browserBridge(key: Key): Bridge {
  let { first } = key;
  return {
    call: <N extends CallName>(name: N, ...args: Arguments<N>) =>
      (isPageCall(name)
        ? Promise.resolve(Reflect.apply(pageCalls[name], undefined, args))
        : post(key, name, args)) as Promise<Result<N>>,

    on<N extends PushName>(name: N, listener: (value: Pushed<N>) => void) {
      // The only thing this host ever sends, once.
      if (name === "file:opened" && first !== null) {
        announce(key, first).then(listener as (file: FileRef) => void, () => undefined);
        first = null;
      }
      return () => undefined;
    },
  };
}
