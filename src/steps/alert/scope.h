#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ground/model/alert.h"
#include "ground/model/organisation.h"

namespace alert {

/// A place that an alert may name: a municipality (5 digits, JIS X 0402) or a prefecture (2).
struct NamedArea {
  std::string code;
  model::Bilingual name;
};

/// What an alert lets a reader narrow down: places and technologies. Empty = not stated.
struct Scope {
  std::vector<std::string> areas;         ///< municipality or prefecture codes
  std::vector<std::string> technologies;  ///< dotted codes
  bool operator==(const Scope&) const = default;
};

/// So many firms must fit each stated place and each stated technology, so that nobody can
/// infer who reported (k-anonymity; also k of the published figures).
inline constexpr std::size_t firms_fitting_min = 5;

/// Companies with a site in one of the areas and one of the technologies (either side may be
/// the finer code: "semiconductor" and "semiconductor.etching" fit). An empty list fits all.
[[nodiscard]] std::size_t count_fitting(const Scope& scope,
                                        std::span<const model::Organisation> firms);

/// True when each single area (with any of the technologies) and each single technology (with
/// any of the areas) is fitted by firms_fitting_min companies. A scope that states nothing
/// always hides well enough.
[[nodiscard]] bool hides_reporter(const Scope& scope, std::span<const model::Organisation> firms);

/// The finest scope that hides the reporter: wards before prefectures before no place, full
/// technology before its family before none.
[[nodiscard]] Scope generalise(const Scope& exact, std::span<const model::Organisation> firms);

/// The areas and technologies whose names (in either language) stand in the words that say how
/// the approach goes: title, method, signs, person, staff version. It is how an edited text is
/// judged.
[[nodiscard]] Scope stated_scope(const model::AlertText& text, std::span<const NamedArea> areas,
                                 std::span<const model::Technology> technologies);

/// Codes that compare by prefix at a dot: "semiconductor" fits "semiconductor.etching".
[[nodiscard]] bool same_technology(std::string_view left, std::string_view right);

/// The texts of an alert that say how the approach goes, both languages, with their pointers
/// ("/text/method/ja").
struct Passage {
  std::string pointer;
  std::string words;
};
[[nodiscard]] std::vector<Passage> passages_of(const model::AlertText& text);

}  // namespace alert
