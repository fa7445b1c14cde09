import { useEffect, useState } from "react";
import { leftOf, type Timer } from "../../state/presentation.ts";

/** "4:09", "+0:12" once it has run out. */
export function timerText(left: number): string {
  const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  return `${left < 0 ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

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
      {timerText(left)}
    </span>
  );
}
