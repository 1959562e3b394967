#include "layer_rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "cpp_text.h"

namespace tools {
namespace {

constexpr std::size_t lines_max = 500;
constexpr std::string_view layers_path = "src/layers.txt";

/// folder -> folders it may include
using Layers = std::map<std::string, std::set<std::string>, std::less<>>;
/// folder -> folder it includes -> where
using Includes = std::map<std::string, std::map<std::string, Finding>>;

[[nodiscard]] std::vector<std::string> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;)
    words.push_back(word);
  return words;
}

[[nodiscard]] std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text.empty() ? "nothing" : text;
}

void read_layer_line(std::string_view line, std::size_t number, Layers& layers,
                     std::vector<Finding>& findings) {
  const auto colon = line.find(':');
  if (line.empty() || line.front() == '#' || colon == std::string_view::npos) return;
  std::set<std::string> below;
  for (const auto& name : words_of(line.substr(colon + 1))) {
    if (name != "any" && !layers.contains(name))
      findings.push_back({std::string(layers_path), number,
                          "names \"" + name + "\", which does not stand above this line",
                          "a line names only lines above it: move the line of " + name +
                              " up, or let the two folders meet in a lower one"});
    below.insert(name);
  }
  for (const auto& name : words_of(line.substr(0, colon)))
    layers[name] = below;
}

[[nodiscard]] Layers read_layers(std::string_view text, std::vector<Finding>& findings) {
  Layers layers;
  std::istringstream stream{std::string(text)};
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);)
    read_layer_line(line, ++number, layers, findings);
  return layers;
}

/// "src/steps/intake/form.cpp" -> "steps/intake"; "src/main.cpp" -> "main"
[[nodiscard]] std::string place_of(std::string_view path) {
  path.remove_prefix(std::string_view("src/").size());
  const auto first = path.find('/');
  if (first == std::string_view::npos) return std::string(path.substr(0, path.find('.')));
  return std::string(path.substr(0, path.find('/', first + 1)));
}

[[nodiscard]] std::string folder_of(std::string_view place) {
  return std::string(place.substr(place.rfind('/') + 1));
}

[[nodiscard]] bool is_kept_in(std::string_view path, const std::vector<std::string_view>& homes) {
  return std::ranges::any_of(homes, [&](auto home) { return path.starts_with(home); });
}

/// Headers that belong to one kind of folder.
struct HeaderRule {
  std::vector<std::string_view> headers;
  std::vector<std::string_view> homes;
  std::string_view rule;
  std::string_view mend;
};

const std::array<HeaderRule, 3> header_rules{{
    {{"sys/socket.h", "netinet/", "arpa/inet.h", "netdb.h", "boost/asio", "boost/beast", "curl/"},
     {"src/doors/http/", "src/edges/deliver/"},
     "opens sockets outside doors/http and edges/deliver",
     "what comes in belongs to doors/http, what goes out to edges/deliver; pass values"},
    {{"nlohmann/"},
     {"src/edges/codec/"},
     "sees JSON outside edges/codec and steps/share/*.cpp",
     "decode in edges/codec and pass model types"},
    {{"sqlite3.h", "libpq"},
     {"src/edges/db/"},
     "sees a database's own header outside edges/db",
     "use db::Connection"},
}};

/// Upper-case words that make a statement when they follow one another in a literal.
constexpr std::array<std::array<std::string_view, 2>, 4> statements{
    {{"SELECT", "FROM"}, {"INSERT", "INTO"}, {"UPDATE", "SET"}, {"DELETE", "FROM"}}};

/// Looks for `word` from `start` on, not as a part of a longer word.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view word,
                                    std::size_t start = 0) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  for (auto at = text.find(word, start); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool starts = at == 0 || !is_letter(text[at - 1]);
    const bool ends = end == text.size() || !is_letter(text[end]);
    if (starts && ends) return at;
  }
  return std::string_view::npos;
}

[[nodiscard]] bool is_statement(std::string_view text) {
  return std::ranges::any_of(statements, [&](const auto& pair) {
    const auto first = find_word(text, pair[0]);
    return first != std::string_view::npos &&
           find_word(text, pair[1], first) != std::string_view::npos;
  });
}

class Judge {
 public:
  Judge(const Layers& layers, const std::vector<SourceFile>& files, std::vector<Finding>& findings)
      : layers_(layers), findings_(findings) {
    for (const auto& file : files)
      places_.insert(place_of(file.path));
  }

  void judge_file(const SourceFile& file) {
    const auto text = read_cpp(file.text);
    const auto place = place_of(file.path);
    if (!layers_.contains(folder_of(place)))
      return add(file, 1, "lies in " + place + ", which src/layers.txt does not name",
                 "add the folder to src/layers.txt, above everything that includes it");
    for (const auto& include : text.includes)
      judge_include(file, place, include);
    judge_literals(file, text);
    judge_clock(file, text);
    if (text.line_count > lines_max)
      add(file, lines_max + 1,
          "has " + std::to_string(text.line_count) + " lines, more than " +
              std::to_string(lines_max),
          "find the part that wants its own name and give it its own file");
  }

