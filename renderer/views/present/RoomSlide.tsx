import { DotStrip } from "../../charts/DotStrip.tsx";
import { Qr } from "../workshop/Qr.tsx";
import { Hidden } from "./AnswerSlide.tsx";
import type { Door, Room } from "./room.ts";
import type { RoomPage, RoomStrip } from "./roomPage.ts";
import type { Scene } from "./scene.ts";
import styles from "./RoomSlide.module.css";
import { SplitsFace } from "./SplitsFace.tsx";
import { TimerText } from "./TimerText.tsx";

/** How many things the room's slide shows one at a time. */
export function roomThings(room: Room | null): number {
  const page = room?.page;
  return page?.show === "strips" ? page.strips.length : page?.show === "reasons" ? page.parts.length : 1;
}

interface Props {
  readonly scene: Scene;
  readonly shown: number | null;
  /** Whether the presenter lets numbers be seen; what has been opened is in the page. */
  readonly numbers: boolean;
}

/** What the room itself does now: come in, weigh alone, look at what was opened, talk, argue against it. */
export function RoomSlide({ scene, shown, numbers }: Props) {
  const { room } = scene;
  const page = room?.page;
  if (!room || !page) return null;
  const out = (i: number) => (shown !== null && i >= shown) || undefined;
  switch (page.show) {
    case "join":
      return <Join page={page} />;
    case "round":
      return <Round page={page} />;
    case "look":
      return (
        <div className={styles.say}>
          <h1>{page.title}</h1>
          <p>{page.text}</p>
        </div>
      );
    case "strips":
      return numbers ? <Strips page={page} out={out} /> : <Hidden scene={scene} />;
    case "splits":
      return numbers && room.splits ? <SplitsFace splits={room.splits} /> : <Hidden scene={scene} />;
    case "vote":
      return (
        <div className={styles.talk}>
          <header>
            <h1>{page.title}</h1>
            <p className={styles.left}>
              {page.voted} of {page.people} <small>have voted</small>
            </p>
          </header>
          <ol className={styles.facts}>
            {page.said.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
          <p className={styles.prompt}>Vote on your phone. How it stands is told when the vote is closed.</p>
        </div>
      );
    case "facts":
      return numbers ? <FactsPage page={page} /> : <Hidden scene={scene} />;
    case "reasons":
      return (
        <div className={styles.talk}>
          <h1>Reasons, from both ends</h1>
          {page.parts.length === 0 && <p>Nobody wrote down a reason.</p>}
          {page.parts.map(({ label, highest, lowest }, i) => (
            <section key={label} data-hidden={out(i)} aria-label={label}>
              <h2>{label}</h2>
              <Sides highest={highest} lowest={lowest} />
            </section>
          ))}
        </div>
      );
    case "discuss":
      return (
        <div className={styles.talk}>
          <header>
            <h1>{page.part.label}</h1>
            <Left endsAt={page.endsAt} />
          </header>
          <Sides {...page.part} />
          <p className={styles.prompt}>{page.prompt}</p>
        </div>
      );
    case "challenge":
      return (
        <div className={styles.talk}>
          <h1>{page.title}</h1>
          <ol className={styles.asks}>
            {page.asks.map(({ title, ask, said }) => (
              <li key={title}>
                <h2>{title}</h2>
                <p>{ask}</p>
                <ul>
                  {said.map(({ text, votes }) => (
                    <li key={text}>
                      <span>{text}</span>
                      {votes !== null && <b>{votes === 1 ? "1 vote" : `${votes} votes`}</b>}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </div>
      );
    case "decided":
      return <Decided page={page} />;
    default:
      return page satisfies never;
  }
}

/** Everything that stands beside the answer, each under a head of its own. */
const FactsPage = ({
  page: { title, text, parts },
}: {
  readonly page: Extract<RoomPage, { show: "facts" }>;
}) => (
  <div className={styles.talk}>
    <h1>
      {title}. <span>{text}</span>
    </h1>
    {parts.map(({ title: head, rows, note }) => (
      <section key={head} aria-label={head}>
        <h2>{head}</h2>
        <ul className={styles.facts}>
          {rows.map(([what, says]) => (
            <li key={what}>
              <span>{what}</span>
              <b>{says}</b>
            </li>
          ))}
        </ul>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </section>
    ))}
  </div>
);

function Decided({
  page: { title, signs, confidence, because, minority },
}: {
  readonly page: Extract<RoomPage, { show: "decided" }>;
}) {
  return (
    <div className={styles.talk}>
      <h1>{title}</h1>
      <ol className={`${styles.asks ?? ""} ${styles.decided ?? ""}`}>
        <li>
          <h2>Signs to watch</h2>
          {signs.length === 0 && <p>None named.</p>}
          <ul>
            {signs.map(({ text, votes }) => (
              <li key={text}>
                <span>{text}</span>
                <b>{votes === 1 ? "1 vote" : `${votes} votes`}</b>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <h2>Confidence in the reasoning</h2>
          <p className={styles.level}>{confidence ?? "Not said yet"}</p>
          {because !== "" && <p>{because}</p>}
        </li>
        <li>
          <h2>Minority report</h2>
          {minority.length === 0 && <p>Nobody so far. It is written down as you say it, without a name.</p>}
          <ul>
            {minority.map((text) => (
              <li key={text}>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </li>
      </ol>
    </div>
  );
}

const codeText = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

function Join({ page: { title, here, door } }: { readonly page: Extract<RoomPage, { show: "join" }> }) {
  return (
    <div className={styles.join} data-alone={door === null || undefined}>
      <section>
        <h1>{title}</h1>
        <p className={styles.big}>
          <b>{here}</b> {here === 1 ? "person is here" : "people are here"}
        </p>
        <p>
          {door
            ? "Scan the code, or type the address. Any name will do, a seat number too."
            : "We weigh the same factors, each alone; then we look at all answers together."}
        </p>
        {door?.fingerprint ? (
          <p>
            Encrypted. Your phone warns first: choose “Advanced” or “Show details”, and go on. Its
            certificate’s SHA-256 begins with <b className={styles.fingerprint}>{door.fingerprint}</b>
          </p>
        ) : (
          <p>Your answers go to the laptop in front and nowhere else.</p>
        )}
      </section>
      {door && (
        <section>
          <Qr text={door.url} className={styles.qr} />
          <p className={styles.code}>{codeText(door.code)}</p>
          <p>{door.address}</p>
        </section>
      )}
    </div>
  );
}

function Round({ page }: { readonly page: Extract<RoomPage, { show: "round" }> }) {
  const { title, text, sent, people, endsAt, door } = page;
  return (
    <div className={styles.round}>
      <h1>{title}</h1>
      <p className={styles.big}>
        <span>
          <b>{sent}</b> of {people} are in
        </span>
        <Left endsAt={endsAt} />
      </p>
      <p>{text}</p>
      {door && <LateDoor door={door} />}
    </div>
  );
}

/** Whoever comes late needs no page of their own. */
const LateDoor = ({ door: { code, address } }: { readonly door: Door }) => (
  <p className={styles.late}>
    {address} · <b>{codeText(code)}</b>
  </p>
);

const Left = ({ endsAt }: { readonly endsAt: number | null }) =>
  endsAt === null ? null : (
    <span className={styles.left}>
      <TimerText timer={{ endsAt, left: 0 }} />
    </span>
  );

function Sides({
  highest,
  lowest,
}: {
  readonly highest: readonly string[];
  readonly lowest: readonly string[];
}) {
  const side = (title: string, texts: readonly string[]) => (
    <div>
      <h3>{title}</h3>
      {texts.length === 0 ? (
        <p>No reason given.</p>
      ) : (
        texts.map((text) => <blockquote key={text}>{text}</blockquote>)
      )}
    </div>
  );
  return (
    <div className={styles.sides}>
      {side("Weigh it most", highest)}
      {side("Weigh it least", lowest)}
    </div>
  );
}

/** More rows than these stand in two columns. */
const ONE_COLUMN = 4;
/** px of the drawing; it is enlarged to the room there is. */
const DRAWN = { long: { width: 460, room: 34, maxDot: 10 }, short: { width: 330, room: 26, maxDot: 9 } };

function Strips({
  page: { title, text, strips },
  out,
}: {
  readonly page: Extract<RoomPage, { show: "strips" }>;
  readonly out: (i: number) => true | undefined;
}) {
  const long = strips.length <= ONE_COLUMN;
  return (
    <div className={styles.strips}>
      <h1>{title}</h1>
      <ul data-long={long || undefined}>
        {strips.map((strip, i) => (
          <li key={strip.id} data-hidden={out(i)}>
            <Row strip={strip} drawn={long ? DRAWN.long : DRAWN.short} />
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        {text}
        {strips.some(({ dots }) => dots === null) && " Too few people for dots."}
      </p>
    </div>
  );
}

function Row({
  strip: { label, says, split, dots, middle, half, to, ticks, tone },
  drawn,
}: {
  readonly strip: RoomStrip;
  readonly drawn: { readonly width: number; readonly room: number; readonly maxDot: number };
}) {
  return (
    <>
      <p>
        <b>{label}</b>
        <span data-split={split || undefined}>{says}</span>
      </p>
      <DotStrip
        {...drawn}
        {...{ dots, middle, half }}
        from={0}
        to={to}
        ticks={ticks}
        tone={tone}
        label={`${label}: ${says}`}
      />
    </>
  );
}
