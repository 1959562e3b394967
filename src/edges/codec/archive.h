#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "edges/codec/cursor.h"
#include "edges/codec/forms.h"
#include "edges/codec/json.h"
#include "ground/base/sensitive.h"
#include "ground/base/vocabulary.h"
#include "ground/model/assessment.h"

/// The one JSON mechanism: each type is described once, for reading and for writing.
///
///   template <class Archive>
///   void describe(Archive& archive, Request& request) {
///     archive.required("what", request.what);
///     archive.defaulted("class", request.kind, RequestClass::other);
///     archive.optional("managed_as_secret", request.managed_as_secret);
///   }
///
/// A description stands in namespace codec, or in the namespace of the described type, and is
/// found from there. The order of its lines is the canonical order of the JSON.
///
///   tag(name, word)             required, exactly this text ("kizuki": "report/1")
///   required(name, v)           must be given; always written
///   optional(name, v)           not given: v stays as it is. Left out when empty: no value, "",
///                               an empty list, 0, false, an object without members
///   defaulted(name, v, d)       not given: v becomes d. Left out when v == d. For every enum
///   nullable(name, v)           std::optional; must be given, null for no value
///   rule(name, holds, problem)  after reading: refuses the member where `holds` is false
///
/// Every line takes Bounds as its last argument (texts 4 KiB, lists 100, unless told):
/// text_up_to(64 << 10), list_up_to(200), between(-90, 90).
///
/// Values may be: bool, whole numbers, double, std::string, enums with a vocabulary(),
/// std::optional, std::vector, std::pair (as [a,b]), std::map<std::string, V>, NonEmpty,
/// Probability, Sensitive (read only), RawJson, Id, UUID bytes, UtcTime, Day, ReportedDate, Bytes
/// (base64url), described types, and whatever has a TextForm or Form (forms.h).
///
/// To add a model type: write its description in the .cpp that owns it and, below it, in namespace
/// codec, the two lines
///   template base::Result<model::Alert> decode<model::Alert>(std::string_view, const JsonLimits&);
///   template std::string encode<model::Alert>(const model::Alert&);
/// so that others call codec::decode<model::Alert> with json.h alone. Descriptions that other
/// descriptions nest stand in <noun>_json.h (marking_json.h, report_json.h). A request body of a
/// route is the same thing in small: include this header, describe a local struct, call
/// decode<Body>(text).
namespace codec {

namespace detail {
template <class T, template <class...> class Template>
inline constexpr bool is_a = false;
template <template <class...> class Template, class... Arguments>
inline constexpr bool is_a<Template<Arguments...>, Template> = true;
}  // namespace detail

/// What is not a value of one piece but an object with described members.
template <class T>
concept Described =
    !std::is_arithmetic_v<T> && !std::is_enum_v<T> && !std::same_as<T, std::string> &&
    !std::same_as<T, model::Probability> && !HasTextForm<T> && !HasForm<T> &&
    !detail::is_a<T, std::optional> && !detail::is_a<T, std::vector> &&
    !detail::is_a<T, std::pair> && !detail::is_a<T, std::map> &&
    !detail::is_a<T, model::NonEmpty> && !detail::is_a<T, base::Sensitive>;

/// A value to read into. Specialise for a type that has no empty state.
template <class T>
struct Blank {
  static T make() { return T{}; }
};
template <>
struct Blank<model::Probability> {
  static model::Probability make() { return model::Probability::none(); }
};
template <class T>
struct Blank<model::NonEmpty<T>> {
  static model::NonEmpty<T> make() { return model::NonEmpty<T>({Blank<T>::make()}); }
};
template <>
struct Blank<model::Assessment> {
  static model::Assessment make() {
    return {{}, 0, {}, {}, {}, {}, Blank<model::NonEmpty<model::Reason>>::make(), false, {}};
  }
};

template <class T>
void read(const Cursor& at, T& out, const Bounds& bounds);

template <class T>
void write(std::string& out, const T& value);

namespace detail {
template <class T>
bool is_empty(const T& value) {
  if constexpr (is_a<T, std::vector> || is_a<T, std::map>)
    return value.empty();
  else if constexpr (is_a<T, std::optional>)
    return !value.has_value();
  else
    return value == Blank<T>::make();
}
}  // namespace detail

/// Reads the members of one object. Made by read(), used by descriptions.
class Decoder {
 public:
  explicit Decoder(const Cursor& object) : object_(object) {
    taken_.resize(object.value.children.size());
  }

  void tag(std::string_view name, std::string_view word);

  template <class T>
  void required(std::string_view name, T& value, const Bounds& bounds = {}) {
    if (!read_member(name, value, bounds)) refuse_missing(name);
  }
  template <class T>
  void optional(std::string_view name, T& value, const Bounds& bounds = {}) {
    static_assert(!std::is_enum_v<T>, "say which word is meant when none is given: defaulted()");
    static_cast<void>(read_member(name, value, bounds));
  }
  template <class T>
  void defaulted(std::string_view name, T& value, const std::type_identity_t<T>& otherwise,
                 const Bounds& bounds = {}) {
    if (!read_member(name, value, bounds)) value = otherwise;
  }
  template <class T>
  void nullable(std::string_view name, std::optional<T>& value, const Bounds& bounds = {}) {
    required(name, value, bounds);
  }
  void rule(std::string_view name, bool holds, std::string_view problem,
            std::string_view next_step = "");

