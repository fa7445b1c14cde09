import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { headText, linesOf } from "../../../app/model/case/judge.ts";
import type { Head } from "../../../app/model/case/judgement.ts";
import type { Remark } from "../../../app/model/session/remarks.ts";
import { type CommentKind, VOTED } from "../../../app/model/session/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import { freshId } from "../../state/workshop.ts";
import aloud from "../../ui/aloud.module.css";
import button from "../../ui/button.module.css";
import shell from "../shell/App.module.css";
import { useWork } from "./context.ts";
import talkStyles from "./Talk.module.css";
import styles from "./Workshop.module.css";

const isVoted = (kind: CommentKind): boolean => VOTED.some((one) => one === kind);
const votesText = (votes: number): string => (votes === 1 ? "1 vote" : `${votes} votes`);

/** Where in the judgement a remark goes on, and how it reads there. */
const CARRIED: Readonly<
  Partial<Record<CommentKind, readonly [Head, (text: string, votes: number) => string]>>
> = {
  missing: [
    "assumptions",
    (text, votes) =>
      `It changes little that the model has no factor for this: ${oneLine(text)} (${votesText(votes)} in the workshop)`,
  ],
  assumption: ["assumptions", (text) => `${oneLine(text)} (from the workshop)`],
  sign: ["indicators", (text, votes) => `${oneLine(text)} (${votesText(votes)} in the workshop)`],
};
const oneLine = (text: string): string => text.replace(/\s+/g, " ").replace(/\.$/, "").trim();

/** Remarks of one kind with what a facilitator does about them: hide, tell that two are one, count hands, carry on. */
export function Remarks({ kind, title }: { readonly kind: CommentKind; readonly title: string }) {
  const { view } = useWork();
  const all = view.comments.filter((one) => one.kind === kind);
  const own = all.filter(({ as }) => as === null);
  // While a vote goes on there is nothing to rank by.
  const ordered = isVoted(kind)
    ? own.toSorted((a, b) => (view.votes.get(b.id) ?? 0) - (view.votes.get(a.id) ?? 0))
    : own;
  return (
    <ul className={talkStyles.remarks} aria-label={title}>
      {ordered.map((remark) => (
        <Line key={remark.id} remark={remark} all={all} />
      ))}
    </ul>
  );
}

function Line({ remark, all }: { readonly remark: Remark; readonly all: readonly Remark[] }) {
  const { view, record, happen } = useWork();
  const { id, kind, text, hidden } = remark;
  const alike = all.filter(({ as }) => as === id);
  const votes = isVoted(kind) && !hidden && view.voting?.about !== kind;
  return (
    <li data-hidden={hidden || undefined}>
      <span>{hidden ? "Hidden by the facilitator" : text}</span>
      {votes && (
        <b>
          {view.votes.get(id) ?? 0}
          <span className={aloud.aloud}> {view.votes.get(id) === 1 ? "vote" : "votes"}</span>
        </b>
      )}
      <div>
        {votes && !record && (
          <input
            type="number"
            min={0}
            max={999}
            aria-label={`Hands for: ${text}`}
            placeholder="hands"
            onBlur={(e) => {
              const count = Math.round(Number(e.target.value));
              if (e.target.value !== "" && count >= 0 && count <= 999)
                happen([{ type: "hands", comment: id, count }]);
            }}
          />
        )}
        {!hidden && !record && <SameAs remark={remark} all={all} />}
        {!record && (
          <Button
            className={styles.quiet ?? ""}
            aria-label={`${hidden ? "Show" : "Hide"}: ${text}`}
            onPress={() => happen([{ type: "hidden", comment: id, hidden: !hidden }])}
          >
            {hidden ? "Show" : "Hide"}
          </Button>
        )}
        {!hidden && view.voting?.about !== kind && <Carry remark={remark} votes={view.votes.get(id) ?? 0} />}
      </div>
      {alike.map((one) => (
        <small key={one.id}>
          Also said: {one.text}{" "}
          {!record && (
            <Button
              className={styles.quiet ?? ""}
              aria-label={`Tell apart: ${one.text}`}
              onPress={() => happen([{ type: "same", comment: one.id, as: null }])}
            >
              Tell apart
            </Button>
          )}
        </small>
      ))}
    </li>
  );
}

/** What was said twice is voted on once. */
function SameAs({
  remark: { id, text, as },
  all,
}: {
  readonly remark: Remark;
  readonly all: readonly Remark[];
}) {
  const { happen } = useWork();
  const others = all.filter((one) => one.id !== id && one.as === null && !one.hidden);
  if (as !== null || others.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className={styles.quiet ?? ""} aria-label={`Says the same as another: ${text}`}>
        Same as…
      </Button>
      <Popover placement="bottom start">
        <Menu className={shell.menu ?? ""} aria-label="Says the same as">
          {others.map((other) => (
            <MenuItem key={other.id} onAction={() => happen([{ type: "same", comment: id, as: other.id }])}>
              {other.text.length > 60 ? `${other.text.slice(0, 58)}…` : other.text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Into the judgement of the case, as a line of its own. */
function Carry({ remark: { kind, text }, votes }: { readonly remark: Remark; readonly votes: number }) {
  const app = useApp();
  const theCase = useCase();
  const carried = CARRIED[kind];
  if (!carried) return null;
  const [head, read] = carried;
  const line = read(text, votes);
  return linesOf(headText(theCase, head)).includes(line) ? (
    <small>In the judgement</small>
  ) : (
    <Button
      className={styles.quiet ?? ""}
      aria-label={`Into the judgement: ${text}`}
      onPress={() => app.edit({ edit: "addToJudgement", head, line })}
    >
      Into the judgement
    </Button>
  );
}

/** What was said aloud, written down without a name. */
export function AddRemark({ kind, label }: { readonly kind: CommentKind; readonly label: string }) {
  const { record, happen } = useWork();
  const [text, setText] = useState("");
  if (record) return null;
  return (
    <form
      className={talkStyles.adding}
      onSubmit={(e) => {
        e.preventDefault();
        if (text.trim() === "") return;
        happen([{ type: "comment", comment: { id: freshId(), participant: null, kind, text: text.trim() } }]);
        setText("");
      }}
    >
      <textarea
        rows={1}
        maxLength={600}
        aria-label={label}
        placeholder="Said aloud"
        value={text}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (e.key !== "Enter" || e.shiftKey) return;
          e.preventDefault();
          e.currentTarget.form?.requestSubmit();
        }}
      />
      <Button type="submit" className={button.button ?? ""} isDisabled={text.trim() === ""}>
        Add
      </Button>
    </form>
  );
}
