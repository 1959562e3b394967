#include "edges/codec/cursor.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace codec {
namespace {

std::string shown(double number) {
  std::string text;
  write_number(text, number);
  return text;
}

std::string range_text(double low, double high) {
  if (std::isinf(low) && std::isinf(high)) return "";
  if (std::isinf(high)) return " of at least " + shown(low);
  if (std::isinf(low)) return " of at most " + shown(high);
  return " from " + shown(low) + " to " + shown(high);
}

}  // namespace

std::string Path::pointer() const {
  if (parent == nullptr) return "";
  return parent->pointer() + pointer_part(is_index ? std::to_string(index) : std::string(name));
}

void Cursor::refuse(std::string problem, std::string next_step) const {
  issues.add(path.pointer(), std::move(problem), std::move(next_step));
}

bool Cursor::read_text(std::string& out, const Bounds& bounds) const {
  if (value.kind != Value::Kind::text) {
    refuse("must be text", "put it in quotes");
    return false;
  }
  if (issues.judges_members() && value.text.size() > bounds.text_bytes_max) {
    refuse("is longer than " + std::to_string(bounds.text_bytes_max) + " bytes of UTF-8",
           "shorten it");
    return false;
  }
  out = value.text;
  return true;
}

bool Cursor::read_boolean(bool& out) const {
  if (value.kind != Value::Kind::boolean) {
    refuse("must be true or false");
    return false;
  }
  out = value.boolean;
  return true;
}

bool Cursor::read_number(double& out, const Bounds& bounds) const {
  const bool is_number = value.kind == Value::Kind::integer || value.kind == Value::Kind::number;
  if (!is_number || value.number < bounds.low || value.number > bounds.high) {
    refuse("must be a number" + range_text(bounds.low, bounds.high));
    return false;
  }
  out = value.number;
  return true;
}

bool Cursor::read_integer(std::int64_t& out, std::int64_t low, std::int64_t high,
                          const Bounds& bounds) const {
  constexpr double exact_max = 9007199254740992.0;  // 2^53
  const bool is_whole = value.kind == Value::Kind::number && std::abs(value.number) <= exact_max &&
                        std::trunc(value.number) == value.number;
  const auto number = is_whole ? static_cast<std::int64_t>(value.number) : value.integer;
  const bool fits = (is_whole || value.kind == Value::Kind::integer) && number >= low &&
                    number <= high && value.number >= bounds.low && value.number <= bounds.high;
  if (!fits) {
    refuse("must be a whole number" + range_text(std::max(static_cast<double>(low), bounds.low),
                                                 std::min(static_cast<double>(high), bounds.high)));
    return false;
  }
  out = number;
  return true;
}

bool Cursor::is_list(const Bounds& bounds) const {
  if (value.kind != Value::Kind::list) {
    refuse("must be a list", "put it in [ ]");
    return false;
  }
  if (issues.judges_members() && value.children.size() > bounds.list_max) {
    refuse("has more than " + std::to_string(bounds.list_max) + " entries", "send fewer");
    return false;
  }
  if (value.children.size() < bounds.list_min) {
    refuse("needs at least " + std::to_string(bounds.list_min) + " entries");
    return false;
  }
  return true;
}

bool Cursor::is_object() const {
  if (value.kind == Value::Kind::object) return true;
  refuse("must be an object", "put it in { }");
  return false;
}

void Cursor::refuse_word(const std::vector<std::string_view>& allowed) const {
  std::string list;
  for (const auto word : allowed) {
    if (word.empty()) continue;
    if (!list.empty()) list += ", ";
    list += word;
  }
  refuse("is not one of the allowed words", "use one of: " + list);
}

}  // namespace codec
