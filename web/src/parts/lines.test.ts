import { describe, expect, it } from "vitest";
import { linesOf, textOf } from "./lines";

describe("lines", () => {
  it("leave out what is empty and what stands around them", () => {
    expect(linesOf(" one \n\n  two\n")).toEqual(["one", "two"]);
    expect(linesOf(" \n")).toEqual([]);
  });
  it("come back as they were", () => {
    expect(textOf(linesOf("one\ntwo"))).toBe("one\ntwo");
    expect(textOf(undefined)).toBe("");
  });
});
