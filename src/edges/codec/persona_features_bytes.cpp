#include "edges/codec/persona_features_bytes.h"

#include <bit>
#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace codec {
namespace {

using model::PersonaFeatures;

class Writer {
 public:
  void field(std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
      bytes_.push_back(static_cast<std::uint8_t>(value >> shift));
  }
  void field(std::int32_t value) { field(static_cast<std::uint32_t>(value)); }
  void field(bool value) { field(std::uint32_t{value ? 1U : 0U}); }
  void field(float value) { field(std::bit_cast<std::uint32_t>(value)); }
  void field(const std::string& text) {
    field(static_cast<std::uint32_t>(text.size()));
    bytes_.insert(bytes_.end(), text.begin(), text.end());
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void field(Enum value) { field(static_cast<std::uint32_t>(value)); }
  template <class Item>
  void field(const std::vector<Item>& items) {
    field(static_cast<std::uint32_t>(items.size()));
    for (const auto& item : items)
      field(item);
  }
  void field(const PersonaFeatures::Name& name) { visit(*this, name); }
  void field(const PersonaFeatures::PlaceTime& place) { visit(*this, place); }

  template <class Archive, class Name>
  requires std::same_as<std::remove_const_t<Name>, PersonaFeatures::Name>
  static void visit(Archive& archive, Name& name) {
    archive.field(name.folded);
    archive.field(name.tokens);
    archive.field(name.skeleton);
  }
  template <class Archive, class Place>
  requires std::same_as<std::remove_const_t<Place>, PersonaFeatures::PlaceTime>
  static void visit(Archive& archive, Place& place) {
    archive.field(place.area);
    archive.field(place.kind);
    archive.field(place.day_first);
    archive.field(place.day_last);
    archive.field(place.lat);
    archive.field(place.lon);
  }

  [[nodiscard]] base::Bytes take() { return std::move(bytes_); }

 private:
  base::Bytes bytes_;
};

/// Reads into what the Writer would write. After the first thing that does not fit everything
/// reads as empty and is_good() is false.
class Reader {
 public:
  explicit Reader(base::BytesView bytes) : rest_(bytes) {}

  void field(std::uint32_t& value) {
    value = 0;
    if (!has(4)) return;
    for (unsigned index = 0; index < 4; ++index)
      value |= std::uint32_t{rest_[index]} << (8 * index);
    rest_ = rest_.subspan(4);
  }
  void field(std::int32_t& value) { value = static_cast<std::int32_t>(number()); }
  void field(bool& value) { value = number() == 1; }
  void field(float& value) { value = std::bit_cast<float>(number()); }
  void field(std::string& text) {
    const std::size_t size = number();
    text.clear();
    if (!has(size)) return;
    text.assign(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(size));
    rest_ = rest_.subspan(size);
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void field(Enum& value) {
    const auto index = number();
    good_ = good_ && index < vocabulary(Enum{}).words.size();
    value = good_ ? static_cast<Enum>(index) : Enum{};
  }
  template <class Item>
  void field(std::vector<Item>& items) {
    // Every item takes four bytes or more, so a false count cannot ask for much memory.
    const std::size_t count = number();
    good_ = good_ && count <= rest_.size() / 4;
    items.assign(good_ ? count : 0, Item{});
    for (auto& item : items)
      field(item);
  }
  void field(PersonaFeatures::Name& name) { Writer::visit(*this, name); }
  void field(PersonaFeatures::PlaceTime& place) { Writer::visit(*this, place); }

  [[nodiscard]] std::uint32_t number() {
    std::uint32_t value = 0;
    field(value);
    return value;
  }
  [[nodiscard]] bool is_good() const { return good_; }
  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  [[nodiscard]] bool has(std::size_t size) {
    good_ = good_ && rest_.size() >= size;
    return good_;
  }

  base::BytesView rest_;
  bool good_ = true;
};

/// The one order of the fields, for writing and for reading.
template <class Archive, class Features>
void visit_features(Archive& archive, Features& features) {
  archive.field(features.names);
  archive.field(features.phones);
  archive.field(features.emails);
  archive.field(features.handles);
  archive.field(features.urls);
  archive.field(features.plate);
  archive.field(features.employer);
  archive.field(features.title);
  archive.field(features.reason);
  archive.field(features.said_words);
  archive.field(features.told);
  archive.field(features.places);
  archive.field(features.behaviours);
  archive.field(features.requests);
  archive.field(features.technologies);
  archive.field(features.channels);
  archive.field(features.languages);
  archive.field(features.age_first);
  archive.field(features.age_last);
  archive.field(features.height_first);
  archive.field(features.height_last);
  archive.field(features.glasses);
  archive.field(features.marks);
  archive.field(features.introduced);
}

}  // namespace

base::Bytes persona_features_to_bytes(const PersonaFeatures& features) {
  Writer writer;
  writer.field(PersonaFeatures::version_now);
  visit_features(writer, features);
  return writer.take();
}

base::Result<PersonaFeatures> parse_persona_features(base::BytesView bytes) {
  Reader reader(bytes);
  if (reader.number() != PersonaFeatures::version_now)
    return base::fail(base::ErrorKind::invalid_input, "", "features of another version",
                      "run the features job again");
  PersonaFeatures features;
  visit_features(reader, features);
  if (!reader.is_good() || !reader.is_at_end())
    return base::fail(base::ErrorKind::invalid_input, "", "features are cut short or damaged",
                      "run the features job again");
  return features;
}

}  // namespace codec
