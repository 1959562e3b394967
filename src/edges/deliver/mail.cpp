#include "edges/deliver/mail.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <string>

#include <fmt/format.h>

namespace deliver {
namespace {

bool is_atom_letter(char letter) {
  static constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~";
  auto byte = static_cast<unsigned char>(letter);
  return byte < 128 && (std::isalnum(byte) != 0 || marks.find(letter) != marks.npos);
}

bool is_host_letter(char letter) {
  auto byte = static_cast<unsigned char>(letter);
  return byte < 128 && (std::isalnum(byte) != 0 || letter == '-');
}

// Words between dots, none empty.
template <class IsLetter>
bool is_dotted(std::string_view text, IsLetter is_letter) {
  bool is_word_open = false;
  for (char letter : text) {
    if (letter == '.') {
      if (!is_word_open) return false;
      is_word_open = false;
    } else {
      if (!is_letter(letter)) return false;
      is_word_open = true;
    }
  }
  return is_word_open;
}

std::string base64(std::string_view text) {
  static constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string encoded;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    auto part = text.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t index = 0; index < 3; ++index)
      bits = bits << 8 | (index < part.size() ? static_cast<unsigned char>(part[index]) : 0U);
    for (std::size_t index = 0; index < 4; ++index)
      encoded += index <= part.size() ? letters[bits >> (18 - 6 * index) & 63U] : '=';
  }
  return encoded;
}

bool is_continuation(char letter) {
  return (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U;
}

// 39 bytes make 52 characters of base64; with "=?UTF-8?B?", "?=" and "Subject: " before it a line
// stays below the 76 that RFC 2047 allows.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t bytes_max = 39;
  std::string words;
  while (!text.empty()) {
    auto size = std::min(bytes_max, text.size());
    while (size < text.size() && size > 0 && is_continuation(text[size]))
      --size;
    if (size == 0) size = std::min(bytes_max, text.size());  // broken UTF-8: cut anywhere
    words +=
        fmt::format("{}=?UTF-8?B?{}?=", words.empty() ? "" : "\r\n ", base64(text.substr(0, size)));
    text.remove_prefix(size);
  }
  return words;
}

std::string body_lines(std::string_view body) {
  constexpr std::size_t line_max = 76;
  std::string with_line_ends;
  for (char letter : body) {
    if (letter == '\n') with_line_ends += '\r';
    with_line_ends += letter;
  }
  auto encoded = base64(with_line_ends);
  std::string lines;
  for (std::size_t at = 0; at < encoded.size(); at += line_max)
    lines += encoded.substr(at, line_max) + "\r\n";
  return lines;
}

std::string mail_date(base::UtcTime time) {
  static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                        "Thu", "Fri", "Sat"};
  static constexpr std::array<std::string_view, 12> months{
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::chrono::sys_time<std::chrono::microseconds> moment{
      std::chrono::microseconds(time.microseconds)};
  auto day = std::chrono::floor<std::chrono::days>(moment);
  std::chrono::year_month_day date{day};
  std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(moment - day)};
  return fmt::format(
      "{}, {:02} {} {} {:02}:{:02}:{:02} +0000", days.at(std::chrono::weekday{day}.c_encoding()),
      static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
      static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
      clock.seconds().count());
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char letter) {
    auto byte = static_cast<unsigned char>(letter);
    return byte < 32 || byte == 127;
  });
}

base::Result<void> check(const Mail& mail) {
  constexpr auto invalid = base::ErrorKind::invalid_input;
  if (!is_address(mail.from))
    return base::fail(invalid, "from", "is not a mail address", "correct the hub's sender address");
  if (!is_address(mail.to))
    return base::fail(invalid, "to", "is not a mail address", "correct the contact's address");
  // The id has the shape of an address, and must not break a header either.
  if (!is_address(mail.message_id))
    return base::fail(invalid, "message_id", "is not of the form unique@domain", "make it anew");
  if (has_control(mail.subject))
    return base::fail(invalid, "subject", "holds a control character", "write it in one line");
  return {};
}

}  // namespace

bool is_address(std::string_view text) {
  constexpr std::size_t bytes_max = 254, local_max = 64;
  auto at = text.rfind('@');
  if (text.size() > bytes_max || at == text.npos || at > local_max) return false;
  return is_dotted(text.substr(0, at), is_atom_letter) &&
         is_dotted(text.substr(at + 1), is_host_letter);
}

base::Result<std::string> compose(const Mail& mail) {
  auto fits = check(mail);
  if (!fits) return base::pass_on(fits);
  return fmt::format(
      "From: {}\r\nTo: {}\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{}>\r\n"
      "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
      mail.from, mail.to, encoded_words(mail.subject), mail_date(mail.date), mail.message_id,
      body_lines(mail.body));
}

}  // namespace deliver
