#include <algorithm>

#include "ground/text/folded_text.h"
#include "steps/intake/characters.h"
#include "steps/intake/entity_names.h"
#include "steps/intake/entity_words.h"
#include "steps/intake/identity_words.h"

namespace intake {
namespace {

using model::EntityKind;
using View = std::u32string_view;

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == U'々' || c == U'ヶ' ||
         (c >= 0x20000 && c <= 0x2FFFF);
}

bool is_kana_name(char32_t c) {
  return is_katakana(c) || c == U'・' || c == U'＝';
}

bool is_latin_name(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'&' ||
         (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
}

const WordSet& honorifics() {
  static const WordSet set(
      "さん|氏|様|さま|ちゃん|先生|教授|准教授|助教|博士|課長|部長|係長|次長|"
      "主任|主査|社長|副社長|専務|常務|所長|室長|工場長|店長|会長|理事|記者|"
      "弁護士|巡査|警部補|警部|刑事|君|くん|嬢|女史");
  return set;
}

/// What follows a name that somebody goes by.
const WordSet& namings() {
  static const WordSet set(
      "と名乗|を名乗|という男|という女|という人|という者|という名|という方|"
      "という中年|という若い|と称する男|と称する女|と申|と自己紹介|なる男|"
      "なる女|なる人物|と聞いた|と聞いて|と聞きました|と書かれ");
  return set;
}

const WordSet& firm_namings() {
  static const WordSet set(
      "という会社|という企業|という法人|という団体|という研究所|という組織|"
      "という商社|という代理店|の社員|の営業|の代表|の購買");
  return set;
}

/// Stand where a name could, and name nobody.
const WordSet& nobody() {
  static const WordSet set(
      std::string(roles_before_title()) +
      "|営業|総務|人事|購買|技術|開発|製造|品質|資材|経理|企画|研究|管理|情報|工場|支店|本社|調達|"
      "法務|広報|設計|生産|営業部|総務部|人事部|技術部|開発部|副|元|前|現|新|准|名誉|客員|特任|"
      "主任|代表|直属|弊社|当社|自社|他社|御社|貴社|同|某|皆|奥|お子|子|娘|息子|母|父|兄|姉|弟|妹|"
      "大学|指導|担当|上司|部|課|私|彼|彼女|男性|女性|男|女|外国|外国人|初対面|初|何者|誰|本人|"
      "業者|警備員|受付|通訳|学生|友人|知人|先方|相手|コンサルタント|エージェント|マネージャー|"
      "リクルーター|スタッフ|オーナー|ドライバー|ガイド|メンバー|ボス|ママ|マスター|ヘッドハンター|"
      "セールスマン|エンジニア|アシスタント|インターン|タクシー|ホテル|メール|システム|"
      "プロジェクト|"
      "地域|保護者|近隣|住民|患者|看護師|医者|医師|作業員|配達員|運転手|清掃|研究員|調査員|関係者");
  return set;
}

const WordSet& japanese_forms() {
  static const WordSet set(
      "株式会社|合同会社|有限会社|合資会社|一般社団法人|公益財団法人|（株）|"
      "(株)|㈱|（有）|(有)|国立研究開発法人|独立行政法人|特定非営利活動法人");
  return set;
}

/// How names of firms and bodies end.
const WordSet& firm_endings() {
  static const WordSet set(
      "大学|大学院|大学校|研究所|研究センター|研究機構|総研|商事|商会|物産|銀行|証券|電機|電気|"
      "電子|"
      "電工|工業|化成|化学|製作所|製鋼|製薬|精機|精密|精工|重工|重工業|機械|鉄鋼|金属|材料|光学|"
      "半導体|産業|興業|通商|貿易|運輸|物流|建設|工務店|自動車|航空|海運|協会|連盟|連合会|財団|"
      "機構|商工会|商工会議所|振興会|学会|労働組合|大使館|総領事館|領事館|通商代表部|代表部|新聞|"
      "新聞社|通信社|テレビ|放送|出版|省|庁|警察署|県警|警視庁|警察本部|"
      "コンサルティング|パートナーズ|グループ|コーポレーション|テクノロジー|テクノロジーズ|"
      "トレーディング|ホールディングス|システムズ|ソリューションズ|インダストリーズ|"
      "エレクトロニクス|"
      "インスティテュート|アドバイザリー|キャピタル|リサーチ|リクルートメント|エージェンシー|"
      "コンサルタンツ|ラボ|ファンド|インターナショナル|ジャパン");
  return set;
}

/// Endings that stand alone or behind a word that names nothing.
const WordSet& common_nouns() {
  static const WordSet set(
      "某|同|他|国立|公立|私立|有名|地元|海外|外国|当|弊|我が|本|支|両|各|全|一流|出身|母校|中央|"
      "所属|都市|地方|国際|国内|大手|中小|半導体|化学|機械|電機|電子|産業|航空|自動車|材料|帰|反|"
      "工作|精密|電気|情報|関係|関連|関係省|省|庁|専門|先端|民間|政府系|投資|外資|主催|合同|"
      "コンピュータ|コンピューター|インターネット|ドイツ|アメリカ|ロシア|ケーブル|ネット|有機|無機|"
      "消費|重|軽|製造|繊維|食品|農|漁|林|鉱|商|工|水|旅|観光|広告|人材");
  return set;
}

const WordSet& common_places() {
  static const WordSet set(
      "都|市|区|町|村|県|府|駅|港|地|同|当|各|全|隣|他|近隣|最寄|最寄り|市街|下|城下|田舎|農|漁|山|"
      "政|幕|行|学|首|大|朝|競|闇|見本|株|青空|海外大|地方|中心|隣接|乗換|乗り換え|始発|終着|無人|"
      "次|前|空|漁|貿易|門前|横|裏|小|中|京|古|新|旧|自|指定|観光|選挙|工|産業|工業|住宅|旅行|故");
  return set;
}

constexpr View place_marks = U"都道府県市区町村駅";

class JapaneseNames {
 public:
  JapaneseNames(View text, std::vector<model::Entity>& found) : text_(text), found_(found) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto end = end_of_run(at);
      if (end == at) {
        ++at;
        continue;
      }
      constexpr std::size_t run_max = 30;  // bounds the cost of what is no text
      at = end - at > run_max ? end : std::max(judge(at, end), at + 1);
    }
  }

