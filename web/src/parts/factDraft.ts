/** What the form of a small fact holds, and the request it becomes. */
import type { Schemas } from "../api/client";
import { localMinute } from "./visitDraft";

export type FactKind = Schemas["FactKind"];
export type FactPurpose = Schemas["FactPurpose"];
export type FactEdit = Schemas["FactEdit"];

export const factKinds: FactKind[] = ["vehicle", "person", "object", "other"];
export const factPurposes: FactPurpose[] = ["check_contact", "protect_firm", "protect_person", "other"];

export interface FactDraft {
  kind: FactKind;
  text: string;
  place: string;
  /** Of an input of type date. */
  day: string;
  isAbout: boolean;
  /** Of an input of type time. */
  time: string;
  area: string;
  plate: string;
  phone: string;
  service: string;
  account: string;
  url: string;
  purpose: FactPurpose;
  why: string;
}

export function emptyFact(now: Date): FactDraft {
  const [day = "", time = ""] = localMinute(now).split("T");
  return {
    kind: "vehicle",
    text: "",
    place: "",
    day,
    isAbout: false,
    time,
    area: "",
    plate: "",
    phone: "",
    service: "",
    account: "",
    url: "",
    purpose: "check_contact",
    why: "",
  };
}

export function isComplete(draft: FactDraft): boolean {
  return [draft.text, draft.place, draft.day, draft.why].every((text) => text.trim() !== "");
}

/** What is empty is left out. */
export function factEdit(draft: FactDraft): FactEdit {
  const { time, area, plate, phone, url, service, account } = draft;
  const optional = Object.entries({ seen_time: time, area, plate, phone, url })
    .map(([name, text]) => [name, text.trim()])
    .filter(([, text]) => text !== "");
  const hasAccount = service.trim() !== "" && account.trim() !== "";
  return {
    kind: draft.kind,
    seen_on: draft.isAbout ? `${draft.day}~` : draft.day,
    place: draft.place.trim(),
    text: draft.text.trim(),
    purpose: draft.purpose,
    why: draft.why.trim(),
    ...Object.fromEntries(optional),
    ...(hasAccount ? { handle: { service: service.trim(), id: account.trim() } } : {}),
  };
}

/** Whether anything of it can be compared with dossiers. */
export function hasMarks(fact: FactEdit): boolean {
  return Boolean(fact.plate || fact.phone || fact.handle || fact.url);
}
