#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/report.h"
#include "ground/model/link.h"

/// Comparable forms of the personas of released reports, sealed with the report's key.
namespace store {

/// Replaces what is stored for the report; number n of `features` is persona n.
void set_personas(db::Connection& connection, const StoredReport& report,
                  const std::vector<model::PersonaFeatures>& features);

/// All personas of one report in order; empty where the features job has not run.
[[nodiscard]] std::vector<model::PersonaFeatures> list_personas(db::Connection& connection,
                                                                const StoredReport& report);

/// One persona of any report, with no more of the report than its key; nothing where it is gone
/// or was made by another version of the features.
struct PersonaAddress {
  base::Id<model::Organisation> organisation;
  model::PersonaRef persona;
  auto operator<=>(const PersonaAddress&) const = default;
};
[[nodiscard]] std::optional<model::PersonaFeatures> find_persona(db::Connection& connection,
                                                                 const Keys& keys,
                                                                 const PersonaAddress& address);

/// The newest `limit` personas of all reports, for counting what is common.
void for_each_newest_persona(db::Connection& connection, const Keys& keys, std::size_t limit,
                             const std::function<void(const model::PersonaFeatures&)>& take);
[[nodiscard]] std::int64_t count_personas(db::Connection& connection);

void delete_personas(db::Connection& connection, const model::ReportRecord& report);

}  // namespace store
