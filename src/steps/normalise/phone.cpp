#include "steps/normalise/phone.h"

#include <algorithm>

#include <phonenumbers/phonenumberutil.h>

#include "ground/text/unicode.h"
#include "steps/normalise/letters.h"

namespace normalise {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t digits_min = 7, digits_max = 15;  // ITU-T E.164 allows 15
/// Longer texts are prose; libphonenumber itself stops at 250.
constexpr std::size_t phone_bytes_max = 200;

std::string digits_of(std::string_view folded) {
  std::string digits;
  std::ranges::copy_if(folded, std::back_inserter(digits),
                       [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::string without_prefix(std::string folded) {
  for (const std::string_view prefix :
       {"tel:", "tel.", "tel", "phone:", "電話:", "電話", "携帯:", "携帯"})
    if (folded.starts_with(prefix)) return folded.substr(prefix.size());
  return folded;
}

std::optional<std::string> e164_of(const std::string& folded) {
  const auto* util = PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  if (util->Parse(folded, "JP", &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
      !util->IsPossibleNumber(number))
    return std::nullopt;
  std::string e164;
  util->Format(number, PhoneNumberUtil::E164, &e164);
  return e164;
}

}  // namespace

std::optional<std::string> phone_of(std::string_view text) {
  if (text.size() > phone_bytes_max) return std::nullopt;
  const auto folded = without_prefix(text::nfkc_casefold(text));
  auto e164 = e164_of(folded);
  // Out of a garbled text the parser can make a number that it would itself read as another.
  if (e164 && e164_of(*e164) != e164) e164.reset();
  const auto digits = digits_of(e164 ? *e164 : folded);
  if (digits.size() < digits_min || is_stand_in(digits)) return std::nullopt;
  if (e164) return e164;
  if (digits.size() > digits_max) return std::nullopt;
  return "#" + digits;
}

}  // namespace normalise
