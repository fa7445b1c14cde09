import type { Happening, Sequel } from "./evidence-types.ts";
import { at, entries, type Entries, type Field, id, keep } from "./read.ts";
import { ids } from "./names.ts";
import { list, text, texts } from "./text.ts";

/** Events of record, each with its own id. What they name need not be in the case: nothing is computed from them. */
export function readHappenings(field: Field): Happening[] {
  ids(list(field, (event) => event));
  return list(field, (event) =>
    keep<Happening>(entries(event), {
      id: id(at(event, "id")),
      date: text(at(event, "date")),
      title: text(at(event, "title")),
      detail: text(at(event, "detail")),
      about: mapOf(at(event, "about")),
      observe: mapOf(at(event, "observe")),
      sources: texts(at(event, "sources")),
      status: text(at(event, "status")),
    }),
  );
}

export const readSequel = (field: Field): Sequel =>
  keep<Sequel>(entries(field), {
    note: text(at(field, "note")),
    events: readHappenings(at(field, "events")),
  });

const mapOf = (field: Field): Entries => (field.value === undefined ? {} : entries(field));
