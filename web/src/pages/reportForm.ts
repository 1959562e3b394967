/** What the report form holds, and the kizuki.report/1 that it sends. */
import type { Channel } from "../words/channels";

export interface ReportForm {
  narrative: string;
  when: string;
  place: string;
  channel: Channel;
  name: string;
  contact: string;
  cover: string;
  asked: string;
  offered: string;
  secrecy: boolean;
  pressure: "none" | "hint" | "threat";
  innocent: string;
  mayContact: boolean;
  reporterName: string;
  reporterContact: string;
}

export const emptyForm: ReportForm = {
  narrative: "",
  when: "",
  place: "",
  channel: "unknown",
  name: "",
  contact: "",
  cover: "",
  asked: "",
  offered: "",
  secrecy: false,
  pressure: "none",
  innocent: "",
  mayContact: false,
  reporterName: "",
  reporterContact: "",
};

type Json = Record<string, unknown>;

/** Leaves out what is empty, so that the server sees only what was said. */
function given(entries: Json): Json {
  return Object.fromEntries(
    Object.entries(entries).filter(
      ([, value]) =>
        value !== "" &&
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0) &&
        !(typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0),
    ),
  );
}

function personaOf(form: ReportForm): Json {
  const contact = form.contact.trim();
  const isMail = contact.includes("@");
  return given({
    names: form.name.trim() ? [{ text: form.name.trim(), certainty: "heard" }] : [],
    claimed: given({ employer: form.cover.trim() }),
    phones: contact && !isMail ? [contact] : [],
    emails: contact && isMail ? [contact] : [],
  });
}

function encounterOf(form: ReportForm, hasPersona: boolean): Json {
  return given({
    when: form.when.trim(),
    place: given({ text: form.place.trim() }),
    channel: form.channel === "unknown" ? "" : form.channel,
    personas: hasPersona ? [0] : [],
    asked_for: form.asked.trim() ? [{ what: form.asked.trim(), class: "other" }] : [],
    offered: form.offered.trim() ? [{ what: form.offered.trim(), kind: "other" }] : [],
    secrecy_asked: form.secrecy ? true : undefined,
    pressure: form.pressure === "none" ? "" : form.pressure,
  });
}

/** `organisation` is the key of the signed-in reporter's firm; absent at the open door. */
export function reportOf(form: ReportForm, locale: string, organisation?: string): Json {
  const persona = personaOf(form);
  const hasPersona = Object.keys(persona).length > 0;
  const encounter = encounterOf(form, hasPersona);
  const reporter = given({ name: form.reporterName.trim(), contact: form.reporterContact.trim() });
  return {
    kizuki: "report/1",
    ...given({
      language: locale,
      from: given({
        organisation,
        capacity: organisation ? "employee" : "public",
        may_contact: form.mayContact,
      }),
      reporter,
      narrative: form.narrative.trim(),
      encounters: Object.keys(encounter).length > 0 ? [encounter] : [],
      personas: hasPersona ? [persona] : [],
      innocent_reading: form.innocent.trim(),
    }),
  };
}
