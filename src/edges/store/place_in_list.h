#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ground/base/id.h"
#include "ground/model/page.h"

/// Where a page of a list ends: the columns that the list is sorted by, and an id.
namespace store {

template <std::size_t Count>
struct PlaceInList {
  std::array<std::int64_t, Count> numbers{};
  base::UuidBytes id{};
};

/// "12.34.<uuid>": what model::Page::next carries.
template <std::size_t Count>
[[nodiscard]] std::string format_place_in_list(const PlaceInList<Count>& place) {
  std::string text;
  for (const auto number : place.numbers)
    text += std::to_string(number) + '.';
  return text + base::format_uuid(place.id);
}

/// Nothing for "" and for what no page ever said: the list then starts at its start.
template <std::size_t Count>
[[nodiscard]] std::optional<PlaceInList<Count>> parse_place_in_list(std::string_view text) {
  PlaceInList<Count> place;
  for (auto& number : place.numbers) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto* last = text.data() + dot;
    const auto [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc() || end != last) return std::nullopt;
    text.remove_prefix(dot + 1);
  }
  const auto id = base::parse_uuid(text);
  if (!id) return std::nullopt;
  place.id = *id;
  return place;
}

/// Makes a page of `limit` items out of one more than that, if there are more.
template <class Item, class PlaceOf>
[[nodiscard]] model::Page<Item> page_of(std::vector<Item> items, std::size_t limit,
                                        const PlaceOf& place_of) {
  model::Page<Item> page;
  const bool has_more = items.size() > limit;
  if (has_more) items.erase(items.begin() + static_cast<std::ptrdiff_t>(limit), items.end());
  if (has_more && !items.empty()) page.next = place_of(items.back());
  page.items = std::move(items);
  return page;
}

}  // namespace store
