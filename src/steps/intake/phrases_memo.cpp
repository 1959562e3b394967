#include <array>

#include "steps/intake/phrases.h"

namespace intake {
namespace {

// How memos of officers and security desks tell it: in the third person, in the passive, with
// nouns instead of verbs ("requests for", "meals at pubs", 資料の要求).
constexpr auto memo = std::to_array<Phrase>({
    // Choosing whom to speak to, and first contact.
    {"SP2",
     "trawl*|search*|scan*|combed|looked through|browsed > profiles|publications|cvs|conference "
     "lists|author lists|patents"},
    {"SP3",
     "staff|employees|engineers|workers|people > of other|at other|from other|of several|at "
     "several|from several > companies|firms|plants|institutes|labs"},
    {"SP3",
     "several|hundreds of|dozens of|at least two|at least three|other > "
     "employees|staff|engineers|researchers|firms|companies > "
     "contacted|approached|received|got|reported|were asked|were sent"},
    {"SP4",
     "people|those|staff|persons|employees|someone|anyone|colleagues > with > "
     "access|clearance*|a clearance"},
    {"SP4",
     "background|personal details|biograph*|dossier*|profiles|reports|information > on|of|about > "
     "engineers|colleagues|employees|staff members|researchers|scientists|officials|coworkers"},
    {"SP4", "names of|list of|details of > colleagues|staff|engineers|people|team|employees"},
    {"SP5",
     "job advert*|job ad|job ads|vacanc*|job posting*|recruitment advert* > "
     "fake|bogus|sham|shell|front|fictitious|unverif*|nonexistent|no such"},
    {"SP5",
     "fake|bogus|sham|shell|front|fictitious|nonexistent > "
     "consultanc*|agency|recruiter*|consulting firm|recruitment firm|headhunt*"},
    {"SP5", "hundreds of|dozens of|collect*|gather*|harvest* > cvs|resumes|applications"},
    {"AP2",
     "{ask}|request* for|exchange of|obtained > contact details|contact information|"
     "private number|mobile number|phone number|telephone number|business card|personal email|"
     "messaging id|contact data"},
    {"AP4",
     "started a talk|struck up|made contact|spoke to|spoken to|talked to|was approached|"
     "were approached|became acquainted|got to know|first contact|acquaintance > "
     "exhibition|trade show|trade fair|fair|conference|seminar|symposium|reception|expo|workshop"},
    {"AP5",
     "offer*|offers of > consult*|advisory|a senior post|senior position|a post|a position|"
     "lucrative|well-paid"},
    {"AP6",
     "trip|trips|travel*|flew|flown|journey* > abroad|overseas|at their expense|paid for|"
     "all paid|costs covered|expenses covered"},
    {"AP6",
     "trip to|travel to|travelled to|traveled to|flown to|flew to > met|agreed|hosted|"
     "institute|think-tank|think tank|university|conference|lecture"},
    {"AP6", "paid conference|paid trip|paid lecture|paid visit|paid travel|sponsored trip"},
    {"AP7",
     "paid|pay|payment for|money for|fee for > essay*|policy paper*|short paper*|reports|"
     "translation*|written opinion*|background paper*"},
    {"AP7",
     "papers|reports|essays|articles|translations|summaries > "
     "for payment|for money|for a fee|against payment|in return for payment|were commissioned"},
    {"AP7",
     "was asked|were asked|was commissioned|tasked|requested > to write|to translate|"
     "to summari*|to compile|to prepare > report*|paper*|article*|overview|literature|summary"},
    // Cover.
    {"CV1",
     "!hid|hides|hiding|hidden|conceal*|withheld|did not disclose|undisclosed|kept back > "
     "his employer|her employer|their employer|employer|affiliation|true purpose|his purpose|"
     "his identity|her identity|real name|client"},
    {"CV1",
     "!posing as|posed as|poses as|under cover as|under the cover of|masquerading as|masqueraded "
     "as|passing himself off as|"
     "pretended to be|pretending to be|presented himself as|presented herself as|in the guise of"},
    {"CV1",
     "!supposed|purported|so-called|alleged > think tank*|think-tank*|consultanc*|company|firm|"
     "institute|consultant*|recruiter*|agency"},
    {"CV2",
     "under > a false name|another name|an assumed name|an alias|aliases|several names|"
     "different names|various names|a second name|a false identity|changing names"},
    {"CV2",
     "used|uses|using|had > aliases|several names|different names|various names|many names|"
     "several identities|false names|several aliases"},
    {"CV3",
     "!request*|question*|interest* > no longer fit*|did not fit|didn't fit|do not fit|does not "
     "fit|"
     "did not match|went beyond|going beyond|outside > "
     "job|role|stated|profession|line of work|business|position|trade|occupation"},
    {"CV4",
     "fake|false|made-up|fabricated|invented|stolen|cloned > "
     "profile*|identity|persona|account*|cv|photo*"},
    // Sounding out and the relation.
    {"AS1",
     "look* for|probed|sounded out|picked up on|learned of|learnt of|interest in|exploit*|used > "
     "unhapp*|dissatisf*|grievance*|debts|money trouble*|financial trouble*|"
     "financial difficult*|personal problems|family problems|frustration*|career worries"},
    {"AS2", "praised|flattered|complimented|compliments to > him|her|them|his|the|employee|me"},
    {"AS4",
     "questions|topics|talk|conversation > moved|turned|shifted|drifted|became|narrowed > "
     "work|technical|specific|detail*|process*|project*"},
    {"DV1",
     "meals|dinners|lunches|drinks|outings|evenings > at|in > "
     "pubs|restaurants|bars|cafes|izakaya|hotels"},
    {"DV1",
     "several|many|repeated|regular|further|numerous|monthly|weekly|more|dozens of|frequent > "
     "meetings|meals|dinners|lunches|drinks|encounters|get-togethers"},
    {"DV1",
     "invited|taken|met > pubs|restaurants|bars|drinks|dinner > several times|repeatedly|"
     "many times|regularly|every"},
    {"DV4",
     "mov*|switch*|shift*|migrat*|continu*|redirect* > to|on|onto|into|over > "
     "chat|chat app*|messenger*|messaging app*|voice app*|encrypted app*|another channel|"
     "private channel|private chat"},
    {"DV6",
     "introduced to|handed over to|passed on to|handed to > "
     "two men|two women|two others|another man|another woman|another officer|a second|"
     "a friend|friends|a colleague|an older|a younger|his boss|a superior|a new"},
    {"DV6", "successor* > carried on|continued|took over|took his place|followed|resumed|came"},
    // Trial and real requests.
    {"TE1",
     "?{ask}|request* for > found on the internet|available online|publicly available|published "
     "paper*|published articles|public information|public company|open literature|open sources|"
     "anyone can get|already published"},
    {"TE1",
     "{ask}|request* for|copies of > public|published|open|openly available >> "
     "paid|money|fee|cash|yen|dollars|euros|gift*|voucher*|reward*"},
    {"TE2",
     "paid|pays|pay|payment for|received > open|short|simple|brief|harmless|one|general > "
     "report*|paper*|essay*|summary|summaries|article*"},
    {"TE2",
     "short|simple|brief|open|general|harmless|policy > papers|reports|essays|summaries > "
     "for payment|for money|for a fee|well paid|paid"},
    {"TE3",
     "was given|were given|received|was handed|came with|with a > list of|questionnaire|"
     "shopping list|written list|catalogue of questions"},
    {"TA1",
     "press*|ask*|request* "
     "for|demand*|sought|provid*|supplied|supplies|supplying|passed|handed|handing|hands|leaked|"
     "sold|"
     "deliver*|copied|took|taken|remov*|extra for > "
     "{secret_thing}|classified*|restricted|sensitive|inside information|internal > "
     "to|for|from|on|at|material*|document*|information|file*|item*|data|out|paper*|report*"},
    {"TA1",
     "{secret_thing}|classified document*|inside information|internal information > "
     "was requested|were requested|was demanded|was sought|was handed|were handed|was passed|"
     "were passed|was provided|were provided|was copied|were copied|was taken|was photographed"},
    {"TA1",
     "took|taken|carried|remov*|brought|smuggled > out of the > "
     "firm|company|plant|office|lab*|base|building|unit"},
    {"TA3",
     "how to get into|ways into|way into|access to|entry to > "
     "network|server*|system*|computer*|intranet|mailbox*"},
    {"TA4",
     "cash|money|payments|sums|dollars|yen|euros|pounds > over time|in total|in all|altogether|"
     "per delivery|for each|each time|per meeting|on delivery"},
    {"TA4",
     "received|was paid|were paid|accepted|was given|earned|in exchange for|in return for > "
     "cash|dollars|yen|euros|pounds|bitcoin|crypto*|banknotes|sums of money"},
    // Concealed running.
    {"HA1",
     "next > date|meeting|appointment|time > fixed|set|agreed|named|arranged > "
     "on the spot|orally|at each|face to face|in person|at the end|by word of mouth"},
    {"HA3",
     "handed|handing|hands|hand over|pass*|slip*|deliver*|gave|given|left|exchang* > "
     "storage medium|storage media|storage device|hard drive|external drive|data carrier|disc|"
     "film|microfilm|memory|stick"},
    {"HA4",
     "given|received|supplied with|provided with|issued|equipped with|got|gets|gave him|"
     "gave her|gave them|handed > "
     "phone|smartphone|mobile|handset|laptop|device|tablet|sim card|transmitter|radio|equipment|"
     "gear > for|to > contact|message*|communicat*|secret|stay in touch|encrypted|him|her"},
    {"HA4",
     "secret messages|covert communicat*|coded messages|covert channel|encrypted channel|"
     "steganograph*|hidden in images|hidden in pictures|hidden in photos"},
    {"HA5",
     "!hid|hide|hides|hiding|conceal*|covered up|cover up|covering "
     "up|disguis*|labelled|labeled|declared falsely > "
     "contact*|meetings|payments|money|travel|trips|relationship|as study|as private|as personal"},
    {"HA5",
     "!help*|ask*|told|instruct*|taught|shown > to bring|to carry|bring|carry|smuggle|split|move|"
     "how to move > cash|money|payments"},
    {"HA5", "!cover stor*|false explanation*|false account of|agreed excuse|prepared excuse"},
    // Pressure, lures.
    {"CO1",
     "!remind*|reminder|referred to|pointed to|pointed out > money|payments|receipts|photos|"
     "earlier favours|papers already|already taken|already received"},
    {"CO2",
     "!hint*|implied|insinuat*|let it be known|made clear|alluded|suggest* > knew|know|knows > "
     "home|address|family|house|children|wife|husband|parents|live*"},
    {"CO2", "!threat*|veiled threat* > family|children|home|relatives|wife|husband|parents|visa"},
    {"CO3",
     "!wish*|want*|tri*|attempt* > to stop|to end|to quit|to break off|to withdraw|to cut > "
     "hint*|threat*|press*|insist*|continued|kept|refused|but|was told"},
    {"CO3",
     "!refus*|declin* > contact|calls|messages|approaches > continued|went on|resumed|did not "
     "stop"},
    {"CY1",
     "send*|sent|deliver*|shar*|attach*|upload* > file*|attachment*|viewer|test|archive|app|"
     "document*|link > malware|malicious|virus|trojan|infect*|backdoor|spyware"},
    {"CY1", "malware|trojan|malicious > file|attachment|link|document|app|code"},
    // Short of words, and so ordinary ones: they count beside a clearer act only.
    {"AP5",
     "approached|contacted|messaged|written to|wrote to|addressed > on|through|via|over > "
     "professional network|networking site|business network|career network|job site|job portal|"
     "social network|social media"},
    {"CV2", "aliases|an alias|assumed names|cover names|false names|false identities"},
    {"CV4", "same photo|stock photo*|ai-generated|cloned profile*|invented profile*"},
    {"DV1",
     "?met|meetings|meals|dinners|contact > for years|for months|over years|over months|over the "
     "years|over a year|for a year|on and off|again and again|a number of times"},
    {"TE1",
     "?reports|papers|analysis|summary > from open sources|from public sources|based on public"},
    {"TA1",
     "?handed|gave|given|passed|sold|sent|copied|photographed|downloaded|uploaded|emailed|"
     "transferred|removed|brought|supplied|delivered|leaked > "
     "documents|files|manuals|manual|technical|know-how|technology|designs|plans|textbook*|"
     "training|data|formula*|components|information > "
     "to|for|over|out|home|him|her|them|the contact|the officer|in"},
    {"TA1",
     "?{ask}|request*|demand*|sought|wanted > manuals|manual|technical documents|technical data|"
     "designs|know-how|plans|inside information|classified*|internal"},
    {"TA4",
     "?in cash|cash payments|paid cash|large sums|sums of money|money for|for money|was paid|"
     "were paid|cash rewards|paid for information|hundreds of thousands|tens of thousands"},
    {"HA2", "counter-surveillance|countersurveillance|evasive route*|took detours|several detours"},
    {"HA3",
     "dead letter box|dead letter|drop site|hiding place|swapped bags|identical bags|"
     "secretly handed|secretly passed|secret handover|hand-over in secret"},
    {"HA4",
     "one-time pad|shortwave|short-wave|covert email|encryption software|encryption program*|"
     "special software|communications gear|spy equipment|secret phone|second phone"},
    {"CO1", "!compromising > material|photos|pressure|force"},
    // Japanese: nouns and the passive.
    {"SP3", "複数の|他の|別の|多数の > 社員|従業員|技術者|会社|企業 > 接触|接近|声掛け|勧誘|連絡"},
    {"AP2",
     "連絡先|電話番号|メールアドレス|名刺|lineのid > の要求|を要求|の提供|の交換|を求め|を入手"},
    {"AP3", "飲食|会食|食事|酒席 > の誘い|への誘い|に誘|の提案|を提案|の申し出|を持ち掛"},
    {"AP4",
     "展示会|見本市|学会|セミナー|シンポジウム|国際会議 > で接触|にて接触|で知り合|を通じて接触|"
     "で接近|における接触|で面識"},
    {"CV1", "!所属|身分|勤務先|本名|正体|目的 > を秘匿|を秘し|を偽|を伏せ|の秘匿|を明らかにしな"},
    {"CV1", "!装い|装って|を騙り|をかたり|になりすまし|と称し|と偽り"},
    {"CV2", "複数の|偽の|別の > 氏名|名前|身分|名義|肩書 > を使|を使用|を使い分け|を名乗"},
    {"DV1",
     "複数回|数回|十数回|多数回|定期的|継続的|繰り返し|月1回|毎月 > 面会|会食|接触|飲食|密会"},
    {"DV1", "面会|会食|接触|飲食 > を重ね|を繰り返|を継続|が継続|は複数回|は数回"},
    {"DV3", "金品|商品券|贈答品|物品|贈り物 > の受領|を受領|の提供|を提供|の授受"},
    {"DV5", "!口止め|秘匿を求め|秘密保持を求め|他言しないよう|口外しないよう"},
    {"DV6", "後任|後任者|後継者|別の人物|第三者 > の紹介|を紹介|に引き継|への引継|が引き継"},
    {"TE1",
     "公開資料|公開情報|公刊資料|市販の|公開済みの|論文 > の要求|を要求|の提供|を提供 >> "
     "謝礼|報酬|現金|金銭|対価|円"},
    {"TE3",
     "質問事項|要求事項|質問票|要求リスト|質問リスト > を提示|を手交|を受領|を渡|の提示|を示"},
    {"TA1",
     "{secret_thing} > の要求|を要求|の提供|を提供|の持ち出し|を持ち出|の漏えい|を漏えい|の入手|"
     "を入手|の提出|を提出|を手交|の手交|を引き渡|を複写|を渡し"},
    {"TA3",
     "社内ネットワーク|システム|サーバー|認証情報|パスワード|アクセス権 > "
     "の要求|を要求|の提供|を提供|の聞き出し|への侵入"},
    {"TA4",
     "現金|報酬|謝礼|金銭|対価|暗号資産 > を受領|の受領|の授受|を受け取|の提供|を交付|の支払|"
     "を支払|を手渡|と引き換え"},
    {"HA1", "!次回|次の|次の面会 > 日時|日程|場所|約束 > 対面で|口頭で|その場で|面会時に|都度"},
    {"HA2", "尾行|監視 > 点検|警戒|の有無を確認|を避け"},
    {"HA3", "記録媒体|usbメモリ|資料|封筒 > の受け渡し|を受け渡|をひそかに|を秘密裏|の手交"},
    {"HA4",
     "通信機器|携帯電話|端末|スマートフォン|連絡手段 > の貸与|を貸与|の供与|を供与|の支給|"
     "を交付|の提供|を提供"},
    {"HA5", "!隠蔽|隠ぺい|口裏合わせ|偽装 > を指示|の指示|を指南|を求め|を助言|の方法"},
    {"CO1",
     "!過去の受領|受領の事実|金銭の受領|これまでの提供|受領書|領収書 > "
     "を示|を持ち出|に言及|を理由に"},
    {"CO2", "家族|住所|自宅|子ども|子供|在留資格 > に言及|を示唆|をほのめか|に危害|を脅"},
    {"CO3", "!拒絶|拒否|断り|終了の申し出 > 後も|にもかかわらず|したが > 接触|連絡|要求|来訪|勧誘"},
});

}  // namespace

std::span<const Phrase> phrases_of_memos() {
  return memo;
}

}  // namespace intake
