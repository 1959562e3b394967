#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "ground/base/result.h"
#include "ground/model/page.h"
#include "ground/model/small_fact.h"
#include "work/workflow/hub.h"

/// Small facts: a car, a man at a gate, a hired room, a leaflet. A station notes and reads those of
/// its territory, the bureau all; programs neither. Each comes with what open dossiers say to it
/// (match_fact.h), asked anew at every look. It becomes no persona, moves no score and ends by its
/// clock; from then on it is not there for anybody.
namespace workflow {

/// invalid_input where nobody says what was seen, where and why it is kept, where it lies in the
/// future or outside the territory, and where a mark cannot be compared.
[[nodiscard]] base::Result<model::FactView> note_fact(Hub& hub, const model::Principal& principal,
                                                      model::FactEdit edit,
                                                      const RequestKey& request = {});

/// Newest first. The look stands in the record, and with each dossier that is met.
[[nodiscard]] base::Result<model::Page<model::FactView>> list_facts(
    Hub& hub, const model::Principal& principal, const model::PageRequest& page);

[[nodiscard]] base::Result<model::FactView> open_fact(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::SmallFact> id);

/// Keeps it for another 90 days, once: conflict the second time. Another person than the one who
/// noted it says why (forbidden for that one).
[[nodiscard]] base::Result<model::FactView> extend_fact(Hub& hub, const model::Principal& principal,
                                                        base::Id<model::SmallFact> id,
                                                        std::int64_t revision,
                                                        const std::string& reason);

/// Ends it before its time. The files keep its sealed bytes until they are next rewritten.
[[nodiscard]] base::Result<void> remove_fact(Hub& hub, const model::Principal& principal,
                                             base::Id<model::SmallFact> id, std::int64_t revision);

/// Ends those whose time is over, for keep_to_clocks; says how many.
std::size_t end_facts(Hub& hub, const model::Principal& clock);

}  // namespace workflow
