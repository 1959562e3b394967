#include "cpp_text.h"

#include <algorithm>
#include <cctype>

namespace tools {
namespace {

[[nodiscard]] bool is_word_character(char character) {
  return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

[[nodiscard]] bool is_space(char character) {
  return std::isspace(static_cast<unsigned char>(character)) != 0;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] CppText read() {
    while (place_ < text_.size())
      step();
    result_.line_count = line_ - 1 + (text_.empty() || text_.back() == '\n' ? 0 : 1);
    return std::move(result_);
  }

 private:
  void step() {
    if (at_line_start_ && take_include()) return;
    if (starts_with("//")) return blank_until("\n", false);
    if (starts_with("/*")) return blank_until("*/", true);
    if (starts_with("R\"") && !raw_prefix_is_part_of_a_name()) return take_raw_literal();
    if (text_[place_] == '"') return take_literal();
    if (text_[place_] == '\'' && !follows_a_word()) return take_character();
    if (!is_space(text_[place_])) literal_is_open_ = false;
    keep();
  }

  [[nodiscard]] bool starts_with(std::string_view start) const {
    return text_.substr(place_).starts_with(start);
  }
  // In 1'000 the quote parts digits and opens nothing.
  [[nodiscard]] bool follows_a_word() const {
    return place_ > 0 && is_word_character(text_[place_ - 1]);
  }
  // u8R"(x)" is a raw literal, FOR"(x)" is a name beside a plain one.
  [[nodiscard]] bool raw_prefix_is_part_of_a_name() const {
    std::size_t start = place_;
    while (start > 0 && is_word_character(text_[start - 1]))
      --start;
    const auto before = text_.substr(start, place_ - start);
    return !(before.empty() || before == "u8" || before == "u" || before == "U" || before == "L");
  }

  void advance(bool visible) {
    const char character = text_[place_++];
    if (character == '\n') ++line_;
    at_line_start_ = character == '\n' || (at_line_start_ && is_space(character));
    result_.code += visible || character == '\n' ? character : ' ';
  }
  void keep() { advance(true); }
  void blank(std::size_t count) {
    for (std::size_t done = 0; done < count && place_ < text_.size(); ++done)
      advance(false);
  }
  void blank_until(std::string_view end, bool inclusive) {
    const auto found = text_.find(end, place_ + 2);
    const auto stop = found == std::string_view::npos ? text_.size() : found;
    blank(stop - place_ + (inclusive ? end.size() : 0));
  }

  [[nodiscard]] bool take_include() {
    std::size_t at = place_;
    const auto skip_blanks = [&] {
      while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t'))
        ++at;
    };
    skip_blanks();
    if (at >= text_.size() || text_[at] != '#') return false;
    ++at;
    skip_blanks();
    if (!text_.substr(at).starts_with("include")) return false;
    at += std::string_view("include").size();
    skip_blanks();
    if (at >= text_.size() || (text_[at] != '"' && text_[at] != '<')) return false;
    const char close = text_[at] == '<' ? '>' : '"';
    const auto end = text_.find_first_of(std::string{close, '\n'}, at + 1);
    if (end == std::string_view::npos || text_[end] != close) return false;
    result_.includes.push_back({line_, std::string(text_.substr(at + 1, end - at - 1))});
    literal_is_open_ = false;
    blank(end + 1 - place_);
    return true;
  }

  void add_literal(std::string_view content) {
    if (!literal_is_open_) result_.literals.push_back({line_, {}, place_});
    result_.literals.back().text += content;
    literal_is_open_ = true;
  }

  void take_literal() {
    std::size_t end = place_ + 1;
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\n')
      end += text_[end] == '\\' ? 2 : 1;
    end = std::min(end, text_.size());
    add_literal(text_.substr(place_ + 1, end - place_ - 1));
    blank(end + 1 - place_);
  }

  void take_raw_literal() {
    const auto open = text_.find('(', place_);
    const auto start = std::min(open, text_.size());
    const auto delimiter = text_.substr(place_ + 2, start - std::min(start, place_ + 2));
    const auto close = ")" + std::string(delimiter) + "\"";
    const auto end = std::min(text_.find(close, start), text_.size());
    add_literal(text_.substr(std::min(start + 1, end), end - std::min(start + 1, end)));
    blank(end + close.size() - place_);
  }

  void take_character() {
    std::size_t end = place_ + 1;
    while (end < text_.size() && text_[end] != '\'' && text_[end] != '\n')
      end += text_[end] == '\\' ? 2 : 1;
    literal_is_open_ = false;
    blank(end + 1 - place_);
  }

  std::string_view text_;
  CppText result_;
  std::size_t place_ = 0;
  std::size_t line_ = 1;
  bool at_line_start_ = true;
  bool literal_is_open_ = false;
};

}  // namespace

CppText read_cpp(std::string_view text) {
  return Reader(text).read();
}

}  // namespace tools
