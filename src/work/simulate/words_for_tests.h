#pragma once

#include <string>

#include "work/simulate/words.h"

/// Small tables of the same shape as those of data/simulation; everybody in them is fictional.
namespace simulate {

[[nodiscard]] inline std::string fragments_for_tests() {
  std::string text = "lang\tside\tscene\ttheme\ttext\n";
  for (const std::string lang : {"ja", "en"}) {
    for (const std::string scene : {"probe", "develop", "test", "task", "run", "coerce", "end"})
      text += lang + "\thostile\t" + scene + "\tany\t" + scene + " of {thing} for {amount}.\n";
    for (const std::string theme : {"street", "network"})
      text += lang + "\thostile\topen\t" + theme + "\t{name} of {employer} {when} at {place}.\n";
    for (const std::string scene : {"open", "middle", "end"})
      text += lang + "\tbenign\t" + scene + "\ttourist\t{name} {scene} in {field}.\n";
  }
  return text;
}

/// The views of WordTables point into texts that live as long as the program.
[[nodiscard]] inline WordTables tables_for_tests() {
  static const std::string fragments = fragments_for_tests();
  return {fragments,
          "forms\nSergey Fictional|セルゲイ|S.\nMei Sample|メイ\nHans Example|H. Example\n",
          "ja\ten\n架空貿易\tFictional Trading\n例示研究所\tSample Institute\n",
          "field\tja_field\ten_field\tja_thing\ten_thing\n"
          "battery\t電池\tbatteries\t配合表\ta recipe\nsensors\tレーダー\tradar\t図面\ta drawing\n",
          "area\tlat\tlon\tja\ten\n13101\t35.69\t139.75\t千代田区\tChiyoda\n"
          "27127\t34.7\t135.5\t大阪市北区\tOsaka\n",
          "kind\tja\ten\ncafe\t喫茶店\ta café\nstreet\t路上\ta street\n"};
}

[[nodiscard]] inline Words words_for_tests() {
  return *parse_words(tables_for_tests());
}

}  // namespace simulate
