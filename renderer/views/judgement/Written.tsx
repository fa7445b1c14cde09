import { useMemo } from "react";
import { estimatesIn } from "../../../app/model/words/estimates.ts";
import type { Lexicon } from "../../../app/model/words/lexicon.ts";
import type { Check } from "./useChecks.ts";
import sheetStyles from "./Sheet.module.css";

export interface WrittenProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly list: boolean;
  readonly lead?: boolean;
  readonly checks: readonly Check[];
  readonly lexicon: Lexicon;
  readonly onChange: (text: string) => void;
  readonly onRest: () => void;
}

interface Piece {
  readonly text: string;
  readonly marked: boolean;
  readonly strong: boolean;
  /** Numbers of the checks that end here. */
  readonly ends: readonly number[];
}

/** Where the lines of a text begin and end. */
function linesIn(text: string): { readonly start: number; readonly end: number }[] {
  const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => index);
  return ends.map((end, i) => ({ start: i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end }));
}

/** A line cut where a mark begins or ends. Offsets are those of the whole text. */
export function piecesOf(
  text: string,
  from: number,
  to: number,
  checks: readonly Check[],
  strong: readonly { readonly start: number; readonly end: number }[],
): Piece[] {
  const marks = checks.flatMap(({ number, finding }) =>
    finding ? [{ number, start: finding.start, end: finding.end }] : [],
  );
  const cuts = new Set([from, to]);
  for (const { start, end } of [...marks, ...strong])
    for (const at of [start, end]) if (at > from && at < to) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => {
    const start = places[i] ?? from;
    const covers = (one: { start: number; end: number }) => one.start <= start && one.end >= end;
    return {
      text: text.slice(start, end),
      marked: marks.some(covers),
      strong: strong.some(covers),
      ends: marks.filter((mark) => mark.end === end).map(({ number }) => number),
    };
  });
}

/**
 * A plain text field that grows with its text. Marks, bullets and numbers are drawn on a sheet beneath it that wraps
 * as the field does; the field itself stays an ordinary one for the keyboard, spelling and screen readers.
 */
export function Written({
  id,
  label,
  value,
  placeholder,
  list,
  lead = false,
  checks,
  lexicon,
  onChange,
  onRest,
}: WrittenProps) {
  const lines = useMemo(() => {
    const strong = lead ? estimatesIn(value, [lexicon]) : [];
    return linesIn(value).map(({ start, end }) => piecesOf(value, start, end, checks, strong));
  }, [value, checks, lexicon, lead]);
  const open = checks.length;
  return (
    <div className={sheetStyles.written} data-list={list || undefined} data-lead={lead || undefined}>
      <div className={sheetStyles.sheet} aria-hidden="true">
        {lines.map((pieces, i) => (
          <div key={i} data-empty={pieces.every(({ text }) => text.trim() === "") || undefined}>
            {pieces.map(({ text, marked, strong, ends }, j) => (
              <span key={j} data-marked={marked || undefined} data-strong={strong || undefined}>
                {text}
                {ends.map((number, k) => (
                  <i key={number} style={{ marginLeft: 1 + 13 * k }}>
                    {number}
                  </i>
                ))}
              </span>
            ))}
            {"\u200b"}
          </div>
        ))}
      </div>
      <textarea
        id={id}
        aria-label={label}
        aria-describedby={open > 0 ? "judgement-checks" : undefined}
        placeholder={placeholder}
        value={value}
        maxLength={100_000}
        rows={1}
        spellCheck
        onChange={(event) => onChange(event.target.value)}
        onBlur={onRest}
      />
    </div>
  );
}
