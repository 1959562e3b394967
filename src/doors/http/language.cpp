#include "doors/http/language.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "edges/codec/problem_json.h"
#include "edges/render/problems.h"
#include "ground/base/blank.h"

namespace http {
namespace {

constexpr int quality_max = 1000;

/// Takes what stands before the next `separator` off `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto part = base::trimmed(rest.substr(0, end));
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return part;
}

/// "q=0.85" in thousandths; 0 for what is no quality, as a range that is refused.
int quality_of(std::string_view parameter) {
  if (parameter.empty()) return quality_max;
  if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return 0;
  const auto digits = parameter.substr(2);
  if (digits.empty() || digits.size() > 5 || (digits.size() > 1 && digits[1] != '.')) return 0;
  int quality = 0;
  int worth = quality_max;
  for (const char digit : digits) {
    if (digit == '.') continue;
    if (std::isdigit(static_cast<unsigned char>(digit)) == 0) return 0;
    quality += (digit - '0') * worth;
    worth /= 10;
  }
  return std::min(quality, quality_max);
}

bool is_of(std::string_view range, std::string_view language) {
  if (range.size() < 2 || (range.size() > 2 && range[2] != '-')) return false;
  return std::equal(language.begin(), language.end(), range.begin(), [](char left, char right) {
    return left == std::tolower(static_cast<unsigned char>(right));
  });
}

}  // namespace

render::Locale language_of(std::string_view accept_language) {
  auto chosen = render::Locale::en;
  int best = 0;
  while (!accept_language.empty()) {
    auto entry = take(accept_language, ',');
    const auto range = take(entry, ';');
    const int quality = quality_of(base::trimmed(entry));
    const bool is_japanese = is_of(range, "ja");
    if (quality <= best || !(is_japanese || is_of(range, "en"))) continue;
    best = quality;
    chosen = is_japanese ? render::Locale::ja : render::Locale::en;
  }
  return chosen;
}

render::Locale language_of(const Request& request) {
  return language_of(request.header("accept-language"));
}

void tell_problem_in(Response& response, render::Locale locale) {
  if (!response.error) return;
  const auto title = render::translate(codec::problem_title(response.error->kind), locale);
  response.body = codec::encode_problem(render::translate(std::move(*response.error), locale),
                                        response.status, title);
  response.error.reset();
  response.with("Content-Language", std::string(base::word_of(locale)))
      .with("Vary", "Accept-Language");
}

}  // namespace http
