#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "edges/codec/archive.h"
#include "edges/codec/marking_json.h"
#include "edges/codec/parse_report.h"
#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/model/report.h"

/// The parts of kizuki.report/1 as descriptions, for what nests a report.
namespace codec {

/// "yes", "no", "unknown", or a list of report ids, which means yes.
template <>
struct Form<model::LinkedTo> {
  static void read(const Cursor& at, model::LinkedTo& out, const Bounds& bounds);
  static void write(std::string& out, const model::LinkedTo& value);
};

[[nodiscard]] bool is_sha256(std::string_view text);  ///< 64 lower-case hexadecimal digits

namespace limits {
using model::ReportLimits;
inline constexpr Bounds words = list_up_to(ReportLimits::list_max, 64);  ///< lists of codes
inline constexpr Bounds texts = list_up_to(ReportLimits::list_max, ReportLimits::text_bytes_max);
inline constexpr Bounds word = text_up_to(64);
inline constexpr Bounds language_tag = text_up_to(35);  ///< RFC 5646 section 4.4.1
inline constexpr Bounds date = text_up_to(120);
}  // namespace limits

template <class Archive>
void describe(Archive& archive, model::Place& place) {
  archive.optional("text", place.text);
  archive.defaulted("kind", place.kind, model::PlaceKind::unknown);
  archive.optional("area", place.area, limits::word);
  archive.optional("lat", place.lat, between(-90, 90));
  archive.optional("lon", place.lon, between(-180, 180));
  archive.optional("site_distance_m", place.site_distance_m, between(0, 20'040'000));
}

template <class Archive>
void describe(Archive& archive, model::Request& request) {
  archive.optional("what", request.what);
  archive.defaulted("class", request.kind, model::RequestClass::other);
  archive.optional("managed_as_secret", request.managed_as_secret);
}

template <class Archive>
void describe(Archive& archive, model::Offer& offer) {
  archive.optional("what", offer.what);
  archive.defaulted("kind", offer.kind, model::OfferKind::other);
}

template <class Archive>
void describe(Archive& archive, model::Encounter& encounter) {
  archive.optional("when", encounter.when, limits::date);
  archive.optional("place", encounter.place);
  archive.defaulted("channel", encounter.channel, model::Channel::unknown);
  archive.optional("said", encounter.said);
  archive.optional("languages", encounter.languages,
                   list_up_to(model::ReportLimits::list_max, limits::language_tag.text_bytes_max));
  archive.optional("personas", encounter.personas, list_up_to(model::ReportLimits::personas_max));
  archive.optional("asked_about", encounter.asked_about, limits::words);
  archive.optional("asked_for", encounter.asked_for, limits::texts);
  archive.optional("offered", encounter.offered, limits::texts);
  archive.optional("technologies", encounter.technologies, limits::words);
  archive.optional("behaviours", encounter.behaviours, limits::words);
  archive.optional("secrecy_asked", encounter.secrecy_asked);
  archive.defaulted("pressure", encounter.pressure, model::Pressure::none);
  archive.defaulted("next_fixed_by", encounter.next_fixed_by, model::NextFixedBy::unknown);
}

template <class Archive>
void describe(Archive& archive, model::PersonaName& name) {
  archive.required("text", name.text);
  archive.defaulted("certainty", name.certainty, model::NameCertainty::heard);
}

template <class Archive>
void describe(Archive& archive, model::ClaimedCover& claimed) {
  archive.optional("employer", claimed.employer);
  archive.optional("title", claimed.title);
  archive.optional("reason", claimed.reason);
  archive.optional("origin_as_told", claimed.origin_as_told);
}

template <class Archive>
void describe(Archive& archive, model::Handle& handle) {
  archive.required("service", handle.service, limits::word);
  archive.required("id", handle.id);
}

template <class Archive>
void describe(Archive& archive, model::Appearance& appearance) {
  archive.optional("age", appearance.age);
  archive.optional("height_cm", appearance.height_cm);
  archive.optional("build", appearance.build);
  archive.optional("hair", appearance.hair);
  archive.optional("glasses", appearance.glasses);
  archive.optional("marks", appearance.marks);
}

template <class Archive>
void describe(Archive& archive, model::Persona& persona) {
  archive.optional("names", persona.names, limits::texts);
  archive.optional("claimed", persona.claimed);
  archive.optional("phones", persona.phones, limits::texts);
  archive.optional("emails", persona.emails, limits::texts);
  archive.optional("handles", persona.handles, limits::texts);
  archive.optional("urls", persona.urls, limits::texts);
  archive.optional("vehicle", persona.vehicle);
  archive.optional("introduced_by", persona.introduced_by);
  archive.optional("appearance", persona.appearance);
}

template <class Archive>
void describe(Archive& archive, model::From& from) {
  archive.optional("organisation", from.organisation, text_up_to(200));
  archive.defaulted("capacity", from.capacity, model::Capacity::other);
  archive.optional("reporter_role", from.reporter_role);
  archive.optional("may_contact", from.may_contact);
  archive.defaulted("may_share", from.may_share, model::MayShare::method);
}

template <class Archive>
void describe(Archive& archive, model::Reporter& reporter) {
  archive.optional("name", reporter.name);
  archive.optional("contact", reporter.contact);
}

template <class Archive>
void describe(Archive& archive, model::Attachment& attachment) {
  archive.required("name", attachment.name);
  archive.required("sha256", attachment.sha256);
  archive.rule("sha256", is_sha256(attachment.sha256), "is not a SHA-256 digest",
               "give 64 lower-case hexadecimal digits");
}

template <class Archive>
void describe(Archive& archive, model::Report& report) {
  archive.tag("kizuki", "report/1");
  archive.optional("id", report.source_ref);
  archive.optional("reported_at", report.reported_at);
  archive.optional("language", report.language, limits::language_tag);
  archive.optional("from", report.from);
  archive.defaulted("how_learned", report.how_learned, model::HowLearned::not_said);
  archive.defaulted("legal_basis", report.legal_basis, model::LegalBasis::not_said);
  archive.optional("narrative", report.narrative,
                   text_up_to(model::ReportLimits::narrative_bytes_max));
  archive.optional("encounters", report.encounters,
                   list_up_to(model::ReportLimits::encounters_max));
  archive.optional("personas", report.personas, list_up_to(model::ReportLimits::personas_max));
  archive.optional("colleagues_approached", report.colleagues_approached);
  archive.optional("innocent_reading", report.innocent_reading);
  archive.optional("response", report.response);
  archive.optional("grade", report.grade);
  archive.optional("marking", report.marking);
  archive.optional("linked_to", report.linked_to);
  archive.optional("attachments", report.attachments, limits::texts);
}

}  // namespace codec
