#include "steps/outreach/days_taken.h"

#include <cmath>
#include <iterator>

#include "steps/outreach/small_cells.h"

namespace outreach {
namespace {

double in_half_days(double days) {
  return std::round(2 * days) / 2;
}

}  // namespace

void DaysTaken::add(std::chrono::microseconds taken, const std::set<std::string>& firms) {
  const std::chrono::duration<double, std::ratio<86400>> days = taken;
  by_days_.emplace(days.count(), firms);
}

std::size_t DaysTaken::firms_from(ByDays::const_iterator first, ByDays::const_iterator last) {
  std::set<std::string> firms;
  for (; first != last; ++first)
    firms.insert(first->second.begin(), first->second.end());
  return firms.size();
}

std::optional<model::DaysTold> DaysTaken::told() const {
  const auto count = by_days_.size();
  if (!is_told(count) || !is_told(firms_from(by_days_.begin(), by_days_.end())))
    return std::nullopt;
  const auto at = [&](std::size_t place) {
    return std::next(by_days_.begin(), static_cast<std::ptrdiff_t>(place));
  };
  model::DaysTold told;
  told.median = in_half_days(at(count / 2)->first);
  const auto ninth = at((9 * count + 9) / 10 - 1);
  if (is_told(firms_from(by_days_.lower_bound(ninth->first), by_days_.end())))
    told.nine_in_ten = in_half_days(ninth->first);
  return told;
}

}  // namespace outreach
