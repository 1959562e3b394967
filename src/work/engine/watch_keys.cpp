#include "work/engine/watch_keys.h"

#include <algorithm>

#include "ground/model/value_pool.h"
#include "ground/text/folded_text.h"
#include "steps/normalise/nicknames.h"
#include "steps/normalise/skeleton.h"

namespace engine {
namespace {

using normalise::ScreenRow;
using normalise::ScreenWord;
using normalise::Writing;

/// Rows in Latin letters meet by their letters as a rule, so that only telling sounds are sought.
constexpr std::size_t latin_sound_letters_min = 4, sound_letters_min = 3, whole_letters_min = 3,
                      reading_letters_min = 3, paired_words_max = 4, han_surname_max = 3;

/// Two words, whichever.
constexpr std::uint8_t whole_name = 3;

std::uint8_t bit_of(std::size_t word) {
  return static_cast<std::uint8_t>(1U << std::min<std::size_t>(word, 7));
}

/// The same whichever of the two comes first.
std::uint64_t pair_hash(std::uint32_t one, std::uint32_t other) {
  return std::uint64_t{std::min(one, other)} << 32U | std::max(one, other);
}

bool is_han(std::span<const ScreenWord> words) {
  return std::ranges::any_of(words, [](const auto& word) { return word.writing == Writing::han; });
}

std::uint64_t whole_sound(const std::string& letters) {
  const auto skeleton = normalise::skeleton_hash_of(letters);
  return skeleton.length < whole_letters_min ? 0 : skeleton.hash;
}

class RowKeys {
 public:
  RowKeys(const ScreenRow& row, const normalise::HanTable& han, std::vector<NameKey>& out)
      : row_(row), han_(han), out_(out) {}

  void add(const ScreenRow::Name& name) {
    const auto words = row_.words_of(name);
    if (is_han(words))
      add_han(words);
    else
      add_sounding(words);
  }

 private:
  void put(WatchKey kind, std::uint64_t hash, std::uint8_t words) {
    out_.push_back({key_of(kind, hash), words});
  }

  void add_sounding(std::span<const ScreenWord> words) {
    std::array<std::uint32_t, paired_words_max> sounds{};
    for (std::size_t at = 0; at < words.size(); ++at) {
      put(WatchKey::word, words[at].hash, bit_of(at));
      const auto sound = sound_of(row_.words.text(words[at]));
      const auto least =
          words[at].writing == Writing::latin ? latin_sound_letters_min : sound_letters_min;
      if (sound.length >= least) put(WatchKey::sound, sound.sound, bit_of(at));
      if (at < sounds.size()) sounds[at] = sound.sound;
    }
    for (std::size_t at = 0; at < std::min(words.size(), sounds.size()); ++at)
      for (std::size_t other = 0; other < at; ++other)
        put(WatchKey::sound_pair, pair_hash(sounds[at], sounds[other]), whole_name);
    if (words.size() == 2 && words.front().writing == Writing::latin) return;
    std::string letters;
    for (const auto& word : words)
      letters += row_.words.text(word);
    if (const auto hash = whole_sound(letters); hash != 0)
      put(WatchKey::sound_all, hash, whole_name);
  }

  void add_han(std::span<const ScreenWord> words) {
    std::string whole;
    for (std::size_t at = 0; at < words.size(); ++at) {
      put(WatchKey::han, words[at].hash, words.size() == 1 ? whole_name : bit_of(at));
      put(WatchKey::form, words[at].hash, bit_of(at));
      whole += row_.words.text(words[at]);
    }
    if (words.size() > 1) {
      put(WatchKey::han, model::hash_of(whole), whole_name);
      add_spoken(normalise::code_points(row_.words.text(words[0])),
                 normalise::code_points(row_.words.text(words[1])));
    } else {
      add_cuts(whole);
    }
  }

