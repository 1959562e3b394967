#include <array>

#include "steps/alert/phrase.h"
#include "steps/alert/phrases.h"

namespace alert {
namespace {

constexpr std::array phrases{
    Phrase{"SP1", "近所の人や配達、待ち合わせかもしれない",
           "a neighbour, a courier, somebody waiting"},
    Phrase{"SP2", "通常の採用活動や学会後の連絡かもしれない",
           "ordinary recruiting or a word after a conference"},
    Phrase{"SP3", "一斉の営業や本物の採用活動かもしれない",
           "a mass mailing or a genuine hiring campaign"},
    Phrase{"SP4", "営業先を探しているだけかもしれない", "sales staff looking for the right desk"},
    Phrase{"SP5", "小さくても実在する人材会社かもしれない", "a small but genuine agency"},
    Phrase{"AP1", "道を尋ねる旅行者は毎日いる", "visitors ask the way every day"},
    Phrase{"AP2", "展示会などでは普通の連絡先交換である", "networking is normal at trade events"},
    Phrase{"AP3", "礼儀や好意、営業の誘いかもしれない", "politeness, affection or a sales lunch"},
    Phrase{"AP4", "展示会はもともと知り合うための場である", "meeting people is what fairs are for"},
    Phrase{"AP5", "採用や専門家調査の連絡の多くは合法である",
           "most recruiter and expert-network mail is lawful"},
    Phrase{"AP6", "届け出た学術交流では珍しくない", "routine in declared academic exchange"},
    Phrase{"AP7", "通常の請負の仕事かもしれない", "ordinary freelance work"},
    Phrase{"CV1", "私生活を話したくないだけかもしれない", "somebody who values privacy"},
    Phrase{"CV2", "聞き違いや愛称、人違いかもしれない", "a misheard name, a nickname, a mix-up"},
    Phrase{"CV3", "好奇心の強い愛好家かもしれない", "a curious amateur"},
    Phrase{"CV4", "素性を出したくない利用者かもしれない", "a user who shows little of himself"},
    Phrase{"AS1", "友人としての関心かもしれない", "the interest of a friend"},
    Phrase{"AS2", "普通の社交辞令かもしれない", "ordinary courtesy"},
    Phrase{"AS3", "普通の会話でも起きる", "normal talk sounds the same"},
    Phrase{"AS4", "本物の顧客の関心かもしれない", "the interest of a real customer"},
    Phrase{"AS5", "規則を知らないだけかもしれない", "somebody who does not know the rule"},
    Phrase{"DV1", "友人や交際相手、接待かもしれない", "friends, a couple, business meals"},
    Phrase{"DV2", "もてなしの習慣かもしれない", "a custom of hosts"},
    Phrase{"DV3", "季節の贈り物の習慣かもしれない", "seasonal gifts"},
    Phrase{"DV4", "日常の連絡手段かもしれない", "an everyday habit"},
    Phrase{"DV5", "交際を内緒にしたいだけかもしれない", "a private romance or a surprise"},
    Phrase{"DV6", "所属の分かる相手なら普通の引き継ぎである",
           "a normal handover when the employer is known"},
    Phrase{"TE1", "顧客がカタログを求めただけかもしれない", "a customer who wants a catalogue"},
    Phrase{"TE2", "専門家調査の謝礼は高いことがある", "expert networks do pay well"},
    Phrase{"TE3", "市場調査かもしれない", "a market survey"},
    Phrase{"TE4", "取材やコンサルティングかもしれない", "journalism or consulting"},
    Phrase{"TA1", "購買部門を通した秘密保持契約の取引先かもしれない",
           "a supplier under a confidentiality contract"},
    Phrase{"TA2", "普通の会話かもしれない", "ordinary conversation"},
    Phrase{"TA3", "契約のある情報システム業者かもしれない", "an IT vendor under contract"},
    Phrase{"TA4", "書類のある正規の謝金かもしれない", "a fee with proper papers"},
    Phrase{"TA5", "契約に基づく共同開発かもしれない", "joint development under contract"},
    Phrase{"TA6", "届け出た副業かもしれない", "declared side work"},
    Phrase{"HA1", "連絡先を持たない習慣の人もまれにいる", "a rare habit of some people"},
    Phrase{"HA2", "不安や用心からかもしれない", "anxiety or caution"},
    Phrase{"HA3", "職場での普通の媒体の受け渡しかもしれない", "a normal exchange of media at work"},
    Phrase{"HA4", "会社の貸与端末かもしれない", "a device on loan from a company"},
    Phrase{"CO3", "執着や借金の取り立てかもしれないが、それも相談の対象である",
           "stalking or debt collection, which should be reported too"},
    Phrase{"CY1", "本物の採用課題かもしれない", "a genuine coding test"},
    Phrase{"OR1", "見学の決まりを誤解しただけかもしれない", "confusion over the rules of a visit"},
};

}  // namespace

std::optional<model::Bilingual> innocent_phrase(std::string_view indicator) {
  for (const auto& phrase : phrases)
    if (phrase.id == indicator)
      return model::Bilingual{std::string(phrase.ja), std::string(phrase.en)};
  return std::nullopt;
}

}  // namespace alert
