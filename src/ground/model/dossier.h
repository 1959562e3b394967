#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/model/link.h"
#include "ground/model/principal.h"

namespace model {

enum class DossierState { proposed, open, refused, closed };
constexpr auto vocabulary(DossierState) {
  return base::make_vocabulary<DossierState>("proposed", "open", "refused", "closed");
}

enum class ActorStatus { active, left, unknown };
constexpr auto vocabulary(ActorStatus) {
  return base::make_vocabulary<ActorStatus>("active", "left", "unknown");
}

/// The record of an actor: the party believed to stand behind personas. Proposed by one
/// reader, opened by a second on at least two confirmed indicators.
struct Dossier {
  struct Status {
    ActorStatus status = ActorStatus::unknown;
    base::Day as_of{};
    std::string source;
  };
  /// Whom the actor is believed to work for: graded, sourced, never scored.
  struct Attribution {
    std::string employer;
    Grade grade;
    std::string source;
    base::Day as_of{};
  };
  base::Id<Dossier> id;
  base::Id<Organisation> organisation;  ///< the bureau that keeps it
  std::string label;                    ///< a neutral working name: "Gate-1"
  DossierState state = DossierState::proposed;
  std::vector<PersonaRef> personas;
  std::vector<std::string> confirmed;  ///< indicator ids ticked on its reports, at least two
  std::vector<Status> statuses;        ///< newest last
  std::vector<Attribution> attributions;
  std::string contrary_evidence;
  std::string proposed_by, opened_by;  ///< account names; different people
  base::UtcTime made_at;
  std::int64_t revision = 0;
};

/// A link as stored: what the machine proposed and what people said since.
struct Link {
  struct Decision {
    Judgement judgement = Judgement::open;
    LinkKind kind = LinkKind::same_person;
    std::string by;  ///< account name
    base::UtcTime at;
    std::string note;
  };
  base::Id<Link> id;
  LinkProposal proposal;
  Judgement judgement = Judgement::open;  ///< the newest decision; open after an undo
  LinkKind kind = LinkKind::same_person;  ///< as judged, else as proposed
  std::vector<Decision> history;          ///< oldest first; an undo is a decision too
  bool independent = false;               ///< different firms, or no shared source
  double base_rate = 0;                   ///< share of reports with this script
  std::int64_t revision = 0;
};

}  // namespace model
