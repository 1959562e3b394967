#include <array>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

/// What equals is read in the two reports; no sentence repeats a name or number.
constexpr auto link_phrases = std::to_array<PhraseRow>({
    {"phone_same", "電話番号が同じです。", "The phone number is the same."},
    {"email_same", "メールアドレスが同じです。", "The e-mail address is the same."},
    {"handle_same", "アカウントのIDが同じです。", "The account id is the same."},
    {"plate_same", "車のナンバーが同じです。", "The number plate is the same."},
    {"url_same", "リンク先（URL）が同じです。", "The web address is the same."},
    {"name_same", "名乗った名前が同じです。", "The name given is the same."},
    {"name_same.whole", "名乗った名前が全体で一致します。", "The whole name given is the same."},
    {"name_same.part", "名乗った名前の一部が一致します。", "Part of the name given is the same."},
    {"name_sound", "名前の音が似ています。", "The names sound alike."},
    {"name_sound.whole", "文字は違っても、名前全体の音が同じです。",
     "Written differently, the whole names sound the same."},
    {"name_sound.part", "文字は違っても、名前の一部の音が同じです。",
     "Written differently, part of the names sounds the same."},
    {"name_sound.near", "名前の音が近いです。", "The names sound close."},
    {"name_differs", "名乗った名前が違います。", "The names given differ."},
    {"employer_same", "名乗った勤務先が同じです。", "The employer claimed is the same."},
    {"cover_same", "名乗った肩書きや用件が似ています（共通の語 {0}）。",
     "The title or reason claimed is alike ({0} shared words)."},
    {"place_near", "会った場所が近いです（約{0}km）。",
     "The places are near each other (about {0} km)."},
    {"place_near.area", "会った場所が同じ市区町村です。",
     "The places are in the same municipality."},
    {"place_near.prefecture", "会った場所が同じ都道府県です。",
     "The places are in the same prefecture."},
    {"time_near", "時期が近いです（{0}日違い）。", "The times are close ({0} days apart)."},
    {"time_far", "時期が離れています（{0}日違い）。", "The times are far apart ({0} days)."},
    {"script_same", "同じ行為です：{i0}（最も珍しいものは全体の{1}%）。",
     "The same acts: {i0} (the rarest is told of {1}% of all)."},
    {"script_differs", "一方にしかない行為があります：{i0}", "Acts told of one side only: {i0}"},
    {"said_same", "最初の言葉が似ています（共通の語 {0}）。",
     "The first words are alike ({0} shared words)."},
    {"told_same", "話の中に同じ事柄が出てきます（共通 {0}）。",
     "The stories hold the same ideas ({0} shared)."},
    {"request_same", "求められたものの種類が同じです：{r0}", "The same kind of request: {r0}"},
    {"technology_same", "同じ技術に関心を示しています：{i0}",
     "Interest in the same technology: {i0}"},
    {"rhythm_same", "会う間隔が似ています（{0}日と{1}日）。",
     "The rhythm of meetings is alike ({0} and {1} days)."},
    {"looks_alike", "外見の説明が似ています。", "The descriptions of looks are alike."},
    {"language_same", "使った言語が同じです（人物の同一性の手がかりとしてのみ）。",
     "The languages used are the same (as evidence of identity only)."},
    {"looks_conflict", "外見の説明が食い違います。", "The descriptions of looks conflict."},
    {"age_conflict", "年齢の説明が食い違います。", "The ages told conflict."},
    {"place_conflict", "同じ日に離れた場所（約{0}km）で会っています。",
     "They were met on the same day far apart (about {0} km)."},
    {"seen_together", "同じ場に二人として居合わせています。",
     "They were seen together as two people."},
    {"introduced", "一方がもう一方を紹介しました。", "One introduced the other."},
    {"handover", "一方が去った後に、もう一方が同じ求めを続けています。",
     "After one left, the other went on with the same requests."},
    {"successor_handover", "後任への引き継ぎの形です。",
     "It has the form of a handover to a successor."},
    {"capped", "関連する手がかりを重ねて数えないため、上限で抑えています。",
     "Held down by a cap, so that related clues are not counted twice."},
});

}  // namespace

std::span<const PhraseRow> link_rows() {
  return link_phrases;
}

}  // namespace render
