import { describe, expect, it } from "vitest";
import { piecesOf } from "./Narrative";

const hit = (id: string, start: number, end: number) => ({
  id,
  tick: "proposed" as const,
  quote: { text: "", start, end },
});

describe("cutting a narrative", () => {
  it("keeps every character in order", () => {
    const pieces = piecesOf("道を聞かれた😀。飲んだ", [hit("AP1", 0, 4), hit("AP3", 3, 8)]);
    expect(pieces.map((piece) => piece.text).join("")).toBe("道を聞かれた😀。飲んだ");
  });
  it("marks overlaps with both acts", () => {
    const pieces = piecesOf("abcdef", [hit("AP1", 0, 4), hit("AP2", 2, 6)]);
    expect(pieces.map((piece) => piece.ids)).toEqual([["AP1"], ["AP1", "AP2"], ["AP2"]]);
  });
  it("counts code points, not code units", () => {
    const pieces = piecesOf("😀ab", [hit("AP1", 1, 2)]);
    expect(pieces[1]).toMatchObject({ text: "a", ids: ["AP1"] });
  });
  it("stays calm when a quote is longer than the text", () => {
    expect(piecesOf("ab", [hit("AP1", 0, 99)])[0]?.ids).toEqual(["AP1"]);
  });
});