  /// Refuses members that no line of the description asked for.
  void finish();

 private:
  [[nodiscard]] const Value* take(std::string_view name);
  void refuse_missing(std::string_view name);

  template <class T>
  [[nodiscard]] bool read_member(std::string_view name, T& value, const Bounds& bounds) {
    const auto* member = take(name);
    if (member == nullptr) return false;
    const Path path{&object_.path, name, 0, false};
    read(Cursor{*member, path, object_.issues}, value, bounds);
    return true;
  }

  const Cursor& object_;
  std::vector<bool> taken_;
};

/// Writes the members of one object. It reads the described value only.
class Encoder {
 public:
  explicit Encoder(std::string& out) : out_(out) {}

  void tag(std::string_view name, std::string_view word);

  template <class T>
  void required(std::string_view name, const T& value, const Bounds& = {}) {
    begin(name);
    write(out_, value);
  }
  template <class T>
  void optional(std::string_view name, const T& value, const Bounds& = {}) {
    static_assert(!std::is_enum_v<T>, "say which word is meant when none is given: defaulted()");
    if constexpr (Described<T>) {
      const auto mark = out_.size();
      begin(name);
      const auto start = out_.size();
      write(out_, value);
      if (std::string_view(out_).substr(start) != "{}") return;
      out_.resize(mark);
      is_first_ = out_.back() == '{';
    } else {
      if (!detail::is_empty(value)) required(name, value);
    }
  }
  template <class T>
  void defaulted(std::string_view name, const T& value, const std::type_identity_t<T>& otherwise,
                 const Bounds& = {}) {
    if (!(value == otherwise)) required(name, value);
  }
  template <class T>
  void nullable(std::string_view name, const std::optional<T>& value, const Bounds& = {}) {
    required(name, value);
  }
  void rule(std::string_view, bool, std::string_view, std::string_view = "") {}

 private:
  void begin(std::string_view name);

