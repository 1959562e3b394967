#include "problem_sentences.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <span>
#include <utility>

#include "cpp_text.h"

namespace tools {
namespace {

struct Token {
  enum class Kind { name, literal, sign };
  Kind kind = Kind::sign;
  std::string text;  ///< of a literal: as written, without the quotes
  std::size_t line = 1;
};

using Tokens = std::span<const Token>;
using Places = std::vector<std::size_t>;
using Makers = std::map<std::string, Places, std::less<>>;

[[nodiscard]] bool is_word_character(char character) {
  return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

[[nodiscard]] std::vector<Token> tokens_of(const CppText& cpp) {
  std::vector<Token> tokens;
  std::size_t line = 1;
  auto literal = cpp.literals.begin();
  for (std::size_t at = 0; at < cpp.code.size(); ++at) {
    if (literal != cpp.literals.end() && literal->place == at) {
      tokens.push_back({Token::Kind::literal, literal->text, line});
      ++literal;
    }
    const char character = cpp.code[at];
    if (character == '\n') ++line;
    if (std::isspace(static_cast<unsigned char>(character)) != 0) continue;
    std::size_t end = at + 1;
    while (is_word_character(character) && end < cpp.code.size() &&
           is_word_character(cpp.code[end]))
      ++end;
    tokens.push_back({is_word_character(character) ? Token::Kind::name : Token::Kind::sign,
                      cpp.code.substr(at, end - at), line});
    at = end - 1;
  }
  return tokens;
}

[[nodiscard]] bool is_sign(const Token& token, std::string_view signs) {
  return token.kind == Token::Kind::sign && signs.find(token.text) != std::string_view::npos;
}

[[nodiscard]] bool has_name(Tokens tokens, std::string_view name) {
  return std::ranges::any_of(tokens, [&](const Token& token) {
    return token.kind == Token::Kind::name && token.text == name;
  });
}

/// Where the bracket opened at `open` closes; the end where it never does.
[[nodiscard]] std::size_t end_of(Tokens tokens, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < tokens.size(); ++at) {
    if (is_sign(tokens[at], "([{")) ++depth;
    if (is_sign(tokens[at], ")]}") && --depth == 0) return at;
  }
  return tokens.size();
}

/// The parts between signs of `separators` that stand in no inner bracket.
[[nodiscard]] std::vector<Tokens> split(Tokens tokens, std::string_view separators) {
  std::vector<Tokens> parts;
  std::size_t start = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (is_sign(tokens[at], "([{")) at = std::min(end_of(tokens, at), tokens.size() - 1);
    const bool is_scope = is_sign(tokens[at], ":") && at + 1 < tokens.size() &&
                          is_sign(tokens[at + 1], ":") && tokens[at].line == tokens[at + 1].line;
    if (is_scope) ++at;
    if (is_scope || !is_sign(tokens[at], separators)) continue;
    parts.push_back(tokens.subspan(start, at - start));
    start = at + 1;
  }
  parts.push_back(tokens.subspan(start));
  return parts;
}

[[nodiscard]] bool is_spoken_name(std::string_view name) {
  return name.starts_with("problem") || name.starts_with("next_step") || name.starts_with("help");
}

/// Is "std::string problem", "std::string_view next_step = {}" or the like.
[[nodiscard]] bool declares_words(Tokens parameter) {
  const auto without_default = split(parameter, "=").front();
  return without_default.size() > 1 && without_default.back().kind == Token::Kind::name &&
         is_spoken_name(without_default.back().text) &&
         (has_name(without_default, "string") || has_name(without_default, "string_view") ||
          has_name(without_default, "char"));
}

/// The name before the bracket at `open`: of a function, or of the variable that holds a lambda.
[[nodiscard]] std::string name_before(Tokens tokens, std::size_t open) {
  if (open == 0) return {};
  auto at = open - 1;
  if (is_sign(tokens[at], "]")) {
    while (at > 0 && !is_sign(tokens[at], "["))
      --at;
    if (at < 2 || !is_sign(tokens[at - 1], "=")) return {};
    at -= 2;
  }
  return tokens[at].kind == Token::Kind::name ? tokens[at].text : std::string();
}

[[nodiscard]] Makers declared_in(Tokens tokens) {
  Makers makers;
  for (std::size_t open = 0; open < tokens.size(); ++open) {
    if (!is_sign(tokens[open], "(")) continue;
    const auto parameters = split(tokens.subspan(open + 1, end_of(tokens, open) - open - 1), ",");
    Places places;
    for (std::size_t index = 0; index < parameters.size(); ++index)
      if (declares_words(parameters[index])) places.push_back(index);
    const auto name = name_before(tokens, open);
    if (!places.empty() && !name.empty()) makers[name] = places;
  }
  return makers;
}

[[nodiscard]] std::string unescaped(std::string_view written) {
  std::string text;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const bool is_escape = written[at] == '\\' && at + 1 < written.size();
    if (is_escape) ++at;
    text += is_escape && written[at] == 'n' ? '\n' : written[at];
  }
  return text;
}

/// "at {:.2f} of {1}" as "at {} of {}".
[[nodiscard]] std::string with_bare_places(std::string_view format) {
  std::string text;
  for (std::size_t at = 0; at < format.size(); ++at) {
    text += format[at];
    if (format[at] == '{') at = std::min(format.find('}', at), format.size()) - 1;
  }
  return text;
}

