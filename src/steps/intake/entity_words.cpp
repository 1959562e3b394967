#include "steps/intake/entity_words.h"

#include <algorithm>

#include "ground/text/folded_text.h"
#include "steps/intake/identity.h"
#include "steps/intake/identity_words.h"

namespace intake {
namespace {

constexpr std::string_view places =
    "tokyo|osaka|kyoto|yokohama|nagoya|sapporo|sendai|kobe|fukuoka|hiroshima|kitakyushu|kawasaki|"
    "saitama|chiba|tsukuba|makuhari|narita|haneda|shinjuku|shibuya|ginza|roppongi|shinagawa|ueno|"
    "akihabara|ikebukuro|odaiba|kanazawa|niigata|shizuoka|hamamatsu|okayama|kumamoto|nagasaki|"
    "kagoshima|naha|okinawa|hokkaido|kyushu|shikoku|nara|nagano|gifu|toyota city|hakone|kamakura|"
    "japan|china|korea|south korea|north korea|russia|taiwan|hong kong|macau|singapore|malaysia|"
    "thailand|vietnam|indonesia|india|pakistan|iran|iraq|israel|turkey|germany|france|italy|spain|"
    "portugal|austria|switzerland|sweden|norway|denmark|finland|poland|ukraine|belarus|hungary|"
    "greece|ireland|england|scotland|britain|the netherlands|netherlands|belgium|canada|mexico|"
    "brazil|australia|new zealand|egypt|south africa|kenya|nigeria|united states|america|"
    "united kingdom|europe|asia|africa|beijing|shanghai|shenzhen|guangzhou|taipei|hsinchu|seoul|"
    "busan|pyongyang|moscow|st petersburg|vladivostok|bangkok|hanoi|kuala lumpur|jakarta|manila|"
    "delhi|new delhi|mumbai|bangalore|dubai|abu dhabi|doha|tehran|istanbul|ankara|berlin|munich|"
    "frankfurt|hamburg|cologne|stuttgart|dresden|paris|lyon|london|manchester|oxford|cambridge|"
    "edinburgh|dublin|rome|milan|madrid|barcelona|lisbon|vienna|zurich|geneva|bern|brussels|"
    "antwerp|amsterdam|rotterdam|the hague|copenhagen|stockholm|oslo|helsinki|warsaw|prague|"
    "budapest|kyiv|minsk|riga|vilnius|tallinn|athens|new york|washington|boston|chicago|"
    "los angeles|san francisco|san jose|seattle|toronto|vancouver|montreal|sydney|melbourne|"
    "canberra|perth|auckland|cairo|nairobi|lagos|johannesburg|"
    "東京|大阪|京都|横浜|名古屋|札幌|仙台|神戸|福岡|広島|北九州|川崎|さいたま|千葉|つくば|幕張|"
    "成田|羽田|新宿|渋谷|銀座|六本木|品川|上野|秋葉原|池袋|お台場|金沢|新潟|静岡|浜松|岡山|熊本|"
    "長崎|鹿児島|那覇|沖縄|北海道|九州|四国|奈良|長野|岐阜|豊田市|箱根|鎌倉|新橋|有楽町|丸の内|"
    "大手町|赤坂|青山|恵比寿|目黒|五反田|大崎|蒲田|浅草|神田|御茶ノ水|飯田橋|四谷|高田馬場|立川|"
    "八王子|町田|吉祥寺|三鷹|府中|調布|厚木|藤沢|横須賀|相模原|大宮|川越|所沢|柏|船橋|梅田|難波|"
    "心斎橋|天王寺|堺|尼崎|姫路|和歌山|四日市|豊橋|岡崎|宇都宮|前橋|高崎|水戸|日立|甲府|松本|"
    "富山|福井|高松|松山|高知|徳島|大分|宮崎|佐賀|久留米|小倉|博多|天神|三宮|青森|秋田|盛岡|山形|"
    "日本|中国|韓国|北朝鮮|ロシア|台湾|香港|マカオ|シンガポール|マレーシア|タイ|ベトナム|"
    "インドネシア|インド|パキスタン|イラン|イスラエル|トルコ|ドイツ|フランス|イタリア|スペイン|"
    "オーストリア|スイス|スウェーデン|ノルウェー|デンマーク|フィンランド|ポーランド|ウクライナ|"
    "ベラルーシ|ハンガリー|イギリス|英国|オランダ|ベルギー|カナダ|メキシコ|ブラジル|オーストラリア|"
    "ニュージーランド|エジプト|米国|アメリカ|欧州|ヨーロッパ|北京|上海|深圳|広州|台北|新竹|ソウル|"
    "釜山|平壌|モスクワ|ウラジオストク|バンコク|ハノイ|ホーチミン|クアラルンプール|ジャカルタ|"
    "マニラ|デリー|ムンバイ|ドバイ|テヘラン|イスタンブール|ベルリン|ミュンヘン|フランクフルト|"
    "ハンブルク|パリ|ロンドン|ローマ|ミラノ|マドリード|バルセロナ|リスボン|ウィーン|チューリッヒ|"
    "ジュネーブ|ブリュッセル|アムステルダム|ハーグ|コペンハーゲン|ストックホルム|オスロ|ヘルシンキ|"
    "ワルシャワ|プラハ|ブダペスト|キーウ|ニューヨーク|ワシントン|ボストン|シカゴ|ロサンゼルス|"
    "サンフランシスコ|サンノゼ|シアトル|トロント|バンクーバー|シドニー|メルボルン|ハワイ";

std::string joined_names() {
  std::string all;
  for (const auto& list : identity_words())
    if (list.stands_for == identity::name) all += std::string(list.words) + "|";
  return all;
}

}  // namespace

WordSet::WordSet(std::string_view joined) {
  for (std::size_t from = 0; from < joined.size();) {
    const auto to = std::min(joined.find('|', from), joined.size());
    auto word = text::fold_words(joined.substr(from, to - from));
    longest_ = std::max(longest_, word.size());
    if (!word.empty()) {
      if (word.back() < ends_.size()) ends_.set(word.back());
      words_.insert(std::move(word));
    }
    from = to + 1;
  }
}

std::size_t WordSet::prefix_of(std::u32string_view text) const {
  for (auto size = std::min(longest_, text.size()); size > 0; --size)
    if (holds(text.substr(0, size))) return size;
  return 0;
}

std::size_t WordSet::ending_of(std::u32string_view text) const {
  if (text.empty() || !is_end(text.back())) return 0;
  for (auto size = std::min(longest_, text.size()); size > 0; --size)
    if (holds(text.substr(text.size() - size))) return size;
  return 0;
}

const WordSet& known_places() {
  static const WordSet set(places);
  return set;
}

const WordSet& known_names() {
  static const WordSet set(joined_names());
  return set;
}

model::Entity named(model::EntityKind kind, std::u32string_view text, std::size_t from,
                    std::size_t to) {
  return {kind, {text::to_utf8(text.substr(from, to - from)), from, to}, ""};
}

}  // namespace intake
