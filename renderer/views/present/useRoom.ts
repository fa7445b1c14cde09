import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { stateOf } from "../../../app/model/session/state.ts";
import { viewOf } from "../../../app/model/session/view.ts";
import { present, slideAt } from "../../state/presentation.ts";
import { useApp, useCase, useWorkshop } from "../../state/context.ts";
import { useWorkedRounds } from "../workshop/context.ts";
import { facesOf } from "./faces.ts";
import { type Room, roomOf } from "./room.ts";

/** The workshop as slides may show it, as it stands now; null without one. */
export function useRoom(): Room | null {
  const app = useApp();
  const theCase = useCase();
  const { session, record, room: open } = useWorkshop((state) => state);
  const part = useStore(app.present, (state) => state.part);
  const view = useMemo(() => session && viewOf(stateOf(session)), [session]);
  const worked = useWorkedRounds(session?.setup ?? null, view);
  const known = worked.map(({ round, answer }) => `${round.id} ${answer !== null}`).join();
  return useMemo(() => {
    const door =
      open && open.session === session?.id
        ? {
            url: open.url,
            code: open.code,
            address: `${open.fingerprint === null ? "" : "https://"}${open.address}:${open.port}`,
            fingerprint: open.fingerprint,
          }
        : null;
    return roomOf(theCase, {
      session,
      record,
      rounds: worked.map(({ round, answer }) => ({ round, answer })),
      door,
      part,
    });
    // The rounds are made anew at every render; what they hold is told by the session and by which answers are known.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [theCase, session, record, known, open, part]);
}

/** Turns the slides to what the workshop has come to, once for every step and everything that is opened. */
export function useFollow(room: Room | null): void {
  const app = useApp();
  const mark = room?.page ? room.mark : null;
  useEffect(() => {
    if (!room || mark === null) return;
    const [slide, face] = slideAt(room.step, facesOf({ room }));
    app.present.setState((state) => present(state, { do: "follow", mark, slide, face }, 0));
    // What is followed is told by the mark.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [app, mark]);
}
