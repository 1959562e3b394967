#include <array>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

/// Why a firm is listed besides its risk, what stands in the way of an alert
/// ("problem.<word of alert::Problem>"), and what the program itself says to receivers.
constexpr auto alert_phrases = std::to_array<PhraseRow>({
    {"added_by_person", "担当者が加えました。", "Was added by a person."},
    {"problem.no_contrary_evidence", "反対の証拠が書かれていません。",
     "What speaks against it is not written."},
    {"problem.own_draft", "自分が書いた、または直した案は承認できません。",
     "Who wrote or edited a draft cannot approve it."},
    {"problem.own_vetting", "自分が背景を確かめた報告に基づく案は承認できません。",
     "Who vetted the context of a source cannot approve."},
    {"problem.source_not_opened", "承認する人が元の報告をまだ開いていません。",
     "The approver has not opened this source report."},
    {"problem.no_sources", "元になる報告がありません。", "It rests on no report."},
    {"problem.source_not_in_use", "元の報告が使用できる状態ではありません。",
     "A source report is not in use."},
    {"problem.source_suspected_false", "元の報告は虚偽の疑い（E）とされています。",
     "A source report is graded E, suspected false."},
    {"problem.person_on_one_report", "人物の記述には、独立した報告が二件以上必要です。",
     "A person may be described on two independent reports or more."},
    {"problem.person_needs_red", "人物の記述があるときは TLP:RED が必要です。",
     "With a person described it must be TLP:RED."},
    {"problem.fewer_than_five_firms", "場所と技術に当てはまる会社が五社に足りません。",
     "Fewer than five firms fit the place and technology."},
    {"problem.names_reporting_firm", "報告した会社、その事業所、または正確な場所が書かれています。",
     "It names the reporting firm, one of its sites or the exact place."},
    {"problem.too_exact_time", "日付が細かすぎます。月までにしてください。",
     "It states a day; the month is the finest allowed."},
    {"problem.held", "保留されているため、送れません。", "A hold stops the sending."},
    {"problem.notice_not_clear", "公のお知らせは TLP:CLEAR、PAP:CLEAR でなければなりません。",
     "A public notice must be TLP:CLEAR and PAP:CLEAR."},
    {"problem.no_expiry", "期限がないか、過ぎています。", "Its expiry is missing or past."},
    {"problem.text_missing", "日本語と英語のどちらかが欠けています。",
     "A text is missing in one of the languages."},
    {"problem.no_audience", "届け先がありません。", "It would reach nobody."},
    {"problem.warning_to_reporting_firm",
     "報告した会社には、警戒情報ではなく注意喚起を送ってください。",
     "A firm that reported gets a caution, not the warning."},
    {"alert_expired", "このお知らせの期限が来ました。これからは参考としてお読みください。",
     "This message has reached its expiry. From now on please read it as background only."},
});

}  // namespace

std::span<const PhraseRow> alert_rows() {
  return alert_phrases;
}

}  // namespace render
