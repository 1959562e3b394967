#include "work/simulate/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace simulate {
namespace {

using Cells = std::vector<std::string_view>;

constexpr std::array<std::string_view, 2> languages{"ja", "en"};
constexpr std::array<std::string_view, 8> scenes_hostile{"open", "probe", "develop", "test",
                                                         "task", "run",   "coerce",  "end"};
constexpr std::array<std::string_view, 3> scenes_benign{"open", "middle", "end"};

Cells split(std::string_view text, char separator) {
  Cells cells;
  while (true) {
    const auto end = text.find(separator);
    cells.push_back(text.substr(0, end));
    if (end == text.npos) return cells;
    text.remove_prefix(end + 1);
  }
}

std::unexpected<base::Error> fault(std::string_view table, std::size_t line,
                                   std::string_view problem) {
  return base::fail(base::ErrorKind::invalid_input, fmt::format("{} line {}", table, line),
                    std::string(problem), "compare it with the shipped table of that name");
}

/// Calls `take(cells)` for each row behind the header; a row that it refuses is a fault.
template <class Take>
base::Result<void> read_rows(std::string_view table, std::string_view text, std::size_t columns,
                             Take take) {
  std::size_t number = 0, rows = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    if (number == 1 || line.empty()) continue;
    const auto cells = split(line, '\t');
    if (cells.size() != columns) return fault(table, number, "has the wrong number of columns");
    if (std::ranges::any_of(cells, [](std::string_view cell) { return cell.empty(); }))
      return fault(table, number, "has an empty cell");
    if (!take(cells)) return fault(table, number, "has a value that is not known here");
    ++rows;
  }
  if (rows == 0) return fault(table, number, "has no rows");
  return {};
}

std::string key_of(std::string_view lang, std::string_view side, std::string_view scene,
                   std::string_view theme) {
  return fmt::format("{}\t{}\t{}\t{}", lang, side, scene, theme);
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

model::Bilingual bilingual(std::string_view ja, std::string_view en) {
  return {std::string(ja), std::string(en)};
}

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

base::Result<void> read_fragments(std::string_view text, Words& words) {
  std::set<std::string> hostile, benign;
  auto done = read_rows("fragments", text, 5, [&](const Cells& cells) {
    const bool is_hostile = cells[1] == "hostile";
    if (!is_one_of(languages, cells[0]) || (!is_hostile && cells[1] != "benign") ||
        !is_one_of(is_hostile ? std::span<const std::string_view>(scenes_hostile) : scenes_benign,
                   cells[2]))
      return false;
    words.fragments[key_of(cells[0], cells[1], cells[2], cells[3])].emplace_back(cells[4]);
    if (cells[3] != "any") (is_hostile ? hostile : benign).emplace(cells[3]);
    return true;
  });
  words.themes_hostile.assign(hostile.begin(), hostile.end());
  words.themes_benign.assign(benign.begin(), benign.end());
  return done;
}

base::Result<void> read_people(const WordTables& tables, Words& words) {
  auto done = read_rows("persons", tables.persons, 1, [&](const Cells& cells) {
    Person person;
    for (const auto form : split(cells[0], '|'))
      if (!form.empty()) person.forms.emplace_back(form);
    words.persons.push_back(std::move(person));
    return !words.persons.back().forms.empty();
  });
  if (!done) return done;
  return read_rows("employers", tables.employers, 2, [&](const Cells& cells) {
    words.employers.push_back(bilingual(cells[0], cells[1]));
    return true;
  });
}

base::Result<void> read_surroundings(const WordTables& tables, Words& words) {
  auto done = read_rows("things", tables.things, 5, [&](const Cells& cells) {
    words.things[std::string(cells[0])].push_back(
        {bilingual(cells[1], cells[2]), bilingual(cells[3], cells[4])});
    return true;
  });
  if (!done) return done;
  for (const auto& [field, things] : words.things)
    words.fields.push_back(field);
  done = read_rows("places", tables.places, 5, [&](const Cells& cells) {
    const auto lat = number_of(cells[1]), lon = number_of(cells[2]);
    if (lat && lon)
      words.places.push_back({std::string(cells[0]), *lat, *lon, bilingual(cells[3], cells[4])});
    return lat && lon;
  });
  if (!done) return done;
  return read_rows("spots", tables.spots, 3, [&](const Cells& cells) {
    const auto kind = base::find_word<model::PlaceKind>(cells[0]);
    if (kind) words.spots.push_back({*kind, bilingual(cells[1], cells[2])});
    return kind.has_value();
  });
}

/// Every theme can be told from its opening to its end in both languages.
base::Result<void> check_scenes(const Words& words) {
  const auto check = [&](std::string_view side, const std::vector<std::string>& themes,
                         std::span<const std::string_view> scenes) -> base::Result<void> {
    for (const auto lang : languages)
      for (const auto& theme : themes)
        for (const auto scene : scenes)
          if (words.scene(lang, side, scene, theme).empty())
            return base::fail(
                base::ErrorKind::invalid_input, "fragments",
                fmt::format("nothing is told of {} {} {} {}", lang, side, scene, theme),
                "add a row for it, or one of theme \"any\"");
    return {};
  };
  auto done = check("hostile", words.themes_hostile, scenes_hostile);
  if (!done) return done;
  return check("benign", words.themes_benign, scenes_benign);
}

}  // namespace

std::span<const std::string> Words::scene(std::string_view lang, std::string_view side,
                                          std::string_view scene, std::string_view theme) const {
  auto found = fragments.find(key_of(lang, side, scene, theme));
  if (found == fragments.end()) found = fragments.find(key_of(lang, side, scene, "any"));
  if (found == fragments.end()) return {};
  return found->second;
}

base::Result<Words> parse_words(const WordTables& tables) {
  Words words;
  auto done = read_fragments(tables.fragments, words);
  if (done) done = read_people(tables, words);
  if (done) done = read_surroundings(tables, words);
  if (done) done = check_scenes(words);
  if (!done) return base::pass_on(done);
  return words;
}

}  // namespace simulate
