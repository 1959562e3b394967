#pragma once

#include <istream>
#include <string>

namespace tools {

/// JMnedict (EDICT form, UTF-8) as a text::TableFile. Sounds are written in the letters of the kana
/// alphabet of ground/model/name.h. Sections:
///   surname, given   kanji -> "sounds:count" between blanks, most frequent first
///   surname_sound, given_sound   sounds -> count
///   foreign          katakana -> Latin spellings between tabs
///   about            "source", "licence": attribution, as the licence of the EDRDG asks for
/// Counts are of persons listed with their full name, plus one for each entry.
[[nodiscard]] std::string jmnedict_table(std::istream& enamdict);

/// Unihan as a text::TableFile. Section "han": character -> four fields between tabs: pinyin
/// without tones (v for ü), on readings in kana sounds, kun readings, hangul; each between blanks,
/// the usual one first. Section "variant": character -> the character that stands for its class.
[[nodiscard]] std::string unihan_table(std::istream& readings, std::istream& variants);

}  // namespace tools
