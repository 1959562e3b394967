#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "edges/codec/cursor.h"
#include "ground/base/bytes.h"
#include "ground/base/id.h"
#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/model/reported_date.h"

namespace codec {

/// A type whose JSON is one text. Specialise with
///   static std::string text(const T&);
///   static base::Result<T> parse(std::string_view text, std::string_view pointer);
template <class T>
struct TextForm;

template <class T>
concept HasTextForm = requires(const T& value, std::string_view text) {
  { TextForm<T>::text(value) } -> std::convertible_to<std::string>;
  TextForm<T>::parse(text, text);
};

/// A type with a JSON shape of its own (LinkedTo: a word or a list). Specialise with
///   static void read(const Cursor& at, T& out, const Bounds& bounds);   // complains by at.refuse
///   static void write(std::string& out, const T& value);                // appends JSON
template <class T>
struct Form;

template <class T>
concept HasForm = requires(const Cursor& at, T& value, const Bounds& bounds, std::string& out) {
  Form<T>::read(at, value, bounds);
  Form<T>::write(out, value);
};

/// JSON that is passed through: written as it stands, read as the canonical text of the value.
struct RawJson {
  std::string json = "null";
  bool operator==(const RawJson&) const = default;
};

template <>
struct Form<RawJson> {
  static void read(const Cursor& at, RawJson& out, const Bounds&) {
    out.json.clear();
    write_value(out.json, at.value);
  }
  static void write(std::string& out, const RawJson& value) { out += value.json; }
};

template <class Thing>
struct TextForm<base::Id<Thing>> {
  static std::string text(const base::Id<Thing>& id) { return id.text(); }
  static base::Result<base::Id<Thing>> parse(std::string_view text, std::string_view pointer) {
    return base::parse_id<Thing>(text, pointer);
  }
};

template <>
struct TextForm<base::UuidBytes> {
  static std::string text(const base::UuidBytes& bytes) { return base::format_uuid(bytes); }
  static base::Result<base::UuidBytes> parse(std::string_view text, std::string_view pointer) {
    return base::parse_uuid(text, pointer);
  }
};

template <>
struct TextForm<base::UtcTime> {
  static std::string text(const base::UtcTime& time) { return base::format_utc(time); }
  static base::Result<base::UtcTime> parse(std::string_view text, std::string_view pointer) {
    return base::parse_utc(text, pointer);
  }
};

template <>
struct TextForm<base::Day> {
  static std::string text(const base::Day& day) { return base::format_day(day); }
  static base::Result<base::Day> parse(std::string_view text, std::string_view pointer) {
    return base::parse_day(text, pointer);
  }
};

template <>
struct TextForm<model::ReportedDate> {
  static std::string text(const model::ReportedDate& date) { return date.edtf; }
  static base::Result<model::ReportedDate> parse(std::string_view text, std::string_view pointer) {
    return model::parse_reported_date(text, pointer);
  }
};

/// base64url without padding.
template <>
struct TextForm<base::Bytes> {
  static std::string text(const base::Bytes& bytes) { return base::base64url(bytes); }
  static base::Result<base::Bytes> parse(std::string_view text, std::string_view pointer) {
    return base::parse_base64url(text, pointer);
  }
};

}  // namespace codec