  std::string& out_;
  bool is_first_ = true;
};

namespace detail {

template <class T>
void read_items(const Cursor& at, std::vector<T>& out, const Bounds& bounds) {
  if (!at.is_list(bounds)) return;
  out.clear();
  out.reserve(at.value.children.size());
  for (const auto& item : at.value.children) {
    const Path path{&at.path, "", out.size(), true};
    T value = Blank<T>::make();
    read(Cursor{item, path, at.issues}, value, bounds);
    out.push_back(std::move(value));
  }
}

template <class Enum>
void read_word(const Cursor& at, Enum& out) {
  constexpr auto words = vocabulary(Enum{});
  const auto found = at.value.kind == Value::Kind::text && !at.value.text.empty()
                         ? words.find(at.value.text)
                         : std::nullopt;
  if (found)
    out = *found;
  else
    at.refuse_word({words.words.begin(), words.words.end()});
}

template <class T>
void read_text_form(const Cursor& at, T& out, const Bounds& bounds) {
  std::string text;
  if (!at.read_text(text, bounds)) return;
  auto value = TextForm<T>::parse(text, at.path.pointer());
  if (value)
    out = std::move(*value);
  else
    at.issues.add(value.error());
}

template <class T>
void read_number(const Cursor& at, T& out, const Bounds& bounds) {
  if constexpr (std::floating_point<T>) {
    double number = 0;
    if (at.read_number(number, bounds)) out = static_cast<T>(number);
  } else {
    using Limits = std::numeric_limits<T>;
    constexpr auto high = std::in_range<std::int64_t>(Limits::max())
                              ? static_cast<std::int64_t>(Limits::max())
                              : std::numeric_limits<std::int64_t>::max();
    std::int64_t number = 0;
    if (at.read_integer(number, static_cast<std::int64_t>(Limits::min()), high, bounds))
      out = static_cast<T>(number);
  }
}

template <class First, class Second>
void read_pair(const Cursor& at, std::pair<First, Second>& out, const Bounds& bounds) {
  Bounds two = bounds;
  two.list_min = two.list_max = 2;
  if (!at.is_list(two)) return;
  const Path first{&at.path, "", 0, true};
  const Path second{&at.path, "", 1, true};
  read(Cursor{at.value.children[0], first, at.issues}, out.first, bounds);
  read(Cursor{at.value.children[1], second, at.issues}, out.second, bounds);
}

template <class T>
void read_map(const Cursor& at, std::map<std::string, T>& out, const Bounds& bounds) {
  if (!at.is_object()) return;
  for (const auto& member : at.value.children) {
    const Path path{&at.path, member.name, 0, false};
    T value = Blank<T>::make();
    read(Cursor{member, path, at.issues}, value, bounds);
    out.insert_or_assign(member.name, std::move(value));
  }
}

template <class T>
void write_items(std::string& out, const T& items) {
  out += '[';
  bool is_first = true;
  for (const auto& item : items) {
    if (!is_first) out += ',';
    is_first = false;
    write(out, item);
  }
  out += ']';
}

}  // namespace detail

template <class T>
void read(const Cursor& at, T& out, const Bounds& bounds) {
  if constexpr (HasForm<T>) {
    Form<T>::read(at, out, bounds);
  } else if constexpr (HasTextForm<T>) {
    detail::read_text_form(at, out, bounds);
  } else if constexpr (std::is_enum_v<T>) {
    detail::read_word(at, out);
  } else if constexpr (std::same_as<T, bool>) {
    static_cast<void>(at.read_boolean(out));
  } else if constexpr (std::same_as<T, std::string>) {
    static_cast<void>(at.read_text(out, bounds));
  } else if constexpr (std::is_arithmetic_v<T>) {
    detail::read_number(at, out, bounds);
  } else if constexpr (std::same_as<T, model::Probability>) {
    double share = 0;
    if (at.read_number(share, between(0, 1))) out = *model::Probability::make(share);
  } else if constexpr (detail::is_a<T, std::optional>) {
    if (at.value.kind == Value::Kind::null) return out.reset();
    out.emplace(Blank<typename T::value_type>::make());
    read(at, *out, bounds);
  } else if constexpr (detail::is_a<T, std::vector>) {
    detail::read_items(at, out, bounds);
  } else if constexpr (detail::is_a<T, model::NonEmpty>) {
    auto items = out.items();
    Bounds some = bounds;
    some.list_min = 1;
    detail::read_items(at, items, some);
    if (!items.empty()) out = T(std::move(items));
  } else if constexpr (detail::is_a<T, std::pair>) {
    detail::read_pair(at, out, bounds);
  } else if constexpr (detail::is_a<T, std::map>) {
    detail::read_map(at, out, bounds);
  } else if constexpr (detail::is_a<T, base::Sensitive>) {
    auto inner = Blank<std::remove_cvref_t<decltype(out.reveal())>>::make();
    read(at, inner, bounds);
    out = T(std::move(inner));
  } else {
    if (!at.is_object()) return;
    Decoder decoder(at);
    describe(decoder, out);
    decoder.finish();
  }
}

template <class T>
void write(std::string& out, const T& value) {
  static_assert(!detail::is_a<T, base::Sensitive>, "a Sensitive value is never written as JSON");
  if constexpr (HasForm<T>) {
    Form<T>::write(out, value);
  } else if constexpr (HasTextForm<T>) {
    write_text(out, TextForm<T>::text(value));
  } else if constexpr (std::is_enum_v<T>) {
    write_text(out, base::word_of(value));
  } else if constexpr (std::same_as<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::same_as<T, std::string>) {
    write_text(out, value);
  } else if constexpr (std::floating_point<T>) {
    write_number(out, static_cast<double>(value));
  } else if constexpr (std::signed_integral<T>) {
    write_number(out, static_cast<std::int64_t>(value));
  } else if constexpr (std::unsigned_integral<T>) {
    write_number(out, static_cast<std::uint64_t>(value));
  } else if constexpr (std::same_as<T, model::Probability>) {
    write_number(out, value.value());
  } else if constexpr (detail::is_a<T, std::optional>) {
    if (value)
      write(out, *value);
    else
      out += "null";
  } else if constexpr (detail::is_a<T, std::vector> || detail::is_a<T, model::NonEmpty>) {
    detail::write_items(out, value);
  } else if constexpr (detail::is_a<T, std::pair>) {
    out += '[';
    write(out, value.first);
    out += ',';
    write(out, value.second);
    out += ']';
  } else if constexpr (detail::is_a<T, std::map>) {
    out += '{';
    for (const auto& [name, item] : value) {
      if (out.back() != '{') out += ',';
      write_text(out, name);
      out += ':';
      write(out, item);
    }
    out += '}';
  } else {
    out += '{';
    Encoder encoder(out);
    describe(encoder, const_cast<T&>(value));  // Encoder takes every member as const
    out += '}';
  }
}

template <class T>
base::Result<T> decode(std::string_view json, const JsonLimits& limits) {
  Issues issues(limits.judges_members);
  Value root;
  if (!parse_json(json, limits, root, issues)) {
    const bool is_long = json.size() > limits.bytes_max;
    return std::unexpected(
        issues.take(is_long ? base::ErrorKind::too_large : base::ErrorKind::invalid_input));
  }
  T value = Blank<T>::make();
  const Path path;
  read(Cursor{root, path, issues}, value, {});
  if (!issues.empty()) return std::unexpected(issues.take());
  return value;
}

template <class T>
std::string encode(const T& value) {
  std::string out;
  write(out, value);
  return out;
}

}  // namespace codec
