// Attacks what brings names, numbers, addresses and words into comparable form. Forms stay
// what they are when formed again, texts stay UTF-8, and keys stay within their bounds.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ground/base/ensure.h"
#include "ground/text/unicode.h"
#include "steps/normalise/features.h"
#include "steps/normalise/keys.h"
#include "steps/normalise/name.h"
#include "steps/normalise/online.h"
#include "steps/normalise/phone.h"
#include "steps/normalise/plate.h"
#include "steps/normalise/words.h"

namespace {

/// Lines of the input, one a field; missing ones are empty. No report brings broken UTF-8 here.
std::array<std::string, 8> fields_of(std::string_view text) {
  std::array<std::string, 8> fields;
  for (auto& field : fields) {
    const auto end = std::min(text.find('\n'), text.size());
    field = text::repaired_utf8(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fields;
}

void check_forms(const std::string& text) {
  if (const auto email = normalise::email_of(text))
    base::ensure(normalise::email_of(*email) == email, "an address is formed once");
  if (const auto url = normalise::url_of(text))
    base::ensure(normalise::url_of(*url) == url, "an address is formed once");
  if (const auto phone = normalise::phone_of(text); phone && phone->starts_with('+'))
    base::ensure(normalise::phone_of(*phone) == phone, "a number is formed once");
  for (const auto& name : normalise::names_of(text)) {
    base::ensure(text::is_valid_utf8(name.folded) && !name.tokens.empty(), "a name has words");
    base::ensure(text::is_valid_utf8(name.skeleton), "a skeleton is plain");
  }
  base::ensure(text::is_valid_utf8(normalise::plate_of(text)), "a plate is text");
  base::ensure(normalise::content_words(text).size() <= normalise::words_max, "words are few");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto fields = fields_of({reinterpret_cast<const char*>(bytes), size});
  for (const auto& field : fields)
    check_forms(field);
  model::Report report;
  report.narrative = fields[7];
  auto& persona = report.personas.emplace_back();
  persona.names = {{fields[0], model::NameCertainty::heard}};
  persona.phones = {fields[1]};
  persona.emails = {fields[2]};
  persona.handles = {{fields[3], fields[4]}};
  persona.claimed.employer = fields[5];
  persona.vehicle = fields[6];
  const auto features = normalise::features_of(report, 0);
  base::ensure(normalise::keys_of(features).size() <= normalise::keys_max, "keys are bounded");
  return 0;
}
