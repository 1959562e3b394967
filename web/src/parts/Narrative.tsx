import { Fragment, type ReactNode } from "react";
import type { Schemas } from "../api/client";
import { useSpeech } from "../words/locale";
import { useVocabulary } from "./ReadingView";

type IndicatorState = Schemas["IndicatorState"];

export interface Piece {
  text: string;
  ids: string[];
  tick: string | undefined;
}

/** Cuts a text at every edge of a quote. Offsets are Unicode code points, as in the API. */
export function piecesOf(text: string, indicators: IndicatorState[]): Piece[] {
  const points = Array.from(text);
  const quotes = indicators.flatMap((one) => (one.quote ? [{ ...one.quote, id: one.id, tick: one.tick }] : []));
  const edges = new Set([0, points.length]);
  for (const quote of quotes) {
    edges.add(Math.min(quote.start, points.length));
    edges.add(Math.min(quote.end, points.length));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? points.length;
    const over = quotes.filter((quote) => quote.start <= start && quote.end >= end);
    return {
      text: points.slice(start, end).join(""),
      ids: [...new Set(over.map((quote) => quote.id))],
      tick: over[0]?.tick,
    };
  });
}

/** The reporter's words with the acts marked where they stand. */
export function Narrative({ text, indicators }: { text: string; indicators: IndicatorState[] }): ReactNode {
  const { pick } = useSpeech();
  const vocabulary = useVocabulary();
  const nameOf = (id: string) => {
    const all = [...(vocabulary.data?.indicators ?? []), ...(vocabulary.data?.counters ?? [])];
    return pick(all.find((one) => one.id === id)?.name) || id;
  };
  return (
    <p className="narrative" data-testid="narrative">
      {piecesOf(text, indicators).map((piece, at) =>
        piece.ids.length > 0 ? (
          <mark key={at} className="indicator" data-tick={piece.tick} title={piece.ids.map(nameOf).join(" / ")}>
            {piece.text}
          </mark>
        ) : (
          <Fragment key={at}>{piece.text}</Fragment>
        ),
      )}
    </p>
  );
}
