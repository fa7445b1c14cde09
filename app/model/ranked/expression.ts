import { evaluator, faultOf, type Mean, named, number, over, parent, plus, readBy, times } from "./mean.ts";

/** A node's expression as read: what its normal is centred on, and its variance where the text gives one. */
export interface Expression {
  readonly mean: Mean;
  readonly variance?: number;
}

/** Says what is wrong with an expression and at which column (from 1), as a clause: "at column 7: …". */
export class ExpressionFault extends Error {
  constructor(column: number, says: string) {
    super(`at column ${column}: ${says}`);
  }
}

const MOST_CHARACTERS = 10_000;
/** Deepest nesting of brackets, signs and powers that is followed. */
const MOST_LEVELS = 100;
const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|([-+*/^(),]))/uy;

interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  /** From 1. */
  readonly column: number;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      const sign = /\S/.exec(text.slice(at))!;
      throw new ExpressionFault(
        at + sign.index + 1,
        `${JSON.stringify(String.fromCodePoint(text.codePointAt(at + sign.index)!))} has no meaning here; use numbers, parents, + - * / ^ and brackets`,
      );
    }
    const [whole, digits, name, sign] = match;
    const found = digits ?? name ?? sign!;
    tokens.push({
      kind: digits !== undefined ? "number" : name !== undefined ? "name" : "sign",
      text: found,
      column: at + whole.length - found.length + 1,
    });
  }
  tokens.push({ kind: "end", text: "", column: end + 1 });
  return tokens;
}

/**
 * Reads an expression as ranked nodes have them: arithmetic (`+ - * / ^`, brackets) over numbers and parents, with
 * `min`, `max` and the weighted functions, whose weights stand before their values: `wmean(2, a, 1, b)`, `wmin`,
 * `wmax`, and `mixminmax(weight of least, weight of greatest, a, b, …)`. It may stand in `TNormal(mean, variance, 0, 1)`.
 * `ids[i]` is how the text names parent i. Function names are read in any case. Throws ExpressionFault.
 */
export function parseExpression(text: string, ids: readonly (string | undefined)[]): Expression {
  if (text.length > MOST_CHARACTERS)
    throw new ExpressionFault(
      MOST_CHARACTERS + 1,
      `the text is longer than ${MOST_CHARACTERS} characters; shorten it`,
    );
  return new Parser(tokensOf(text), ids).whole();
}

