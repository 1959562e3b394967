#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace model {

/// Which part of a list is wanted: what comes after the last item seen, in the list's own order.
struct PageRequest {
  static constexpr std::size_t limit_max = 200;
  std::string after;       ///< Page::next of the page before; "" = from the start
  std::size_t limit = 50;  ///< 1 to limit_max
};

/// One part of a list. The text of `next` is the list's own and means nothing outside.
template <class Item>
struct Page {
  std::vector<Item> items;
  std::string next;  ///< "" = nothing comes after
};

}  // namespace model
