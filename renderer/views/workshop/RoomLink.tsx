import { useEffect, useMemo, useState } from "react";
import type { Line } from "../../../app/bridge/contract.ts";
import type { Session } from "../../../app/model/session/types.ts";
import { useApp, useCase, useWorkshop } from "../../state/context.ts";
import { useWorkOf } from "./context.ts";
import { personalOf, stageOf } from "./stage.ts";

/** Keeps the phones of an open room at what the workshop has come to, whatever screen is being looked at. */
export function RoomLink() {
  const session = useWorkshop((state) => state.session);
  const open = useWorkshop((state) => state.room?.session === state.session?.id && state.room !== null);
  return session && open ? <Linked session={session} /> : null;
}

function Linked({ session }: { readonly session: Session }) {
  const app = useApp();
  const theCase = useCase();
  const work = useWorkOf(session, false);
  const [known] = useState(() => new Map<string, Line[]>());
  const stage = JSON.stringify(stageOf(work, theCase));
  const rounds = work.state.rounds;
  const { people, merged, dealt, step } = work.view;
  const answers = work.rounds.map(({ answer }) => answer !== null).join();
  const personal = useMemo(
    () => JSON.stringify(personalOf(work, theCase, rounds, known)),
    // Everything else of it follows from these.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [theCase, rounds, people, merged, dealt, step, answers, known],
  );
  useEffect(() => {
    void app.host.call("room:show", JSON.parse(stage) as ReturnType<typeof stageOf>).catch(() => undefined);
  }, [app, stage]);
  useEffect(() => {
    void app.host
      .call("room:tell", JSON.parse(personal) as ReturnType<typeof personalOf>)
      .catch(() => undefined);
  }, [app, personal]);
  return null;
}