  /// What actually includes what, for the search of cycles.
  [[nodiscard]] const Includes& includes() const { return includes_; }

 private:
  void add(const SourceFile& file, std::size_t line, std::string rule, std::string mend) {
    findings_.push_back({file.path, line, std::move(rule), std::move(mend)});
  }

  void judge_include(const SourceFile& file, const std::string& place, const Include& include) {
    for (const auto& rule : header_rules)
      judge_header(file, include, rule);
    const auto target = place_of("src/" + include.path);
    if (!places_.contains(target) || target.find('/') == std::string::npos || target == place)
      return;
    const auto from = folder_of(place);
    const auto to = folder_of(target);
    includes_[from].emplace(to, Finding{file.path, include.line, {}, {}});
    const auto& allowed = layers_.find(from)->second;
    if (allowed.contains(to) || allowed.contains("any")) return;
    add(file, include.line, place + " may not include " + target,
        "src/layers.txt lets " + from + " include " + joined(allowed) +
            ": move what both need into one of these, or let workflow bring the two together");
  }

  void judge_header(const SourceFile& file, const Include& include, const HeaderRule& rule) {
    const bool is_meant = std::ranges::any_of(
        rule.headers, [&](auto header) { return include.path.starts_with(header); });
    if (!is_meant || is_kept_in(file.path, rule.homes)) return;
    const bool is_share_source =
        file.path.starts_with("src/steps/share/") && file.path.ends_with(".cpp");
    if (include.path.starts_with("nlohmann/") && is_share_source) return;
    add(file, include.line, "<" + include.path + "> " + std::string(rule.rule),
        std::string(rule.mend));
  }

  void judge_literals(const SourceFile& file, const CppText& text) {
    // A test, and what tests share, may look behind the curtain, at the rows themselves.
    if (file.path.ends_with("_test.cpp") || file.path.contains("/test_") ||
        is_kept_in(file.path, {"src/edges/store/", "src/edges/db/"}))
      return;
    for (const auto& literal : text.literals)
      if (is_statement(literal.text))
        add(file, literal.line, "holds an SQL statement outside edges/store and edges/db",
            "move it to the file of its noun in edges/store");
  }

  void judge_clock(const SourceFile& file, const CppText& text) {
    if (!file.path.starts_with("src/steps/")) return;
    for (const std::string_view clock : {"_clock::now", "time(nullptr)", "time(NULL)"}) {
      const auto at = text.code.find(clock);
      if (at == std::string::npos) continue;
      const auto breaks =
          std::count(text.code.begin(), text.code.begin() + static_cast<std::ptrdiff_t>(at), '\n');
      add(file, static_cast<std::size_t>(breaks) + 1, "asks a clock inside a step",
          "a step is pure: take the time as a parameter");
    }
  }

  const Layers& layers_;
  std::vector<Finding>& findings_;
  std::set<std::string> places_;
  Includes includes_;
};

/// Walks the includes depth first and reports the first way that leads back to itself.
class CycleSearch {
 public:
  explicit CycleSearch(const Includes& includes) : includes_(includes) {}

  [[nodiscard]] std::optional<Finding> find() {
    for (const auto& [folder, unused] : includes_)
      if (visit(folder)) return found_;
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool visit(const std::string& folder) {
    if (done_.contains(folder) || !includes_.contains(folder)) return false;
    way_.push_back(folder);
    for (const auto& [next, where] : includes_.at(folder)) {
      const auto earlier = std::ranges::find(way_, next);
      if (earlier != way_.end()) return report(earlier, where);
      if (visit(next)) return true;
    }
    way_.pop_back();
    done_.insert(folder);
    return false;
  }

  [[nodiscard]] bool report(std::vector<std::string>::iterator start, const Finding& where) {
    std::string circle;
    for (auto step = start; step != way_.end(); ++step)
      circle += *step + " -> ";
    found_ = {where.path, where.line, "closes a cycle of folders: " + circle + *start,
              "move what both sides need into a folder below them"};
    return true;
  }

  const Includes& includes_;
  std::vector<std::string> way_;
  std::set<std::string> done_;
  Finding found_;
};

}  // namespace

std::vector<Finding> judge(const std::vector<SourceFile>& files, std::string_view layers_text) {
  std::vector<Finding> findings;
  const auto layers = read_layers(layers_text, findings);
  Judge house(layers, files, findings);
  for (const auto& file : files)
    house.judge_file(file);
  if (auto cycle = CycleSearch(house.includes()).find()) findings.push_back(*cycle);
  std::ranges::stable_sort(findings, [](const auto& left, const auto& right) {
    return std::pair(left.path, left.line) < std::pair(right.path, right.line);
  });
  return findings;
}

}  // namespace tools
