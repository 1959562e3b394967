#include "doors/cli/mail_text.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

#include "doors/cli/mail_encoding.h"
#include "ground/base/blank.h"

namespace cli {
namespace {

constexpr int parts_depth_max = 8;

using Headers = std::map<std::string, std::string, std::less<>>;

struct Part {
  Headers headers;
  std::string_view body;
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char letter) {
    return static_cast<char>(std::tolower(letter));
  });
  return out;
}

/// The line up to its end and the rest behind it.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Headers by lower-case name, the first of a name, unfolded (RFC 5322 section 2.2.3).
Part split_part(std::string_view text) {
  Part part;
  std::string* open = nullptr;
  while (!text.empty()) {
    const auto line = take_line(text);
    if (line.empty()) break;
    const auto colon = line.find(':');
    if (line.front() == ' ' || line.front() == '\t') {
      if (open != nullptr) *open += line;
    } else if (colon != std::string_view::npos) {
      const auto [place, is_new] =
          part.headers.emplace(lower(line.substr(0, colon)), line.substr(colon + 1));
      open = is_new ? &place->second : nullptr;
    }
  }
  part.body = text;
  return part;
}

std::string_view header(const Part& part, std::string_view name) {
  const auto found = part.headers.find(name);
  return found == part.headers.end() ? std::string_view{} : base::trimmed(found->second);
}

/// A parameter of a header: `boundary` of `multipart/mixed; boundary="x"`.
std::string parameter(std::string_view value, std::string_view name) {
  const auto small = lower(value);
  auto at = small.find(std::string(name) + "=");
  if (at == std::string::npos) return "";
  auto rest = value.substr(at + name.size() + 1);
  if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
  return std::string(base::trimmed(rest.substr(0, rest.find(';'))));
}

std::optional<std::string> find_plain_text(const Part& part, int depth);

/// Looks into each part between the boundary's lines (RFC 2046 section 5.1).
std::optional<std::string> find_in_parts(const Part& whole, const std::string& boundary,
                                         int depth) {
  const auto mark = "--" + boundary;
  auto rest = whole.body;
  const char* begin = nullptr;
  while (!rest.empty()) {
    const char* line_begin = rest.data();
    const auto line = take_line(rest);
    if (!line.starts_with(mark)) continue;
    if (begin != nullptr) {
      const std::string_view inner(begin, static_cast<std::size_t>(line_begin - begin));
      if (auto text = find_plain_text(split_part(inner), depth + 1)) return text;
    }
    begin = rest.data();
  }
  return std::nullopt;
}

std::string decoded_body(const Part& part, std::string_view type) {
  const auto encoding = lower(header(part, "content-transfer-encoding"));
  std::string bytes;
  if (encoding == "base64")
    bytes = decode_base64(part.body);
  else if (encoding == "quoted-printable")
    bytes = decode_quoted_printable(part.body);
  else
    bytes = part.body;
  auto text = to_utf8(bytes, parameter(type, "charset"));
  std::erase(text, '\r');
  return text;
}

std::optional<std::string> find_plain_text(const Part& part, int depth) {
  if (depth > parts_depth_max) return std::nullopt;
  const auto type = header(part, "content-type");
  const auto small = lower(type);
  if (small.starts_with("multipart/"))
    return find_in_parts(part, parameter(type, "boundary"), depth);
  const bool is_plain = small.empty() || small.starts_with("text/plain");
  const bool is_attached = lower(header(part, "content-disposition")).starts_with("attachment");
  if (!is_plain || is_attached) return std::nullopt;
  return decoded_body(part, type);
}

}  // namespace

base::Result<MailText> read_mail(std::string_view eml) {
  const auto whole = split_part(eml);
  if (whole.headers.empty() || header(whole, "from").empty())
    return base::fail(base::ErrorKind::invalid_input, "from", "this is no mail: it has no sender",
                      "save the mail as it came in (.eml)");
  const auto body = find_plain_text(whole, 0);
  if (!body || base::trimmed(*body).empty())
    return base::fail(base::ErrorKind::invalid_input, "content-type", "the mail has no plain text",
                      "copy its words into a text/plain mail");
  return MailText{decode_words(header(whole, "subject")), decode_words(header(whole, "from")),
                  std::string(base::trimmed(*body))};
}

}  // namespace cli
