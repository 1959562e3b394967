/** The field that a refusal names by its JSON pointer, as the page calls it. */
import type { WordKey } from "./catalogue";

const fields: [RegExp, WordKey][] = [
  [/^\/contrary_evidence/, "alert.contrary"],
  [/^\/sources/, "alert.sources"],
  [/^\/text\/title/, "alert.headline"],
  [/^\/text\/method/, "alert.method"],
  [/^\/text\/signs/, "alert.signs"],
  [/^\/text\/do_this_week/, "alert.doThisWeek"],
  [/^\/text\/person/, "alert.person"],
  [/^\/text\/innocent_reading/, "alert.innocent"],
  [/^\/text\/base_rate/, "alert.baseRate"],
  [/^\/text\/where_to_answer/, "alert.whereToAnswer"],
  [/^\/text\/staff_version/, "alert.staffVersion"],
  [/^\/marking/, "alert.marking"],
  [/^\/expires_at/, "alert.expires"],
  [/^\/audience/, "alert.audience"],
  [/^\/until/, "alert.until"],
  [/^\/(reason|note)$/, "app.reason"],
  [/^\/legal_basis/, "record.basis"],
  [/^\/name$/, "signIn.name"],
  [/^\/password$/, "signIn.password"],
  [/^\/code$/, "signIn.code"],
  [/^\/roles/, "account.roles"],
  [/^\/email$/, "channel.email"],
  [/^\/title/, "lesson.headline"],
  [/^\/story/, "lesson.story"],
  [/^\/signs/, "lesson.signs"],
  [/^\/innocent/, "lesson.innocent"],
  [/^\/advice/, "lesson.advice"],
  [/^\/what$/, "meeting.task"],
  [/^\/due_on$/, "meeting.due"],
  [/^\/desk$/, "meeting.desk"],
  [/^\/owner$/, "meeting.owner"],
  [/^\/invited/, "meeting.invited"],
  [/^\/attended/, "meeting.attended"],
  [/^\/told/, "meeting.told"],
  [/^month$/, "digest.month"],
  [/^\/attendees/, "visit.who"],
  [/^\/visited_at/, "visit.when"],
  [/^\/shown/, "visit.shown"],
  [/^\/promises\/\d+\/due_on/, "visit.until"],
  [/^\/promises/, "visit.promised"],
  [/^\/narrative/, "report.narrative"],
  [/^\/encounters\/\d+\/when/, "report.when"],
  [/^\/encounters\/\d+\/place/, "report.place"],
  [/^\/personas\/\d+\/names/, "report.name"],
  [/^\/personas\/\d+\/(phones|emails)/, "report.contact"],
  [/^\/reporter/, "report.reporterName"],
];

/** Nothing where the refusal is about the whole thing; the pointer itself for a field no page has. */
export function fieldWord(pointer: string): WordKey | undefined {
  return fields.find(([pattern]) => pattern.test(pointer))?.[1];
}

/** "/sources/1" is the second one. */
export function placeInList(pointer: string): string {
  const at = /^\/(?:sources|audience)\/(\d+)/.exec(pointer)?.[1];
  return at === undefined ? "" : ` ${Number(at) + 1}`;
}
