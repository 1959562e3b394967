#include "work/engine/name_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "steps/normalise/name_sounds.h"

namespace engine {
namespace {

using model::TokenId;
using model::TokenKind;

/// Ways to cut a name and readings that cost more than this are not looked up, in bits; the
/// comparison itself knows them all.
constexpr float indexed_parse_prior_max = 1.5F, indexed_reading_prior_max = 2.1F;

std::span<const NameIndex::Hashed> range_of(const std::vector<NameIndex::Hashed>& hashed,
                                            std::uint32_t key) {
  const auto found = std::ranges::equal_range(hashed, key, {}, &NameIndex::Hashed::first);
  return {found.begin(), found.end()};
}

template <class List>
void sort_without_twins(List& list) {
  std::ranges::sort(list);
  const auto twins = std::ranges::unique(list);
  list.erase(twins.begin(), twins.end());
  list.shrink_to_fit();
}

template <class List>
std::size_t bytes_of(const List& list) {
  return list.capacity() * sizeof list[0];
}

struct Heard {
  resolve::SoundWord word = 0;
  TokenId token = 0;
  std::uint8_t prior = 0;
};

}  // namespace

/// What is only known while names are added.
struct NameIndex::Draft {
  explicit Draft(const NameMatcher& matcher)
      : pool(indexed_reading_prior_max), compiler(matcher.compiler(pool)) {}

  static constexpr std::uint32_t ends_parse = 1U << 31U;
  model::TokenPool pool;
  normalise::NameCompiler compiler;
  std::vector<std::uint32_t> parts;       ///< of all names, the last of a parse marked
  std::vector<std::uint8_t> part_counts;  ///< of each name
  std::vector<TokenId> order;             ///< token of the pool -> token of the index

  /// How many parts the name has where it has fewest.
  std::size_t add(const model::CompiledName& name) {
    const auto before = parts.size();
    std::size_t fewest = name.parses.empty() ? 0 : 255;
    for (const auto& parse : name.parses) {
      const auto tokens = std::span(name.tokens).subspan(parse.first, parse.count);
      const bool has_word = std::ranges::any_of(tokens, [&](auto id) { return speaks(id); });
      const auto from = parts.size();
      for (const auto token : tokens)
        if (!has_word || speaks(token)) parts.push_back(token);
      if (parts.size() > from) parts.back() |= ends_parse;
      fewest = std::min(fewest, parts.size() - from);
    }
    part_counts.push_back(static_cast<std::uint8_t>(parts.size() - before));
    return fewest;
  }
  [[nodiscard]] bool speaks(TokenId token) const {
    const auto kind = pool[token].kind;
    return kind == TokenKind::word || kind == TokenKind::initial;
  }

  /// Calls `use(token, partner, name)` for what stands side by side: all pairs of up to three
  /// parts, of more each with the two after it, in a ring.
  template <class Use>
  void each_place(Use use) const {
    std::size_t at = 0;
    for (std::uint32_t name = 0; name < part_counts.size(); ++name)
      for (const std::size_t end = at + part_counts[name]; at < end;) {
        const auto from = at;
        while ((parts[at] & ends_parse) == 0)
          ++at;
        each_pair(std::span(parts).subspan(from, ++at - from), name, use);
      }
  }

