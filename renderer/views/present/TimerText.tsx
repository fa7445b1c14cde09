import { useEffect, useState } from "react";
import { clockText } from "../../../app/model/words/clock.ts";
import { leftOf, type Timer } from "../../state/presentation.ts";

/** What is left, a second at a time; read out only when asked for. */
export function TimerText({ timer }: { readonly timer: Timer }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (timer.endsAt === null) return;
    const tick = () => setNow(Date.now());
    const [soon, often] = [setTimeout(tick, 0), setInterval(tick, 250)];
    return () => {
      clearTimeout(soon);
      clearInterval(often);
    };
  }, [timer]);
  const left = leftOf(timer, now);
  return (
    <span
      role="timer"
      aria-label="Time left"
      data-over={left <= 0 || undefined}
      data-standing={timer.endsAt === null || undefined}
    >
      {clockText(left)}
    </span>
  );
}
