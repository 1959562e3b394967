#include <array>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

/// Why a row of a log stands beside a watched party, and what a run of `screen` says.
constexpr auto screen_phrases = std::to_array<PhraseRow>({
    {"screen_name.equal", "氏名が同じ：{0}", "same name: {0}"},
    {"screen_name.alike", "氏名が似ている：{1}（リストでは{0}）",
     "similar name: {1} (listed: {0})"},
    {"screen_name.sounds", "文字は違うが氏名の音が近い：{1}（リストでは{0}）",
     "the name sounds alike in other letters: {1} (listed: {0})"},
    {"screen_name.weak", "氏名の一部だけが合う：{1}（リストでは{0}）",
     "only a part of the name agrees: {1} (listed: {0})"},
    {"screen_name.differs", "氏名は違う：{1}（リストでは{0}）",
     "but another name: {1} (listed: {0})"},
    {"screen_birth_date.equal", "生年月日が同じ：{0}", "same birth date: {0}"},
    {"screen_birth_date.alike", "生年月日がほぼ同じ：{1}（リストでは{0}）",
     "nearly the same birth date: {1} (listed: {0})"},
    {"screen_birth_date.differs", "生年月日は違う：{1}（リストでは{0}）",
     "but another birth date: {1} (listed: {0})"},
    {"screen_phone.equal", "電話番号が同じ：{1}", "same telephone number: {1}"},
    {"screen_phone.alike", "電話番号がほぼ同じ：{1}（リストでは{0}）",
     "nearly the same telephone number: {1} (listed: {0})"},
    {"screen_phone.differs", "電話番号は違う：{1}", "but another telephone number: {1}"},
    {"screen_email.equal", "メールアドレスが同じ：{0}", "same e-mail address: {0}"},
    {"screen_email.alike", "メールアドレスがほぼ同じ：{1}（リストでは{0}）",
     "nearly the same e-mail address: {1} (listed: {0})"},
    {"screen_email.differs", "メールアドレスは違う：{1}", "but another e-mail address: {1}"},
    {"screen_handle.equal", "アカウントが同じ：{1}", "same account: {1}"},
    {"screen_handle.alike", "アカウントがほぼ同じ：{1}（リストでは{0}）",
     "nearly the same account: {1} (listed: {0})"},
    {"screen_handle.differs", "アカウントは違う：{1}", "but another account: {1}"},
    {"screen_employer.equal", "勤務先が同じ：{1}", "same employer: {1}"},
    {"screen_employer.alike", "勤務先が似ている：{1}（リストでは{0}）",
     "similar employer: {1} (listed: {0})"},
    {"screen_employer.differs", "勤務先は違う：{1}（リストでは{0}）",
     "but another employer: {1} (listed: {0})"},
    {"screen_place.equal", "住所の地域が同じ：{1}", "same place: {1}"},
    {"screen_place.alike", "住所の地域がほぼ同じ：{1}（リストでは{0}）",
     "nearly the same place: {1} (listed: {0})"},
    {"screen_place.differs", "住所の地域は違う：{1}（リストでは{0}）",
     "but another place: {1} (listed: {0})"},
    {"screen_name_only", "合うのは氏名だけです。氏名だけでは同一人物とは言えません",
     "nothing but the name agrees; a name alone says nothing"},
    {"screen_gap", "、", "; "},
    {"screen_progress", "{0}行を照合、該当{1}件", "{0} rows screened, {1} hits"},
    {"screen_summary",
     "{0}行を{1}件のリストと照合しました。該当{2}件。氏名だけが合う{3}件は除きました",
     "{0} rows screened against {1} watched; {2} hits; {3} that agree in nothing but the "
     "name were "
     "left out"},
    {"screen_summary_with_names",
     "{0}行を{1}件のリストと照合しました。該当{2}件。ほかに氏名だけが合う{3}件",
     "{0} rows screened against {1} watched; {2} hits; beside them {3} that agree in "
     "nothing but "
     "the "
     "name"},
    {"screen_column_unused", "列「{0}」は使い方がわからないため、連絡先だけを探しました",
     "column \"{0}\" is not known: only contacts were looked for in it"},
    {"screen_skipped", "読めない{0}行を飛ばしました", "{0} rows that cannot be read were skipped"},
    {"screen_after",
     "該当は疑いの証明ではありません。結果はこの機械の外には送られていません。確認が済んだら消して"
     "ください",
     "A hit accuses nobody. The result stays on this machine and nothing was sent; delete it once "
     "it "
     "was looked at"},
});

}  // namespace

std::span<const PhraseRow> screen_rows() {
  return screen_phrases;
}

}  // namespace render
