import { shown } from "../case/problem.ts";
import { placer, refuse } from "./refusal.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly inside, joined; entities resolved. */
  readonly text: string;
  /** The path from the root and the line: "smile/nodes/cpt (line 7, column 3)". */
  readonly place: string;
}

/** Deepest nesting of elements that is followed. */
const MOST_DEEP = 64;
const NAME = /[\p{L}_:][\p{L}\p{N}_:.\-]*/uy;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  readonly pieces: string[];
  readonly at: number;
}

/**
 * Reads XML into elements, attributes and text. Knows the five named entities and numeric ones, comments, CDATA and
 * the prolog; element and attribute declarations of a document type are passed over. Entities that a file defines
 * for itself and references to other files are refused: they are how XML files attack their readers.
 *
 * @throws Refused with line and column.
 */
export function parseXml(text: string): XmlElement {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  const place = placer(text);

  const fail = (what: string, where: number): never =>
    refuse(`The XML is damaged at ${place(where)}: ${what}; correct the file at that place.`);
  const skipBlank = () => {
    while (at < text.length && text[at]! <= " ") at++;
  };
  function until(close: string, what: string): string {
    const start = at;
    const end = text.indexOf(close, at);
    if (end < 0) fail(`${what} has no end`, start);
    at = end + close.length;
    return text.slice(start, end);
  }
  function name(what: string): string {
    NAME.lastIndex = at;
    const found = NAME.exec(text)?.[0] ?? fail(`${what} is expected`, at);
    at += found.length;
    return found;
  }

  /** Text with its entities resolved; `from` is where it stands. */
  function plain(raw: string, from: number): string {
    if (!raw.includes("&")) return raw;
    return raw.replace(/&([^;&<]{0,40})(;?)/gu, (_, entity: string, semicolon: string, offset: number) => {
      if (semicolon === "") fail('"&" stands without an entity; write &amp;', from + offset);
      return (
        ENTITIES.get(entity) ??
        numeric(entity) ??
        fail(`the entity ${shown(entity)} is unknown`, from + offset)
      );
    });
  }

  function docType(): void {
    const start = at;
    let quote = "";
    for (let depth = 0; at < text.length; at++) {
      const sign = text[at]!;
      if (quote !== "") {
        if (sign === quote) quote = "";
      } else if (text.startsWith("<!--", at)) {
        until("-->", "a comment");
        at--;
      } else if (sign === '"' || sign === "'") quote = sign;
      else if (text.startsWith("<!ENTITY", at) || sign === "%")
        refuse(
          `The file defines entities of its own at ${place(at)}, which are never expanded; write the text out and delete the definition.`,
        );
      else if (depth === 0 && (text.startsWith("SYSTEM", at) || text.startsWith("PUBLIC", at)))
        refuse(
          `The file refers to another file at ${place(at)}, which is never read; delete the DOCTYPE declaration.`,
        );
      else if (sign === "[" || sign === "<") depth++;
      else if (sign === "]") depth--;
      else if (sign === ">" && depth-- <= 0) {
        at++;
        return;
      }
    }
    fail("the document type has no end", start);
  }

  function openTag(start: number): void {
    if (stack.length >= MOST_DEEP)
      refuse(
        `Elements nest more than ${MOST_DEEP} deep at ${place(start)}, which no network needs; choose another file.`,
      );
    if (root !== null && stack.length === 0) fail("a second root element begins", start);
    const open: Open = {
      name: name("the name of an element"),
      attributes: new Map(),
      children: [],
      pieces: [],
      at: start,
    };
    stack.push(open);
    for (;;) {
      const before = at;
      skipBlank();
      if (text[at] === ">") {
        at++;
        return;
      }
      if (text.startsWith("/>", at)) {
        at += 2;
        return close();
      }
      if (before === at) fail('a blank, ">" or "/>" is expected', at);
      const key = name('an attribute, ">" or "/>"');
      skipBlank();
      if (text[at++] !== "=") fail('"=" is expected', at - 1);
      skipBlank();
      const quote = text[at++];
      if (quote !== '"' && quote !== "'") fail("a value in quotation marks is expected", at - 1);
      if (open.attributes.has(key)) fail(`the attribute ${shown(key)} stands twice`, before);
      const from = at;
      const raw = until(quote!, "the value of an attribute");
      if (raw.includes("<")) fail('"<" stands in the value of an attribute', from);
      open.attributes.set(key, plain(raw.replaceAll(/[\t\r\n]/g, " "), from));
    }
  }

  function close(): void {
    const path = stack
      .map((element) => element.name.slice(0, 40))
      .slice(0, 8)
      .join("/");
    const { name: own, attributes, children, pieces, at: start } = stack.pop()!;
    const element: XmlElement = {
      name: own,
      attributes,
      children,
      text: pieces.join(""),
      get place() {
        return `${path} (${place(start)})`;
      },
    };
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  }

  function closeTag(start: number): void {
    const closed = name("the name of an element");
    skipBlank();
    if (text[at++] !== ">") fail('">" is expected', at - 1);
    const open = stack.at(-1);
    if (open?.name !== closed)
      fail(`the end of ${shown(closed)} closes ${open ? shown(open.name) : "nothing"}`, start);
    close();
  }

  while (at < text.length) {
    const start = at;
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      at = next < 0 ? text.length : next;
      const raw = text.slice(start, at);
      const open = stack.at(-1);
      if (open) open.pieces.push(plain(raw, start));
      else if (/[^ \t\r\n]/.test(raw)) fail("text stands outside the root element", start);
    } else if (text.startsWith("<!--", at)) {
      at += 4;
      until("-->", "a comment");
    } else if (text.startsWith("<![CDATA[", at)) {
      at += 9;
      const piece = until("]]>", "a CDATA section");
      (stack.at(-1) ?? fail("text stands outside the root element", start)).pieces.push(piece);
    } else if (text.startsWith("<?", at)) until("?>", "an instruction");
    else if (text.startsWith("<!DOCTYPE", at)) {
      if (root !== null || stack.length > 0) fail("a document type stands inside the document", start);
      at += 9;
      docType();
    } else if (text.startsWith("</", at)) {
      at += 2;
      closeTag(start);
    } else {
      at++;
      openTag(start);
    }
  }
  if (stack.length > 0) fail(`${shown(stack.at(-1)!.name)} is not closed`, stack.at(-1)!.at);
  return root ?? fail("it has no element", 0);
}

/** "#65" or "#x41" as its letter; null for anything else and for codes that are no character. */
function numeric(entity: string): string | null {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity);
  if (!digits) return null;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text made fit for an element or an attribute in quotation marks of either kind. */
export const escapeXml = (text: string) => text.replaceAll(/[<>&"']/g, (sign) => ESCAPES[sign]!);

/** The children with this name. */
export const named = (element: XmlElement, name: string) =>
  element.children.filter((child) => child.name === name);

/** The text of the only child with this name, without blanks around it; null where there is none. @throws Refused for two. */
export function textOfOnly(element: XmlElement, name: string): string | null {
  const [first, second] = named(element, name);
  if (second) refuse(`A second <${name}> stands at ${second.place}; keep one of the two.`);
  return first ? first.text.trim() : null;
}
