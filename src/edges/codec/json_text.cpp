#include <array>
#include <charconv>
#include <cmath>

#include "edges/codec/json_value.h"
#include "ground/base/ensure.h"

namespace codec {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Bytes of the well-formed UTF-8 sequence at the start of `text`, 0 where there is none
/// (The Unicode Standard, table 3-7).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const auto follows = [&](std::size_t index, unsigned low = 0x80, unsigned high = 0xBF) {
    return index < text.size() && byte(index) >= low && byte(index) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

void write_ascii(std::string& out, char letter) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (letter) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(letter) >= 0x20) {
    out += letter;
    return;
  }
  out += "\\u00";
  out += digits[static_cast<unsigned char>(letter) >> 4];
  out += digits[static_cast<unsigned char>(letter) & 15];
}

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  out.append(buffer.data(), end);
}

}  // namespace

void Issues::add(std::string pointer, std::string problem, std::string next_step) {
  if (items_.size() < issues_max)
    items_.push_back({std::move(pointer), std::move(problem), std::move(next_step)});
}

void Issues::add(const base::Error& error) {
  for (const auto& issue : error.issues)
    add(issue.pointer, issue.problem, issue.next_step);
}

base::Error Issues::take(base::ErrorKind kind) {
  return {kind, std::move(items_)};
}

std::string pointer_part(std::string_view name) {
  constexpr std::size_t name_bytes_max = 64;
  std::string part = "/";
  for (std::size_t at = 0; at < name.size();) {
    const auto length = sequence_length(name.substr(at));
    if (length == 0 || at + length > name_bytes_max) return part + "...";
    const auto letter = name.substr(at, length);
    part += letter == "~" ? "~0" : letter == "/" ? "~1" : letter;
    at += length;
  }
  return part;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto length = sequence_length(text.substr(at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

void write_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const auto length = sequence_length(text.substr(at));
    if (length == 1)
      write_ascii(out, text[at]);
    else
      out += length == 0 ? replacement_character : text.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  out += '"';
}

void write_number(std::string& out, double number) {
  base::ensure(std::isfinite(number), "JSON holds finite numbers only");
  append_number(out, number);
}

void write_number(std::string& out, std::int64_t number) {
  append_number(out, number);
}

void write_number(std::string& out, std::uint64_t number) {
  append_number(out, number);
}

void write_value(std::string& out, const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      out += "null";
      return;
    case Value::Kind::boolean:
      out += value.boolean ? "true" : "false";
      return;
    case Value::Kind::integer:
      write_number(out, value.integer);
      return;
    case Value::Kind::number:
      write_number(out, value.number);
      return;
    case Value::Kind::text:
      write_text(out, value.text);
      return;
    case Value::Kind::list:
    case Value::Kind::object:
      break;
  }
  const bool is_object = value.kind == Value::Kind::object;
  out += is_object ? '{' : '[';
  for (const auto& child : value.children) {
    if (&child != &value.children.front()) out += ',';
    if (is_object) {
      write_text(out, child.name);
      out += ':';
    }
    write_value(out, child);
  }
  out += is_object ? '}' : ']';
}

}  // namespace codec