[[nodiscard]] std::string term_text(Tokens term) {
  const auto literal = std::ranges::find(term, Token::Kind::literal, &Token::kind);
  if (literal == term.end()) return "{}";
  const auto text = unescaped(literal->text);
  return has_name(term, "format") ? with_bare_places(text) : text;
}

struct Reader {
  std::string path;
  SpokenProblems& found;

  void read_expression(Tokens expression) {
    const bool has_words = std::ranges::any_of(
        expression, [](const Token& token) { return token.kind == Token::Kind::literal; });
    const bool is_handed_on = std::ranges::any_of(expression, [](const Token& token) {
      return token.kind == Token::Kind::name && is_spoken_name(token.text);
    });
    if (expression.empty() || (is_handed_on && !has_words)) return;
    if (!has_words) {
      found.unreadable.push_back({path, expression.front().line,
                                  "the words of a problem do not stand where it is made",
                                  "write them in this call, so that they can be translated"});
      return;
    }
    std::string text;
    for (const auto& term : split(expression, "+"))
      text += term_text(term);
    const bool has_letters = std::ranges::any_of(
        text, [](char letter) { return std::isalpha(static_cast<unsigned char>(letter)) != 0; });
    if (has_letters) found.sentences.push_back({path, expression.front().line, text});
  }

  void read_argument(Tokens argument) {
    auto branches = split(argument, "?:");
    if (branches.size() > 1) branches.erase(branches.begin());
    for (const auto& branch : branches)
      read_expression(branch);
  }
};

/// Is the bracket at `open` that of a declaration? Then a type stands before the name, or one of
/// its parameters shows it.
[[nodiscard]] bool is_declared(Tokens tokens, std::size_t open,
                               const std::vector<Tokens>& arguments) {
  if (std::ranges::any_of(arguments, declares_words)) return true;
  if (open < 2 || tokens[open - 1].kind != Token::Kind::name) return false;
  const auto& before = tokens[open - 2];
  constexpr std::array<std::string_view, 4> verbs{"return", "co_return", "throw", "else"};
  return is_sign(before, ">") ||
         (before.kind == Token::Kind::name && std::ranges::find(verbs, before.text) == verbs.end());
}

[[nodiscard]] bool may_open_with_brace(std::string_view name) {
  return name == "Issue" || name == "Error" || name == "ProblemWords";
}

// "base::ErrorKind::refused" and no more: a block of code may begin with one too.
constexpr std::size_t kind_tokens_max = 7;

/// Where the words stand among `arguments` of the bracket at `open`; empty where it makes no
/// problem.
[[nodiscard]] Places places_of(Tokens tokens, std::size_t open,
                               const std::vector<Tokens>& arguments, const Makers& here,
                               const Makers& everywhere) {
  const auto name = name_before(tokens, open);
  if (is_declared(tokens, open, arguments)) return {};
  const bool is_for_issues = open >= 3 && tokens[open - 3].text.find("issues") != std::string::npos;
  const bool is_known = name != "add" || is_for_issues;
  const bool is_block = is_sign(tokens[open], "{") && !may_open_with_brace(name);
  if (const auto own = here.find(name); own != here.end() && is_known && !is_block)
    return own->second;
  if (const auto other = everywhere.find(name); other != everywhere.end() && is_known && !is_block)
    return other->second;
  if (has_name(arguments.front(), "ErrorKind") && arguments.front().size() <= kind_tokens_max)
    return {2, 3};
  const bool is_pushed = open >= 4 && is_sign(tokens[open], "{") &&
                         is_sign(tokens[open - 1], "(") && tokens[open - 2].text == "push_back" &&
                         tokens[open - 4].text.find("issues") != std::string::npos;
  return is_pushed ? Places{1, 2} : Places{};
}

void read_file(Tokens tokens, const Makers& everywhere, Reader reader) {
  const auto here = declared_in(tokens);
  for (std::size_t open = 0; open < tokens.size(); ++open) {
    if (!is_sign(tokens[open], "({")) continue;
    const auto arguments = split(tokens.subspan(open + 1, end_of(tokens, open) - open - 1), ",");
    for (const auto place : places_of(tokens, open, arguments, here, everywhere))
      if (place < arguments.size()) reader.read_argument(arguments[place]);
  }
}

[[nodiscard]] bool is_test(std::string_view path) {
  const auto file = path.substr(path.rfind('/') + 1);
  return file.starts_with("test_") || file.find("_test.") != std::string_view::npos;
}

}  // namespace

SpokenProblems problem_sentences(const std::vector<SourceFile>& files) {
  std::vector<std::pair<std::string, std::vector<Token>>> texts;
  // Those whose declaration does not show it: a template, a constructor of the standard library's
  // kind, a table and a word that is part of a sentence.
  Makers everywhere{{"fail", {2, 3}},        {"Issue", {1, 2}},   {"ProblemWords", {0, 1}},
                    {"OutsideFailure", {0}}, {"Contention", {0}}, {"no_such", {0}}};
  for (const auto& file : files) {
    if (is_test(file.path)) continue;
    const auto& [path, tokens] = texts.emplace_back(file.path, tokens_of(read_cpp(file.text)));
    if (path.ends_with(".h")) everywhere.merge(declared_in(tokens));
  }
  SpokenProblems found;
  for (const auto& [path, tokens] : texts)
    read_file(tokens, everywhere, Reader{path, found});
  return found;
}

}  // namespace tools
