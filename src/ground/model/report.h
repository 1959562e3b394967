#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ground/base/id.h"
#include "ground/base/sensitive.h"
#include "ground/base/vocabulary.h"
#include "ground/model/marking.h"
#include "ground/model/reported_date.h"

/// kizuki.report/1 as values: what one reporter sends. docs/schemas/report-1.schema.json is
/// the published shape; edges/codec/report_json.h reads and writes it.
namespace model {

enum class Yes { yes, no, unknown };
constexpr auto vocabulary(Yes) {
  return base::make_vocabulary<Yes>("yes", "no", "unknown");
}

enum class Capacity { employee, company_officer, station_officer, analyst, public_, other };
constexpr auto vocabulary(Capacity) {
  return base::make_vocabulary<Capacity>("employee", "company_officer", "station_officer",
                                         "analyst", "public", "other");
}

enum class MayShare { nothing, method, details };
constexpr auto vocabulary(MayShare) {
  return base::make_vocabulary<MayShare>("nothing", "method", "details");
}

enum class HowLearned { own_experience, told_by_approached, overheard, record, other, not_said };
constexpr auto vocabulary(HowLearned) {
  return base::make_vocabulary<HowLearned>("own_experience", "told_by_approached", "overheard",
                                           "record", "other", "");
}

enum class LegalBasis { voluntary, formal_inquiry, statute, not_said };
constexpr auto vocabulary(LegalBasis) {
  return base::make_vocabulary<LegalBasis>("voluntary", "formal_inquiry", "statute", "");
}

enum class Pressure { none, hint, threat };
constexpr auto vocabulary(Pressure) {
  return base::make_vocabulary<Pressure>("none", "hint", "threat");
}

enum class PlaceKind {
  street,
  station,
  office,
  restaurant,
  bar,
  cafe,
  hotel,
  exhibition,
  conference,
  university,
  shop,
  park,
  sports,
  home,
  vehicle,
  online,
  other,
  unknown
};
constexpr auto vocabulary(PlaceKind) {
  return base::make_vocabulary<PlaceKind>("street", "station", "office", "restaurant", "bar",
                                          "cafe", "hotel", "exhibition", "conference", "university",
                                          "shop", "park", "sports", "home", "vehicle", "online",
                                          "other", "unknown");
}

enum class Channel {
  in_person,
  phone,
  email,
  letter,
  messaging,
  video_call,
  social_network,
  professional_network,
  job_site,
  freelance_platform,
  dating_app,
  online_game,
  device,
  other,
  unknown
};
constexpr auto vocabulary(Channel) {
  return base::make_vocabulary<Channel>("in_person", "phone", "email", "letter", "messaging",
                                        "video_call", "social_network", "professional_network",
                                        "job_site", "freelance_platform", "dating_app",
                                        "online_game", "device", "other", "unknown");
}

enum class NameCertainty { heard, read, shown_document, guessed };
constexpr auto vocabulary(NameCertainty) {
  return base::make_vocabulary<NameCertainty>("heard", "read", "shown_document", "guessed");
}

enum class Topic {
  employer,
  role,
  colleagues,
  project,
  technology,
  customers,
  organisation,
  security,
  private_life,
  opinions,
  other
};
constexpr auto vocabulary(Topic) {
  return base::make_vocabulary<Topic>("employer", "role", "colleagues", "project", "technology",
                                      "customers", "organisation", "security", "private_life",
                                      "opinions", "other");
}

enum class RequestClass {
  personal,
  public_,
  internal,
  secret,
  access,
  object,
  introduction,
  opinion,
  other
};
constexpr auto vocabulary(RequestClass) {
  return base::make_vocabulary<RequestClass>("personal", "public", "internal", "secret", "access",
                                             "object", "introduction", "opinion", "other");
}

enum class OfferKind {
  thanks,
  meal,
  drink,
  gift,
  money,
  fee,
  travel,
  job,
  lecture,
  exchange,
  help,
  sympathy,
  other
};
constexpr auto vocabulary(OfferKind) {
  return base::make_vocabulary<OfferKind>("thanks", "meal", "drink", "gift", "money", "fee",
                                          "travel", "job", "lecture", "exchange", "help",
                                          "sympathy", "other");
}

enum class NextFixedBy { in_person, phone, email, messaging, third_person, not_fixed, unknown };
constexpr auto vocabulary(NextFixedBy) {
  return base::make_vocabulary<NextFixedBy>("in_person", "phone", "email", "messaging",
                                            "third_person", "not_fixed", "unknown");
}

struct Place {
  std::string text;  ///< as told
  PlaceKind kind = PlaceKind::unknown;
  std::string area;                ///< municipality code (JIS X 0402, 5 digits) or empty
  std::optional<double> lat, lon;  ///< degrees, WGS 84; both or neither
  std::optional<int> site_distance_m;

  bool operator==(const Place&) const = default;
};

struct Request {
  std::string what;
  RequestClass kind = RequestClass::other;  ///< "class" in JSON
  std::optional<bool> managed_as_secret;

