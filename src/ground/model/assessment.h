#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ground/base/ensure.h"
#include "ground/model/reading.h"

namespace model {

/// A share between 0 and 1, both allowed; never NaN.
class Probability {
 public:
  [[nodiscard]] static std::optional<Probability> make(double value) {
    if (!(value >= 0.0 && value <= 1.0)) return std::nullopt;
    return Probability(value);
  }
  [[nodiscard]] static Probability none() { return Probability(0.0); }
  [[nodiscard]] double value() const { return value_; }
  auto operator<=>(const Probability&) const = default;

 private:
  explicit Probability(double value) : value_(value) {}
  double value_;
};

/// At least one of something.
template <class T>
class NonEmpty {
 public:
  explicit NonEmpty(std::vector<T> items) : items_(std::move(items)) {
    base::ensure(!items_.empty(), "at least one is needed");
  }
  [[nodiscard]] const std::vector<T>& items() const { return items_; }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  bool operator==(const NonEmpty&) const = default;

 private:
  std::vector<T> items_;
};

/// Why, as code and parameters: edges/render turns it into Japanese or English, so that an
/// old decision can be replayed and read in either language.
struct Reason {
  std::string code;                      ///< e.g. "indicator", "combination", "counter", "no_acts"
  std::vector<std::string> parameters;   ///< e.g. {"AP1"}
  double effect = 0;                     ///< what it added to the score or, for links, bits
  std::optional<std::size_t> encounter;  ///< which encounter shows it
  std::optional<Quote> quote;            ///< the words that show it, in the narrative
  bool operator==(const Reason&) const = default;
};

/// What a person said of a proposed indicator.
enum class Tick { proposed, ticked, rejected };
constexpr auto vocabulary(Tick) {
  return base::make_vocabulary<Tick>("proposed", "ticked", "rejected");
}

/// An indicator on a report with all it rests on.
struct IndicatorState {
  std::string id;  ///< indicator or counter-indicator
  Tick tick = Tick::proposed;
  std::optional<std::size_t> encounter;
  std::optional<Quote> quote;
  bool operator==(const IndicatorState&) const = default;
};

/// Method and stage of one report. A statement about the approach, never about the employee.
struct Assessment {
  std::string table_version;
  double score = 0;  ///< may be negative
  Band band = Band::log;
  Stage stage = Stage::none;           ///< highest that the evidence supports
  std::vector<Stage> path;             ///< per encounter, in order; narrative alone = one entry
  std::vector<PlaybookFit> playbooks;  ///< best first, with the runner-up
  NonEmpty<Reason> reasons;
  bool welfare = false;             ///< threat: the reporter's safety comes first
  std::vector<std::string> advice;  ///< codes
  bool operator==(const Assessment&) const = default;
};

}  // namespace model
