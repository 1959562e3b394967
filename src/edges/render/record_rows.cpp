#include <array>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

/// What the waterfall of `link --explain` says, line by line.
constexpr auto record_phrases = std::to_array<PhraseRow>({
    {"record_aspect.given", "名", "given name"},
    {"record_aspect.family", "姓", "family name"},
    {"record_aspect.middle", "ミドルネーム", "middle name"},
    {"record_aspect.suffix", "世代（Jr、Srなど）", "suffix (Jr, Sr)"},
    {"record_aspect.organisation", "組織の名前", "name of the organisation"},
    {"record_aspect.birth", "生年月日", "birth date"},
    {"record_aspect.phone", "電話番号", "telephone"},
    {"record_aspect.email", "メールアドレス", "e-mail"},
    {"record_aspect.handle", "アカウント", "account"},
    {"record_aspect.identifier", "証明書などの番号", "official number"},
    {"record_aspect.address", "住所", "address"},
    {"record_aspect.place", "郵便番号・市区町村", "postcode and city"},
    {"record_aspect.gender", "性別", "gender"},
    {"record_aspect.employer", "勤務先", "employer"},
    {"record_aspect.text_1", "その他の列1", "other column 1"},
    {"record_aspect.text_2", "その他の列2", "other column 2"},
    {"record_aspect.text_3", "その他の列3", "other column 3"},
    {"record_start", "比べる前：無作為に選んだ2行が同一である見込み",
     "before comparing: two rows drawn at random"},
    {"record_equal", "{0}が同じ：{1}／{2}", "{0} is the same: {1} / {2}"},
    {"record_alike", "{0}が似ている：{1}／{2}", "{0} is alike: {1} / {2}"},
    {"record_differs", "{0}が違う：{1}／{2}", "{0} differs: {1} / {2}"},
    {"record_rare", "一致した値の珍しさ（珍しければ足し、ありふれていれば引く）",
     "how rare the values are on which they agree"},
    {"record_kin", "家族や同僚どうしである可能性", "they may be kin or share a household"},
    {"record_sum", "合計（同一である確率 {0}）", "sum (probability of one party {0})"},
    {"record_joined", "結果：同じまとまりに入れた", "outcome: put into one cluster"},
    {"record_parted", "結果：別々のまとまりに入れた", "outcome: kept in two clusters"},
    {"record_summary", "{0}行、{1}のまとまり、比べた組 {2}",
     "{0} rows, {1} clusters, {2} pairs compared"},
    {"record_unknown_column", "列「{0}」は知らない名前なので、文字として比べます",
     "column \"{0}\" is not known: compared as text"},
    {"record_skipped", "読めない{0}行を飛ばしました", "{0} rows that cannot be read were skipped"},
});

}  // namespace

std::span<const PhraseRow> record_rows() {
  return record_phrases;
}

}  // namespace render
