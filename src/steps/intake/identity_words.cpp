#include "steps/intake/identity_words.h"

#include <array>

#include "steps/intake/identity.h"

namespace intake {
namespace {

constexpr auto table = std::to_array<IdentityWords>({
    {identity::region,
     "american|americans|british|briton|britons|english|scottish|welsh|irish|canadian|australian|"
     "new zealander|mexican|brazilian|argentinian|argentine|chilean|colombian|peruvian|venezuelan|"
     "cuban|russian|russians|ukrainian|ukrainians|belarusian|polish|pole|czech|slovak|hungarian|"
     "romanian|bulgarian|serbian|croatian|slovenian|bosnian|albanian|greek|turkish|turk|"
     "italian|italians|spanish|spaniard|portuguese|french|frenchman|frenchwoman|german|germans|"
     "austrian|swiss|belgian|dutch|danish|dane|swedish|swede|norwegian|finnish|finn|icelandic|"
     "estonian|latvian|lithuanian|georgian|armenian|azerbaijani|kazakh|uzbek|mongolian|chinese|"
     "taiwanese|korean|koreans|japanese|vietnamese|thai|cambodian|burmese|malaysian|indonesian|"
     "singaporean|filipino|filipina|indian|indians|pakistani|pakistanis|bangladeshi|sri lankan|"
     "nepalese|nepali|afghan|iranian|iranians|persian|iraqi|syrian|lebanese|jordanian|israeli|"
     "palestinian|saudi|emirati|egyptian|moroccan|tunisian|algerian|libyan|sudanese|ethiopian|"
     "kenyan|nigerian|ghanaian|south african|senegalese|african|asian|european|arab|arabic|"
     "mandarin|cantonese|hindi|urdu|farsi|hebrew|swahili|bengali|tamil|latin american|uk|usa|"
     "u.s.|united states|great britain|england|scotland|wales|america|korea|taiwan|hong kong|"
     "czech republic|the netherlands|holland|middle eastern|eastern european|caucasian"},
    {identity::region,
     "米国|アメリカ|英国|イギリス|ロシア|露国|中国|韓国|北朝鮮|朝鮮|台湾|香港|日本|独国|ドイツ|"
     "仏国|フランス|豪州|欧州|アジア|アフリカ|中東|アラブ|ヨーロッパ|ペルシャ|ウクライナ|"
     "ベトナム|インド|イラン|オランダ|スイス|南米|東欧|西欧|北欧|東南アジア"},
    {identity::region, "英語|独語|仏語|露語|北京語|広東語|日本語|中国語|韓国語|朝鮮語", "語"},
    {identity::region, "訛り|なまり", ""},
    {identity::worship,
     "church|mosque|temple|synagogue|shrine|chapel|cathedral|pagoda|gurdwara|monastery|parish|"
     "教会|モスク|お寺|寺院|神社|シナゴーグ|礼拝堂|聖堂|寺"},
    {identity::faith,
     "muslim|muslims|christian|christians|catholic|catholics|protestant|orthodox|jewish|jew|"
     "jews|buddhist|buddhists|hindu|hindus|sikh|sikhs|shinto|islam|islamic|christianity|buddhism|"
     "hinduism|judaism|mormon|baptist|jehovah's witness|jehovah's witnesses|"
     "イスラム教|イスラーム|イスラム|ムスリム|キリスト教|クリスチャン|カトリック|プロテスタント|"
     "正教|ユダヤ教|仏教|ヒンドゥー教|ヒンズー教|シーク教|神道"},
    {identity::school,
     "東大|京大|阪大|名大|東北大|九大|北大|東工大|早大|早稲田|慶應|慶応|筑波大|mit|stanford|"
     "harvard|oxford|cambridge|caltech|eth|tsinghua|精華大|清華大|北京大|ソウル大"},
    {identity::name,
     "john|david|michael|james|robert|william|peter|paul|thomas|daniel|alex|alexander|"
     "andrew|andrei|anna|maria|mary|elena|olga|natasha|ivan|sergei|sergey|dmitri|dmitry|"
     "vladimir|igor|boris|oleg|viktor|pavel|li|wang|zhang|chen|liu|lin|wei|ming|kim|lee|park|"
     "nguyen|tran|mohammed|muhammad|ahmed|ali|hassan|omar|fatima|aisha|yusuf|priya|raj|"
     "rahul|anil|singh|kumar|patel|carlos|jose|juan|luis|pedro|miguel|sofia|isabella|lucas|emma|"
     "olivia|sophie|julia|laura|sarah|lisa|kevin|brian|steve|chris|tom|ben|sam|max|leo|"
     "hans|klaus|stefan|jan|pierre|jean|marie|luca|marco|giulia|tanaka|suzuki|sato|yamada|"
     "takahashi|watanabe|ito|yamamoto|nakamura|kobayashi|kato|yoshida|okonkwo|okafor|kwame|"
     "mehmet|yuki|kenji|hiroshi|taro|hanako|mr|mrs|ms|dr|prof"},
    {identity::name,
     "佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|"
     "木村|斎藤|斉藤|清水|山崎|阿部|池田|橋本|石川|山下|小川|石井|長谷川|後藤|岡田|近藤|前田|"
     "藤田|遠藤|青木|坂本|村上|太田|金子|藤井|福田|西村|三浦|竹内|中川|岡本|松田|原田|中野|"
     "小野|田村|藤原|中山|石田|小島|和田|森田|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|"
     "小山|高田|工藤|今井|丸山|増田|上野|杉山|村田|大塚|平野|菅原|武田|新井|小松|野口|"
     "千葉|岩崎|桜井|木下|野村|松井|菊地|菊池|佐野|大西|杉本|浜田"},
});

constexpr std::string_view capitals =
    "i|i'm|i've|i'd|i'll|a|the|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|"
    "wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|"
    "august|september|october|november|december|usb|nda|po|cv|hr|it|ceo|cto|ai|vpn|linkedin|"
    "whatsapp|telegram|signal|wechat|line|email|gmail|pdf|zip|id|ok|legal|security|sales|"
    "purchasing|compliance|procurement|export|re|fw|from|to|subject|he|she|they|we|you|it|my|"
    "his|her|our|their|this|that|there|then|when|what|why|how|who|where|and|but|so|if|in|on|at|"
    "for|of|with|no|not|yes|police|union|journalist|reporter|lawyer|professor|university|"
    "company|research|institute|conference|expo|facebook|instagram|xing|researchgate|threema|"
    "viber|discord|bitcoin|btc|crypto|usd|eur|gbp|jpy|yen|dollars|euros|request|caller|visitor|"
    "male|female|call|protocol|note|msg|dm|app|qa|r&d|mp|ombudsman|rfq|rfi|dlp|sso|mfa|url|qr";

constexpr std::string_view roles =
    "お客|客|業者|部長|課長|係長|社長|専務|常務|主任|店長|所長|室長|班長|会長|担当者|担当|同僚|"
    "皆|奥|娘|息子|学生|先輩|後輩|部下|上司|受付|警備員|守衛|記者|弁護士|先生|院生|研究者|"
    "営業|職人|大家|隣|近所|友達|友人|父|母|兄|姉|弟|妹|婿|嫁|孫|爺|婆|旦那|配達員|運転手|"
    "看護師|医者|議員|組合|保険屋|子供|子|叔父|伯父|叔母|伯母|祖父|祖母|取引先|相手|本人|"
    "当人|両|各|同|組合員|社員|従業員|技術者|通訳|留学生|実習生|派遣|新人|若手|人事|総務|"
    "経理|秘書|刑事|警察官|巡査|会社|読者|業界|大学|出版社|商社|銀行|代理店|紹介会社";

}  // namespace

std::span<const IdentityWords> identity_words() {
  return table;
}
std::string_view capitals_that_name_nobody() {
  return capitals;
}
std::string_view roles_before_title() {
  return roles;
}

}  // namespace intake
