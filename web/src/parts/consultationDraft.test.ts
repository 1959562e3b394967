import { expect, test } from "vitest";
import { answerTo, answered, emptyDraft, isByWord, nextQuestion } from "./consultationDraft";

test("an answer replaces the one before and goes when it says nothing", () => {
  let draft = answered(emptyDraft, { question: "threatened", yes: "no" });
  draft = answered(draft, { question: "what_happened", text: "asked the way" });
  draft = answered(draft, { question: "threatened", yes: "yes" });
  expect(draft.answers).toHaveLength(2);
  expect(answerTo(draft, "threatened").yes).toBe("yes");
  draft = answered(draft, { question: "threatened", yes: "unknown", text: "" });
  expect(draft.answers).toEqual([{ question: "what_happened", text: "asked the way" }]);
});

test("what to ask next follows the server, past what was answered since", () => {
  expect(nextQuestion(emptyDraft, undefined)).toBe("threatened");
  const draft = answered(emptyDraft, { question: "gave_something", yes: "no" });
  expect(nextQuestion(draft, ["gave_something", "who_claimed"])).toBe("who_claimed");
  expect(nextQuestion(draft, [])).toBeUndefined();
});

test("some questions are answered by a word", () => {
  expect(isByWord("threatened")).toBe(true);
  expect(isByWord("what_happened")).toBe(false);
});
