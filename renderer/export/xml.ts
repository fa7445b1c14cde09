/** Characters that XML 1.0 cannot hold at all, even escaped. */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text without what XML cannot hold: control characters and halves of surrogate pairs. */
export const legal = (text: string): string => text.toWellFormed().replace(ILLEGAL, "");

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that may stand between tags and inside attribute values. */
export const escapeXml = (text: string): string =>
  legal(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
