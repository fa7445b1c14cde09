import * as v from "valibot";
import {
  type Answer,
  type Arguments,
  type CallName,
  type ErrorCode,
  type Result,
  calls,
} from "./contract.ts";
import { ORIGIN } from "./names.ts";

/** What a host does for each call. A host may leave out calls its page answers by itself. */
export type Handlers = {
  [N in CallName]: (...args: Arguments<N>) => Given<N> | Promise<Given<N>>;
};
// A handler that has nothing to say may simply end.
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- the type of such a function's promise
type Given<N extends CallName> = undefined extends Result<N> ? Result<N> | void : Result<N>;

/** A table of calls: the contract's, or the desktop's, which has one more. */
export type Table = Readonly<Record<string, { readonly args: v.GenericSchema<unknown, unknown[]> }>>;

/** The part of Electron's WebFrameMain that tells who is calling; null when the frame is gone already. */
export type SenderFrame = { readonly origin: string; readonly parent: unknown } | null;

const refused = (code: ErrorCode, message: string): Answer => ({ error: { code, message } });

/** True for our own page in its window's main frame; false for any other page, child frame or vanished frame. */
export const isOwnPage = (frame: SenderFrame): boolean =>
  frame !== null && frame.parent === null && frame.origin === ORIGIN;

/**
 * Answers one call, for every host alike: the name must be in the table, the arguments must have its shapes,
 * and whatever the handler throws comes back as one sentence. Never rejects.
 */
export async function answer(
  handlers: object,
  name: string,
  args: unknown,
  table: Table = calls,
): Promise<Answer> {
  const entry = Object.hasOwn(table, name) ? table[name] : undefined;
  const handler: unknown = Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  if (entry === undefined || typeof handler !== "function")
    return refused("unknown", `This host has no call “${name.slice(0, 60)}”.`);
  const parsed = v.safeParse(entry.args, args);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue) ?? "arguments";
    return refused("arguments", `The call “${name}” was not made as agreed, at ${place}: ${issue.message}.`);
  }
  try {
    return { value: (await Reflect.apply(handler, undefined, parsed.output)) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const sentence = (reason.split("\n")[0] ?? "").replace(/[.\s]*$/, ".");
    return refused("failed", `“${name}” could not be done: ${sentence}`);
  }
}

/** The desktop's door: who is calling is read at once, because the frame may be gone a moment later. */
export function answerFrame(
  frame: SenderFrame,
  handlers: object,
  name: string,
  args: unknown,
  table: Table,
): Promise<Answer> {
  if (!isOwnPage(frame))
    return Promise.resolve(refused("sender", "Only Entente's own page may call its host."));
  return answer(handlers, name, args, table);
}
