import { uniform } from "../random/generator.ts";

/** What has broken readers of files before, and what these formats give a meaning. */
const HOSTILE = [
  "1e999",
  "-1",
  "NaN",
  "0x10",
  "1e-400",
  "99999999999999999999",
  "[ 1000000000 ]",
  '"',
  "'",
  "\\",
  "{",
  "}",
  "(",
  ")",
  ";",
  "<",
  ">",
  "&",
  "&#0;",
  "&#xD800;",
  "&lol;",
  "<!ENTITY a 'b'>",
  "<!DOCTYPE x [",
  "]]>",
  "<![CDATA[",
  "<!--",
  "/*",
  "//",
  "%",
  "\u0000",
  "\ud800",
  "\u202e",
  "__proto__",
  "constructor",
  "table",
  "default",
  "property",
  "discrete",
  "null",
  "[]",
  "{}",
  "x".repeat(2000),
  "0 ".repeat(2000),
  "\n".repeat(1000),
];
const NESTS = ["(", "[", "{", "<a>", '{"a":', "<!--", '"', "/*", "&", "((("];

const BLANKS = [" ", "\n", "\t\r\n", "\n\n  "];

/** Damages a text, always in the same way for the same seed: letters changed, parts cut, moved, repeated or nested. */
export function mutate(text: string, seed: number): string {
  const next = uniform(seed, 7);
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  let damaged = text;
  const rounds = 1 + below(2);
  for (let round = 0; round < rounds; round++) {
    const at = below(damaged.length);
    const before = damaged.slice(0, at);
    switch (below(12)) {
      case 0:
        damaged = before;
        break;
      case 1:
        damaged = before + damaged.slice(at + 1 + below(40));
        break;
      case 2:
        damaged = before + damaged.slice(Math.max(0, at - below(60)));
        break;
      case 3:
        damaged = before + pick(NESTS).repeat(below(5000)) + damaged.slice(at);
        break;
      case 4:
      case 5: {
        const flipped = String.fromCharCode(damaged.charCodeAt(at) ^ (1 << below(8)));
        damaged = before + flipped + damaged.slice(at + 1);
        break;
      }
      case 6:
        damaged = before + pick(BLANKS) + damaged.slice(at);
        break;
      case 7:
        damaged = renameTokens(damaged, pick);
        break;
      default:
        damaged = swapTokens(damaged, below, below(2) === 0 ? pick(HOSTILE) : null);
    }
    if (damaged === "") return damaged;
  }
  return damaged;
}

/** Puts a word in the place of one token; the word is hostile or another token of the text. */
function swapTokens(text: string, below: (n: number) => number, hostile: string | null): string {
  const tokens = text.match(/[\w.]+|\s+|./gsu) ?? [];
  const words = tokens.flatMap((token, i) => (/^\s/.test(token) ? [] : [i]));
  if (words.length === 0) return text;
  const [a, b] = [words[below(words.length)]!, words[below(words.length)]!];
  [tokens[a], tokens[b]] = hostile === null ? [tokens[b]!, tokens[a]!] : [hostile, tokens[b]!];
  return tokens.join("");
}

/** Writes another word for one word wherever it stands: what still reads is a strange but legal network. */
function renameTokens(text: string, pick: <T>(from: readonly T[]) => T): string {
  const words = text.match(/[\w.]+/g) ?? ["none"];
  return text.replaceAll(pick(words), pick([...words, "0", "1", "0.5", "état", "x y", "<", "é&"]));
}
