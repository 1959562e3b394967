#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "steps/resolve/families.h"
#include "steps/resolve/reason_codes.h"
#include "steps/resolve/weights.h"
#include "steps/resolve/words.h"

namespace resolve {
namespace {

using PlaceTime = Features::PlaceTime;
using model::PlaceKind;

/// Of a persona met two hundred times the first ones say where and when.
constexpr std::size_t places_compared_max = 64;

bool is_dated(const PlaceTime& at) {
  return at.day_first != 0 || at.day_last != 0;
}
bool is_located(const PlaceTime& at) {
  return at.lat != 0 || at.lon != 0;
}
bool is_crowded(PlaceKind kind) {
  return kind == PlaceKind::exhibition || kind == PlaceKind::conference;
}
bool says_something(PlaceKind kind) {
  return kind != PlaceKind::unknown && kind != PlaceKind::other && kind != PlaceKind::online;
}

std::span<const PlaceTime> compared(const Features& features) {
  return std::span(features.places).first(std::min(features.places.size(), places_compared_max));
}

struct Occasion {
  double place_bits = 0, time_bits = 0;
  std::string place_text, days_text;
};

double area_bits_max(const PlaceTime& left, const PlaceTime& right, const Rarity& rarity,
                     double bits_max) {
  if (left.area.empty() || left.area != right.area) return bits_max;
  return rarity_bits(weight::repeat_place, rarity.share(Trait::area, left.area), bits_max);
}

void judge_place(Occasion& occasion, const PlaceTime& left, const PlaceTime& right,
                 const Rarity& rarity) {
  if (left.kind == PlaceKind::online || right.kind == PlaceKind::online) return;
  double bits = 0;
  if (is_located(left) && is_located(right)) {
    const double kilometres = kilometres_between(left.lat, left.lon, right.lat, right.lon);
    for (const auto& [limit, worth] : weight::distances)
      if (kilometres <= limit) {
        // A ward where everything happens says less, however close the two corners are.
        bits = std::min(worth, area_bits_max(left, right, rarity, weight::area_max) + 1);
        break;
      }
    occasion.place_text = std::to_string(std::lround(kilometres));
  } else if (left.area.size() >= 5 && left.area == right.area) {
    bits = area_bits_max(left, right, rarity, weight::area_max);
    occasion.place_text = "area";
  } else if (left.area.size() >= 2 && right.area.size() >= 2 &&
             left.area.substr(0, 2) == right.area.substr(0, 2)) {
    bits = weight::prefecture_bits;
    occasion.place_text = "prefecture";
  }
  if (bits > 0 && left.kind == right.kind && says_something(left.kind))
    bits += weight::same_kind_bits;
  if (is_crowded(left.kind) && is_crowded(right.kind)) bits *= weight::crowd_factor;
  occasion.place_bits = bits;
}

int days_between(const PlaceTime& left, const PlaceTime& right) {
  return std::max({0, left.day_first - right.day_last, right.day_first - left.day_last});
}

void judge_time(Occasion& occasion, const PlaceTime& left, const PlaceTime& right) {
  if (!is_dated(left) || !is_dated(right)) return;
  const int days = days_between(left, right);
  double bits = weight::years_apart;
  for (const auto& [limit, worth] : weight::gaps)
    if (days <= limit) {
      bits = worth;
      break;
    }
  const bool is_vague = left.day_last - left.day_first > weight::vague_days ||
                        right.day_last - right.day_first > weight::vague_days;
  occasion.time_bits = is_vague ? bits / 2 : bits;
  occasion.days_text = std::to_string(days);
}

/// Both met on the one day, so far apart that a traveller could hardly have been in both places.
std::optional<double> conflict_kilometres(const PlaceTime& left, const PlaceTime& right) {
  if (!is_dated(left) || !is_dated(right) || !is_located(left) || !is_located(right))
    return std::nullopt;
  if (left.kind == PlaceKind::online || right.kind == PlaceKind::online) return std::nullopt;
  if (left.day_first != left.day_last || right.day_first != right.day_last ||
      left.day_first != right.day_first)
    return std::nullopt;
  const double kilometres = kilometres_between(left.lat, left.lon, right.lat, right.lon);
  if (kilometres < weight::far_kilometres) return std::nullopt;
  return kilometres;
}

void add_occasion(Finding& finding, const Occasion& best) {
  if (best.place_bits > 0) finding.add(reason::place_near, best.place_bits, {best.place_text});
  if (best.time_bits > 0) finding.add(reason::time_near, best.time_bits, {best.days_text});
  if (best.time_bits < 0) finding.add(reason::time_far, best.time_bits, {best.days_text});
}

bool is_better(const Occasion& left, const Occasion& right) {
  const double a = left.place_bits + left.time_bits, b = right.place_bits + right.time_bits;
  if (a != b) return a > b;
  if (left.place_bits != right.place_bits) return left.place_bits > right.place_bits;
  if (left.place_text != right.place_text) return left.place_text < right.place_text;
  return left.days_text < right.days_text;
}

}  // namespace

double kilometres_between(float lat_a, float lon_a, float lat_b, float lon_b) {
  constexpr double earth_radius_km = 6371, to_radians = std::numbers::pi / 180;
  const double latitude_a = lat_a * to_radians, latitude_b = lat_b * to_radians;
  const double half_lat = (latitude_b - latitude_a) / 2;
  const double half_lon =
      (static_cast<double>(lon_b) - static_cast<double>(lon_a)) * to_radians / 2;
  const double chord =
      std::sin(half_lat) * std::sin(half_lat) +
      std::cos(latitude_a) * std::cos(latitude_b) * std::sin(half_lon) * std::sin(half_lon);
  return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(chord)));
}

