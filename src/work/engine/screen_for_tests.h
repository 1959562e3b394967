#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "work/engine/name_matcher_for_tests.h"
#include "work/engine/screen_files.h"
#include "work/engine/watch_list.h"

/// Screening of texts that stand in a test. No knowledge files: what holds with every Debian.
namespace engine {

struct ScreenedText {
  base::Result<ScreenSummary> summary = ScreenSummary{};
  std::vector<model::ScreenHit> hits;        ///< with those that agree in nothing but the name
  std::vector<std::string> watched, fields;  ///< of each hit: id, "name;phone"

  /// "watch_id row fields" of each real hit.
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < hits.size(); ++at)
      if (!hits[at].is_name_only)
        out.push_back(watched[at] + ' ' + std::to_string(hits[at].row) + ' ' + fields[at]);
    return out;
  }
};

inline std::vector<model::WatchedParty> watched_from(const std::string& csv) {
  std::istringstream in(csv);
  return parse_watch_csv(in).value();
}

inline ScreenedText screened(const std::string& watch_csv, const std::vector<std::string>& files,
                             std::size_t workers = 1, bool skips_bad_rows = false) {
  const WatchIndex index(watched_from(watch_csv), {&shipped_name_matcher(), nullptr, nullptr});
  std::vector<RecordFile> open;
  for (std::size_t at = 0; at < files.size(); ++at)
    open.push_back(
        {"log" + std::to_string(at + 1) + ".csv", std::make_unique<std::istringstream>(files[at])});
  ScreenedText out;
  out.summary = screen_files(open, index, {workers, skips_bad_rows, true, {}},
                             [&](std::span<const model::ScreenHit> hits) {
                               for (const auto& hit : hits) {
                                 out.hits.push_back(hit);
                                 out.watched.push_back(index.parties()[hit.party].id);
                                 std::string fields;
                                 for (const auto& one : hit.evidence)
                                   if (one.level != model::ScreenLevel::differs)
                                     fields += (fields.empty() ? "" : ";") +
                                               std::string(base::word_of(one.field));
                                 out.fields.push_back(fields);
                               }
                             });
  return out;
}

}  // namespace engine
