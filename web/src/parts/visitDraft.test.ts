import { expect, test } from "vitest";
import { dayAfter, emptyDraft, localMinute, visitEdit } from "./visitDraft";

const now = new Date("2026-11-20T01:00:00Z");

test("a draft begins now at the first site", () => {
  const draft = emptyDraft(now, ["Head office", "Plant"]);
  expect(draft.site).toBe("Head office");
  expect(new Date(draft.when).getTime()).toBe(now.getTime());
  expect(emptyDraft(now, []).site).toBe("");
});

test("a day is counted on the calendar of Tokyo", () => {
  expect(dayAfter(new Date("2026-11-20T16:00:00Z"), 7)).toBe("2026-11-28");
  expect(dayAfter(now, 7)).toBe("2026-11-27");
});

test("a draft becomes a request without what was left empty", () => {
  const draft = { ...emptyDraft(now, []), attendees: ["security" as const], shown: ["method PB1", "alert 0190"] };
  expect(visitEdit("firm", draft)).toEqual({
    firm: "firm",
    visited_at: new Date(localMinute(now)).toISOString(),
    attendees: ["security"],
    shown: [
      { kind: "method", id: "PB1" },
      { kind: "alert", id: "0190" },
    ],
    promises: [],
  });
});

test("a promise is due so many days after the visit", () => {
  const edit = visitEdit("firm", { ...emptyDraft(now, ["A"]), promised: " send it ", days: 14, asked: "why" });
  expect(edit.promises).toEqual([{ what: "send it", due_on: "2026-12-04" }]);
  expect(edit.site).toBe("A");
  expect(edit.asked).toBe("why");
});