/** Recursive descent, one method per level of precedence. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #ids: readonly (string | undefined)[];
  #at = 0;
  #level = 0;

  constructor(tokens: readonly Token[], ids: readonly (string | undefined)[]) {
    this.#tokens = tokens;
    this.#ids = ids;
  }

  whole(): Expression {
    const expression = this.#isCall("tnormal") ? this.#truncatedNormal() : { mean: this.#sum() };
    const rest = this.#next();
    if (rest.kind !== "end")
      throw new ExpressionFault(
        rest.column,
        `the expression is complete before ${JSON.stringify(rest.text)}`,
      );
    return expression;
  }

  #truncatedNormal(): Expression {
    this.#at += 2;
    const mean = this.#sum();
    this.#expect(",");
    const place = this.#peek();
    const variance = this.#constant("the variance");
    if (!(variance > 0 && variance < Infinity))
      throw new ExpressionFault(
        place.column,
        `the variance must be a finite number above 0, not ${variance}`,
      );
    for (const bound of [0, 1]) {
      this.#expect(",");
      const { column } = this.#peek();
      const found = this.#constant("a bound");
      if (found !== bound)
        throw new ExpressionFault(
          column,
          `TNormal must run from 0 to 1 on the unit scale, and ${found} stands for ${bound}`,
        );
    }
    this.#expect(")");
    return { mean, variance };
  }

  #sum(): Mean {
    let left = this.#product();
    for (;;) {
      if (this.#take("+")) left = plus(left, this.#product());
      else if (this.#take("-")) left = plus(left, times(number(-1), this.#product()));
      else return left;
    }
  }

  #product(): Mean {
    let left = this.#signed();
    for (;;) {
      if (this.#take("*")) left = times(left, this.#signed());
      else if (this.#take("/")) left = over(left, this.#signed());
      else return left;
    }
  }

  /** A sign binds less than a power: −x² is −(x²). */
  #signed(): Mean {
    return this.#deeper(() => {
      if (this.#take("-")) return times(number(-1), this.#signed());
      if (this.#take("+")) return this.#signed();
      return this.#power();
    });
  }

  #power(): Mean {
    const base = this.#atom();
    return this.#take("^") ? { kind: "power", left: base, right: this.#signed() } : base;
  }

  #atom(): Mean {
    const token = this.#next();
    if (token.kind === "number") {
      const value = Number(token.text);
      if (value === Infinity)
        throw new ExpressionFault(token.column, `${token.text} is too large for a number`);
      return number(value);
    }
    if (token.kind === "name") return this.#peek().text === "(" ? this.#call(token) : this.#parent(token);
    if (token.text !== "(") throw new ExpressionFault(token.column, `a number, a parent or "(" is missing`);
    const inner = this.#sum();
    this.#expect(")");
    return inner;
  }

  #parent(token: Token): Mean {
    const index = this.#ids.indexOf(token.text);
    if (index < 0)
      throw new ExpressionFault(token.column, `${JSON.stringify(token.text)} is not the id of a parent`);
    return parent(index);
  }

  #call(token: Token): Mean {
    const name = token.text.toLowerCase();
    if (name === "min" || name === "max")
      return { kind: name === "min" ? "least" : "greatest", of: this.#values("(") };
    if (name === "mixminmax") {
      this.#expect("(");
      const least = this.#weight();
      this.#expect(",");
      const greatest = this.#weight();
      return this.#named(name, token, [least, greatest], this.#values(","));
    }
    if (name === "wmean" || name === "wmin" || name === "wmax") return this.#weighted(name, token);
    throw new ExpressionFault(
      token.column,
      name === "tnormal"
        ? "TNormal may only stand around the whole expression"
        : `${JSON.stringify(token.text)} is not a function that is read; use wmean, wmin, wmax, mixminmax, min or max`,
    );
  }

  #weighted(name: "wmean" | "wmin" | "wmax", token: Token): Mean {
    const weights: number[] = [];
    const values: Mean[] = [];
    this.#expect("(");
    do {
      weights.push(this.#weight());
      this.#expect(",");
      values.push(this.#sum());
    } while (this.#take(","));
    this.#expect(")");
    return this.#named(name, token, weights, values);
  }

  #named(name: Parameters<typeof named>[0], token: Token, weights: number[], values: Mean[]): Mean {
    const fault = faultOf(name, weights, values.length);
    if (fault !== undefined) throw new ExpressionFault(token.column, fault);
    return named(name, weights, values);
  }

  /** Values parted by commas, from the sign before the first to the closing bracket. */
  #values(opening: "(" | ","): Mean[] {
    this.#expect(opening);
    const values = [this.#sum()];
    while (this.#take(",")) values.push(this.#sum());
    this.#expect(")");
    return values;
  }

  #weight(): number {
    return this.#constant("a weight");
  }

  /** The value of a sum that reads no parent. */
  #constant(what: string): number {
    const { column } = this.#peek();
    const sum = this.#sum();
    if (readBy(sum).length > 0)
      throw new ExpressionFault(column, `${what} must be a number and may not read a parent`);
    return evaluator(sum)(new Float64Array(0));
  }

  #deeper(read: () => Mean): Mean {
    if (++this.#level > MOST_LEVELS)
      throw new ExpressionFault(
        this.#peek().column,
        `the expression nests more than ${MOST_LEVELS} levels deep; simplify it`,
      );
    const mean = read();
    this.#level--;
    return mean;
  }

  #isCall(name: string): boolean {
    return this.#peek().text.toLowerCase() === name && this.#tokens[this.#at + 1]?.text === "(";
  }

  #peek(): Token {
    return this.#tokens[this.#at]!;
  }

  #next(): Token {
    const token = this.#peek();
    if (token.kind !== "end") this.#at++;
    return token;
  }

  #take(sign: string): boolean {
    const found = this.#peek().kind === "sign" && this.#peek().text === sign;
    if (found) this.#at++;
    return found;
  }

  #expect(sign: string): void {
    if (!this.#take(sign))
      throw new ExpressionFault(
        this.#peek().column,
        `${JSON.stringify(sign)} is expected and ${this.#peek().kind === "end" ? "the text ends" : `${JSON.stringify(this.#peek().text)} stands`} there`,
      );
  }
}
