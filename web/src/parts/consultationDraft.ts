/** What the form of a consultation holds, and the request it becomes. */
import type { Schemas } from "../api/client";

export type Question = Schemas["Question"];
export type Answer = Schemas["Answer"];
export type Draft = Schemas["ConsultationEdit"];

/** Questions that a word answers; the others are answered in the caller's words. */
const byWord: Question[] = ["threatened", "took_something", "gave_something", "next_meeting", "keep_quiet", "others_approached"];

/** In the order of a conversation before anything is known; the server says what comes next after that. */
export const questions: Question[] = [
  "threatened",
  "what_happened",
  "gave_something",
  "took_something",
  "next_meeting",
  "asked_for",
  "keep_quiet",
  "when_where",
  "who_claimed",
  "others_approached",
  "innocent_reading",
];

export function isByWord(question: Question): boolean {
  return byWord.includes(question);
}

export const emptyDraft: Draft = { way: "phone", caller: "employee", answers: [], secret: {} };

export function draftOf(consultation: Schemas["Consultation"]): Draft {
  const { firm, way, caller, answers, secret } = consultation;
  return { way, caller, answers: answers ?? [], secret: secret ?? {}, ...(firm ? { firm } : {}) };
}

export function answerTo(draft: Draft, question: Question): Answer {
  return draft.answers?.find((one) => one.question === question) ?? { question };
}

/** The draft with another answer; an answer that says nothing is left out. */
export function answered(draft: Draft, answer: Answer): Draft {
  const others = (draft.answers ?? []).filter((one) => one.question !== answer.question);
  const says = (answer.yes !== undefined && answer.yes !== "unknown") || Boolean(answer.text);
  return { ...draft, answers: says ? [...others, answer] : others };
}

/** The open question to ask next, in the browser's own order until the server has spoken. */
export function nextQuestion(draft: Draft, told: Question[] | undefined): Question | undefined {
  const isOpen = (question: Question) => !draft.answers?.some((one) => one.question === question);
  return (told ?? questions).find(isOpen);
}
