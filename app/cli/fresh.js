// Makes dist as new as the sources: silently, once even when several start at the same time, and never half.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = join(dirname(fileURLToPath(import.meta.url)), "../..");
const sources = [
  "app",
  "renderer",
  "assets",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
];
const programs = ["app", "preload", "renderer"];
/** A build takes seconds; a lock this old belongs to nobody. */
const FORGOTTEN = 300_000;

/** Path, size and time of change of every source, as one word: also a deleted or an older file changes it. */
export function fingerprint(root) {
  const hash = createHash("sha256");
  const visit = (path) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory())
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
  };
  sources.forEach(visit);
  return hash.digest("hex");
}

const stampFile = (root) => join(root, "dist/fresh");

/** True when dist was built from just these sources and is all there. */
export function isFresh(root) {
  if (!programs.every((name) => existsSync(join(root, "dist", name))) || !existsSync(stampFile(root)))
    return false;
  return readFileSync(stampFile(root), "utf8") === fingerprint(root);
}

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** True for a lock whose owner has ended without taking it away. */
function isForgotten(lock) {
  const made = statSync(lock, { throwIfNoEntry: false });
  if (made === undefined) return false;
  const age = Date.now() - made.mtimeMs;
  const owner = join(lock, "owner");
  // Between making the folder and naming its owner there is a moment.
  if (!existsSync(owner)) return age > 5_000;
  return age > FORGOTTEN || !alive(Number(readFileSync(owner, "utf8")));
}

/** Takes the lock if nobody has it. Making a folder either succeeds or fails, for one process at a time. */
function take(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(lock, "owner"), String(process.pid));
  return true;
}

/** Removes a forgotten lock; by renaming it first, so that of several who try only one does. */
function clear(lock) {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** Builds every program into a folder, with vite.config.ts. */
async function buildAll(root, out) {
  const { createBuilder } = await import("vite");
  const into = (name) => ({ build: { outDir: join(out, name), emptyOutDir: true } });
  // What runs a test may call itself a test: what is built is the program all the same, never React's slower, larger
  // build for developers.
  process.env.NODE_ENV = "production";
  const builder = await createBuilder({
    root: join(root, "renderer"),
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    environments: { client: into("renderer"), main: into("app"), preload: into("preload") },
  });
  await builder.buildApp();
}

/** vite.config.ts names its inputs from the project's folder; the command line may be called from anywhere. */
async function within(folder, work) {
  const from = process.cwd();
  process.chdir(folder);
  try {
    await work();
  } finally {
    process.chdir(from);
  }
}

/** Puts a finished build in its place: programs already running keep the files they have open. */
function swap(root, next) {
  const old = join(root, "dist/.old");
  rmSync(old, { recursive: true, force: true });
  mkdirSync(old, { recursive: true });
  for (const name of programs) {
    const place = join(root, "dist", name);
    if (existsSync(place)) renameSync(place, join(old, name));
    renameSync(join(next, name), place);
  }
  rmSync(old, { recursive: true, force: true });
}

/** Brings dist up to date. Rejects with the build's own message when it fails; dist is then as it was. */
export async function freshen({ root = here, build = buildAll } = {}) {
  const lock = join(root, "dist/.lock");
  while (!isFresh(root)) {
    mkdirSync(join(root, "dist"), { recursive: true });
    if (!take(lock)) {
      if (isForgotten(lock)) clear(lock);
      else await pause(50);
      continue;
    }
    try {
      if (isFresh(root)) return;
      // Taken before the build: a file changed meanwhile makes the next start build again.
      const word = fingerprint(root);
      const next = join(root, "dist/.next");
      await within(root, () => build(root, next));
      swap(root, next);
      writeFileSync(stampFile(root), word);
      return;
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

/** For a command: ends it with the build's message when there is nothing to go on with. */
export async function freshenOrEnd() {
  try {
    await freshen();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await freshenOrEnd();