 private:
  using Kin = bool (*)(char32_t);

  std::size_t end_of(std::size_t at, Kin kin) const {
    while (at < text_.size() && kin(text_[at]))
      ++at;
    return at;
  }

  /// A run of characters of one kind that a name may be written in.
  std::size_t end_of_run(std::size_t at) const {
    if (is_han(text_[at])) return end_of(at, is_han);
    if (is_katakana(text_[at])) {
      auto end = end_of(at, is_kana_name);
      while (end > at && !is_katakana(text_[end - 1]))
        --end;
      return end;
    }
    return at;
  }

  View piece(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }
  View rest(std::size_t at) const { return text_.substr(at, 12); }

  void add(EntityKind kind, std::size_t from, std::size_t to) {
    if (to > from) found_.push_back(named(kind, text_, from, to));
  }

  /// The end of what was judged: what follows is read on from there.
  std::size_t judge(std::size_t from, std::size_t to) {
    if (const auto end = take_firm(from, to)) return end;
    return is_han(text_[from]) ? judge_han(from, to) : judge_kana(from, to);
  }

  /// 株式会社X, X株式会社, and endings of firms across scripts: さくら is not seen, ミナト商事 is.
  std::size_t take_firm(std::size_t from, std::size_t to) {
    constexpr std::size_t name_max = 24;
    const auto form = japanese_forms().prefix_of(piece(from, to));
    auto end = to;
    while (end < text_.size() && end - from < name_max) {
      const auto next = is_latin_name(text_[end]) ? end_of(end, is_latin_name) : end_of_run(end);
      if (next == end) break;
      end = next;
    }
    if (end < text_.size() && text_[end] == U'社' && end > from) ++end;
    const auto all = piece(from, end);
    if (form > 0) {
      if (all.size() <= form) return to;
      add(EntityKind::organisation, from, end);
      return person_after(end);
    }
    // The shortest ending inside the run that closes a name: "東和大学教授" ends at 大学.
    for (std::size_t size = all.size(); size >= 3; --size) {
      const auto head = all.substr(0, size);
      const auto closing =
          std::max(japanese_forms().ending_of(head), firm_endings().ending_of(head));
      const bool is_firm_sha = head.ends_with(U'社') && is_kana_name(head[size - 2]);
      if (closing == 0 && !is_firm_sha) continue;
      const auto name = head.substr(0, size - std::max<std::size_t>(closing, 1));
      if (name.size() < 2 || common_nouns().holds(name) || nobody().holds(name)) continue;
      const auto begin = hiragana_before(from);
      add(EntityKind::organisation, begin, from + size);
      return person_after(from + size);
    }
    return 0;
  }

