import { EventEmitter } from "node:events";
import { vi } from "vitest";

/** An event of Electron's whose default can be prevented. */
export const preventable = (more: object = {}) => ({ ...more, preventDefault: vi.fn() });

/** The parts of a window that tests look at. */
export class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    send: vi.fn(),
    reload: vi.fn(),
    forcefullyCrashRenderer: vi.fn(),
    setWindowOpenHandler: vi.fn(),
    setWebRTCIPHandlingPolicy: vi.fn(),
  });
  readonly show = vi.fn();
  readonly maximize = vi.fn();
  readonly setTitle = vi.fn();
  readonly setDocumentEdited = vi.fn();
  readonly setRepresentedFilename = vi.fn();
  readonly focus = vi.fn();
  readonly isMinimized = () => false;
  readonly destroy = vi.fn(() => {
    this.gone = true;
  });
  readonly close = vi.fn(() => this.emit("close", preventable()));
  gone = false;
  isDestroyed() {
    return this.gone;
  }
}

/** Takes a double for the thing it doubles: tests give what the code under test uses, and no more. */
export const as = <T>(double: unknown): T => double as T;

/** A dialog that answers message boxes with these buttons, one after another. */
export const answering = (...responses: number[]) => ({
  showMessageBox: vi.fn(() => Promise.resolve({ response: responses.shift() ?? 0, checkboxChecked: false })),
});

/** Lets everything already promised happen. */
export const settle = () => new Promise((done) => setTimeout(done, 5));
