import { expect, test } from "vitest";
import { emptyFact, factEdit, hasMarks, isComplete } from "./factDraft";

const noon = new Date(2026, 10, 20, 12, 5);
const car = { ...emptyFact(noon), text: " a white car ", place: "north gate", why: "same car?" };

test("begins with now, and needs words on what, where and why", () => {
  const empty = emptyFact(noon);
  expect([empty.day, empty.time]).toEqual(["2026-11-20", "12:05"]);
  expect(isComplete(empty)).toBe(false);
  expect(isComplete(car)).toBe(true);
  expect(isComplete({ ...car, why: " " })).toBe(false);
});

test("sends what was filled in and no more", () => {
  expect(factEdit({ ...car, time: "" })).toEqual({
    kind: "vehicle",
    seen_on: "2026-11-20",
    place: "north gate",
    text: "a white car",
    purpose: "check_contact",
    why: "same car?",
  });
});

test("an unsure day says so, and half an account is none", () => {
  const edit = factEdit({ ...car, isAbout: true, service: "line" });
  expect(edit.seen_on).toBe("2026-11-20~");
  expect(edit.handle).toBeUndefined();
  expect(hasMarks(edit)).toBe(false);
  const known = factEdit({ ...car, service: "line", account: "ivan" });
  expect(known.handle).toEqual({ service: "line", id: "ivan" });
  expect(hasMarks(known)).toBe(true);
});