  bool operator==(const Request&) const = default;
};

struct Offer {
  std::string what;
  OfferKind kind = OfferKind::other;

  bool operator==(const Offer&) const = default;
};

/// One event: a meeting, a message, a call.
struct Encounter {
  std::optional<ReportedDate> when;
  Place place;
  Channel channel = Channel::unknown;
  std::string said;                    ///< first words, as remembered
  std::vector<std::string> languages;  ///< BCP 47; evidence of identity only, never scored
  std::vector<std::size_t> personas;   ///< indexes into Report::personas
  std::vector<Topic> asked_about;
  std::vector<Request> asked_for;
  std::vector<Offer> offered;
  std::vector<std::string> technologies;  ///< dotted codes of docs/TECHNOLOGIES
  std::vector<std::string> behaviours;    ///< indicator ids that the sender ticked
  std::optional<bool> secrecy_asked;
  Pressure pressure = Pressure::none;
  NextFixedBy next_fixed_by = NextFixedBy::unknown;

  bool operator==(const Encounter&) const = default;
};

struct PersonaName {
  std::string text;
  NameCertainty certainty = NameCertainty::heard;
  bool operator==(const PersonaName&) const = default;
};

/// The cover as claimed. origin_as_told is quoted text only: nothing that scores reads it.
struct ClaimedCover {
  std::string employer, title, reason, origin_as_told;
  bool operator==(const ClaimedCover&) const = default;
};

struct Handle {
  std::string service;  ///< open word: "line", "wechat", "linkedin", ...
  std::string id;
  bool operator==(const Handle&) const = default;
};

struct Appearance {
  std::optional<std::pair<int, int>> age, height_cm;  ///< inclusive bands
  std::string build, hair;
  std::optional<bool> glasses;
  std::string marks;
  bool operator==(const Appearance&) const = default;
};

/// Who the reporter says it was: quoted content of one report, never a record of a person.
struct Persona {
  std::vector<PersonaName> names;
  ClaimedCover claimed;
  std::vector<std::string> phones, emails;
  std::vector<Handle> handles;
  std::vector<std::string> urls;
  std::string vehicle;                       ///< plate or description as told
  std::optional<std::size_t> introduced_by;  ///< index of another persona of this report
  Appearance appearance;

  bool operator==(const Persona&) const = default;
};

struct From {
  std::string organisation;  ///< the organisation's public key ("org-semi-a"); "" = unknown
  Capacity capacity = Capacity::other;
  std::string reporter_role;
  std::optional<bool> may_contact;
  MayShare may_share = MayShare::method;

  bool operator==(const From&) const = default;
};

/// Who reported. Sealed to the custodians before anything is written; see store/reporter.h.
struct Reporter {
  std::string name, contact;
};

struct Attachment {
  std::string name, sha256;
  bool operator==(const Attachment&) const = default;
};

/// `linked_to` and `colleagues_approached`: yes, no, unknown or ids of reports.
struct LinkedTo {
  Yes answer = Yes::unknown;
  std::vector<std::string> reports;
  bool operator==(const LinkedTo&) const = default;
};

/// Everything one reporter sent, without who the reporter is: that travels beside it as
/// Sensitive<Reporter>, so that no copy of a Report can leak it.
struct Report {
  std::optional<base::UuidBytes> source_ref;  ///< the sender's own id
  std::optional<base::UtcTime> reported_at;
  std::string language;  ///< BCP 47, "" = not said
  From from;
  HowLearned how_learned = HowLearned::not_said;
  LegalBasis legal_basis = LegalBasis::not_said;
  std::string narrative;
  std::vector<Encounter> encounters;
  std::vector<Persona> personas;
  LinkedTo colleagues_approached;
  std::string innocent_reading;
  std::string response;
  std::optional<Grade> grade;
  std::optional<Marking> marking;
  LinkedTo linked_to;
  std::vector<Attachment> attachments;

  bool operator==(const Report&) const = default;
};

/// A report as it came in at a door.
struct Submission {
  Report report;
  std::optional<base::Sensitive<Reporter>> reporter;
};

/// Limits of kizuki.report/1, stated in the schema too.
struct ReportLimits {
  static constexpr std::size_t bytes_max = 1 << 20;  ///< one report, as JSON
  static constexpr std::size_t narrative_bytes_max = 64 << 10;
  static constexpr std::size_t text_bytes_max = 4 << 10;  ///< every other text
  static constexpr std::size_t encounters_max = 200;
  static constexpr std::size_t personas_max = 50;
  static constexpr std::size_t list_max = 100;  ///< every other list
};

/// The rules that a shape alone cannot say: a narrative or an encounter is there, persona
/// indexes exist, nobody introduces himself, coordinates and bands are in range, dates are not
/// after `received`, conditions are written where handling is "C". Every issue is given.
[[nodiscard]] base::Result<void> check(const Report& report, base::UtcTime received);

}  // namespace model
