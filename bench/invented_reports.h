#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ground/model/report.h"

/// Invented reports for measuring: everybody and everything in them is fictional.
namespace bench {

/// Municipality codes of Tokyo (JIS X 0402).
inline std::string municipality(std::size_t number) {
  static constexpr std::string_view codes[] = {
      "13101", "13102", "13103", "13104", "13105", "13106", "13107", "13108", "13109", "13110",
      "13111", "13112", "13113", "13114", "13115", "13116", "13117", "13118", "13119", "13120",
      "13121", "13122", "13123", "13201", "13202", "13203", "13204", "13205", "13206", "13207",
      "13208", "13209", "13210", "13211", "13212", "13213", "13214", "13215", "13218", "13219",
      "13220", "13221", "13222", "13223", "13224", "13225", "13227", "13228", "13229"};
  return std::string(codes[number % std::size(codes)]);
}
inline constexpr std::size_t municipalities = 49;

/// Reports of about 2 kB as JSON: a narrative in Japanese or English, one or two encounters, one
/// persona with one of about twelve thousand names, an employer, and often a telephone or an
/// address; so names, employers and scripts recur, and there is something to match. Deterministic.
class InventedReports {
 public:
  explicit InventedReports(unsigned seed = 20'261'121) : random_(seed) {}