std::optional<Period> period_of(const Features& features) {
  std::optional<Period> period;
  for (const auto& at : features.places) {
    if (!is_dated(at)) continue;
    if (!period) period = Period{at.day_first, at.day_last};
    period->first = std::min(period->first, at.day_first);
    period->last = std::max(period->last, at.day_last);
  }
  return period;
}

std::optional<int> rhythm_days(const Features& features) {
  std::vector<int> middles;
  for (const auto& at : features.places)
    if (is_dated(at) && at.day_last - at.day_first <= weight::vague_days)
      middles.push_back(at.day_first + (at.day_last - at.day_first) / 2);
  if (middles.size() < 3) return std::nullopt;
  std::ranges::sort(middles);
  std::vector<int> gaps;
  for (std::size_t index = 1; index < middles.size(); ++index)
    gaps.push_back(middles[index] - middles[index - 1]);
  std::ranges::nth_element(gaps, gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2));
  return gaps[gaps.size() / 2];
}

Finding compare_occasions(const Features& left, const Features& right, const Rarity& rarity) {
  std::optional<Occasion> best;
  std::optional<double> conflict;
  for (const auto& a : compared(left))
    for (const auto& b : compared(right)) {
      Occasion occasion;
      judge_place(occasion, a, b, rarity);
      judge_time(occasion, a, b);
      if (!best || is_better(occasion, *best)) best = occasion;
      if (const auto kilometres = conflict_kilometres(a, b))
        conflict = std::max(conflict.value_or(0), *kilometres);
    }
  Finding finding;
  if (best) add_occasion(finding, *best);
  if (conflict) {
    finding.add(reason::place_conflict, weight::far_bits, {std::to_string(std::lround(*conflict))});
    finding.is_final = *conflict >= weight::final_kilometres;
  }
  return finding;
}

Finding compare_rhythms(const Features& left, const Features& right) {
  Finding finding;
  const auto a = rhythm_days(left), b = rhythm_days(right);
  if (!a || !b || *a < 3 || *b < 3) return finding;
  const auto [shorter, longer] = std::minmax(*a, *b);
  if (longer - shorter <= std::max(2, longer / 5))
    finding.add(reason::rhythm_same, weight::rhythm,
                {std::to_string(shorter), std::to_string(longer)});
  return finding;
}

}  // namespace resolve
