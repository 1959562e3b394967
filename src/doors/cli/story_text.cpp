#include "doors/cli/story_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "ground/base/blank.h"
#include "ground/text/unicode.h"

namespace cli {
namespace {

constexpr std::size_t story_bytes_max = 1 << 20;
constexpr std::string_view narrative_mark = "\"\"\"";

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::unexpected<base::Error> broken(std::size_t line, std::string problem, std::string next_step) {
  return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", line),
                    std::move(problem), std::move(next_step));
}

base::Result<std::vector<StoryWord>> words_of(std::string_view text, std::size_t line) {
  std::vector<StoryWord> words;
  while (!(text = base::trimmed(text)).empty()) {
    if (text.starts_with("# ") || text == "#") break;
    if (text.front() == '"') {
      const auto end = text.find('"', 1);
      if (end == std::string_view::npos)
        return broken(line, "a quotation does not end", "add the closing \"");
      words.push_back({std::string(text.substr(1, end - 1)), true});
      text.remove_prefix(end + 1);
      continue;
    }
    const auto end = std::min(text.find_first_of(" \t"), text.size());
    words.push_back({std::string(text.substr(0, end)), false});
    text.remove_prefix(end);
  }
  return words;
}

/// Reads lines one by one and keeps the open statement of each depth.
class Reader {
 public:
  base::Result<Story> read(std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      auto taken = take(text.substr(0, end));
      if (!taken) return base::pass_on(taken);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (in_narrative_) return broken(line_, "a narrative does not end", "add a line \"\"\"");
    if (story_.title.empty()) return broken(1, "there is no title", "begin with 'Story: ...'");
    return std::move(story_);
  }

 private:
  base::Result<void> take(std::string_view line) {
    ++line_;
    const auto content = base::trimmed(line);
    if (content == narrative_mark) return turn_narrative(indent_of(line));
    if (in_narrative_) {
      add_to_narrative(line);
      return {};
    }
    if (content.empty() || content.front() == '#') return {};
    if (content.starts_with("Story:")) {
      story_.title = base::trimmed(content.substr(6));
      return {};
    }
    if (content.starts_with("Source:")) {
      story_.source = base::trimmed(content.substr(7));
      return {};
    }
    return add_statement(content, indent_of(line));
  }

  base::Result<void> turn_narrative(std::size_t indent) {
    if (open_.empty())
      return broken(line_, "a narrative belongs to nothing", "put it below 'report'");
    in_narrative_ = !in_narrative_;
    narrative_indent_ = indent;
    return {};
  }

  void add_to_narrative(std::string_view line) {
    auto& narrative = open_.front().statement->narrative;
    if (!narrative.empty()) narrative += '\n';
    line.remove_prefix(std::min(narrative_indent_, indent_of(line)));
    while (line.ends_with('\r'))
      line.remove_suffix(1);
    narrative += line;
  }

  base::Result<void> add_statement(std::string_view content, std::size_t indent) {
    auto words = words_of(content, line_);
    if (!words) return base::pass_on(words);
    while (!open_.empty() && open_.back().indent >= indent)
      open_.pop_back();
    if (indent > 0 && open_.empty())
      return broken(line_, "this is indented below nothing", "begin a statement at the margin");
    auto& siblings = open_.empty() ? story_.statements : open_.back().statement->below;
    siblings.push_back({line_, std::move(*words), std::string(content), "", {}});
    open_.push_back({indent, &siblings.back()});
    return {};
  }

  struct Open {
    std::size_t indent;
    StoryStatement* statement;  // stays put: siblings only grow after it has been left
  };

  Story story_;
  std::vector<Open> open_;
  std::size_t line_ = 0;
  bool in_narrative_ = false;
  std::size_t narrative_indent_ = 0;
};

}  // namespace

std::string_view StoryStatement::word(std::size_t at) const {
  return at < words.size() && !words[at].is_quoted ? std::string_view(words[at].text)
                                                   : std::string_view{};
}

std::optional<std::size_t> StoryStatement::find(std::string_view wanted, std::size_t from) const {
  for (std::size_t at = from; at < words.size(); ++at)
    if (word(at) == wanted) return at;
  return std::nullopt;
}

std::string_view StoryStatement::after(std::string_view wanted) const {
  const auto at = find(wanted);
  return at ? word(*at + 1) : std::string_view{};
}

std::string StoryStatement::reason() const {
  for (const std::string_view mark : {": ", " because "}) {
    const auto at = text.find(mark);
    if (at != std::string::npos) return text.substr(at + mark.size());
  }
  return "";
}

base::Result<Story> parse_story(std::string_view text) {
  if (text.size() > story_bytes_max)
    return base::fail(base::ErrorKind::too_large, "", "the scenario is over 1 MiB", "split it");
  if (!text::is_valid_utf8(text))
    return base::fail(base::ErrorKind::invalid_input, "", "the scenario is not UTF-8",
                      "save it as UTF-8");
  return Reader().read(text);
}

}  // namespace cli
