#include "ground/text/region_names.h"

#include <cstring>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "ground/text/folded_text.h"

namespace text {
namespace {

constexpr int name_bytes_min = 4;  ///< shorter ones are ordinary words ("Ga", "Ewe")

void add(const icu::UnicodeString& name, std::vector<std::u32string>& names) {
  std::string utf8;
  name.toUTF8String(utf8);
  // "Myanmar (Burma)", "中国 (香港)": the part before the bracket is what people write.
  const auto bracket = utf8.find(" (");
  if (bracket != std::string::npos) utf8.resize(bracket);
  if (utf8.size() >= name_bytes_min) names.push_back(fold_words(utf8));
}

RegionNames load() {
  RegionNames names;
  const icu::Locale both[] = {icu::Locale::getJapanese(), icu::Locale::getEnglish()};
  for (const auto& shown : both) {
    icu::UnicodeString name;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
      add(icu::Locale("", *code).getDisplayCountry(shown, name), names.countries);
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code)
      if (std::strlen(*code) == 2)
        add(icu::Locale(*code).getDisplayLanguage(shown, name), names.languages);
  }
  return names;
}

}  // namespace

const RegionNames& region_names() {
  static const RegionNames names = load();
  return names;
}

}  // namespace text