  /// さくら総合研究所: a name of a firm that begins in hiragana.
  std::size_t hiragana_before(std::size_t from) const {
    static const WordSet set(
        "さくら|みなと|あおば|ひかり|みどり|あさひ|つばさ|のぞみ|みらい|あけぼの|"
        "ひまわり|すみれ|やまと|はやぶさ|いずみ|かもめ");
    return from - set.ending_of(text_.substr(0, from));
  }

  /// 株式会社アオバ 佐伯京子: a full name behind the firm and a blank.
  std::size_t person_after(std::size_t at) {
    constexpr std::size_t shortest = 3, longest = 5;
    if (at >= text_.size() || (text_[at] != U' ' && text_[at] != U'　')) return at;
    const auto to = end_of(at + 1, is_han);
    const auto size = to - at - 1;
    if (size < shortest || size > longest) return at;
    const auto honorific = honorifics().ending_of(piece(at + 1, to));
    if (size - honorific < 2) return at;
    add(EntityKind::person, at + 1, to - honorific);
    return to;
  }

  bool is_named_at(std::size_t at) const {
    return honorifics().prefix_of(rest(at)) > 0 || namings().prefix_of(rest(at)) > 0;
  }

  std::size_t judge_kana(std::size_t from, std::size_t to) {
    const auto all = piece(from, to);
    const auto place = known_places().holds(all);
    const bool is_person =
        honorifics().prefix_of(rest(to)) > 0 || namings().prefix_of(rest(to)) > 0;
    constexpr std::size_t name_max = 24;
    if (is_person && all.size() >= 2 && all.size() <= name_max && !nobody().holds(all)) {
      add(EntityKind::person, from, to);
      return to;
    }
    if (place) {
      auto end = to;
      if (end < text_.size() && place_marks.find(text_[end]) != View::npos) ++end;
      add(EntityKind::place, from, end);
      return end;
    }
    if (firm_namings().prefix_of(rest(to)) > 0 && all.size() >= 4 &&
        all.find(U'・') != View::npos) {
      add(EntityKind::organisation, from, to);
    } else if (const auto dot = all.find(U'・');
               dot != View::npos && dot >= 2 && all.size() - dot >= 3 && all.size() <= name_max) {
      add(EntityKind::person, from, to);
    }
    return to;
  }

  /// A han run is read from its left: places, then names.
  std::size_t judge_han(std::size_t from, std::size_t to) {
    const auto all = piece(from, to);
    if (const auto size = person_size(from, to)) {
      add(EntityKind::person, from, from + size);
      return from + size;
    }
    if (const auto size = place_size(all)) {
      auto end = from + size;
      if (end < text_.size() && end == to && rest(end).starts_with(U"メッセ")) end += 3;
      add(EntityKind::place, from, end);
      return end;
    }
    return to;
  }

