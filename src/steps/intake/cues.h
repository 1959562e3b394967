#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/knowledge.h"
#include "ground/text/folded_text.h"

namespace intake {

/// A phrase that was found. `from`, `to` index the folded text.
struct CueHit {
  std::uint16_t target = 0;  ///< index for CompiledCues::id
  bool weak = false;
  std::size_t from = 0, to = 0;
  std::uint32_t sentence = 0;  ///< of the last word
};

/// All cues and phrases of all indicators, made ready to be found in one pass: the cost of a
/// text depends on its length, not on the number of phrases. Immutable and safe to share
/// between threads. Built once per table (some milliseconds).
///
/// Cues of the table: ASCII ones stand between word boundaries, others are substrings, after
/// NFKC_Casefold. Our own phrases (phrases.h) add gaps and order within a sentence.
class CompiledCues {
 public:
  explicit CompiledCues(const model::IndicatorTable& table);

  /// Every hit that no denial takes back (see denial.h), in the order of
  /// the words that complete it. Weak hits are in; the caller judges them.
  [[nodiscard]] std::vector<CueHit> find(const text::FoldedText& text) const;

  [[nodiscard]] const std::string& id(std::uint16_t target) const { return ids_[target]; }
  [[nodiscard]] std::size_t target_count() const { return ids_.size(); }
  [[nodiscard]] bool is_counter(std::uint16_t target) const { return counters_[target]; }
  /// Weight of an indicator, 0 for counter-indicators and topics.
  [[nodiscard]] int weight(std::uint16_t target) const { return weights_[target]; }

 private:
  struct Pattern {
    std::uint16_t target = 0;
    std::uint8_t element_count = 0;
    bool weak = false;
    bool holds_denial = false;               // what it speaks of is itself something not done
    bool across[3] = {false, false, false};  // after element 0, 1, 2: ">>"
  };
  struct Use {
    std::uint16_t pattern = 0;
    std::uint8_t element = 0;
  };
  struct Atom {
    std::u32string words;
    bool any_ending = false, is_ascii = false;
    std::vector<Use> uses;
  };
  struct Seen {
    std::uint32_t from = 0, to = 0, sentence = 0;  // to == 0: not seen
  };
  struct Builder;
  struct Scan;

  [[nodiscard]] std::size_t bucket_of(char32_t first, char32_t second) const;
  void scan_atoms(Scan& scan, std::size_t at) const;
  void try_bucket(Scan& scan, std::size_t at, std::size_t bucket) const;
  void advance(Scan& scan, const Atom& atom, std::size_t from, std::size_t to) const;
  void emit(Scan& scan, const Pattern& pattern, std::size_t from, std::size_t to) const;

  std::vector<std::string> ids_;
  std::vector<int> weights_;
  std::vector<bool> counters_;
  std::vector<Pattern> patterns_;
  std::vector<Atom> atoms_;
  std::vector<std::uint32_t> bucket_start_;  // bucket -> first of bucket_atoms_
  std::vector<std::uint32_t> bucket_atoms_;
};

}  // namespace intake
