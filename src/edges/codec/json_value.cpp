#include "edges/codec/json_value.h"

#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

namespace codec {
namespace {

/// Receives the events of the parser and builds the tree; stops at the first limit exceeded.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view json, const JsonLimits& limits, Value& root, Issues& issues)
      : json_(json), limits_(limits), root_(root), issues_(issues) {}

  bool null() { return place(Value::Kind::null) != nullptr; }
  bool boolean(bool flag) {
    auto* value = place(Value::Kind::boolean);
    if (value != nullptr) value->boolean = flag;
    return value != nullptr;
  }
  bool number_integer(std::int64_t number) {
    auto* value = place(Value::Kind::integer);
    if (value == nullptr) return false;
    value->integer = number;
    value->number = static_cast<double>(number);
    return true;
  }
  bool number_unsigned(std::uint64_t number) {
    if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
      return number_integer(static_cast<std::int64_t>(number));
    return number_float(static_cast<double>(number), "");
  }
  bool number_float(double number, const std::string&) {
    auto* value = place(Value::Kind::number);
    if (value != nullptr) value->number = number;
    return value != nullptr;
  }
  bool string(std::string& text) {
    if (text.find('\0') != std::string::npos)
      issues_.add(pointer_of_next(), "contains a NUL character", "remove it");
    auto* value = place(Value::Kind::text);
    if (value != nullptr) value->text = std::move(text);
    return value != nullptr;
  }
  bool binary(std::vector<std::uint8_t>&) { return false; }

  bool start_object(std::size_t) { return open(Value::Kind::object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(Value::Kind::list); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    name_ = std::move(name);
    has_name_ = true;
    if (name_.find('\0') != std::string::npos) {
      name_.clear();
      issues_.add(pointer_of_next(), "has a NUL character in its name", "remove it");
    }
    for (const auto& member : open_.back()->children)
      if (member.name == name_) issues_.add(pointer_of_next(), "is given twice", "give it once");
    return true;
  }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception& exception) {
    constexpr int number_out_of_range = 406;  // of nlohmann::json
    if (exception.id == number_out_of_range)
      issues_.add(pointer_of_next(), "is a number too large to hold");
    else if (!is_utf8(json_))
      issues_.add(pointer_of_next(), "is not UTF-8 text", "save or send it as UTF-8");
    else
      issues_.add(pointer_of_next(), "is not JSON at byte " + std::to_string(position),
                  "check quotes, commas and brackets there");
    return false;
  }

 private:
  /// Of the value that comes next, or of its parent where its name is not known yet.
  [[nodiscard]] std::string pointer_of_next() const {
    std::string pointer;
    if (open_.empty()) return pointer;
    for (std::size_t level = 1; level < open_.size(); ++level)
      pointer += open_[level - 1]->kind == Value::Kind::object
                     ? pointer_part(open_[level]->name)
                     : pointer_part(std::to_string(open_[level - 1]->children.size() - 1));
    const auto& parent = *open_.back();
    if (parent.kind == Value::Kind::list)
      return pointer + pointer_part(std::to_string(parent.children.size()));
    return has_name_ ? pointer + pointer_part(name_) : pointer;
  }

  Value* place(Value::Kind kind) {
    if (++count_ > limits_.values_max) {
      issues_.add("", "holds more than " + std::to_string(limits_.values_max) + " values",
                  "send less at a time");
      return nullptr;
    }
    Value* value = &root_;
    if (!open_.empty()) {
      auto& parent = *open_.back();
      if (parent.kind == Value::Kind::object && parent.children.size() >= limits_.members_max) {
        issues_.add(pointer_of_next(),
                    "is one of more than " + std::to_string(limits_.members_max) + " members");
        return nullptr;
      }
      value = &parent.children.emplace_back();
      if (parent.kind == Value::Kind::object) value->name = std::move(name_);
      has_name_ = false;
    }
    value->kind = kind;
    return value;
  }

  bool open(Value::Kind kind) {
    if (open_.size() >= limits_.depth_max) {
      issues_.add(pointer_of_next(),
                  "is nested deeper than " + std::to_string(limits_.depth_max) + " levels");
      return false;
    }
    auto* value = place(kind);
    if (value != nullptr) open_.push_back(value);
    return value != nullptr;
  }

  bool close() {
    open_.pop_back();
    has_name_ = false;
    return true;
  }

  std::string_view json_;
  const JsonLimits& limits_;
  Value& root_;
  Issues& issues_;
  std::vector<Value*> open_;  // only the last one grows, so the pointers stay valid
  std::string name_;          // of the next member
  bool has_name_ = false;
  std::size_t count_ = 0;
};

}  // namespace

bool parse_json(std::string_view json, const JsonLimits& limits, Value& value, Issues& issues) {
  if (json.size() > limits.bytes_max) {
    issues.add("", "is longer than " + std::to_string(limits.bytes_max) + " bytes",
               "shorten it or send it in parts");
    return false;
  }
  TreeBuilder builder(json, limits, value, issues);
  const bool is_whole = nlohmann::json::sax_parse(json.begin(), json.end(), &builder);
  if (!is_whole && issues.empty()) issues.add("", "is not JSON");
  return is_whole;
}

}  // namespace codec
