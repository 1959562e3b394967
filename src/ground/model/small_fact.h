#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/model/dossier.h"
#include "ground/model/organisation.h"
#include "ground/model/report.h"

namespace model {

/// What was seen.
enum class FactKind { vehicle, person, object, other };
constexpr auto vocabulary(FactKind) {
  return base::make_vocabulary<FactKind>("vehicle", "person", "object", "other");
}

/// What a small fact is kept for.
enum class FactPurpose {
  check_contact,   ///< does it belong to a contact that was reported?
  protect_firm,    ///< a firm or its site asked to be looked after
  protect_person,  ///< somebody may be in danger
  other
};
constexpr auto vocabulary(FactPurpose) {
  return base::make_vocabulary<FactPurpose>("check_contact", "protect_firm", "protect_person",
                                            "other");
}

enum class FactState { kept, extended };
constexpr auto vocabulary(FactState) {
  return base::make_vocabulary<FactState>("kept", "extended");
}

/// What of a small fact can be compared. Never a name, never looks.
enum class FactMark { plate, phone, handle, url };
constexpr auto vocabulary(FactMark) {
  return base::make_vocabulary<FactMark>("plate", "phone", "handle", "url");
}

/// How long a small fact is kept, and by how much it is extended, once.
inline constexpr std::chrono::days fact_kept{90};

/// What an officer notes.
struct FactEdit {
  FactKind kind = FactKind::other;
  ReportedDate seen_on;
  std::string seen_time;  ///< as remembered: "18:30", "around noon"; "" = not known
  std::string area;       ///< municipality or prefecture; "" = the first of the desk's territory
  std::string place;      ///< in words
  std::string text;       ///< what was seen; no judgement
  std::string plate, phone, url;
  std::optional<Handle> handle;
  FactPurpose purpose = FactPurpose::other;
  std::string why;  ///< the purpose in words
};

/// A small fact: a car, a man at a gate, a hired room, a leaflet. It makes no record of a person,
/// raises no score and ends by its clock.
struct SmallFact {
  base::Id<SmallFact> id;
  base::Id<Organisation> organisation;  ///< the desk that noted it
  std::string by;                       ///< account name
  base::UtcTime made_at;
  FactEdit content;
  base::UtcTime expires_at;
  FactState state = FactState::kept;
  std::string extended_by;  ///< another person than `by`; "" = nobody yet
  std::optional<base::UtcTime> extended_at;
  std::string extension_reason;
  std::int64_t revision = 0;
};

/// A dossier that a fact meets, and by what.
struct FactHit {
  base::Id<Dossier> dossier;
  base::Id<Organisation> organisation;  ///< the desk that keeps it
  std::string label;
  std::vector<FactMark> marks;
  bool operator==(const FactHit&) const = default;
};

/// What open dossiers say to a fact: the same form for a hit and for none.
struct FactAnswer {
  bool hit = false;
  base::Id<Organisation> ask;  ///< the desk that keeps the dossier, or would keep one
  Bilingual ask_name;
  std::vector<FactHit>
      dossiers;  ///< those that the reader may read, none for who reads no dossiers
};

/// A fact as somebody reads it.
struct FactView {
  SmallFact fact;
  FactAnswer answer;
};

}  // namespace model
