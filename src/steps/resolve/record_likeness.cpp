#include "steps/resolve/record_likeness.h"

#include <algorithm>
#include <array>
#include <utility>

namespace resolve {
namespace {

constexpr std::size_t name_end_min = 5, abbreviation_min = 3, phone_digits_min = 8;

bool abbreviates(std::string_view shorter, std::string_view longer) {
  if (shorter.size() < abbreviation_min || shorter.front() != longer.front() ||
      shorter.back() != longer.back() || shorter.find_first_of("aeiou") != shorter.npos)
    return false;
  std::size_t met = 0;
  for (const char letter : longer)
    met += met < shorter.size() && letter == shorter[met] ? 1 : 0;
  return met == shorter.size();
}

}  // namespace

bool is_foreign(std::string_view name) {
  return std::ranges::any_of(name,
                             [](char letter) { return static_cast<unsigned char>(letter) > 0x7F; });
}

bool is_short_form(std::string_view one, std::string_view other) {
  if (one.size() < other.size()) std::swap(one, other);
  return (other.size() >= name_end_min && one.ends_with(other)) || abbreviates(other, one);
}

bool is_of_an_office(std::string_view mail) {
  static constexpr std::array<std::string_view, 10> boxes = {
      "info@",    "office@", "contact@", "admin@",   "sales@",
      "support@", "mail@",   "hello@",   "enquiry@", "webmaster@"};
  return std::ranges::any_of(boxes, [&](std::string_view box) { return mail.starts_with(box); });
}

bool is_same_number(std::string_view one, std::string_view other) {
  return std::min(one.size(), other.size()) >= phone_digits_min &&
         (one.ends_with(other) || other.ends_with(one));
}

}  // namespace resolve
