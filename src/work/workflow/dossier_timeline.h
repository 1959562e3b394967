#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/dossier.h"
#include "work/workflow/hub.h"

/// A dossier as a story: the encounters of its personas in order, how far each one went.
namespace workflow {

struct TimelineEntry {
  model::PersonaRef persona;
  std::size_t encounter = 0;
  std::optional<model::ReportedDate> when;
  model::Place place;
  model::Channel channel = model::Channel::unknown;
  model::Stage stage = model::Stage::none;
  std::vector<std::string> indicators;  ///< of this encounter, without rejected ones
  std::vector<std::string> names;       ///< as told, quoted content of that report
};

struct DossierView {
  model::Dossier dossier;
  std::optional<model::Assessment> assessment;  ///< over all its reports
  std::vector<TimelineEntry> timeline;          ///< by first possible day; undated ones last
};

/// Opens a dossier for a purpose (check_purpose); the opening stands in the record, for each of
/// its reports, too. not_found outside the reader's reach.
[[nodiscard]] base::Result<DossierView> open_dossier(Hub& hub, const model::Principal& principal,
                                                     base::Id<model::Dossier> id,
                                                     const std::string& purpose);

}  // namespace workflow
