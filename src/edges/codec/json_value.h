#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/error.h"

/// JSON text <-> a plain tree. The only user of the JSON library; nothing else includes it,
/// because one file with it costs more compile time than the rest of the folder.
namespace codec {

/// What a text may cost before anything is built from it. Members are those of one object.
struct JsonLimits {
  std::size_t bytes_max = 1 << 20;
  std::size_t depth_max = 16;
  std::size_t values_max = 200'000;
  std::size_t members_max = 1'000;
  bool judges_members = true;  ///< false: no text or list is too long for its member (Bounds)
};

/// One value; of an object's member also its name. Object members keep the order of the text.
struct Value {
  enum class Kind { null, boolean, integer, number, text, list, object };

  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;  ///< of integer
  double number = 0;         ///< of integer and number
  std::string text;
  std::vector<Value> children;  ///< items of a list, members of an object
  std::string name;             ///< of a member
};

/// A growing list of what is wrong, at most `issues_max` long.
class Issues {
 public:
  static constexpr std::size_t issues_max = 50;

  explicit Issues(bool judges_members = true) : judges_members_(judges_members) {}

  /// Whether a text or a list can be too long for its member.
  [[nodiscard]] bool judges_members() const { return judges_members_; }

  void add(std::string pointer, std::string problem, std::string next_step = "");
  void add(const base::Error& error);
  [[nodiscard]] bool empty() const { return items_.empty(); }
  /// Takes everything out; at least one issue must be there.
  [[nodiscard]] base::Error take(base::ErrorKind kind = base::ErrorKind::invalid_input);

 private:
  bool judges_members_;
  std::vector<base::Issue> items_;
};

/// RFC 6901 "/name" with ~ and / escaped. Names longer than 64 bytes are cut: they come from
/// outside and end up in messages.
[[nodiscard]] std::string pointer_part(std::string_view name);

/// Parses strict JSON (RFC 8259). Refused with the pointer of the place: broken UTF-8, NUL,
/// duplicate names, numbers beyond a double, and whatever exceeds `limits`. Returns false where
/// no usable tree came out; otherwise `value` is whole, though `issues` may have grown.
/// No message repeats a piece of the text.
[[nodiscard]] bool parse_json(std::string_view json, const JsonLimits& limits, Value& value,
                              Issues& issues);

[[nodiscard]] bool is_utf8(std::string_view text);

/// The canonical text: no white space, members in order, shortest number that reads back.
void write_text(std::string& out, std::string_view text);  ///< broken UTF-8 becomes U+FFFD
void write_number(std::string& out, double number);        ///< must be finite
void write_number(std::string& out, std::int64_t number);
void write_number(std::string& out, std::uint64_t number);
void write_value(std::string& out, const Value& value);

}  // namespace codec
