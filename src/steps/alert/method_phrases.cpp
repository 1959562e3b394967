#include <array>

#include <fmt/format.h>

#include "steps/alert/phrase.h"
#include "steps/alert/phrases.h"

namespace alert {
namespace {

constexpr std::array methods{
    Phrase{
        "PB1",
        "会社や寮の近くの路上で、道や店を尋ねて声を掛け、案内のお礼として飲食に誘い、連絡先を"
        "聞き出します。所属は明かさないか、確かめられません。会う回数を重ねた後に、まず公開資料を"
        "謝礼付きで頼み、次に社外に出せない資料を求めます。",
        "Somebody asks the way or for a place to eat near the firm, invites the helper to a meal "
        "to say thanks, and asks for contact details. The employer stays hidden or cannot be "
        "checked. After some meetings comes a paid request for public material, then for papers "
        "that must not leave the firm."},
    Phrase{"PB2",
           "展示会やセミナーで名刺を交換し、コンサルタントなどを名乗って個人的に連絡してきます。"
           "個別の会食を重ね、公開資料の依頼から非公開の資料の依頼へ移り、謝礼を渡します。",
           "Cards are exchanged at an exhibition or seminar, then somebody who claims to be a "
           "consultant writes in private. Meals for two follow; requests move from public papers "
           "to non-public ones, with thanks in money."},
    Phrase{"PB3",
           "ビジネス用SNSや求人サイトで、採用担当者などを名乗って連絡してきます。個人用の"
           "メッセージアプリへ移るよう求め、簡単な有料の報告や費用先方負担の渡航を勧め、勤務先の"
           "内部の話へ進みます。",
           "A message arrives on a professional network or job site from somebody who claims to "
           "recruit. The talk is moved to a private channel; an easy paid report or a paid trip is "
           "offered, and the questions turn to matters inside the firm."},
    Phrase{"PB4",
           "調査会社や研究機関を名乗り、短い報告書に高い報酬を示します。引き受けると質問の一覧が"
           "届き、内容が次第に勤務先の内部へ向かいます。",
           "A client who claims to be a research firm or think tank pays well for a short report. "
           "Once that is done a list of questions arrives, and its items move step by step to "
           "matters inside the employer."},
    Phrase{"PB5",
           "費用先方負担の講演や技術交流に招き、専門性を高く評価して見せます。滞在中や準備の"
           "やりとりで、質問が勤務先の技術の細部へ移り、資料の持参を求めます。",
           "An invitation to lecture or to exchange knowledge comes with all costs paid and much "
           "praise. In the preparation or on the spot the questions move to details of the "
           "employer's technology, and files are to be brought along."},
    Phrase{
        "PB6",
        "技術情報の交換や、在職したままの顧問就任を持ち掛けます。先に相手側の情報を渡すと約束し、"
        "見返りに勤務先の技術を求めます。",
        "An exchange of technology, or a side post as adviser, is offered. The other side "
        "promises to give first and asks for the employer's technology in return."},
    Phrase{"PB7",
           "翻訳や文献収集の仕事として公開文献を頼み、対価を現金で渡します。長く続けるうちに、"
           "入手しにくい資料や、人を介した受け渡しを求めます。",
           "Translation or literature work on public papers is ordered and paid in cash. Over time "
           "the papers become harder to get, and they are to be handed over in person or through "
           "somebody else."},
    Phrase{
        "PB8",
        "悩みや待遇の話をよく聞き、食事や贈り物を重ねて恩義を感じさせます。十分に親しくなった後で、"
        "小さな資料の依頼を切り出します。",
        "A good listener takes an interest in worries and pay, and builds a feeling of debt with "
        "meals and gifts. When the tie is close a small request for papers comes up."},
    Phrase{
        "PB9",
        "投資家や金融関係者を名乗って業界の話を聞きたいと頼み、謝礼を払います。質問は市場の話から"
        "開発や取引先の細部へ移ります。",
        "Somebody who claims to invest or to work in finance pays for talks about the trade. The "
        "questions move from the market to details of development and customers."},
    Phrase{
        "PB10",
        "親しくなった相手が、転勤や帰任を理由に後任や友人を紹介します。紹介された人が会食を"
        "引き継ぎ、同じ事柄に関心を示し、依頼を続けます。",
        "A friend of some months says that he moves on and introduces a successor or another "
        "friend. The new contact keeps up the meals, has the same interests and goes on with the "
        "requests."},
    Phrase{"PB11",
           "好条件の採用を装って連絡し、選考の課題や募集要項としてファイルやアプリを送ってきます。"
           "会社の端末で開かせることがねらいです。",
           "A message offers a very good post and brings a file or an application as test task or "
           "job description. The aim is that it is opened on a machine of the firm."},
};

constexpr Phrase any_method{
    "", "業務外の場で従業員に近づき、個人的な関係をつくってから、勤務先の情報を少しずつ求めます。",
    "Somebody approaches staff outside work, builds a private tie, and then asks for matters of "
    "the "
    "employer bit by bit."};

constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

}  // namespace

model::Bilingual method_sentence(std::string_view playbook) {
  for (const auto& phrase : methods)
    if (phrase.id == playbook) return {std::string(phrase.ja), std::string(phrase.en)};
  return {std::string(any_method.ja), std::string(any_method.en)};
}

model::Bilingual month_words(base::Day day) {
  std::chrono::year_month_day date{day};
  auto year = static_cast<int>(date.year());
  auto month = static_cast<unsigned>(date.month());
  return {fmt::format("{}年{}月", year, month),
          fmt::format("{} {}", month_names.at(month - 1), year)};
}

model::Bilingual join_words(const std::vector<model::Bilingual>& words) {
  model::Bilingual joined;
  for (const auto& word : words) {
    joined.ja += (joined.ja.empty() ? "" : "、") + word.ja;
    joined.en += (joined.en.empty() ? "" : ", ") + word.en;
  }
  return joined;
}

}  // namespace alert
