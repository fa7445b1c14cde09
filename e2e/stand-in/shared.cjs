// What the parts of the double know of each other.

/** Mutable state of the one program that runs. */
const state = {
  pkg: { name: "", version: "" },
  root: "",
  ready: false,
  quitting: false,
  /** Playwright's browser context over Chromium's debugging port. */
  context: null,
  /** Ends Chromium and this process; set by double.cjs. */
  stop: () => {},
};

/** An object that names what it lacks instead of giving undefined. */
const strict = (name, object) =>
  new Proxy(object, {
    get(target, key, receiver) {
      if (key in target || typeof key === "symbol" || key === "then" || key === "toJSON")
        return Reflect.get(target, key, receiver);
      throw new Error(`The Electron stand-in has no ${name}.${String(key)}`);
    },
  });

const beforeReady = (what) => {
  if (state.ready) throw new Error(`${what} must be called before the app is ready`);
};
const afterReady = (what) => {
  if (!state.ready) throw new Error(`${what} can only be used after the app is ready`);
};

/** An event whose default can be prevented, as Electron hands to its listeners. */
const preventable = (more = {}) => ({
  ...more,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true;
  },
});

module.exports = { state, strict, beforeReady, afterReady, preventable };
