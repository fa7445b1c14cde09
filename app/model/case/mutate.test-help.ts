import { uniform } from "../random/generator.ts";

/**
 * Damages a case file, always in the same way for the same seed: bytes flipped, text cut, parts of the JSON
 * deleted, swapped, repeated, nested, or replaced by something hostile. About a fifth of the results still opens.
 */
export function mutate(text: string, seed: number): string {
  const next = uniform(seed);
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  if (next() < 0.3) return damageText(text, below);
  const file = JSON.parse(text) as Json;
  const rounds = 1 + below(3);
  const damage = next() < 0.5 ? nudgePart : damagePart;
  for (let i = 0; i < rounds; i++) damage(file, below, pick);
  // What JSON cannot hold is written as a text first and unquoted here.
  return JSON.stringify(file, null, pick([0, 2])).replaceAll(/"@raw:([^"]*)"/g, "$1");
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Below = (n: number) => number;
type Pick = <T>(from: readonly T[]) => T;

function damageText(text: string, below: Below): string {
  const at = below(text.length);
  switch (below(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + below(40));
    case 3:
      return text.slice(0, at) + text.slice(Math.max(0, at - below(40)));
    case 4:
      return `${text.slice(0, at)}${"[".repeat(below(100_000))}${text.slice(at)}`;
    default: {
      const letters = [...text];
      for (let i = 0; i < 1 + below(4); i++) {
        const where = below(letters.length);
        letters[where] = String.fromCharCode(letters[where]!.charCodeAt(0) ^ (1 << below(8)));
      }
      return letters.join("");
    }
  }
}

/** Values that have broken readers of files before. */
const HOSTILE: readonly Json[] = [
  null,
  true,
  0,
  -1,
  5,
  1e308,
  5e-324,
  -1e308,
  2 ** 53,
  "",
  "VL",
  "all",
  "outcome",
  "toString",
  "__proto__",
  "constructor",
  "\u202egnp.exe",
  "\ud800",
  "<img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  "${7*7}",
  "../../etc/passwd",
  "x".repeat(100_000),
  [],
  {},
  [[]],
  { toString: 1 },
  { length: 1e9 },
  { toJSON: "x" },
  "@raw:1e999",
  "@raw:-0",
  "@raw:NaN",
  "@raw:0x10",
  "@raw:{\u0022a\u0022:1}",
];
const HOSTILE_KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "0", ""];

function damagePart(file: Json, below: Below, pick: Pick): void {
  const [parent, key] = pick(places(file));
  const value = get(parent, key);
  switch (below(8)) {
    case 0:
      return remove(parent, key);
    case 1:
      return put(parent, key, pick(HOSTILE));
    case 2: {
      const [other, where] = pick(places(file));
      return put(parent, key, structuredCopy(get(other, where)));
    }
    case 3:
      return put(parent, key, typeof value === "number" ? value * pick([0, -1, 10, 1e6, 0.1]) : [value]);
    case 4:
      return put(parent, key, typeof value === "string" ? 7 : JSON.stringify(value));
    case 5:
      return put(parent, key, nest(value, pick([2, 60, 70, 500])));
    case 6:
      if (!Array.isArray(parent)) define(parent, pick(HOSTILE_KEYS), structuredCopy(value));
      else parent.push(structuredCopy(value));
      return;
    default:
      if (Array.isArray(parent)) parent.reverse();
      else put(parent, key, pick([0.5, 0.25, 1, 7, "H", true, {}]));
  }
}

/** Changes one number, word or answer for another of its kind: what still opens is a strange but legal case. */
function nudgePart(file: Json, below: Below, pick: Pick): void {
  const [parent, key] = pick(places(file).filter(([at, name]) => typeof get(at, name) !== "object"));
  const value = get(parent, key);
  if (typeof value === "number")
    put(parent, key, pick([0, 1, 10, 1e-9, 5e-324, 1e300, -value, value / 2, value * 3, below(1000) / 1000]));
  else if (typeof value === "boolean") put(parent, key, !value);
  else if (/^(VL|L|M|H|VH)$/.test(String(value))) put(parent, key, pick(["VL", "L", "M", "H", "VH"]));
  else {
    const others = places(file).filter(([at, name]) => typeof get(at, name) === "string");
    put(parent, key, get(...pick(others)));
  }
}

type Parent = Json[] | { [key: string]: Json };

/** Every place in the file: a container and the key of one thing in it. */
function places(file: Json): [Parent, string][] {
  const found: [Parent, string][] = [];
  const visit = (value: Json): void => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      found.push([value, key]);
      visit(get(value, key));
    }
  };
  visit(file);
  return found.length > 0 ? found : [[{ nothing: null }, "nothing"]];
}

const get = (parent: Parent, key: string): Json =>
  Array.isArray(parent) ? parent[Number(key)]! : parent[key]!;

function put(parent: Parent, key: string, value: Json): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else define(parent, key, value);
}

/** Sets an own entry whatever its name is, `__proto__` too. */
function define(parent: { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove(parent: Parent, key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

const structuredCopy = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

function nest(value: Json, depth: number): Json {
  let nested = value;
  for (let i = 0; i < depth; i++) nested = i % 2 === 0 ? [nested] : { a: nested };
  return nested;
}