  /// Length of a personal name that begins the run, 0 for none.
  std::size_t person_size(std::size_t from, std::size_t to) const {
    constexpr std::size_t longest = 5;
    const auto all = piece(from, to);
    // Behind: 田中課長, 森下陽一さん, 陳と名乗る.
    for (std::size_t size = 1; size <= std::min(longest, all.size()); ++size) {
      const auto name = all.substr(0, size);
      if (!is_named_at(from + size) || nobody().holds(name)) continue;
      const bool is_split = nobody().ending_of(name) > 0 && nobody().ending_of(name) >= size - 1;
      if (is_split || place_size(name) == size) continue;
      if (size == 1 && namings().prefix_of(rest(from + 1)) == 0 &&
          honorifics().prefix_of(rest(from + 1)) < 2)
        continue;
      return size;
    }
    // 山本 美咲さん
    if (to < text_.size() && (text_[to] == U' ' || text_[to] == U'　') &&
        known_names().holds(all)) {
      const auto end = end_of(to + 1, is_han);
      if (end > to + 1 && end - to <= 4) return end - from;
    }
    // 鈴木一郎
    const auto family = known_names().prefix_of(all);
    if (family == 0 || all.size() > family + 3 || place_size(all) > 0) return 0;
    if (all.size() == family) return is_alone(from, to) ? family : 0;
    return all.size() >= 3 ? all.size() : 0;
  }

  /// "担当は小林です", "小林から": a family name with nothing beside it but particles.
  bool is_alone(std::size_t from, std::size_t to) const {
    static const WordSet after("と|が|は|から|に|を|も|で|、|。|」|です");
    if (place_size(piece(from, to)) > 0) return false;
    return after.prefix_of(rest(to)) > 0 && (from == 0 || !is_kana_name(text_[from - 1]));
  }

  /// Length of a place that begins the run, 0 for none: 大阪市, 京都 of 京都市左京区 is 京都市.
  static std::size_t place_size(View all) {
    const auto known = known_places().prefix_of(all);
    constexpr std::size_t stem_max = 4;
    for (std::size_t size = 2; size <= std::min(stem_max + 1, all.size()); ++size) {
      if (place_marks.find(all[size - 1]) == View::npos) continue;
      const auto stem = all.substr(0, size - 1);
      if (size - 1 < known || common_places().holds(stem)) continue;
      if (stem.size() == 1 && all[size - 1] != U'県' && all[size - 1] != U'市') continue;
      return size;
    }
    if (known > 0 && all.substr(known).starts_with(U"空港")) return known + 2;
    if (known > 0 && all.size() > known) {
      static const WordSet behind(
          "駅前|支店|支社|本社|工場|行|在住|出張|市内|県内|都内|周辺|方面|近郊|"
          "支部|事務所|営業所|滞在|訪問|旅行|市|区|港|国際空港|空港|出身");
      if (behind.prefix_of(all.substr(known)) == 0) return 0;
    }
    return known;
  }

  View text_;
  std::vector<model::Entity>& found_;
};

}  // namespace

void add_japanese_names(std::u32string_view text, std::vector<model::Entity>& found) {
  JapaneseNames(text, found).run();
}

std::vector<model::Entity> find_names(const text::FoldedText& text) {
  std::vector<model::Entity> found;
  add_japanese_names(text.original, found);
  add_latin_names(text.original, found);
  std::ranges::stable_sort(found, {},
                           [](const model::Entity& entity) { return entity.quote.start; });
  std::size_t end = 0;
  std::erase_if(found, [&](const model::Entity& entity) {
    if (entity.quote.start < end) return true;
    end = entity.quote.end;
    return false;
  });
  return found;
}

}  // namespace intake
