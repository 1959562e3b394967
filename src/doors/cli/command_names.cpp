#include "doors/cli/command_names.h"

#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "doors/cli/name_knowledge.h"
#include "work/engine/name_search.h"

namespace cli {
namespace {

struct WantedNames {
  std::string knowledge, lexicon, index;
  bool explains = false;
  int top = 10;
};

struct Row {
  std::string_view id, left, right;
};

std::optional<Row> parse_row(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  const auto first = line.find('\t');
  const auto second = first == std::string_view::npos ? first : line.find('\t', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto right = line.substr(second + 1);
  return Row{line.substr(0, first), line.substr(first + 1, second - first - 1),
             right.substr(0, right.find('\t'))};
}

/// id, score, and with --explain the words for it in both languages.
std::string compared(const Row& row, const engine::NameMatcher& matcher, bool explains) {
  const auto comparison = matcher.compare(row.left, row.right);
  auto line = fmt::format("{}\t{:.3f}", row.id, comparison.bits);
  if (explains) line += '\t' + comparison.why_en + '\t' + comparison.why_ja;
  return line;
}

ExitCode run_compare(const WantedNames& wanted, Console& console) {
  const auto knowledge = NameKnowledge::load(wanted.knowledge, wanted.lexicon);
  if (!knowledge) return complain(console, knowledge.error());
  (*knowledge)->tell_what_is_missing(console);
  std::size_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    const auto row = parse_row(line);
    if (!row)
      return complain(
          console,
          base::Error(base::ErrorKind::invalid_input, fmt::format("line {}", number),
                      "has fewer than three columns", "give id, name and name with tabs between"));
    console.out << compared(*row, (*knowledge)->matcher(), wanted.explains) << '\n';
    if (!console.out) break;
  }
  return ExitCode::done;
}

/// A query as a column holds it: what would end a column or a row is escaped as in C.
std::string in_one_column(std::string_view query) {
  std::string text;
  for (const char letter : query) {
    if (letter == '\t')
      text += "\\t";
    else if (letter == '\r')
      text += "\\r";
    else
      text += letter;
  }
  return text;
}

/// The names of a file, one a line; line numbers are counted from 1.
base::Result<void> fill(engine::NameIndex& index, const std::string& path, Console& console) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return base::fail(base::ErrorKind::invalid_input, path, "cannot be opened",
                      "check the name of the file");
  constexpr std::size_t shown_each = 20'000;
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (index.size() == engine::NameIndex::names_max)
      return base::fail(base::ErrorKind::too_large, path, "has more lines than one index holds",
                        "split it and search each part");
    index.add(line);
    if (index.size() % shown_each == 0)
      show_progress(console, fmt::format("{} names read", index.size()));
  }
  if (file.bad() || index.size() == 0)
    return base::fail(base::ErrorKind::invalid_input, path, "holds no names",
                      "give a file with one name a line");
  index.close();
  return {};
}

ExitCode run_find(const WantedNames& wanted, Console& console) {
  constexpr int top_max = 1000;
  if (wanted.top < 1 || wanted.top > top_max)
    return complain(console, base::Error(base::ErrorKind::invalid_input, "--top",
                                         "is not between 1 and 1000", "give such a number"));
  const auto knowledge = NameKnowledge::load(wanted.knowledge, wanted.lexicon);
  if (!knowledge) return complain(console, knowledge.error());
  (*knowledge)->tell_what_is_missing(console);
  engine::NameIndex index((*knowledge)->matcher());
  const auto filled = fill(index, wanted.index, console);
  end_progress(console);
  if (!filled) return complain(console, filled.error());
  engine::NameSearch search(index);
  bool has_asked = false, has_found = false;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const auto shown = in_one_column(line);
    std::size_t rank = 0;
    has_asked = true;
    for (const auto& found : search.find(line, static_cast<std::size_t>(wanted.top)))
      console.out << fmt::format("{}\t{}\t{}\t{:.3f}\n", shown, ++rank, found.name + 1, found.bits);
    has_found = has_found || rank > 0;
    if (!console.out) break;
  }
  return has_asked && !has_found ? ExitCode::no : ExitCode::done;
}

void add_knowledge(Options& options, WantedNames& wanted) {
  options.text("--knowledge", wanted.knowledge,
               "folder of the knowledge files; without it: knowledge/ beside the program");
  options.text("--lexicon", wanted.lexicon,
               "your own transliterations (TSV: language, Latin word, native word, count)");
}

Run prepare_compare(Options& options) {
  auto wanted = std::make_shared<WantedNames>();
  add_knowledge(options, *wanted);
  options.flag("--explain", wanted->explains, "add why, in English and in Japanese");
  return [wanted](Console& console) { return run_compare(*wanted, console); };
}

Run prepare_find(Options& options) {
  auto wanted = std::make_shared<WantedNames>();
  options.text("--index", wanted->index, "file of the names to search, one a line",
               Options::Need::must);
  options.number("--top", wanted->top, "how many to show of each query (10)");
  add_knowledge(options, *wanted);
  return [wanted](Console& console) { return run_find(*wanted, console); };
}

}  // namespace

Command command_names() {
  return make_group(
      "names", "compare and find names of persons and firms across scripts",
      {
          make_command(
              "compare", "how much two names speak for one bearer, in bits (TSV in, TSV out)",
              "  printf '1\\tСергей Иванов\\tセルゲイ・イワノフ\\n' | kizuki names compare "
              "--explain",
              prepare_compare,
              "Input: id, name, name. Output: id, score = log2 of the odds; above 0 the same is\n"
              "likelier than not if it was as likely as not before. Names alone prove nothing."),
          make_command(
              "find",
              "the names of a file that are likeliest of the same bearer (a query a line in)",
              "  printf 'セルゲイ・イワノフ\\n' | kizuki names find --index names.txt --top 5",
              prepare_find,
              "Output: query (a tab in it as \\t), rank, line of the file from 1, score (the same "
              "as\n"
              "compare gives). Exit code 1: nothing was found for any query.\n"
              "The file is read anew each time: about a minute of processor time a million names."),
      });
}

}  // namespace cli