  /// Where the family name may end, nobody knows: every place is tried.
  void add_cuts(std::string_view whole) {
    const auto letters = normalise::code_points(whole);
    for (std::size_t at = 1; at <= std::min(han_surname_max, letters.size() - 1); ++at) {
      const std::size_t bytes = text::to_utf8(std::u32string_view(letters).substr(0, at)).size();
      for (const auto part : {std::size_t{0}, std::size_t{1}}) {
        const auto hash = model::hash_of(part == 0 ? whole.substr(0, bytes) : whole.substr(bytes));
        put(WatchKey::han, hash, bit_of(part));
        put(WatchKey::form, hash, bit_of(part));
      }
      if (at <= 2) add_spoken(letters.substr(0, at), letters.substr(at));
    }
  }

  void add_spoken(std::u32string_view family, std::u32string_view given) {
    for (const bool is_korean : {false, true}) {
      const auto one = spoken(family, is_korean), other = spoken(given, is_korean);
      if (one.empty() || other.empty()) continue;
      put(WatchKey::sound_pair, pair_hash(sound_of(one).sound, sound_of(other).sound), whole_name);
    }
  }

  std::string spoken(std::u32string_view word, bool is_korean) const {
    std::string out;
    for (const char32_t c : word) {
      const auto sound = is_korean ? han_.hangul(c) : han_.pinyin(c);
      if (sound.empty()) return "";
      out += sound;
    }
    return out;
  }

  const ScreenRow& row_;
  const normalise::HanTable& han_;
  std::vector<NameKey>& out_;
};

/// Keys of a name that is spelled in Latin letters.
void add_spelled(const std::vector<std::string>& words, WatchedKeys& out) {
  std::string forwards, backwards;
  for (std::size_t at = 0; at < words.size(); ++at) {
    forwards += words[at];
    backwards = words[at] + backwards;
    const auto sound = sound_of(words[at]);
    if (sound.length >= sound_letters_min) out.keys.push_back(key_of(WatchKey::sound, sound.sound));
    for (std::size_t other = 0; other < at; ++other)
      out.keys.push_back(
          key_of(WatchKey::sound_pair, pair_hash(sound.sound, sound_of(words[other]).sound)));
    if (auto reading = normalise::kana_like(words[at]); reading.size() >= reading_letters_min)
      out.readings.push_back(std::move(reading));
  }
  std::string turned = words.size() > 2 ? words.back() : "";
  for (std::size_t at = 0; !turned.empty() && at + 1 < words.size(); ++at)
    turned += words[at];
  for (const auto& letters : {forwards, backwards, turned})
    if (const auto hash = whole_sound(letters); hash != 0)
      out.keys.push_back(key_of(WatchKey::sound_all, hash));
}

}  // namespace

std::uint32_t root_hash(std::string_view latin_word) {
  const auto root = normalise::root_of(latin_word);
  return root.empty() ? 0U : static_cast<std::uint32_t>(model::hash_of(root)) | 1U;
}

WordSound sound_of(std::string_view latin_word) {
  const auto skeleton = normalise::skeleton_hash_of(latin_word);
  if (skeleton.length == 0) return {};
  return {static_cast<std::uint32_t>(skeleton.hash >> 32U) | 1U, skeleton.length};
}

void add_name_keys(const ScreenRow& row, const ScreenRow::Name& name,
                   const normalise::HanTable& han, std::vector<NameKey>& out) {
  RowKeys(row, han, out).add(name);
}

WatchedKeys watched_name_keys(const ScreenRow& row, const ScreenRow::Name& name,
                              const normalise::HanTable& han, const text::TableFile* jmnedict) {
  WatchedKeys out;
  const auto words = row.words_of(name);
  std::vector<std::string> latin;
  std::vector<std::u32string> kanji;
  std::string whole;
  for (const auto& word : words) {
    const auto text = row.words.text(word);
    whole += text;
    if (word.writing == Writing::han)
      kanji.push_back(normalise::code_points(text));
    else
      latin.emplace_back(text);
    const auto kind = word.writing == Writing::han ? WatchKey::han : WatchKey::word;
    if (text.size() > 1) out.keys.push_back(key_of(kind, word.hash));
  }
  if (kanji.empty()) {
    add_spelled(latin, out);
  } else {
    out.keys.push_back(key_of(WatchKey::han, model::hash_of(whole)));
    for (const auto& spelling : normalise::latin_spellings(kanji, han, jmnedict))
      add_spelled(spelling, out);
  }
  return out;
}

}  // namespace engine
