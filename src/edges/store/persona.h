#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/keys.h"
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

struct PersonaAddress {
  base::Id<model::Organisation> organisation;
  model::PersonaRef persona;
  auto operator<=>(const PersonaAddress&) const = default;
};

/// Opens personas of any reports, with no more of a report than its key, and keeps the keys of
/// the organisations it met. For one transaction.
class PersonaReader {
 public:
  PersonaReader(db::Connection& connection, const Keys& keys)
      : connection_(connection), keys_(keys) {}

  /// Each in its place; nothing where it is gone or was made by another version of the features.
  [[nodiscard]] std::vector<std::optional<model::PersonaFeatures>> find(
      std::span<const PersonaAddress> addresses);
  /// The newest `limit` personas of all reports, for counting what is common.
  void for_each_newest(std::size_t limit,
                       const std::function<void(const model::PersonaFeatures&)>& take);

 private:
  const crypto::Key32& key_of(base::Id<model::Organisation> organisation);

  db::Connection& connection_;
  const Keys& keys_;
  std::map<base::Id<model::Organisation>, crypto::Key32> organisation_keys_;
};

/// Reports with personas that another version of the features made.
[[nodiscard]] std::vector<base::Id<model::Report>> list_reports_of_other_version(
    db::Connection& connection);

[[nodiscard]] std::int64_t count_personas(db::Connection& connection);

void delete_personas(db::Connection& connection, const model::ReportRecord& report);

}  // namespace store
