#include "steps/alert/area_names.h"

#include <array>
#include <string>

namespace alert {
namespace {

struct Row {
  std::string_view code, ja, en;
};

// Wards of Tokyo first, then designated cities, then prefectures: the finest comes first but for
// cities that share a beginning, where the longer code is the right one.
constexpr auto rows = std::to_array<Row>({
    {"13101", "千代田区", "Chiyoda Ward"},
    {"13102", "東京都中央区", "Chuo Ward, Tokyo"},
    {"13103", "東京都港区", "Minato Ward, Tokyo"},
    {"13104", "新宿区", "Shinjuku Ward"},
    {"13105", "文京区", "Bunkyo Ward"},
    {"13106", "台東区", "Taito Ward"},
    {"13107", "墨田区", "Sumida Ward"},
    {"13108", "江東区", "Koto Ward"},
    {"13109", "品川区", "Shinagawa Ward"},
    {"13110", "目黒区", "Meguro Ward"},
    {"13111", "大田区", "Ota Ward"},
    {"13112", "世田谷区", "Setagaya Ward"},
    {"13113", "渋谷区", "Shibuya Ward"},
    {"13114", "中野区", "Nakano Ward"},
    {"13115", "杉並区", "Suginami Ward"},
    {"13116", "豊島区", "Toshima Ward"},
    {"13117", "東京都北区", "Kita Ward, Tokyo"},
    {"13118", "荒川区", "Arakawa Ward"},
    {"13119", "板橋区", "Itabashi Ward"},
    {"13120", "練馬区", "Nerima Ward"},
    {"13121", "足立区", "Adachi Ward"},
    {"13122", "葛飾区", "Katsushika Ward"},
    {"13123", "江戸川区", "Edogawa Ward"},
    {"011", "札幌市", "Sapporo"},
    {"041", "仙台市", "Sendai"},
    {"111", "さいたま市", "Saitama City"},
    {"121", "千葉市", "Chiba City"},
    {"141", "横浜市", "Yokohama"},
    {"1413", "川崎市", "Kawasaki"},
    {"1415", "相模原市", "Sagamihara"},
    {"151", "新潟市", "Niigata City"},
    {"221", "静岡市", "Shizuoka City"},
    {"2213", "浜松市", "Hamamatsu"},
    {"231", "名古屋市", "Nagoya"},
    {"261", "京都市", "Kyoto City"},
    {"271", "大阪市", "Osaka City"},
    {"2714", "堺市", "Sakai"},
    {"281", "神戸市", "Kobe"},
    {"331", "岡山市", "Okayama City"},
    {"341", "広島市", "Hiroshima City"},
    {"401", "北九州市", "Kitakyushu"},
    {"4013", "福岡市", "Fukuoka City"},
    {"431", "熊本市", "Kumamoto City"},
    {"01", "北海道", "Hokkaido"},
    {"02", "青森県", "Aomori Prefecture"},
    {"03", "岩手県", "Iwate Prefecture"},
    {"04", "宮城県", "Miyagi Prefecture"},
    {"05", "秋田県", "Akita Prefecture"},
    {"06", "山形県", "Yamagata Prefecture"},
    {"07", "福島県", "Fukushima Prefecture"},
    {"08", "茨城県", "Ibaraki Prefecture"},
    {"09", "栃木県", "Tochigi Prefecture"},
    {"10", "群馬県", "Gunma Prefecture"},
    {"11", "埼玉県", "Saitama Prefecture"},
    {"12", "千葉県", "Chiba Prefecture"},
    {"13", "東京都", "Tokyo"},
    {"14", "神奈川県", "Kanagawa Prefecture"},
    {"15", "新潟県", "Niigata Prefecture"},
    {"16", "富山県", "Toyama Prefecture"},
    {"17", "石川県", "Ishikawa Prefecture"},
    {"18", "福井県", "Fukui Prefecture"},
    {"19", "山梨県", "Yamanashi Prefecture"},
    {"20", "長野県", "Nagano Prefecture"},
    {"21", "岐阜県", "Gifu Prefecture"},
    {"22", "静岡県", "Shizuoka Prefecture"},
    {"23", "愛知県", "Aichi Prefecture"},
    {"24", "三重県", "Mie Prefecture"},
    {"25", "滋賀県", "Shiga Prefecture"},
    {"26", "京都府", "Kyoto Prefecture"},
    {"27", "大阪府", "Osaka Prefecture"},
    {"28", "兵庫県", "Hyogo Prefecture"},
    {"29", "奈良県", "Nara Prefecture"},
    {"30", "和歌山県", "Wakayama Prefecture"},
    {"31", "鳥取県", "Tottori Prefecture"},
    {"32", "島根県", "Shimane Prefecture"},
    {"33", "岡山県", "Okayama Prefecture"},
    {"34", "広島県", "Hiroshima Prefecture"},
    {"35", "山口県", "Yamaguchi Prefecture"},
    {"36", "徳島県", "Tokushima Prefecture"},
    {"37", "香川県", "Kagawa Prefecture"},
    {"38", "愛媛県", "Ehime Prefecture"},
    {"39", "高知県", "Kochi Prefecture"},
    {"40", "福岡県", "Fukuoka Prefecture"},
    {"41", "佐賀県", "Saga Prefecture"},
    {"42", "長崎県", "Nagasaki Prefecture"},
    {"43", "熊本県", "Kumamoto Prefecture"},
    {"44", "大分県", "Oita Prefecture"},
    {"45", "宮崎県", "Miyazaki Prefecture"},
    {"46", "鹿児島県", "Kagoshima Prefecture"},
    {"47", "沖縄県", "Okinawa Prefecture"},
});

}  // namespace

const std::vector<NamedArea>& named_areas() {
  static const std::vector<NamedArea> areas = [] {
    std::vector<NamedArea> made;
    for (const auto& row : rows)
      made.push_back({std::string(row.code), {std::string(row.ja), std::string(row.en)}});
    return made;
  }();
  return areas;
}

std::string_view named_area_of(std::string_view municipality) {
  std::string_view longest;
  for (const auto& row : rows)
    if (municipality.starts_with(row.code) && row.code.size() > longest.size()) longest = row.code;
  return longest;
}

}  // namespace alert
