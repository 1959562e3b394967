#include "steps/resolve/sound_costs.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace resolve {
namespace {

// Sounds are numbered by their place in this, from 1.
constexpr std::string_view sounds{"aeioupbfvwtdszxckgrlmnhy"};
constexpr std::string_view classes{"AAAAAPPPPPTTSSSSKKRRMNHA"};
constexpr std::string_view class_order{"PTSKRMNHA"}, groups{"LKHSP"};
constexpr std::uint8_t vowels = 5, sound_y = 24;

constexpr std::uint8_t number_of(char sound) {
  const auto at = sounds.find(sound);
  return at == std::string_view::npos ? std::uint8_t{0} : static_cast<std::uint8_t>(at + 1);
}

/// "-" is nothing, beside a sound that stands alone.
constexpr bool is_sound(std::string_view field) {
  return field == "-" || (field.size() == 1 && number_of(field.front()) != 0);
}

constexpr std::uint8_t class_of(std::uint8_t sound) {
  return static_cast<std::uint8_t>(class_order.find(classes[sound - 1U]) + 1);
}

constexpr std::uint64_t group_of(model::Alphabet alphabet) {
  switch (alphabet) {
    case model::Alphabet::latin:
    case model::Alphabet::cyrillic:
      return 0;
    case model::Alphabet::kana:
      return 1;
    case model::Alphabet::hangul:
      return 2;
    case model::Alphabet::arabic:
    case model::Alphabet::hebrew:
      return 3;
    case model::Alphabet::pinyin:
      return 4;
  }
  return 0;
}

using Numbers = std::array<std::uint8_t, sounds.size() + 1>;

/// All of them, with one blank between.
bool read_numbers(std::string_view text, Numbers& into) {
  for (auto& number : into) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  return text.empty();
}

std::string_view cut_field(std::string_view& line) {
  const auto end = std::min(line.find('\t'), line.size());
  const auto field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

}  // namespace

SoundWord pack_sounds(model::Alphabet alphabet, std::string_view word) {
  SoundWord out = 0;
  std::size_t count = 0;
  for (const char letter : word)
    if (const auto sound = number_of(letter); sound != 0 && count < word_sounds_max)
      out |= SoundWord{sound} << (5 * count++);
  return out == 0 ? 0 : out | group_of(alphabet) << 60U;
}

std::uint32_t skeleton_of(SoundWord word) {
  std::uint32_t skeleton = 0;
  unsigned count = 0;
  for (std::size_t at = 0; at < word_sounds_max && count < skeleton_classes_max; ++at) {
    const auto sound = sound_at(word, at);
    if (sound == 0) break;
    if ((sound > vowels && sound != sound_y) || at == 0)
      skeleton |= std::uint32_t{class_of(sound)} << (28 - 4 * count++);
  }
  return skeleton;
}

base::Result<SoundCosts> SoundCosts::parse(std::string_view tsv) {
  SoundCosts out;
  for (std::size_t line_number = 1; !tsv.empty(); ++line_number) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    auto line = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const auto name = cut_field(line), sound = cut_field(line);
    Numbers numbers{};
    const bool is_self = name == "self";
    const auto one = groups.find(name.empty() ? ' ' : name.front());
    const auto other = groups.find(name.empty() ? ' ' : name.back());
    const bool is_known = is_self || (name.size() == 2 && one < groups.size() &&
                                      other < groups.size() && is_sound(sound));
    if (!is_known || !read_numbers(line, numbers))
      return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", line_number),
                        "is no row of this table", "compare it with data/names/README.md");
    for (std::size_t at = 0; at < numbers.size(); ++at)
      if (is_self)
        out.worth_[at] = numbers[at];
      else
        out.tables_[one][other][number_of(sound.front())][at] =
            out.tables_[other][one][at][number_of(sound.front())] = numbers[at];
  }
  return out;
}

int SoundCosts::worth_of(SoundWord word) const {
  int worth = 0;
  for (std::size_t at = 0; at < word_sounds_max; ++at)
    worth += worth_[sound_at(word, at)];
  return worth;
}

int SoundCosts::worth_of(SoundWord one, SoundWord other, int least) const {
  const auto& costs = tables_[sound_group(one)][sound_group(other)];
  const int worth = worth_of(one) + worth_of(other);
  const int limit = worth - least;
  std::array<int, word_sounds_max + 1> row{}, next{};
  std::array<std::uint8_t, word_sounds_max> columns{};
  std::size_t width = 0;
  while (width < word_sounds_max && sound_at(other, width) != 0) {
    columns[width] = sound_at(other, width);
    row[width + 1] = row[width] + costs[0][columns[width]];
    ++width;
  }
  for (std::size_t at = 0; at < word_sounds_max && sound_at(one, at) != 0; ++at) {
    const auto& here = costs[sound_at(one, at)];
    int lowest = next[0] = row[0] + here[0];
    for (std::size_t column = 0; column < width; ++column) {
      const auto sound = columns[column];
      const int kept = std::min(row[column] + here[sound], row[column + 1] + here[0]);
      next[column + 1] = std::min(kept, next[column] + costs[0][sound]);
      lowest = std::min(lowest, next[column + 1]);
    }
    if (lowest >= limit) return least;
    row = next;
  }
  return std::max(least, worth - row[width]);
}

SoundCosts::Most::Most(const SoundCosts& costs, SoundWord word, std::size_t group) {
  constexpr int like = 36;
  const auto& table = costs.tables_[sound_group(word)][group];
  for (std::size_t at = 0; at < word_sounds_max && sound_at(word, at) != 0; ++at) {
    for (std::size_t sound = 1; sound <= sounds.size(); ++sound)
      if (table[sound_at(word, at)][sound] < like) likes_[count_] |= 1U << sound;
    worths_[count_++] = 2 * costs.worth_[sound_at(word, at)];
  }
}

}  // namespace resolve
