#include "doors/cli/command_names.h"

#include <iostream>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "doors/cli/name_knowledge.h"

namespace cli {
namespace {

struct Wanted {
  std::string knowledge, lexicon;
  bool explains = false;
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

ExitCode run_compare(const Wanted& wanted, Console& console) {
  const auto knowledge = NameKnowledge::load(wanted.knowledge, wanted.lexicon);
  if (!knowledge) return complain(console, knowledge.error());
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

void add_knowledge(Options& options, Wanted& wanted) {
  options.text("--knowledge", wanted.knowledge,
               "folder of the knowledge files; without it: knowledge/ beside the program");
  options.text("--lexicon", wanted.lexicon,
               "your own transliterations (TSV: language, Latin word, native word, count)");
}

Run prepare_compare(Options& options) {
  auto wanted = std::make_shared<Wanted>();
  add_knowledge(options, *wanted);
  options.flag("--explain", wanted->explains, "add why, in English and in Japanese");
  return [wanted](Console& console) { return run_compare(*wanted, console); };
}

}  // namespace

Command command_names() {
  return {
      "names",
      "compare names of persons and firms across scripts",
      "",
      nullptr,
      {{"compare", "how much two names speak for one bearer, in bits (TSV in, TSV out)",
        "  printf '1\\tСергей Иванов\\tセルゲイ・イワノフ\\n' | kizuki names compare --explain\n"
        "Input: id, name, name. Output: id, score = log2 of the odds; above 0 the same is\n"
        "likelier than not if it was as likely as not before. Names alone prove nothing.",
        prepare_compare}}};
}

}  // namespace cli
