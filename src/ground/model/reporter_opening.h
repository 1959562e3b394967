#pragma once

#include <optional>
#include <string>

#include "ground/base/bytes.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/base/vocabulary.h"
#include "ground/model/principal.h"
#include "ground/model/report.h"

namespace model {

/// asked -> consented -> opened; a second person or the custodian may refuse before it is opened.
enum class OpeningState { asked, consented, refused, opened };
constexpr auto vocabulary(OpeningState) {
  return base::make_vocabulary<OpeningState>("asked", "consented", "refused", "opened");
}

/// Somebody asked to learn who reported: who, why, who agreed, who opened the sealed identity.
struct ReporterOpening {
  base::Id<ReporterOpening> id;
  base::Id<Organisation> organisation;  ///< the desk whose custodians answer
  base::Id<Report> report;
  OpeningState state = OpeningState::asked;
  std::string asked_by, reason;
  std::string decided_by, opened_by;  ///< account names; never asked_by and decided_by the same
  base::UtcTime made_at;
  std::int64_t revision = 0;
};

/// The public half of a key to which identities are sealed.
struct CustodianKey {
  base::Id<CustodianKey> id;
  std::string name;  ///< account name of the custodian; "" = the recovery key
  base::Bytes public_key;
  base::UtcTime made_at;
};

}  // namespace model
