// Says how well narratives are read that nothing was learned from; whether who somebody is moves
// anything; then how fast narratives of about 200 characters are read on one core, and the worst
// texts a sender may write.
// usage: bench_reading [FOLDER OR FILE of labelled narratives by other hands]
#include <algorithm>
#include <cstddef>
#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "edges/codec/tables_json.h"
#include "edges/codec/word_weights.h"
#include "ground/base/ensure.h"
#include "ground/text/folded_text.h"
#include "reading/entities.h"
#include "reading/measures.h"
#include "reading/swaps.h"
#include "reading/trials.h"
#include "work/engine/read.h"

namespace {

std::string load(const std::string& name) {
  std::ifstream file(KIZUKI_SOURCE_DIR "/data/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

engine::Knowledge make_knowledge() {
  auto table = codec::parse_indicator_table(load("indicators.json"));
  auto weights = codec::parse_word_weights(load("reading_weights.tsv"));
  base::ensure(table.has_value() && weights.has_value(), "the shipped tables are readable");
  return engine::Knowledge(*std::move(table), {}, *weights);
}

const engine::Knowledge& knowledge() {
  static const engine::Knowledge loaded = make_knowledge();
  return loaded;
}

/// Texts by other hands meet the shipped table as it is.
void print_table(const std::vector<reading::Labelled>& texts) {
  reading::print_head();
  for (const auto* language : {"ja", "en", ""}) {
    std::vector<reading::Judged> judged;
    for (const auto& text : texts)
      if (text.language == language || *language == 0)
        judged.push_back({&text, engine::read(text.text, std::nullopt, knowledge())});
    if (!judged.empty())
      reading::print_row(*language == 0 ? "all" : language, reading::measure(judged));
  }
}

void print_swaps(const std::vector<reading::Labelled>& texts) {
  std::size_t swaps = 0, changed = 0;
  for (const auto& text : texts)
    for (const auto& other : reading::swapped(text.text)) {
      ++swaps;
      if (reading::reads_the_same(text.text, other, knowledge())) continue;
      if (++changed <= 10) fmt::print("  {} changes: {}\n", text.id, other);
    }
  fmt::print("counterfactual swaps that change anything: {} of {}\n", changed, swaps);
}

/// Ten cases were kept apart while phrases were written: those whose hashes are lowest.
bool is_kept_apart(const nlohmann::json& cases, const std::string& id) {
  constexpr std::size_t kept_count = 10;
  const auto hash_of = [](const std::string& some) {
    return reading::hash_of("kizuki public cases 1:" + some);
  };
  const auto lower = std::ranges::count_if(cases, [&](const auto& one) {
    return !one.at("expected_highest_stage").is_null() &&
           hash_of(one.at("id").template get<std::string>()) < hash_of(id);
  });
  return static_cast<std::size_t>(lower) < kept_count;
}

/// The story of each public case as its steps tell it, against the stage that is known.
void print_cases() {
  const auto cases = nlohmann::json::parse(load("cases.json")).at("cases");
  struct {
    int right = 0, all = 0;
  } seen, kept;
  for (const auto& one : cases) {
    if (one.at("expected_highest_stage").is_null()) continue;
    const auto id = one.at("id").get<std::string>();
    auto& tally = is_kept_apart(cases, id) ? kept : seen;
    std::string story = one.at("first_contact").get<std::string>() + ".";
    for (const auto& step : one.at("steps"))
      story += " " + step.at("behaviour").get<std::string>() + ".";
    const auto read = engine::read(story, model::Language::en, knowledge());
    const bool is_right = base::word_of(read.stage) == one.at("expected_highest_stage");
    ++tally.all;
    tally.right += is_right;
    if (!is_right && &tally == &seen)
      fmt::print("  {}: {}, known {}\n", id, base::word_of(read.stage),
                 one.at("expected_highest_stage").get<std::string>());
  }
  fmt::print(
      "public cases, exactly the known highest stage: {} of {}; of these {} of {} were kept apart "
      "while phrases were written\n",
      seen.right + kept.right, seen.all + kept.all, kept.right, kept.all);
}

/// Code points a second of this thread's own processor time: the machine may be shared.
void measure(std::string_view name, const std::string& text) {
  constexpr double seconds_min = 0.5;
  const auto code_points = text::fold_text(text).original.size();
  std::size_t read = 0, indicators = 0;
  const std::clock_t start = std::clock();
  double seconds = 0;
  while (seconds < seconds_min) {
    indicators += engine::read(text, std::nullopt, knowledge()).indicators.size();
    read += code_points;
    seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
  fmt::print("{:<20} {:>6} code points {:>8.2f} M code points/s ({} indicators)\n", name,
             code_points, static_cast<double>(read) / seconds / 1e6,
             indicators * code_points / read);
}

const std::string hostile_ja =
    "先月の展示会で名刺を交換した男性から、後日二人で食事に誘われました。毎月一度ほど会うようになり"
    "、会計はいつも"
    "相手が済ませます。所属を尋ねても話をそらします。先週、公開されている資料のお礼だと言って封筒に"
    "入った3万円を"
    "渡されました。次は社内の手順書を見せてほしい、会社には言わないでほしいと頼まれ、次に会う日時は"
    "その場で"
    "決めました。電話番号は090-1234-5678です。どうすればよいでしょうか。";
const std::string hostile_en =
    "A man I met at a trade show in May 2024 keeps inviting me for dinner every month and always "
    "pays. He never says where he works. Last week he gave me an envelope with 30,000 yen for a "
    "brochure and asked me to bring the process sheet.";
const std::string harmless_ja =
    "昨日の夕方、工場の見学に来られたお客様をご案内しました。天気がよく、屋上からは海が見えました。"
    "担当の山本さんと一緒に製品の歴史を説明し、食堂で休憩した後、バスの時間まで近くの公園を散歩しま"
    "した。"
    "皆さん楽しそうで、また来年も来たいと話していました。写真は広報の掲示板に載せる予定です。"
    "来週は地元の小学生が見学に来るので、配る資料と帽子を今のうちに数えておきます。";

std::string repeated(const std::string& piece) {
  std::string text;
  while (text.size() < 64U << 10)
    text += piece;
  return text;
}

}  // namespace

int main(int count, char** words) {
  const auto texts = reading::load_corpus(count > 1 ? words[1] : KIZUKI_SOURCE_DIR "/data/corpus");
  if (count > 1) {
    print_table(texts);
  } else {
    reading::print_trials(texts, knowledge().table());
  }
  print_swaps(texts);
  print_cases();
  reading::print_entities(KIZUKI_SOURCE_DIR "/data/corpus/entities/sentences.jsonl");
  measure("hostile, Japanese", hostile_ja);
  measure("hostile, English", hostile_en);
  measure("harmless, Japanese", harmless_ja);
  measure("64 KiB of one cue", repeated("道を聞かれ"));
  measure("64 KiB of one word", repeated("asked "));
  measure("64 KiB of digits", repeated("1-"));
  measure("64 KiB of marks", repeated("か\u3099"));
}
