#include <array>

#include "steps/intake/phrases.h"

namespace intake {
namespace {

constexpr auto lists = std::to_array<WordList>({
    {"ask",
     "聞か|聞い|聞き|訊か|訊い|尋ね|たずね|質問|asked|asks|ask|asking|wanted|wants|requested|"
     "requests|wondered|inquired|enquired|inquiring|enquiring|keen to know|begged|pressed|urged"},
    {"want",
     "欲しい|ほしい|欲しが|ほしが|くれと|くれない|もらえ|頂け|いただけ|ください|下さい|頼ま|頼み|"
     "依頼|求め|要求|せが|お願い|持ちかけ|持ち掛け|催促|促さ|聞か"},
    {"invite",
     "誘わ|誘っ|誘い|誘う|行こう|行きません|行かない|どうです|いかが|招か|招待|ませんか|どうか|"
     "しよう|したい|連れて|invit*|suggest*|propos*|offer* me|offer* us|offer* to|"
     "shall we|took me|take me|takes me|treat me|treated me|insisted on|buy me|bought me|"
     "join him|join her|join them|have a"},
    {"give", "渡さ|渡し|手渡|くれた|くれて|くれまし|もらっ|もらい|貰|受け取|差し出|握らせ"},
    {"secret_thing",
     "社外秘|機密|内部資料|研修資料|図面|設計図|手順書|設計データ|設計資料|試作品|ソースコード|"
     "開発情報|"
     "開発計画|開発資料|サンプル|仕様書|工程表|工程シート|製造条件|配合表|マニュアル|社内資料|"
     "未公開|非公開|"
     "公開していない|営業秘密|企業秘密|顧客リスト|顧客名簿|顧客情報|データシート|議事録|レシピ|"
     "部品表|"
     "実験データ|試験データ|研究データ|測定データ|社内文書|社内の資料|内部の資料|内部文書|ノウハウ|"
     "発表前|"
     "発売前|ロードマップ|社内報告書|社内の文書|社内データ|"
     "internal document*|internal paper*|internal report*|internal training|internal data|"
     "internal manual*|internal file*|internal presentation*|confidential|drawing|drawings|"
     "blueprint*|source code|prototype*|non-public|not public|unpublished|process sheet*|"
     "specification sheet*|test data|design data|design document*|design file*|development plan*|"
     "customer list*|trade secret*|recipe*|parts list|test results|lab results|yield data|"
     "proprietary|technical data|training material*|procedure manual*|company document*|"
     "company file*|company data|sample|samples|secret document*|secret*"},
    {"outsider",
     "知らない|見知らぬ|面識のない|見ず知らず|初対面|ある男|男が|女が|男性が|女性が|外国人|その人|"
     "相手|先方|彼が|彼は|彼女が|彼女は|男は|名乗る|stranger|a man|a woman|someone|somebody|"
     "he|she|they|person"},
    // The marks of identity.h: whichever country or faith is named, the guard speaks.
    {"people",
     "国籍|外国人|外人|民族|人種|肌の色|宗教|信者|教徒|帰化|在日|移民|難民|在留資格|生まれ|出身|"
     "血筋|ハーフ|日系|同性愛|ゲイ|左翼|右翼|政治的な考え|思想|\uE001|\uE002|\uE003|"
     "nationality|foreign|foreigner*|citizenship|ethnic*|race|racial|skin|religio*|accent|"
     "immigrant*|refugee*|born in|comes from|passport|visa|origin*|gay|lesbian|homosexual|"
     "communist*|left-wing|right-wing|prays|praying|headscarf"},
    {"suspicion",
     "怪しい|怪しく|あやしい|スパイ|疑わしい|疑って|疑い|信用できな|信用でき|信じられな|不審|警戒|"
     "危険|監視|"
     "気味が悪|調べて|通報|"
     "suspicious|suspect*|spy|spies|spying|trust|distrust|danger*|watched|watch|risk|untrustworthy|"
     "checked|investigat*|look into|worried|uneasy|disloyal|loyal*"},
});

constexpr auto topic_words = std::to_array<Phrase>({
    {topic::contact,
     "知らない人|知らない男|知らない女|見知らぬ|面識のない|見ず知らず|初対面|声を掛け|声をかけ|"
     "話しかけ|話し掛け|接触|誘われ|知り合っ|知り合い|訪ねて|電話がかか|電話が掛か|"
     "電話があ|メッセージが|連絡が来|出会っ|尋ねられ|聞かれ|紹介され"},
    {topic::contact,
     "stranger|approached me|approached us|came up to|contacted me|contacted us|"
     "messaged me|wrote to me|emailed me|called me|phoned me|got talking|"
     "introduced himself|introduced herself|a man|a woman|asked me|asked us|"
     "invited me|a message from|an email from|added me|spoke to me|met someone"},
    {"OK8",
     "記者|ジャーナリスト|取材班|報道機関|新聞社|テレビ局|週刊誌 > "
     "取材|から連絡|から電話|からメール|から問い合わせ|名刺|が来|質問|コメント|話を聞"},
    {"OK8", "取材を受け|取材の申|取材依頼|取材に応|取材したい|取材で"},
    {"OK8",
     "労働組合|労組|ユニオン|組合 > 勧誘|集会|役員|活動|加入|ビラ|アンケート|誘|"
     "から連絡|専従|執行部|が来|配|署名|委員|支部|話し合|オルグ"},
    {"OK8",
     "弁護士|弁護団|法律事務所 > から連絡|から電話|から手紙|からメール|から問い合わせ|"
     "を名乗|と名乗|が来|が訪|証言|事情を聞|聞き取り|事務所の"},
    {"OK8",
     "オンブズマン|オンブズパーソン|公益通報|内部通報|通報窓口|告発窓口|労働基準監督|"
     "労基署|人権委員"},
    {"OK8",
     "議員|国会議員|県議|市議|代議士 > "
     "事務所|秘書|陳情|質問|聞かれ|聞き取り|から連絡|視察|面会|調査|から電話"},
    {"OK8",
     "\uE002|礼拝|町内会|自治会|県人会|宗教団体|信徒|"
     "ボランティア団体|pta > 集まり|誘|行事|礼拝|勧誘|活動|祭り|集会|バザー|食事会|会合|"
     "寄付|清掃|募金"},
    {"OK8",
     "reporter|journalist|newspaper|news agency|broadcaster|tv station|magazine|"
     "correspondent|press > interview*|comment|article|story|called|asked|"
     "contact*|wrote|covering|working on|writing|inquiry|enquiry|investigating"},
    {"OK8",
     "from a newspaper|from the newspaper|investigative journalist|"
     "press inquiry|press enquiry|interview request from"},
    {"OK8",
     "union|shop steward|works council > representative*|rep|organi*|member*|"
     "meeting|leaflet*|join|official|survey|campaign|ballot|branch|recruit*|asked"},
    {"OK8",
     "lawyer|attorney|solicitor|barrister|law firm|counsel > "
     "representing|acting for|called|contacted|wrote|statement|witness|client|"
     "letter|lawsuit|court|on behalf|asked"},
    {"OK8",
     "ombudsman|ombudsperson|whistleblow*|whistle-blow*|hotline report|"
     "labour inspector*|labor inspector*|labour standards|labor standards|"
     "human rights commission"},
    {"OK8",
     "member of parliament|mp|lawmaker|diet member|councillor|councilor|"
     "assembly member|senator|congress*|politician > "
     "office|secretary|asked|contact*|question*|visit*|wrote|constituen*|staff"},
    {"OK8",
     "\uE002|congregation|neighbourhood association|"
     "neighborhood association|residents' association|community group|charity > "
     "invit*|event|meeting|festival|bazaar|service|picnic|dinner|volunteer*|"
     "lunch|gathering|donation*|collecting"},
    {topic::insider,
     "同僚|部下|後輩|先輩|社員|従業員|派遣|上司|退職|隣の席|課員|課長|部長|研究員|担当者 > "
     "持ち出し|持ち出して|コピーし|コピーして|ダウンロードし|送信し|転送し|私用メール|"
     "個人メールに|usbに|売ろう|売って|売却|漏ら|漏洩|流出|競合に|競合他社に|転職先に|"
     "印刷し|家族の会社|親族の会社|妻の会社|自分の会社|持ち帰|送って"},
    {topic::insider,
     "colleague*|coworker*|co-worker*|employee*|team mate*|teammate*|manager|"
     "researcher|engineer|subordinate|intern|contractor > "
     "copied|copying|downloaded|downloading|forwarded|forwarding|emailed|emailing|"
     "sent|sending|sends|took home|taking home|took|printed|printing|leaked|leaking|"
     "sold|selling|stole|stealing|uploaded|uploading|removed > "
     "data|file*|drawing*|document*|design*|customer list|source code|code|"
     "information|company|results|secrets|research|papers|database|recipe*"},
    {topic::insider,
     "to a rival|to a competitor|to his new employer|to her new employer|"
     "to his own company|to his wife's company|to her husband's company|"
     "to a family firm|to a family company|before he resigned|before she resigned|"
     "before resigning|before leaving the company|family business > "
     "data|file*|drawing*|copied|sent|took|download*|document*|designs"},
    {topic::insider,
     "copied|sent|took|download*|forward*|emailed|leak* > "
     "to a rival|to a competitor|to his new employer|to her new employer|"
     "to his own company|wife's company|husband's company|family firm|"
     "family company|family business|before he resigned|before she resigned|"
     "before resigning|before leaving|brother's company|relative's company"},
    {topic::colleague,
     "同僚の|同僚が|同僚は|部下が|部下は|後輩が|後輩は|先輩が|先輩は|新入社員|"
     "隣の席の|うちの課の|同じ部署の|同じ課の|職場の|研修生|実習生|留学生|派遣社員|"
     "新しく入った|中途入社"},
    {topic::colleague,
     "my colleague|a colleague|our colleague|new colleague|coworker|co-worker|"
     "new employee|new hire|someone in my team|team member|my subordinate|"
     "our intern|an intern|new engineer|team mate|man in my department|"
     "woman in my department|guy in my department"},
    {topic::cyber,
     "フィッシング|マルウェア|ウイルス|不審なメール|不審メール|標的型|偽サイト|偽のログイン|"
     "マクロ|ランサム|添付ファイル|リンクをクリック|不審なリンク|不正アクセス|"
     "パスワードを入力|ログイン画面|不審なファイル|怪しいメール|怪しい添付|乗っ取|"
     "不審なusb|アカウントがロック|偽の請求"},
    {topic::cyber,
     "phishing|malware|virus|ransomware|macro|macros|suspicious link|"
     "suspicious attachment|suspicious email|suspicious e-mail|fake login|login page|"
     "attachment|attached file|clicked the link|click the link|click a link|"
     "reset my password|reset your password|verify my account|verify your account|"
     "spoofed|trojan|backdoor|hacked|zip file|executable|unauthorised access|"
     "unauthorized access|credentials page|usb stick in the post"},
    {topic::rumour,
     "噂|うわさ|らしいです|だそうです|という評判|なんとなく|何となく|気がする|気がします|"
     "スパイではないか|スパイかも|スパイだと|怪しいと思"},
    {topic::rumour,
     "rumour*|rumor*|gossip|people say|they say that|everyone says|hearsay|"
     "gut feeling|i feel that|might be a spy|may be a spy|could be a spy|is a spy|"
     "must be a spy|probably a spy|looks like a spy|strange feeling"},
    {topic::advice,
     "研修で|研修を受|講習で|注意喚起|通達|ポスター|社内ルール|社内規程|社内規定|という事例|"
     "事例として|eラーニング"},
    {topic::advice,
     "awareness training|in the training|during training|told us not to|"
     "we were told not to|we were told to|company policy|the poster|reminded us|"
     "guidance says|the briefing said|were warned|warned us|security training|"
     "training video|in a training|in the briefing"},
    {topic::origin, "{people} > {suspicion}"},
    {topic::origin, "{suspicion} > because|since|as he|as she|due to > {people}"},
    {topic::origin,
     "\uE001人だから|\uE001人なので|国人だから|人だから|人なので|人だし|人ですから|人なんで|"
     "国籍だから|国籍なので|出身だから|"
     "出身なので|出身ですし|教徒だから|教徒なので|信者だから|信者なので|系だから|系なので"},
});

constexpr auto weak = std::to_array<std::string_view>({
    "道案内",
    "いい店",
    "声を掛けられ",
    "声をかけられ",
    "おいしい店",
    "名刺交換",
    "名刺を求め",

    "交流",
    "招待された",
    "共同研究",
    "顧問",
    "副業",
    "技術指導",
    "スカウト",
    "求人",
    "公開資料",
    "公開情報",
    "会社案内",
    "お土産",
    "プレゼント",
    "接待",
    "数回",
    "定期的",
    "毎月",
    "何度も会",
    "待遇",
    "不満",
    "愚痴",
    "給料",
    "評価され",
    "借金",
    "優秀",
    "褒め",
    "すごい",
    "報酬",
    "謝礼",
    "封筒",
    "対価",
    "領収書",
    "組織図",
    "名簿",
    "担当者は誰",
    "アクセス権",
    "人脈",
    "図面",
    "手順書",
    "ソースコード",
    "試作品",
    "機密",
    "社外秘",
    "内部資料",
    "研修資料",
    "開発情報",
    "フリーメール",
    "個人メール",
    "テレグラム",
    "シグナル",
    "ウィーチャット",
    "wechat",
    "パスワード",
    "vpn",
    "製造工程",
    "歩留まり",
    "システム構成",
    "設備の配置",
    "また会った",
    "正門付近",
    "出入口付近",
    "通用門",
    "会社の近く",
    "身分証",
    "電話帳",
    "撮影",
    "立入",
    "記録媒体",
    "usbメモリ",
    "メモリーカード",
    "手渡し",
    "暗号",
    "端末を渡",
    "帰国する",
    "後任",
    "会食に誘",
    "食事でも",
    "飲みに行き",
    "ご馳走",
    "ごちそう",
    "高級",
    "市場調査",
    "翻訳を頼",
    "調査の依頼",
    "次回までに",
    "パンフレット",
    "カタログ",
    "説明書",
    "business card",
    "recommend a place",
    "know a good restaurant",
    "same man",
    "brochure",
    "catalogue",
    "annual report",
    "public document",
    "cash",
    "envelope",
    "crypto",
    "bitcoin",
    "wechat",
    "whatsapp",
    "telegram",
    "personal email",
    "gift card",
    "voucher",
    "source code",
    "internal document",
    "drawing",
    "non-public",
    "confidential",
    "password",
    "remote access",
    "network diagram",
    "memory card",
    "org chart",
    "staff list",
    "team members",
    "every month",
    "met again",
    "second meeting",
    "expert call",
    "advisory role",
    "headhunter",
    "recruiter",
    "market research",
    "exchange visit",
    "questionnaire",
    "my boss",
    "asked about salary",
    "meet again",
    "have a drink",
    "about the process",
    "about our customers",
    "copy of",
    "took photos",
    "exchange information",
    "in return",
    "special app",
    "his friend",
    "new contact",
});

constexpr auto replaced = std::to_array<std::string_view>({
    "お礼に",
    "lost",
    "line",
    "signal",
    "usb",
    "secret",
    "present",
    "gift",
    "bottle",
    "sample",
    "insider",
    "interview",
    "your network",
    "topics",
    "reception",
    "seminar",
    "trade show",
    "exhibition",
    "booth",
    "symposium",
    "vpn",
    "login",
    "debt",
    "family illness",
    "consequences",
    "your family",
    "your children",
    "too late",
    "you already",
    "successor",
    "going home",
    "replacing me",
    "regularly",
    "several times",
    "handed over",
    "job advert",
    "inconsistent",
    "different name",
    "stock photo",
    "new account",
    "flattered",
    "teach me",
    "surely not",
    "in the team",
    "others in the team",
    "also contacted",
    "inducement",
    "second job",
    "talent program",
    "we will share",
    "verbally",
    "just this once",
    "1本",
    "家族",
    "子ども",
    "次は",
    "高額",
    "設計",
    "サンプル",
    "現金",
    "顧客",
    "引き抜き",
    "兼業",
    "ダウンロード",
    "サーバー",
    "アカウント",
    "usb",
    "linkedin",
    "ブース",
    "展示会",
    "見本市",
    "セミナー",
    "シンポジウム",
    "懇親会",
    "レセプション",
    "削除して",
    "消去",
    "言い訳",
    "素性",
    "くらいですか",
    "本当ですか",
    "と聞きました",
    "教えてほしい",
    "勉強したい",
    "知らないので",
    "引き継",
    "話が違",
    "脅",
    "また連絡",
    "やめたい",
    "予定外",
    "数万円",
    "家族の病気",
    "社内ネットワーク",
    "尾行",
    "聞かれたら",
    "すれ違い",
    "写真がある",
    "前任",
    "コンサルタントとして",
    "リンクトイン",
    "これくらい",
    "小遣い",
    "待ち伏せ",
    "なりすまし",
    "アイデアを聞",
    "会社の近く",
    "費用負担",
    "文献を集め",
    "論文のコピー",
    "お酒をもら",
    "内緒で",
    "情報交換",
    "しつこく",
    "危害",
    "遠回り",
    "貸し切り",
});

}  // namespace

std::span<const Phrase> topic_phrases() {
  return topic_words;
}
std::span<const WordList> word_lists() {
  return lists;
}
std::span<const std::string_view> weak_cues() {
  return weak;
}
std::span<const std::string_view> replaced_cues() {
  return replaced;
}

}  // namespace intake
