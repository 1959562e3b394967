#pragma once

#include <bitset>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "work/engine/match.h"
#include "work/workflow/hub.h"

/// How common things are among what the hub has stored: what a match is weighed against.
namespace workflow {

/// More acts than the table of indicators has; later ones are not counted.
constexpr std::size_t acts_max = 256;
using Acts = std::bitset<acts_max>;

/// The newest stored personas, counted. Immutable once made.
struct PersonaSample {
  engine::Rarity rarity;
  std::unordered_map<std::string, std::size_t> number_of_act;
  std::vector<Acts> acts;  ///< of each persona, by those numbers

  void add(const model::PersonaFeatures& features);

  /// Share of the personas that show all acts which both sides show; 0 where they share none.
  [[nodiscard]] double share_of_script(const model::PersonaFeatures& left,
                                       const model::PersonaFeatures& right) const;
};

/// At most this many personas are counted: enough for shares of a tenth of a per cent.
constexpr std::size_t sample_personas_max = 4096;

[[nodiscard]] PersonaSample take_sample(Hub& hub);

/// The sample in use, taken anew once the store has grown by a tenth since. For one hub; safe to
/// use from several threads.
class PersonaSamples {
 public:
  [[nodiscard]] std::shared_ptr<const PersonaSample> current(Hub& hub);

 private:
  std::mutex mutex_;
  std::shared_ptr<const PersonaSample> sample_;
  std::int64_t personas_then_ = 0;
  std::size_t uses_ = 0;
};

}  // namespace workflow
