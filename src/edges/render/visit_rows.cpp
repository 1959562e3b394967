#include <array>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

/// Why a firm is worth a visit, what must not be said there, what a meeting speaks of, and what
/// helps in a consultation.
constexpr auto visit_phrases = std::to_array<PhraseRow>({
    {"visit_unanswered", "返答のない注意・警告が{0}件あります（最も古いものは{1}日前）。",
     "Alerts without an answer: {0}, the oldest for {1} days."},
    {"visit_promise_late", "期限を過ぎた約束が残っています（訪問{0}回分）。",
     "Visits with a promise that is overdue: {0}."},
    {"visit_near", "この半年に、同じ市区町村で接触の報告が{0}件ありました。",
     "Contacts reported in its municipality in the last half year: {0}."},
    {"visit_alike", "この半年に、同じ技術を扱うほかの会社で接触の報告が{0}件ありました。",
     "Contacts reported by other firms of its technology in the last half year: {0}."},
    {"visit_never", "まだ一度も訪問していません。", "Was never visited."},
    {"visit_long_ago", "前回の訪問から{0}日たっています。", "The last visit was {0} days ago."},
    {"visit_recent", "{0}日前に訪問したばかりです。", "Was visited {0} days ago."},
    {"visit_untold", "まだ伝えていない手口が{1}件中{0}件あります。",
     "Methods it has not been told yet: {0} of {1}."},
    {"visit_lessons", "まだ伝えていない教訓が{1}件中{0}件あります。",
     "Lessons it has not been told yet: {0} of {1}."},
    {"visit_technology", "扱う技術：{i0+}", "Works on: {i0+}"},
    {"visit_sites", "{0}の市区町村に事業所があります。", "Has sites in {0} municipalities."},
    {"unsaid_who_reported", "この会社の誰かが報告したかどうかは、あるともないとも言わない。",
     "Never say whether anybody of this firm reported, neither yes nor no."},
    {"unsaid_other_firms", "ほかの会社の名前、場所、日付は言わない。手口だけを話す。",
     "Name no other firm, place or day. Speak of the method only."},
    {"unsaid_other_alerts", "この一覧にない注意・警告や捜査には触れない。",
     "Speak of no alert or inquiry that is not listed here."},
    {"unsaid_origin",
     "国籍、民族、宗教、組合、家族、政治的な考えは、尋ねず、手がかりとして話さない。",
     "Neither ask about nor point to nationality, ethnicity, religion, union, family or politics."},
    {"unsaid_first_text", "訂正された注意・警告は、訂正後の内容だけを話す。",
     "Of an alert that was corrected, tell the corrected text only."},
    {"agenda_coverage", "この一年に、{1}社のうち{0}社を訪問しました。",
     "Visited in the last year: {0} of {1} firms."},
    {"agenda_overdue", "期限を過ぎた作業が{0}件以上あります。",
     "Tasks past their time: {0} or more."},
    {"agenda_unanswered",
     "返答のない注意・警告が{0}件以上あります（五社以上が{1}日以上返答していません）。",
     "Alerts without an answer: {0} or more; five firms or more have not answered for {1} days."},
    {"agenda_reports", "前回の会議から報告が{0}件以上あります。",
     "Reports since the last meeting: {0} or more."},
    {"agenda_concern", "そのうち{0}件以上は懸念以上です。",
     "Of them, of concern or higher: {0} or more."},
    {"agenda_lessons", "前回の会議から承認された教訓が{0}件あります。",
     "Lessons approved since the last meeting: {0}."},
    {"agenda_tasks", "これまでの会議で決まった作業のうち、{0}件に返答がありません。",
     "Tasks of earlier meetings without an answer: {0}."},
    {"coaching_welfare_first", "会社はまず本人と家族の安全を確かめる。事情を聞くのはその後にする。",
     "The firm sees to the safety of the person and the family first, and asks questions later."},
    {"coaching_no_blame", "本人を責めない。話してくれたことに礼を言う。",
     "Do not blame the person; say thank you for telling."},
    {"coaching_no_hunt", "誰が知らせたかを探さない。探すことは法律で禁じられている。",
     "Do not look for who told: the law forbids it."},
    {"coaching_one_person", "社内で知る人を一人か二人に絞り、記録を別に保管する。",
     "Let one or two people in the firm know, and keep the file apart."},
    {"coaching_no_rash_dismissal",
     "すぐに処分や解雇をしない。早く話すほうが損だと思われると、次の人が黙る。",
     "No rash punishment or dismissal: where telling early costs most, the next one stays silent."},
    {"secret_protected", "営業秘密の三つの要件（秘密管理性・有用性・非公知性）がそろっています。",
     "All three marks of a trade secret hold: managed as secret, useful, not public."},
    {"secret_missing_managed", "秘密として管理されていません。表示、鍵、閲覧制限を勧めてください。",
     "It is not managed as secret: advise marking, locks and limited access."},
    {"secret_missing_useful", "事業に役立つ情報ではないため、営業秘密にはあたりません。",
     "It is of no use to the business, so it is no trade secret."},
    {"secret_missing_not_public", "公になっているため、営業秘密にはあたりません。",
     "It is public, so it is no trade secret."},
    {"secret_unknown_managed", "秘密として管理されているか、まだ確かめていません。",
     "Whether it is managed as secret is still to be asked."},
    {"secret_unknown_useful", "事業に役立つ情報か、まだ確かめていません。",
     "Whether it is useful to the business is still to be asked."},
    {"secret_unknown_not_public", "公になっていないか、まだ確かめていません。",
     "Whether it is not public is still to be asked."},
    {"not_asked_origin", "「{0}」：国籍や出身は尋ねず、手がかりにもしません。",
     "\"{0}\": nationality and origin are neither asked nor used."},
    {"not_asked_religion", "「{0}」：信仰は尋ねず、手がかりにもしません。",
     "\"{0}\": faith is neither asked nor used."},
    {"not_asked_union", "「{0}」：組合のことは尋ねず、手がかりにもしません。",
     "\"{0}\": union membership is neither asked nor used."},
    {"not_asked_politics", "「{0}」：政治的な考えは尋ねず、手がかりにもしません。",
     "\"{0}\": political opinions are neither asked nor used."},
    {"not_asked_family", "「{0}」：戸籍や親族のことは尋ねず、手がかりにもしません。",
     "\"{0}\": family and relatives are neither asked nor used."},
    {"not_asked_health", "「{0}」：健康や性的指向のことは尋ねず、手がかりにもしません。",
     "\"{0}\": health and orientation are neither asked nor used."},
    {"never_asked",
     "国籍、民族、宗教、組合、政治的な考え、戸籍、健康は尋ねません。相手が何をしたかだけを尋ねます"
     "。",
     "Never ask about nationality, ethnicity, religion, union, politics, family register or "
     "health. "
     "Ask only what the contact did."},
});

}  // namespace

std::span<const PhraseRow> visit_rows() {
  return visit_phrases;
}

}  // namespace render
