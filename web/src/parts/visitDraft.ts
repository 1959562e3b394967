/** What the form of a visit holds, and the request it becomes. */
import type { Schemas } from "../api/client";

export type Attendee = Schemas["Attendee"];

export const attendees: Attendee[] = [
  "management",
  "security",
  "human_resources",
  "research",
  "production",
  "sales",
  "information_systems",
  "legal",
  "other",
];

export interface VisitDraft {
  site: string;
  /** Of an input of type datetime-local: no zone, the clock of the device. */
  when: string;
  attendees: Attendee[];
  /** "method PB1", "alert 0190...", "lesson 0190..." */
  shown: string[];
  asked: string;
  promised: string;
  days: number;
}

const two = (value: number) => String(value).padStart(2, "0");

/** The device's clock as an input of type datetime-local wants it. */
export function localMinute(time: Date): string {
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join("-");
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

export function emptyDraft(now: Date, sites: string[]): VisitDraft {
  return { site: sites[0] ?? "", when: localMinute(now), attendees: [], shown: [], asked: "", promised: "", days: 7 };
}

/** The day in Tokyo so many days after a moment. */
export function dayAfter(from: Date, days: number): string {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });
  return day.format(new Date(from.getTime() + days * 24 * 60 * 60 * 1000));
}

export function visitEdit(firm: string, draft: VisitDraft): Schemas["VisitEdit"] {
  const visited = new Date(draft.when);
  const promised = draft.promised.trim();
  return {
    firm,
    visited_at: visited.toISOString(),
    attendees: draft.attendees,
    shown: draft.shown.map((one) => {
      const [kind, id] = one.split(" ");
      return { kind: kind as Schemas["Shown"]["kind"], id: id ?? "" };
    }),
    promises: promised ? [{ what: promised, due_on: dayAfter(visited, draft.days) }] : [],
    ...(draft.site ? { site: draft.site } : {}),
    ...(draft.asked.trim() ? { asked: draft.asked.trim() } : {}),
  };
}
