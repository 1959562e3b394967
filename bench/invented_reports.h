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
    report.narrative = narrative(is_japanese, name);
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

  std::string narrative(bool is_japanese, const std::string& name) {
    return is_japanese ? narrative_ja(name) : narrative_en(name);
  }

  std::string narrative_ja(const std::string& name) {
    static constexpr std::string_view openings[] = {
        "展示会の会場で、来場者を名乗る男性から名刺交換を求められました。",
        "退社後、駅前の路上で道を尋ねられ、案内すると礼をしたいと言われました。",
        "転職サイトを通じて、有償の聞き取り調査への協力を依頼されました。"};
    static constexpr std::string_view middles[] = {
        "何度か食事に誘われ、毎回先方が代金を支払いました。最初は世間話でしたが、次第に担当している"
        "装置の性能や取引先について詳しく質問されるようになりました。",
        "連絡は電話ではなく直接会って次の日時を決めるやり方でした。公開されている資料を渡すと、謝礼"
        "と"
        "して現金三万円を封筒で渡されました。",
        "会うことは会社には内緒にしてほしいと言われました。次回は社内限定の技術資料を見せてほしいと"
        "頼まれ、断ると別の同僚を紹介するよう求められました。"};
    auto text = pick(openings);
    text += fmt::format("相手は「{}」と名乗り、貿易会社の調査担当だと説明しました。", name);
    text += pick(middles) + pick(middles);
    text += fmt::format("{}月{}日に最後に会い、その後は連絡を取っていません。", 1 + below(11),
                        1 + below(28));
    return text;
  }

  std::string narrative_en(const std::string& name) {
    static constexpr std::string_view openings[] = {
        "At an exhibition a visitor asked me for my business card and praised our stand. ",
        "On my way home a man asked me the way to the station and wanted to thank me with a "
        "drink. ",
        "Through a professional network I was asked to take part in a paid expert interview. "};
    static constexpr std::string_view middles[] = {
        "We met for dinner several times and he always paid. At first it was small talk, later he "
        "asked in detail about the performance of the equipment I work on and about customers. ",
        "He never wrote or called: the next meeting was always fixed in person. When I gave him a "
        "public brochure he handed me an envelope with 30,000 yen. ",
        "He asked me not to tell my company. Next time I should bring an internal document; when I "
        "refused he asked me to introduce a colleague instead. "};
    auto text = pick(openings);
    text += fmt::format("He called himself {} and said he did research for a trading firm. ", name);
    text += pick(middles) + pick(middles) + pick(middles);
    text += fmt::format("We last met on 2026-{:02}-{:02}. ", 1 + below(11), 1 + below(28));
    return text;
  }

  model::Persona persona(bool is_japanese, const std::string& name) {
    static constexpr std::string_view builds[] = {"slim", "medium", "stout"};
    model::Persona persona;
    persona.names = {{name, model::NameCertainty::heard}};
    persona.claimed.employer = is_japanese ? fmt::format("架空貿易第{}株式会社", below(400))
                                           : fmt::format("Fictional Trading {} Ltd.", below(400));
    persona.claimed.title = is_japanese ? "調査担当" : "research associate";
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
