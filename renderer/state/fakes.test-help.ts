import type { Arguments, Bridge, CallName, PushName, Result } from "../../app/bridge/contract.ts";
import type { Case } from "../../app/model/case/types.ts";
import { shippedCase } from "../../app/model/shipped.test-help.ts";
import { inlineClient, type Listener, type ModelClient } from "../worker/client.ts";
import { createApp, FIRST_SETTINGS } from "./app.ts";

type Handlers = { [N in CallName]?: (...args: Arguments<N>) => Result<N> | Promise<Result<N>> };

const quiet: Handlers = {
  "draft:list": () => ({ drafts: [], damaged: 0 }),
  "recent:list": () => [],
  "settings:read": () => "{}",
};

/** A host that does what it is told to, and notes what it was asked. */
export function fakeHost(handlers: Handlers = {}) {
  const asked: { readonly name: CallName; readonly args: readonly unknown[] }[] = [];
  const listeners = new Map<PushName, (value: never) => void>();
  const host: Bridge = {
    call: async <N extends CallName>(name: N, ...args: Arguments<N>) => {
      asked.push({ name, args });
      const handler = handlers[name] ?? quiet[name];
      return (handler ? Reflect.apply(handler, undefined, args) : undefined) as Result<N>;
    },
    on(name, listener) {
      listeners.set(name, listener);
      return () => listeners.delete(name);
    },
  };
  return {
    host,
    handlers,
    /** The arguments of every call of this name, in order. */
    calls: (name: CallName) => asked.filter((one) => one.name === name).map(({ args }) => args[0]),
  };
}

/** A model that never answers, for what does not depend on answers. */
export const silentClient = (): ModelClient => ({
  ask: () => 0,
  askRange: () => 0,
  analyse: () => () => undefined,
  close: () => undefined,
});

/** The case that everything is tried on. */
export const syria = (): Case => shippedCase("russia-iran-syria");

/** An app on a fake host, with the model on this thread. */
export function fakeApp(
  part: {
    readonly handlers?: Handlers;
    readonly case?: Case;
    readonly connect?: (listener: Listener) => ModelClient;
    readonly tourSeen?: boolean;
  } = {},
) {
  const fake = fakeHost(part.handlers);
  const app = createApp({
    host: fake.host,
    connect: part.connect ?? inlineClient,
    case: part.case ?? syria(),
    name: "russia-iran-syria",
    settings: { ...FIRST_SETTINGS, tourSeen: part.tourSeen ?? true },
  });
  return { app, ...fake };
}

/** An app whose model never answers. */
export const silentApp = (part: Parameters<typeof fakeApp>[0] = {}) =>
  fakeApp({ connect: silentClient, ...part });
