#include "steps/resolve/sound_costs.h"

#include <algorithm>
#include <bit>
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

constexpr auto all_sounds = (SoundWord{1} << 60U) - 1;

std::size_t count_of(SoundWord word) {
  return static_cast<std::size_t>(std::bit_width(word & all_sounds) + 4) / 5;
}

/// One more sound of the other word; gives back the least of the row.
int next_row(const int* row, const std::uint8_t* costs, const std::uint8_t* dropped, int added,
             std::span<int> next) {
  int before = row[0] + added, lowest = before;
  next.front() = before;
  for (std::size_t column = 1; auto& cell : next.subspan(1)) {
    const int kept = std::min(row[column - 1] + costs[column - 1], row[column] + added);
    cell = before = std::min(kept, before + dropped[column - 1]);
    lowest = std::min(lowest, before);
    ++column;
  }
  return lowest;
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

SoundCosts::Beside::Beside(const SoundCosts& costs, SoundWord word)
    : costs_(costs), word_(word), count_(count_of(word)), worth_(costs.worth_of(word)) {}

// What two sounds are worth together counts half for either: twice the sum is kept.
const SoundCosts::Beside::Group& SoundCosts::Beside::group(std::size_t number) {
  constexpr int like = 36;
  auto& here = groups_[number];
  if (here.is_made) return here;
  here.is_made = true;
  const auto& table = costs_.tables_[sound_group(word_)][number];
  const auto& worth = costs_.worth_;
  here.added = table[0];
  std::array<int, 32> theirs{};
  for (std::size_t sound = 1; sound <= sounds.size(); ++sound)
    theirs[sound] = 2 * (worth[sound] - here.added[sound]);
  for (std::size_t at = 0; at < count_; ++at) {
    const auto own = sound_at(word_, at);
    const auto column = count_ - 1 - at;
    const auto& costs = table[own];
    here.dropped[column] = costs[0];
    int if_like = 2 * (worth[own] - costs[0]), if_not = if_like;
    for (std::size_t sound = 1; sound <= sounds.size(); ++sound) {
      here.costs[sound][column] = costs[sound];
      const int both = worth[own] + worth[sound] - costs[sound];
      theirs[sound] = std::max(theirs[sound], both);
      const bool is_like = costs[sound] < like;
      if (is_like) here.likes[at] |= 1U << sound;
      (is_like ? if_like : if_not) = std::max(is_like ? if_like : if_not, both);
    }
    here.if_not[at] = if_not;
    here.if_like[at] = std::max(if_like, if_not);
  }
  for (std::size_t pair = 0; pair < here.theirs.size(); ++pair)
    here.theirs[pair] = static_cast<std::int16_t>(theirs[pair % 32] + theirs[pair / 32]);
  return here;
}

std::array<int, SoundCosts::Beside::block> SoundCosts::Beside::most_twice(
    std::size_t number, std::span<const std::uint32_t, block> bags) {
  const auto& here = group(number);
  std::array<int, block> out{};
  for (std::size_t at = 0; at < count_; ++at) {
    const auto likes = here.likes[at];
    const int if_like = here.if_like[at], if_not = here.if_not[at];
    for (std::size_t word = 0; word < block; ++word)
      out[word] += (bags[word] & likes) == 0 ? if_not : if_like;
  }
  return out;
}

int SoundCosts::Beside::most_of_other_twice(SoundWord other) {
  const auto& theirs = group(sound_group(other)).theirs;
  int most = 0;
  for (auto left = other & all_sounds; left != 0; left >>= 10U)
    most += theirs[left & 1023U];
  return most;
}

// Words in order differ in their first sounds first, so that the grid begins with the last.
int SoundCosts::Beside::worth(SoundWord other, int least) {
  const auto& here = group(sound_group(other));
  const auto count = count_of(other);
  int worth = worth_;
  for (auto sounds_left = other & all_sounds; sounds_left != 0; sounds_left >>= 5U)
    worth += costs_.worth_[sounds_left & 31U];
  const int limit = worth - least;
  if (sound_group(other) != sound_group(before_) || count != count_of(before_)) {
    known_ = 0;
    for (std::size_t column = 0; column < count_; ++column)
      rows_[0][column + 1] = rows_[0][column] + here.dropped[column];
  } else if (other != before_) {
    const auto first = static_cast<std::size_t>(std::bit_width(other ^ before_) - 1) / 5;
    known_ = std::min(known_, count - 1 - first);
  }
  before_ = other;
  while (known_ < count && lowest_[known_] < limit) {
    const auto sound = other >> (5 * (count - 1 - known_)) & 31U;
    lowest_[known_ + 1] =
        next_row(rows_[known_].data(), here.costs[sound].data(), here.dropped.data(),
                 here.added[sound], {rows_[known_ + 1].data(), count_ + 1});
    ++known_;
  }
  return lowest_[known_] >= limit ? least : std::max(least, worth - rows_[known_][count_]);
}

}  // namespace resolve
