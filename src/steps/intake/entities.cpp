#include "steps/intake/entities.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "steps/intake/entity_names.h"
#include "steps/intake/entity_scan.h"
#include "steps/intake/language.h"

namespace intake {

bool Reader::take(std::u32string_view word) {
  if (!text.substr(std::min(at, text.size())).starts_with(word)) return false;
  at += word.size();
  return true;
}

bool Reader::take_blank() {
  if (peek() != U' ') return false;
  ++at;
  return true;
}

std::optional<int> Reader::take_number(std::size_t most) {
  std::size_t to = at;
  int value = 0;
  while (to < text.size() && is_digit(text[to]) && to - at < most)
    value = value * 10 + static_cast<int>(text[to++] - U'0');
  if (to == at || (to < text.size() && is_digit(text[to]))) return std::nullopt;
  at = to;
  return value;
}

namespace {

bool is_local_part(char32_t c) {
  return is_ascii_alnum(c) || c == U'.' || c == U'_' || c == U'%' || c == U'+' || c == U'-';
}

bool is_url_character(char32_t c) {
  return c > 0x20 && c < 0x7F && c != U'<' && c != U'>' && c != U'"' && c != U'{' && c != U'}' &&
         c != U'|' && c != U'\\' && c != U'^' && c != U'`';
}

bool is_closing(char32_t c) {
  return c == U'.' || c == U',' || c == U')' || c == U';' || c == U':' || c == U'!' || c == U'?' ||
         c == U'\'' || c == U']';
}

/// Past "example.co.jp"; `at` itself if no domain with a dot and a letter ending begins there.
std::size_t end_of_domain(std::u32string_view text, std::size_t at) {
  constexpr std::size_t domain_max = 253;  // RFC 1035
  std::size_t end = at, label = at;
  bool has_dot = false, letters_last = false;
  for (std::size_t to = at; to <= text.size() && to - at <= domain_max; ++to) {
    const char32_t c = to < text.size() ? text[to] : U' ';
    if (is_ascii_alnum(c) || (c == U'-' && to > label)) continue;
    if (to == label) break;
    letters_last = is_ascii_letter(text[to - 1]) && to - label >= 2;
    if (has_dot && letters_last) end = to;
    if (c != U'.') break;
    has_dot = true;
    label = to + 1;
  }
  return end;
}

struct Service {
  std::u32string_view word;
  std::string_view name;
};
constexpr auto services = std::to_array<Service>({{U"line", "line"},
                                                  {U"ライン", "line"},
                                                  {U"wechat", "wechat"},
                                                  {U"ウィーチャット", "wechat"},
                                                  {U"微信", "wechat"},
                                                  {U"telegram", "telegram"},
                                                  {U"テレグラム", "telegram"},
                                                  {U"whatsapp", "whatsapp"},
                                                  {U"signal", "signal"},
                                                  {U"skype", "skype"},
                                                  {U"スカイプ", "skype"},
                                                  {U"linkedin", "linkedin"},
                                                  {U"リンクトイン", "linkedin"},
                                                  {U"kakao", "kakaotalk"},
                                                  {U"カカオ", "kakaotalk"},
                                                  {U"twitter", "x"},
                                                  {U"instagram", "instagram"},
                                                  {U"インスタ", "instagram"},
                                                  {U"facebook", "facebook"},
                                                  {U"discord", "discord"},
                                                  {U"github", "github"}});

bool is_handle_character(char32_t c) {
  return is_ascii_alnum(c) || c == U'_' || c == U'.' || c == U'-' || c == U':';
}

std::size_t end_of_handle(std::u32string_view text, std::size_t at) {
  std::size_t to = at;
  while (to < text.size() && is_handle_character(text[to]))
    ++to;
  while (to > at && (text[to - 1] == U'.' || text[to - 1] == U'-' || text[to - 1] == U':'))
    --to;
  return to;
}

/// Between the service and the id there must stand "ID", ":" or "@": "line manager" is none.
bool take_handle_sign(Reader& reader) {
  bool signed_ = false;
  for (bool going = true; going;) {
    going = false;
    for (const std::u32string_view word : {U"id", U"アカウント", U"account", U"handle", U"username",
                                           U"name is ", U"name was ", U"名は"})
      if (reader.take(word)) signed_ = going = true;
    for (const std::u32string_view word : {U":", U"@", U"「", U"=", U"\""})
      if (reader.take(word)) signed_ = going = true;
    for (const std::u32string_view word : {U"の", U"は", U"名", U" is ", U" was ", U" ", U"name"})
      if (reader.take(word)) going = true;
  }
  return signed_;
}

}  // namespace

std::optional<FoundEntity> scan_email(std::u32string_view text, std::size_t at) {
  constexpr std::size_t local_max = 64;  // RFC 5321
  std::size_t sign = at;
  while (sign < text.size() && sign - at <= local_max && is_local_part(text[sign]))
    ++sign;
  if (sign == at || sign >= text.size() || text[sign] != U'@') return std::nullopt;
  const auto end = end_of_domain(text, sign + 1);
  if (end == sign + 1) return std::nullopt;
  return FoundEntity{model::EntityKind::email, at, end, text::to_utf8(text.substr(at, end - at))};
}

std::optional<FoundEntity> scan_url(std::u32string_view text, std::size_t at) {
  Reader reader{text, at};
  const bool has_scheme = reader.take(U"https://") || reader.take(U"http://");
  const bool has_www = text.substr(reader.at).starts_with(U"www.");
  auto end = end_of_domain(text, reader.at);
  if (end == reader.at) return std::nullopt;
  const bool has_path = end < text.size() && text[end] == U'/';
  if (!has_scheme && !has_www && !has_path) return std::nullopt;
  while (end < text.size() && is_url_character(text[end]))
    ++end;
  while (is_closing(text[end - 1]))
    --end;
  std::string value = has_scheme ? "" : "https://";
  value += text::to_utf8(text.substr(at, end - at));
  return FoundEntity{model::EntityKind::url, at, end, std::move(value)};
}

std::optional<FoundEntity> scan_handle(std::u32string_view text, std::size_t at) {
  constexpr std::size_t handle_min = 3;
  Reader reader{text, at};
  std::string service;
  if (reader.peek() == U'@') {
    ++reader.at;
  } else {
    for (const auto& known : services)
      if (service.empty() && reader.take(known.word)) service = known.name;
    if (service.empty() || !take_handle_sign(reader)) return std::nullopt;
  }
  const auto from = reader.at;
  const auto to = end_of_handle(text, from);
  if (to - from < handle_min) return std::nullopt;
  const bool has_sign = from > at && text[from - 1] == U'@';
  return FoundEntity{model::EntityKind::handle, has_sign ? from - 1 : from, to,
                     service + ":" + text::to_utf8(text.substr(from, to - from))};
}

namespace {

using Scanner = std::optional<FoundEntity> (*)(std::u32string_view, std::size_t);

std::optional<FoundEntity> first_of(std::initializer_list<Scanner> scanners,
                                    std::u32string_view text, std::size_t at) {
  for (const auto scan : scanners)
    if (auto found = scan(text, at)) return found;
  return std::nullopt;
}

// What handles, dates and sums of money can begin with outside ASCII.
constexpr std::u32string_view beginnings =
    U"ラリスウ微テカイ令平昭大¥€£数十百千万億〇一二三四五六七八九";

std::optional<FoundEntity> entity_at(std::u32string_view text, std::size_t at) {
  const char32_t c = text[at];
  const char32_t before = at > 0 ? text[at - 1] : U' ';
  const bool inside_word = is_ascii_alnum(before) || before == U'@' || before == U'_';
  if (is_digit(c) && !is_digit(before) && !is_ascii_letter(before) && before != U'.' &&
      before != U',')
    return first_of({scan_email, scan_url, scan_date, scan_money, scan_phone}, text, at);
  if (is_ascii_letter(c)) {
    if (inside_word || before == U'.' || before == U'-') return std::nullopt;
    return first_of({scan_email, scan_url, scan_handle, scan_date, scan_money}, text, at);
  }
  if (c < 0x80) {
    if (c == U'@' && !inside_word) return scan_handle(text, at);
    if (c == U'+' || c == U'(' || c == U'$') return first_of({scan_phone, scan_money}, text, at);
    return std::nullopt;
  }
  if (beginnings.find(c) == std::u32string_view::npos) return std::nullopt;
  return first_of({scan_handle, scan_date, scan_money}, text, at);
}

}  // namespace

namespace {

/// Names stand where nothing more exact does: "May Chen wrote" against "May 2024".
std::vector<model::Entity> with_names(std::vector<model::Entity> exact,
                                      std::vector<model::Entity> names) {
  std::vector<model::Entity> all;
  auto next = exact.begin();
  std::size_t end = 0;
  for (auto& name : names) {
    for (; next != exact.end() && next->quote.start < name.quote.end; ++next) {
      end = next->quote.end;
      all.push_back(std::move(*next));
    }
    if (name.quote.start >= end) all.push_back(std::move(name));
  }
  all.insert(all.end(), std::make_move_iterator(next), std::make_move_iterator(exact.end()));
  std::ranges::stable_sort(all, {}, [](const model::Entity& entity) { return entity.quote.start; });
  return all;
}

}  // namespace

std::vector<model::Entity> find_entities(const text::FoldedText& text, model::Language language) {
  std::vector<model::Entity> result;
  const std::u32string_view folded = text.folded;
  for (std::size_t at = 0; at < folded.size();) {
    auto found = entity_at(folded, at);
    if (!found) {
      ++at;
      continue;
    }
    const std::size_t start = text.start[found->from], end = text.end[found->to - 1];
    const auto words = std::u32string_view(text.original).substr(start, end - start);
    result.push_back({found->kind, {text::to_utf8(words), start, end}, std::move(found->value)});
    at = found->to;
  }
  if (language == model::Language::other) return result;
  return with_names(std::move(result), find_names(text));
}

std::vector<model::Entity> find_entities(const text::FoldedText& text) {
  return find_entities(text, detect_language(text, std::nullopt));
}

}  // namespace intake
