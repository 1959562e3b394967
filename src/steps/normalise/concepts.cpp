#include "steps/normalise/concepts.h"

#include <array>

namespace normalise {
namespace {

constexpr std::array table = std::to_array<Concept>({
    {"way", "way direction lost route", "道順 道案内 道 迷っ 迷い 行き方 方角"},
    {"hotel", "hotel inn", "ホテル 宿"},
    {"station", "station platform", "駅"},
    {"shop", "shop store mall", "店 売り場"},
    {"recommend", "recommend good nice", "おすすめ お勧め 良い店 いい店"},
    {"drink", "drink beer bar sake pub", "飲み 飲も 飲ま 一杯 居酒屋 お酒 酒 ビール バー"},
    {"meal", "meal dinner lunch restaurant eat food",
     "食事 夕食 昼食 ランチ ディナー 食べ レストラン"},
    {"coffee", "coffee tea cafe", "コーヒー お茶 喫茶 カフェ"},
    {"thanks", "thank gratitude", "お礼 御礼 礼 感謝 ありがとう"},
    {"contact", "contact number phone mobile line email mail",
     "連絡先 電話番号 番号 電話 携帯 メール 連絡"},
    {"card", "card businesscard", "名刺"},
    {"friend", "friend friendship", "友達 友人 仲良く"},
    {"language", "language conversation learn study practise practice",
     "日本語 語学 会話 勉強 練習"},
    {"culture", "culture history travel trip sightseeing", "文化 歴史 旅行 観光"},
    {"work", "work job occupation profession", "仕事 職業 勤め 勤務 働い"},
    {"company", "company firm employer office", "会社 企業 職場 お勤め先 勤務先"},
    {"department", "department section team division", "部署 部門 課 担当"},
    {"colleague", "colleague coworker boss", "同僚 上司 部下 先輩"},
    {"project", "project development develop", "プロジェクト 開発 案件"},
    {"technology", "technology technical engineer engineering", "技術 技術者 エンジニア"},
    {"research", "research study paper thesis scientist", "研究 論文 学会 調査研究"},
    {"survey", "survey market analysis consult consultant consultation",
     "市場調査 調査 分析 コンサルタント コンサル 相談"},
    {"interview", "interview expert advisory advisor adviser call",
     "インタビュー 面談 専門家 アドバイザー 助言"},
    {"report", "report article essay write writing", "報告書 レポート 記事 執筆 書い"},
    {"translate", "translate translation interpret", "翻訳 通訳"},
    {"lecture", "lecture speak talk seminar speech", "講演 講義 セミナー"},
    {"invite", "invite invitation visit", "招待 招へい 招聘 誘い 誘わ 訪問"},
    {"exhibition", "exhibition fair booth expo", "展示会 見本市 ブース 出展"},
    {"brochure", "brochure catalogue catalog pamphlet leaflet", "パンフレット カタログ 冊子"},
    {"manual", "manual handbook guide", "マニュアル 手順書 説明書 取扱説明書"},
    {"drawing", "drawing blueprint design", "図面 設計図 設計"},
    {"specification", "specification spec datasheet", "仕様書 仕様 諸元"},
    {"process", "process recipe parameter procedure", "工程表 工程 製造方法 製法 レシピ 条件"},
    {"document", "document material file data", "資料 文書 書類 データ ファイル"},
    {"internal", "internal nonpublic unpublished confidential secret",
     "社内 内部 非公開 社外秘 機密 秘密 極秘"},
    {"public", "public published open", "公開 公表 市販"},
    {"sample", "sample prototype part", "サンプル 試料 試作 見本 部品"},
    {"customer", "customer client supplier vendor", "顧客 取引先 得意先 納入先"},
    {"organisation", "organisation organization chart personnel", "組織図 組織 人事 名簿"},
    {"network", "network server password login access remote",
     "ネットワーク サーバ パスワード ログイン"},
    {"usb", "usb memory stick drive", "usb メモリ"},
    {"money", "money cash payment fee pay reward", "現金 謝礼 報酬 お金 金銭 金 支払"},
    {"gift", "gift present voucher souvenir", "商品券 贈り物 お土産 プレゼント ギフト 手土産"},
    {"invest", "invest investor investment fund bank banker", "投資 ファンド 銀行 出資"},
    {"recruit", "recruit recruiter headhunt headhunter hire position vacancy career",
     "採用 求人 転職 ヘッドハンター ヘッドハンティング 人材"},
    {"sidejob", "side freelance", "副業 アルバイト 業務委託"},
    {"trade", "trade import export sales business", "貿易 輸入 輸出 営業 商社 商談 通商"},
    {"embassy", "embassy diplomat diplomatic consulate mission", "大使館 外交官 領事館 通商代表部"},
    {"journalist", "journalist reporter newspaper magazine", "記者 新聞 雑誌 取材"},
    {"university", "university professor student", "大学 教授 留学 学生"},
    {"worry", "worry trouble complaint unhappy dissatisfied", "悩み 不満 愚痴 困っ"},
    {"praise", "praise excellent talented great", "優秀 素晴らしい すごい"},
    {"secret_keep", "quiet nobody confidentially", "内緒 口外 誰にも 秘密に"},
    {"again", "again next regularly month", "また会 次回 定期的 毎月 月に"},
    {"successor", "successor replacement", "後任 交代"},
    {"semiconductor", "semiconductor chip wafer", "半導体 チップ ウエハ ウェハ ウェーハ"},
    {"battery", "battery cathode anode", "電池 正極 負極"},
    {"machine_tool", "machining lathe", "工作機械 旋盤 加工機"},
    {"military", "military defence defense missile", "軍事 防衛 自衛隊 ミサイル"},
});

}  // namespace

std::span<const Concept> concepts() {
  return table;
}

}  // namespace normalise
