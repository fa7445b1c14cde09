import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { Answer, Bridge, FileRef } from "./contract.ts";
import { channel, pushNames } from "./names.ts";

/** Runs sandboxed beside the page and is all it sees of the host: three functions, and never an event object. */

async function invoke(name: string, args: unknown[]): Promise<unknown> {
  const answer = (await ipcRenderer.invoke(name, ...args)) as Answer;
  if ("error" in answer) throw new Error(answer.error.message);
  return answer.value;
}

// A file named at the start may arrive before the page listens: it waits here.
const waiting: FileRef[] = [];
const early = (_event: unknown, file: FileRef) => waiting.push(file);
ipcRenderer.on(channel("file:opened"), early);

const bridge = {
  call: (name: Parameters<Bridge["call"]>[0], ...args: unknown[]) => invoke(channel(name), args),
  on(name: Parameters<Bridge["on"]>[0], listener: (value: unknown) => void) {
    if (!Object.hasOwn(pushNames, name)) throw new Error(`The host never sends “${String(name)}”.`);
    const heard = (_event: unknown, value: unknown) => {
      listener(value);
    };
    ipcRenderer.on(channel(name), heard);
    if (name === "file:opened") {
      ipcRenderer.removeListener(channel(name), early);
      for (const file of waiting.splice(0)) listener(file);
    }
    return () => {
      ipcRenderer.removeListener(channel(name), heard);
    };
  },
  async dropped(file: File) {
    const path = webUtils.getPathForFile(file);
    return path === "" ? null : invoke(channel("files:dropped"), [path]);
  },
};
contextBridge.exposeInMainWorld("entente", bridge);
