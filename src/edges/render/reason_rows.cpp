#include <array>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

constexpr auto assessment = std::to_array<PhraseRow>({
    {"indicator", "{i0}：{t1}", "{i0}: {t1}"},
    {"counter", "無害な見方を支える点　{i0}：{t1}", "For an innocent reading: {i0}: {t1}"},
    {"combination", "組み合わせ {0}：{i1+}", "Combination {0}: {i1+}"},
    {"weight_one_alone", "{i0}：これだけではふつうの会話と区別できないため、数えません。",
     "{i0}: alone it cannot be told from ordinary talk, so it does not count."},
    {"stage", "段階「{s0}」の根拠：{i1+}", "Stage \"{s0}\" rests on: {i1+}"},
    {"threat", "脅しや圧力があるため、報告者の安全を最優先にします。",
     "There is a threat or pressure: the reporter's safety comes first."},
    {"protected_stop", "{i0}：第二の読み手が判断するまで、点数にしません。",
     "{i0}: nothing is scored until a second reader decides."},
    {"no_acts", "接触の手口にあたる行為は見当たりませんでした。",
     "No act that belongs to a known approach was found."},
    {"several_reports", "{0}件の報告が同じ手口を伝えています。",
     "{0} reports tell of the same script."},
});

constexpr auto risk = std::to_array<PhraseRow>({
    {"risk_technology", "尋ねられた技術を扱っています：{i0}",
     "Works on what was asked about: {i0}"},
    {"risk_near", "接触があった場所から{0}km以内に事業所があります。",
     "Has a site within {0} km of a contact."},
    {"risk_near_firm", "報告のあった会社から{0}km以内に事業所があります。",
     "Has a site within {0} km of a firm that reported."},
    {"risk_region", "接触があった場所か報告のあった会社から{0}km以内に事業所があります。",
     "Has a site within {0} km of a contact or of a firm that reported."},
    {"risk_same_ward", "接触があった市区町村に事業所があります。",
     "Has a site in a municipality where a contact took place."},
    {"risk_sector", "報告のあった会社と同じ業種です。",
     "Is in the same sector as a firm that reported."},
    {"risk_same_script", "以前の報告が同じ手口に似ています：{i0}",
     "An earlier report of theirs resembles the same method: {i0}"},
    {"risk_shared_acts", "以前の報告と行為が重なります：{i0+}",
     "An earlier report of theirs shares these acts: {i0+}"},
    {"own_staff", "自社の従業員が接触を受けました。", "Their own staff were contacted."},
});

constexpr auto all = [] {
  std::array<PhraseRow, assessment.size() + risk.size()> joined{};
  std::size_t at = 0;
  for (const auto& row : assessment)
    joined[at++] = row;
  for (const auto& row : risk)
    joined[at++] = row;
  return joined;
}();

}  // namespace

std::span<const PhraseRow> reason_rows() {
  return all;
}

}  // namespace render