  model::Report next() {
    model::Report report;
    const bool is_japanese = below(3) != 0;
    const auto name = new_name(is_japanese);
    report.language = is_japanese ? "ja" : "en";
    report.from.capacity = model::Capacity::employee;
    report.from.reporter_role = is_japanese ? "開発部の担当者" : "engineer in development";
    report.how_learned = model::HowLearned::own_experience;
    report.narrative = is_japanese ? narrative_ja(name) : narrative_en(name);
    report.personas.push_back(persona(is_japanese, name));
    const auto meetings = 1 + below(2);
    for (std::size_t meeting = 0; meeting < meetings; ++meeting)
      report.encounters.push_back(encounter(is_japanese));
    report.response =
        is_japanese ? "返事をせず、上司に相談しました。" : "I did not answer and told my superior.";
    return report;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  template <std::size_t Count>
  std::string pick(const std::string_view (&texts)[Count]) {
    return std::string(texts[below(Count)]);
  }

  std::string new_name(bool is_japanese) {
    static constexpr std::string_view given[] = {"Sergey", "Anna",  "Mikhail", "Elena",  "Viktor",
                                                 "Olga",   "Pavel", "Irina",   "Dmitri", "Marina"};
    static constexpr std::string_view family[] = {"Ivanov",    "Petrov", "Sokolov", "Smirnov",
                                                  "Kuznetsov", "Novak",  "Orlov",   "Belov"};
    static constexpr std::string_view given_ja[] = {"健一", "美咲", "浩二", "由美", "大輔",
                                                    "直子", "修",   "恵子", "隆",   "綾"};
    static constexpr std::string_view family_ja[] = {"架空田", "例示山", "仮名川", "試験野",
                                                     "見本沢", "想定島", "例谷",   "仮村"};
    static constexpr std::string_view syllables[] = {"ka", "re", "mi", "to", "sa",
                                                     "no", "vi", "la", "du", "ze"};
    if (is_japanese && below(2) == 0)
      return pick(family_ja) + pick(syllables) + pick(syllables) + " " + pick(given_ja);
    return pick(given) + " " + pick(family) + pick(syllables) + pick(syllables);
  }

  /// Sentences that tell something, a few of many, between sentences that tell nothing.
  template <std::size_t Telling, std::size_t Idle>
  std::string narrative(const std::string& opening, const std::string_view (&telling)[Telling],
                        const std::string_view (&idle)[Idle]) {
    auto text = opening;
    const auto count = 1 + below(3);
    for (std::size_t sentence = 0; sentence < count; ++sentence)
      text += pick(telling) + pick(idle) + pick(idle);
    return text;
  }

  std::string narrative_ja(const std::string& name) {
    static constexpr std::string_view telling[] = {
        "展示会の会場で名刺交換を求められました。",
        "退社後、駅前の路上で道を尋ねられ、案内すると礼をしたいと言われました。",
        "転職サイトを通じて、有償の聞き取り調査への協力を依頼されました。",
        "何度か食事に誘われ、毎回先方が代金を支払いました。",
        "担当している装置の性能について詳しく質問されました。",
        "取引先の名前と納期を聞かれました。",
        "次に会う日時はいつもその場で口頭で決められました。",
        "謝礼として現金三万円を封筒で渡されました。",
        "会うことは会社には内緒にしてほしいと言われました。",
        "社内限定の技術資料を見せてほしいと頼まれました。",
        "別の同僚を紹介してほしいと求められました。",
        "論文を読んだとメールで連絡があり、共同研究を持ちかけられました。"};
    static constexpr std::string_view idle[] = {
        "その日は雨が降っていて、店はとても混んでいました。",
        "話は季節の話題や休日の過ごし方から始まりました。",
        "相手は紺色の上着を着て、黒い革の鞄を持っていました。",
        "周りに知り合いはいませんでした。",
        "会話は三十分ほどで終わり、駅の改札で別れました。",
        "当時は特に気に留めていませんでしたが、後から気になりました。",
        "店の名前ははっきり覚えていませんが、二階にある静かな店でした。",
        "天気や通勤の話をしばらくした後、飲み物を注文しました。"};
    auto text = narrative(fmt::format("相手は「{}」と名乗りました。", name), telling, idle);
    return text + fmt::format("{}月{}日に最後に会いました。", 1 + below(11), 1 + below(28));
  }

  std::string narrative_en(const std::string& name) {
    static constexpr std::string_view telling[] = {
        "At an exhibition I was asked for my business card. ",
        "On my way home I was asked the way to the station and thanked with a drink. ",
        "Through a professional network I was asked to take part in a paid expert interview. ",
        "We met for dinner several times and my companion always paid. ",
        "There were detailed questions about the performance of the equipment I work on. ",
        "I was asked for the names of our customers and their delivery dates. ",
        "The next meeting was always fixed in person, never by telephone. ",
        "I was handed an envelope with 30,000 yen for my trouble. ",
        "I was asked not to tell my company that we meet. ",
        "I was asked to bring an internal document next time. ",
        "I was asked to introduce a colleague instead. ",
        "A mail about my paper proposed a joint study. "};
    static constexpr std::string_view idle[] = {
        "It was raining that day and the place was rather full. ",
        "At first we talked about the season and about holidays. ",
        "The visitor wore a dark blue jacket and carried a black leather bag. ",
        "Nobody else whom I know was there. ",
        "After half an hour we parted at the gates of the station. ",
        "I thought nothing of it then and only wondered later. ",
        "I do not remember the name of the place; it was quiet and on the second floor. ",
        "We talked about the weather and ordered something to drink. "};
    auto text = narrative(fmt::format("The name given to me was {}. ", name), telling, idle);
    return text + fmt::format("We last met on 2026-{:02}-{:02}. ", 1 + below(11), 1 + below(28));
  }

  model::Persona persona(bool is_japanese, const std::string& name) {
    static constexpr std::string_view builds[] = {"slim", "medium", "stout"};
    static constexpr std::string_view titles_ja[] = {"調査担当", "営業部長", "留学生", "記者",
                                                     "研究員",   "通訳",     "投資家", "採用担当"};
    static constexpr std::string_view titles_en[] = {
        "research associate", "sales manager", "student",  "reporter", "fellow",
        "interpreter",        "investor",      "recruiter"};
    model::Persona persona;
    persona.names = {{name, model::NameCertainty::heard}};
    persona.claimed.employer = is_japanese ? fmt::format("架空貿易第{}株式会社", below(3'000))
                                           : fmt::format("Fictional Trading {} Ltd.", below(3'000));
    persona.claimed.title = is_japanese ? pick(titles_ja) : pick(titles_en);
    persona.appearance.build = pick(builds);
    if (below(3) == 0)
      persona.phones = {fmt::format("090-{:04}-{:04}", below(10'000), below(10'000))};
    if (below(4) == 0) persona.emails = {fmt::format("contact{}@example.org", below(1'000'000))};
    if (below(4) == 0) persona.handles = {{"line", fmt::format("friend{}", below(1'000'000))}};
    return persona;
  }

  model::Encounter encounter(bool is_japanese) {
    static constexpr std::string_view acts[] = {
        "SP1", "SP2", "SP3", "AP1", "AP2", "AP3", "AP4", "AP5", "CV1", "CV2", "AS1", "AS2", "AS3",
        "DV1", "DV2", "DV3", "DV4", "DV5", "TE1", "TE2", "TE3", "TA1", "TA2", "TA3", "HA1", "HA2"};
    static constexpr std::string_view said_ja[] = {
        "お礼に一杯いかがですか",         "駅までの道を教えてください",
        "名刺をいただけますか",           "市場調査にご協力いただけませんか",
        "御社の製品に興味があります",     "日本語を教えてもらえませんか",
        "この近くに良い店はありますか",   "講演をお願いできませんか",
        "転職に関心はおありですか",       "論文を読んで連絡しました",
        "以前どこかでお会いしましたよね", "写真を撮っていただけますか"};
    static constexpr std::string_view said_en[] = {"May I buy you a drink to thank you?",
                                                   "Could you show me the way to the station?",
                                                   "May I have your business card?",
                                                   "Would you join a market survey?",
                                                   "I am interested in your products.",
                                                   "Could you teach me some Japanese?",
                                                   "Is there a good restaurant near here?",
                                                   "Would you give us a paid lecture?",
                                                   "Are you open to a new position?",
                                                   "I read your paper with great interest.",
                                                   "Have we not met before?",
                                                   "Would you take a picture of us?"};
    model::Encounter encounter;
    encounter.when = model::exact_day(base::Day{std::chrono::days{19'300 + below(1'400)}});
    encounter.place.area = municipality(below(municipalities));
    encounter.place.kind = static_cast<model::PlaceKind>(below(8));
    encounter.place.text = is_japanese ? "駅前の喫茶店" : "a café in front of the station";
    encounter.channel = model::Channel::in_person;
    encounter.said = is_japanese ? pick(said_ja) : pick(said_en);
    encounter.personas = {0};
    encounter.asked_about = {model::Topic::technology, model::Topic::colleagues};
    encounter.offered = {{is_japanese ? "食事" : "a meal", model::OfferKind::meal}};
    encounter.behaviours = {pick(acts)};
    if (const auto second = pick(acts); second != encounter.behaviours.front())
      encounter.behaviours.push_back(second);
    encounter.next_fixed_by = model::NextFixedBy::in_person;
    return encounter;
  }

  std::mt19937 random_;
};

}  // namespace bench
