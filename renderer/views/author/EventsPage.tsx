import { useState } from "react";
import { ListBoxItem } from "react-aria-components";
import { eventsOf, freshEventId } from "../../../app/model/author/told.ts";
import { spanOf } from "../../../app/model/case/dates.ts";
import type { Happening } from "../../../app/model/case/evidence-types.ts";
import { useCase } from "../../state/context.ts";
import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";
import { EventEdit } from "./EventEdit.tsx";
import parts from "./Parts.module.css";
import { AddPart, Parts } from "./PartsList.tsx";
import { useEdit } from "./useEdit.ts";
import { VerdictCard } from "./VerdictCard.tsx";

/** What has no date that can be read stands at the end. */
const dayOf = ({ date }: Happening): string => spanOf(date)?.first ?? "9";

/** What happened after the day of the argument, and how it came out. */
export function EventsPage() {
  const edit = useEdit();
  const theCase = useCase();
  const [chosen, setChosen] = useState<string | null>(null);
  const events = eventsOf(theCase).toSorted((a, b) =>
    dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0,
  );
  const event = events.find(({ id }) => id === chosen) ?? events[0];
  const add = (title: string): void => {
    const id = freshEventId(theCase);
    const blank = { date: "", detail: "", about: {}, observe: {}, sources: [], status: "" };
    if (edit({ edit: "putEvent", event: { ...blank, id, title } })) setChosen(id);
  };
  return (
    <>
      <div className={styles.list}>
        <Parts
          title="Events"
          count={events.length}
          chosen={event?.id ?? null}
          onChoose={setChosen}
          none="No events yet. An event is something that happened after the day of the argument, with its date and where that is to be read."
          add={<AddPart label="What happened" onAdd={add} />}
        >
          {events.map(({ id, title, date }) => (
            <ListBoxItem key={id} id={id} textValue={title || id} className={`${parts.part} ${parts.event}`}>
              <span>{title || id}</span>
              <em>{date || "no date"}</em>
            </ListBoxItem>
          ))}
        </Parts>
      </div>
      <div className={styles.middle} data-region="events">
        {event ? (
          <EventEdit key={event.id} event={event} />
        ) : (
          <div className={styles.card}>
            <p className={styles.say}>
              Events are kept beside the argument and move nothing: readers can put them to the model in
              Evidence, under “What happened next”, and see what they would have done to the answer.
            </p>
          </div>
        )}
        <VerdictCard />
      </div>
      <Aside part={null} told />
    </>
  );
}