  template <class Use>
  void each_pair(std::span<const std::uint32_t> list, std::uint32_t name, Use use) const {
    const auto token = [&](std::size_t at) { return order[list[at % list.size()] & ~ends_parse]; };
    if (list.size() == 1) use(token(0), alone, name);
    for (std::size_t one = 0; one < list.size(); ++one)
      for (std::size_t step = 1; step <= std::min<std::size_t>(2, list.size() - 1); ++step) {
        if (list.size() == 2 && one == 1) continue;
        if (list.size() == 3 && step == 2) continue;
        use(token(one), token(one + step), name);
        use(token(one + step), token(one), name);
      }
  }
};

resolve::SoundWord sound_word_of(const model::TokenPool& pool, const model::NameReading& reading) {
  return resolve::pack_sounds(reading.alphabet,
                              normalise::sounds_of(reading.alphabet, pool.symbols(reading)));
}

NameIndex::NameIndex(const NameMatcher& matcher)
    : matcher_(matcher), draft_(std::make_unique<Draft>(matcher)) {}
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex::~NameIndex() = default;

void NameIndex::add(std::string_view name) {
  const auto compiled = draft_->compiler.compile(name, indexed_parse_prior_max);
  text_ += name;
  starts_.push_back(text_.size());
  word_counts_.push_back(static_cast<std::uint8_t>(draft_->add(compiled)));
}

void NameIndex::close() {
  draft_->compiler.forget();
  text_.shrink_to_fit();
  starts_.shrink_to_fit();
  word_counts_.shrink_to_fit();
  order_tokens();
  fill_hashes();
  fill_sounds();
  fill_places();
  draft_.reset();
}

/// By the likeliest sound, so that what sounds alike stands together.
void NameIndex::order_tokens() {
  const auto& pool = draft_->pool;
  std::vector<std::pair<std::uint64_t, TokenId>> keys;
  for (TokenId token = 0; token < pool.size(); ++token) {
    const auto readings = pool[token].readings;
    const auto first = std::ranges::min_element(readings, {}, &model::NameReading::prior);
    const auto word = first == readings.end() ? 0 : sound_word_of(pool, *first);
    keys.emplace_back(word, token);
  }
  std::ranges::sort(keys, [](const auto& one, const auto& other) {
    if (one.first != other.first) return resolve::SoundSearch::in_order(one.first, other.first);
    return one.second < other.second;
  });
  draft_->order.resize(keys.size());
  for (TokenId place = 0; place < keys.size(); ++place)
    draft_->order[keys[place].second] = place;
  for (unsigned first = 0; first < beginning_.size(); ++first)
    beginning_[first] = static_cast<TokenId>(
        std::ranges::lower_bound(
            keys, first, {},
            [](const auto& key) { return resolve::skeleton_of(key.first) >> 28U; }) -
        keys.begin());
}

void NameIndex::fill_hashes() {
  const auto& pool = draft_->pool;
  for (TokenId token = 0; token < pool.size(); ++token) {
    const auto view = pool[token];
    if (view.kind == TokenKind::legal) continue;
    const auto place = draft_->order[token];
    const auto own = normalise::concept_of(view.text);
    written_.emplace_back(own, place);
    for (const auto id : view.concepts)
      if (id != own) attested_.emplace_back(id, place);
    if (view.kind == TokenKind::initial) initials_.push_back(place);
  }
  sort_without_twins(written_);
  sort_without_twins(attested_);
  sort_without_twins(initials_);
}

void NameIndex::fill_sounds() {
  const auto& pool = draft_->pool;
  std::vector<Heard> heard;
  for (TokenId token = 0; token < pool.size(); ++token)
    for (const auto& reading : pool[token].readings)
      if (const auto word = sound_word_of(pool, reading); word != 0)
        heard.push_back({word, token, static_cast<std::uint8_t>(reading.prior / 32)});
  std::ranges::sort(heard, [&](const Heard& one, const Heard& other) {
    if (one.word != other.word) return resolve::SoundSearch::in_order(one.word, other.word);
    return std::pair(draft_->order[one.token], one.prior) <
           std::pair(draft_->order[other.token], other.prior);
  });
  const auto twins = std::ranges::unique(heard, [](const Heard& one, const Heard& other) {
    return one.word == other.word && one.token == other.token;
  });
  heard.erase(twins.begin(), twins.end());
  std::vector<std::uint64_t> words;
  sounding_.reserve(heard.size());
  priors_.reserve(heard.size());
  for (const auto& [word, token, prior] : heard) {
    if (words.empty() || words.back() != word) {
      words.push_back(word);
      sounding_at_.push_back(static_cast<std::uint32_t>(sounding_.size()));
    }
    sounding_.push_back({draft_->order[token] & 0x7FFFFFFFU, pool[token].is_han ? 1U : 0U});
    priors_.push_back(prior);
  }
  sounding_at_.push_back(static_cast<std::uint32_t>(sounding_.size()));
  sounding_at_.shrink_to_fit();
  sounds_ = resolve::SoundSearch(std::move(words));
}

void NameIndex::fill_places() {
  const auto count = draft_->pool.size();
  draft_->pool.clear();
  draft_->pool.close();
  places_at_.assign(count + 1, 0);
  draft_->each_place([&](TokenId token, TokenId, std::uint32_t) { ++places_at_[token + 1]; });
  std::partial_sum(places_at_.begin(), places_at_.end(), places_at_.begin());
  places_.resize(places_at_.back());
  auto next = places_at_;
  draft_->each_place([&](TokenId token, TokenId partner, std::uint32_t name) {
    places_[next[token]++] = Place{partner} << 32U | name;
  });
  for (TokenId token = 0; token < count; ++token)
    std::ranges::sort(
        std::span(places_).subspan(places_at_[token], places_at_[token + 1] - places_at_[token]));
}

std::span<const NameIndex::Hashed> NameIndex::tokens_written(std::uint32_t id) const {
  return range_of(written_, id);
}

std::span<const NameIndex::Hashed> NameIndex::tokens_attested(std::uint32_t id) const {
  return range_of(attested_, id);
}

NameIndex::Bytes NameIndex::bytes() const {
  return {text_.capacity() + bytes_of(starts_) + bytes_of(word_counts_),
          sounds_.bytes() + bytes_of(sounding_at_) + bytes_of(sounding_) + bytes_of(priors_) +
              bytes_of(written_) + bytes_of(attested_) + bytes_of(initials_) + bytes_of(places_at_),
          bytes_of(places_)};
}

}  // namespace engine
