#include <array>

#include "steps/intake/phrases.h"

namespace intake {
namespace {

// What a text speaks of, in both languages under one name, so that what is learned from texts
// in one language helps in the other. None of these scores by itself.
constexpr auto concepts = std::to_array<Phrase>({
    // Money and things of value.
    {"#sum",
     "!万円|千円|百円|ドル|ユーロ|ポンド|円を|円の|円で|円が|円入|yen|dollars|euros|pounds|usd|eur|"
     "gbp|jpy|thousand|grand|quid|bucks"},
    {"#cash",
     "!現金|封筒|札|お車代|御車代|車代|手間賃|小遣い|心付け|ポケットに|商品券|ギフト券|紙袋|"
     "cash|envelope*|banknote*|notes|bills|folded|in my pocket|voucher*|gift card*|bitcoin|btc|"
     "crypto*|coins|a book with"},
    {"#fee",
     "!報酬|謝礼|原稿料|ギャラ|単価|時給|手当|日当|入金|fee|honorarium|rate|paid|payment|pays|"
     "stipend|"
     "per page|per hour|an hour|retainer|each page"},
    {"#too_much",
     "!相場|破格|割のいい|割がいい|多すぎ|高すぎ|不相応|見合わ|こんなに|そんなに|倍|too much|far "
     "more|"
     "well above|overpaid|silly|ridiculous*|generous*|ten times|three times|twice what|a lot for|"
     "out of proportion|easy money|a mistake|what i'd normally|surprisingly"},
    {"#paperwork",
     "!請求書|領収書|振込|振り込|源泉|契約書|支払調書|invoice*|bank transfer|wire|w-9|withholding|"
     "contract|framework|frame contract|agreement|annex|statement of work|purchase order|po "},
    {"#no_paper", "!領収書 > なし|ない|不要|いらな|もらって"},
    {"#no_paper", "!no|without|never > receipt|invoice|contract|paperwork"},
    {"#gift",
     "!お土産|手土産|プレゼント|贈り物|お祝い|入学祝|腕時計|万年筆|ワイン|ウイスキー|日本酒|菓子折|"
     "ネクタイ|チケット|gift*|present|presents|watch|bottle|whisky|wine|perfume|chocolates|tickets|"
     "souvenir|pearl|pen|hamper"},
    {"#meal",
     "!食事|飲み|居酒屋|寿司|鮨|焼肉|焼き鳥|ランチ|ディナー|夕食|昼食|ごちそう|ご馳走|おごり|奢|"
     "喫茶店|"
     "ファミレス|レストラン|飯|ごはん|座敷|バー|コーヒー|お茶|dinner*|lunch*|supper|restaurant*|"
     "drink*|"
     "beer*|coffee|bar|pub|pint|steak*|meal*|eel|sushi|breakfast|brunch|treat*|cafe|café"},
    {"#they_pay",
     "!先方持ち|おごって|奢って|ごちそうにな|ご馳走にな|払ってくれ|支払ってくれ|会計は|お会計|勘定|"
     "出してくれ|"
     "持ってくれ|he pays|she pays|he paid|she paid|always pays|always paid|buying always|"
     "picked up the|his treat|her treat|on him|on her|took the bill|settled the|wouldn't let me|"
     "never let me|insisted on paying|never lets me"},
    {"#split",
     "!割り勘|割勘|自分で払|自腹|交互に|each pay|each paid|split the|dutch|paid my own|my own "
     "coffee|"
     "took turns|me next time|i paid once|halves|50/50|went dutch|everyone paid|paid for myself"},
    {"#upscale",
     "!高級|料亭|個室|ホテルのラウンジ|フグ|会員制|タワー|ミシュラン|銀座|神楽坂|fancy|upscale|"
     "private room|"
     "no prices|michelin|40th floor|penthouse|exclusive|first class|business class|expensive|club"},
    {"#travel",
     "!渡航|旅費|航空券|宿泊|ビジネスクラス|招待|招へい|交通費|flight*|hotel|airfare|trip|travel|"
     "accommodation|nights|all expenses|visa|invitation|invited"},
    // How they came together.
    {"#street",
     "!道を|道順|行き方|迷った|迷って|道に迷|駅はどこ|地図|directions|the way to|lost|map|"
     "how to get|shortest way|which platform|which exit"},
    {"#chance",
     "!偶然|たまたま|隣に座|隣の席|隣り合|相席|ぶつかっ|落とし|拾って|助けた|きっかけ|知り合|"
     "spilled|umbrella|"
     "sat down next|next to me|happened to|by chance|bumped|struck up|fell into|got talking|"
     "wallet|dropped|seat beside|in the queue|at the counter|in the sauna|passenger"},
    {"#fair",
     "!展示会|学会|シンポジウム|セミナー|懇親会|見本市|ポスター|ブース|講演|フォーラム|"
     "カンファレンス|交流会|"
     "conference|symposium|expo|trade fair|fair|booth|seminar|workshop|reception|poster|my talk|"
     "meetup|stand|panel|webinar|summit"},
    {"#online",
     "!sns|linkedin|リンクトイン|プロフィール|メッセージが|dm|ビジネスsns|掲示板|マッチング|"
     "アプリで|"
     "career site|network|profile|connection*|connect|forum|inbox|dating app|match|platform|"
     "social media|online|researchgate|job board|website|site"},
    {"#recruit",
     "!転職|求人|スカウト|ヘッドハンタ|エージェント|紹介会社|履歴書|職務経歴|面接|年収|採用|"
     "recruit*|"
     "headhunt*|cv|resume|vacancy|position|job "
     "offer|salary|candidate|agency|role|hiring|interview"},
    {"#consult",
     "!コンサル|顧問|アドバイザ|専門家|有識者|ヒアリング|意見交換|インタビュー|スポット|知見|"
     "expert call|"
     "expert network|consult*|advis*|insight*|opinion|your views|hour of your|principal|"
     "moderator|think tank|thinktank|research house"},
    {"#sidejob",
     "!副業|クラウドソーシング|レポート|要約|翻訳|原稿|執筆|記事|調査の仕事|アンケート|まとめて|"
     "translate*|"
     "translation|summar*|report on|white paper|article*|essay|a page|two pages|freelance|gig|"
     "write-up|short paper|survey|page about|side job|side gig"},
    {"#academic",
     "!共同研究|客員|教授|大学院|院生|留学|研究室|査読|論文|ポスドク|奨学|professor|postdoc|"
     "university|"
     "lecture|visiting|institute|paper|joint research|grant|fellowship|referee|manuscript|phd"},
    {"#invest",
     "!投資|出資|買収|ファンド|資金調達|デューデリ|m&a|invest*|fund|acquisition|due "
     "diligence|venture|"
     "stake|valuation|banker|hedge|term sheet|angel"},
    {"#oldfriend",
     "!同級生|同期|幼なじみ|旧友|昔の同僚|元同僚|退職した|ob|恩師|後輩|先輩|classmate|old friend|"
     "former colleague|ex-colleague|used to work|retired|alumni|school friend|childhood|"
     "years ago|reunion|mentor"},
    {"#romance",
     "!彼女|彼氏|デート|恋|付き合|結婚|マッチングアプリ|好きに|dating|date|girlfriend|boyfriend|"
     "romance|"
     "lovely|in love|flirt*|kiss*|relationship|sweet*|tinder"},
    {"#neighbour",
     "!隣の家|隣人|隣に越|近所|町内会|自治会|保護者|pta|少年野球|サッカー|クラブ|neighbour*|"
     "neighbor*|"
     "next door|school gate|parents|kids|our sons|football club|choir|allotment|residents|dog"},
    {"#tourist",
     "!観光|旅行者|スーツケース|旅行で|バックパック|カメラを|東京タワー|写真を撮って|tourist*|"
     "suitcase*|"
     "sightseeing|backpack*|museum|selfie|holiday|hostel|cruise"},
    {"#sales",
     "!営業マン|セールス|保険|勧誘|訪問販売|マンション投資|ネットワークビジネス|マルチ|insurance|"
     "salesman|"
     "sales rep|pyramid|mlm|vitamins|leaflet*|subscription|cold call|telemarket*|sell me|"
     "selling|supplement*"},
    // Firm, channel, openness.
    {"#official",
     "!購買|調達|営業窓口|営業部|営業担当|窓口|取引先|得意先|納入|仕入|協力会社|基本契約|取引基本|"
     "発注|見積|"
     "purchasing|procurement|supplier*|vendor|buyer|account manager|customer*|client's|"
     "inside sales|sales team|rfq|quotation|order|service contract|maintenance contract"},
    {"#nda", "!nda|秘密保持|守秘|機密保持|non-disclosure|confidentiality agreement"},
    {"#colleague_there",
     "!同席|立会|立ち会|一緒に会|上司と|課長と|部長も|二人で対応|複数名|みんなで|cc|同行|with my "
     "manager|"
     "my boss was|colleague with|colleagues were|whole team|director|host was|all of us|"
     "sat in|in copy|cc'd|copied in|walked with him|accompanied|qa lead|host|our buyer|eight of us|"
     "group|team dinner|brought his|two of us went"},
    {"#on_premises",
     "!会議室|応接|受付で|入館|来社|社内で|弊社で|当社で|名簿に|meeting room|reception|visitor|"
     "on site|our premises|signed in|logged|visitors' book|room|escort*"},
    {"#declared",
     "!届け出|届出|申請|許可|承認|上司に報告|事前に|副業申請|人事に|上長も|了承|declared|approved|"
     "cleared|"
     "permission|signed off|export control|compliance|legal|in advance|per policy|registered|"
     "my supervisor knows|my boss knows|form|side work rule|head signed"},
    {"#verified",
     "!代表番号|代表電話|折り返し|かけ直|在籍|確認が取れ|確認でき|登記と一致|一致|公式サイト|"
     "ホームページで確認|"
     "実在|本人につなが|switchboard|called back|rang the|phoned the|main number|confirmed|verified|"
     "official site|real firm|licence number|checked out|works there|knows him|existing|"
     "known to us|years a customer|number i know"},
    {"#addressed_firm",
     "!会社宛|大学宛|研究科宛|公式に|正式に|公文|依頼状|事務局|addressed to the|formal "
     "letter|letterhead|"
     "official letter|through the office|via the office|through our|info@|institutional|"
     "research office|international office|protocol"},
    {"#public_thing",
     "!カタログ|パンフレット|公開|図書館|誰でも|市販|統計|社史|年報|白書|官報|プレスリリース|"
     "ホームページにある|"
     "brochure*|catalogue*|catalog|public*|library|anyone can|annual report|white paper|newspaper|"
     "press release*|data sheet|on our website|printed|journal|price list|open source|"
     "freely available|downloaded from|open web"},
    {"#no_work_talk",
     "!仕事の話|仕事のこと|会社のこと|業務の話|技術の話|研究の話 > "
     "一切|出な|聞かれな|聞かれていな|していな|しな|まったく|全く|なし|出てこな|触れ|聞かれませ|"
     "ありませ|出ていな"},
    {"#no_work_talk",
     "!一言も聞かれ|何も聞かれ|聞いてこな|興味を示さ|興味がなさ|質問はなかった|質問はなし"},
    {"#no_work_talk",
     "!never|nothing|not|no|didn't|hasn't|doesn't|neither|without|isn't > "
     "asked|asks|ask|mentioned|curiosity|interest|questions|talk* > "
     "work|job|company|firm|missile*|about it|what i do|employer|where "
     "i|that|anything|beyond|about"},
    {"#no_work_talk", "!asked nothing|nobody asked|no questions|never once asked|never asked"},
    {"#it_ended",
     "!それきり|それだけ|それ以来|以後|その後は|もう来て|立ち去|去って|礼を言って|終わり|"
     "連絡はない|連絡なし|"
     "that was all|that was it|waved|went on|thanked me|haven't been back|no further|not seen|"
     "nothing since|never heard|end of story|apologised|apologized|the end|walked off|left at once|"
     "haven't seen|gone"},
    {"#only_rule",
     "!念のため|一応|決まりなので|規則なので|届けろと|報告しろと|ルールなので|習ったとおり|"
     "言われたので|誤報|"
     "問題ないと思|問題はないと|気にしすぎ|for completeness|just in case|because the rule|reminder "
     "poster|"
     "handbook says|everyone's told|only since|only because|for the log|told to report|for form's|"
     "as the rule|ticking the box|no harm|nothing wrong|no concern|fully normal|false alarm|"
     "for the file|for the record|per the rule|policy says"},
    // How it went on.
    {"#regular",
     "!月に一度|月一|月イチ|毎月|月に1|月1|隔月|二か月に|2か月に|三か月|数か月|毎回|定期|三回|四回|"
     "五回|六回|"
     "何回か|何度か|度々|every month|once a month|monthly|every other|every three|every few|"
     "four or five times|several times|a dozen|eleven|regularly|each time|every time|since spring|"
     "a third time|meetings|twice a"},
    {"#private_channel",
     "!個人のメール|個人メール|私用|私用携帯|個人の携帯|プライベート|line|wechat|telegram|signal|"
     "whatsapp|"
     "テレグラム|シグナル|別のアプリ|消える|移って|移りま|移っ|chat app|another messenger|private|"
     "personal|my own number|vanish*|disappear*|moved us|switch*|threema|messenger|mobile|gmail*|"
     "instead of mail|off the platform|landline"},
    {"#secrecy",
     "!内緒|秘密に|黙って|言わないで|誰にも|会社には|奥さんには|家族には|ここだけ|二人だけ|"
     "言わなくて|伏せて|"
     "between us|between ourselves|our secret|not tell|don't tell|tell anyone|tell nobody|"
     "keep it|quiet|discreet*|not hear about|needn't know|need not know|no need to mention|"
     "never informed|mention it|don't mention|women speak|know about us|hear about us"},
    {"#no_number", "!連絡先 > 知らな|交換し|ない|知らず|教えて|聞いて"},
    {"#no_number",
     "!no|never|neither|without|don't have|hasn't > number|phone|telephone|address|card|way to "
     "reach"},
    {"#next_fixed",
     "!別れ際|次の日|次回の|次の店|次に会う|その場で決|日時を|駅名|公衆電話|fixed the next|next "
     "meeting|"
     "next appointment|before parting|agreed before|tells me the day|day and the station|payphone|"
     "phone box|public phone|next date|the next one"},
    {"#covert",
     "!記録媒体|usb|sdカード|メモリ|撮影|写真を撮って|紙袋|ロッカー|置いて|隠し|差し替え|入れ替え|"
     "テーブルの下|"
     "memory|usb|stick|chip|photograph*|photo of|locker|under the table|hollow|left on the seat|"
     "newspaper|swap*|bag|card|pigeonhole|drop|bench|bin"},
    {"#evasive_route",
     "!別々|先に店を|周り|後ろを|一駅|電車を乗り換|遠回り|つけられ|見回|合流|separately|looked "
     "around|"
     "round the block|two stops|opposite platform|changed trains|over his shoulder|one by one|"
     "sits facing|followed|back door|apart|mirror"},
    {"#device",
     "!端末|携帯を渡|スマホを渡|専用の|アプリを入れ|合言葉|アカウントを渡|gave me a phone|old "
     "mobile|"
     "handset|already set up|code word|one contact|special app|set up for me|sim|burner|"
     "draft folder|shared mailbox|encrypt*|password to"},
    {"#cover_story",
     "!聞かれたら|ことにして|と言えば|言い訳|口裏|消して|削除|申告|if asked|if anyone asks|should "
     "say|"
     "i'm to say|i was to say|told me to say|delete|wipe|declare|cover|pretend|call it|story "
     "ready"},
    // What was wanted.
    {"#internal_thing",
     "!社外秘|内部|社内|図面|手順書|標準書|仕様|工程|条件|配合|レシピ|ロードマップ|議事録|試作|"
     "サンプル|生データ|"
     "ソース|設計|歩留|未公開|internal|drawing*|recipe|process|procedure|spec*|minutes|roadmap|"
     "prototype|sample*|source code|unreleased|aren't released|not public|unpublished|manual|"
     "parameters|schedule|weights|training set|test data|measurement files|batch|log files|"
     "parts list|sheet|handbook|plans|schematics|layout|figures|runs|protocols|sequence|strain|"
     "confidential"},
    {"#access",
     "!パスワード|ログイン|vpn|アクセス権|アカウント名|リモート|ネットワーク構成|サーバ|権限|"
     "入館証|社員証|password*|"
     "login|vpn|token|remote access|server|network diagram|get in from|badge|credentials|admin|"
     "rights|firewall|rota|keycard"},
    {"#who",
     "!誰が|担当は|担当者|組織図|名簿|体制|キーマン|上の人|人を紹介|同僚を|知り合いを|who else|who "
     "decides|"
     "who runs|who works|org chart|names of|staff list|introduce*|extension|whom one|colleagues|"
     "phone list|who is|who leads|decides|which people|team list"},
    {"#list",
     "!質問リスト|質問票|リスト|一覧|項目|箇条|次までに|次回までに|宿題|紙に|list|questionnaire|"
     "headings|"
     "questions|points|topics|homework|for next time|by next|eleven|items|bullet"},
    {"#oral",
     "!口頭|話すだけ|覚えている|記憶|しゃべ|メモは|from memory|just tell|nothing in writing|"
     "nothing written|recount*|what she remembered|what i remember|talk me through|orally|"
     "no paper|remember"},
    {"#own_words",
     "!あなたの経験|業務経験|現場の|ご経験|内側|内部の見方|本音|少し足して|your experience|your "
     "own|inside*|"
     "insider|from the inside|flavour|colour|first-hand|real numbers|not in the papers|"
     "published things|boring|beyond what|something more|meatier|deeper"},
    {"#drift",
     "!だんだん|次第に|そのうち|途中から|最近は|最近になって|いつの間にか|気がつくと|徐々に|前回は|"
     "先日は|"
     "gradually|slowly|over time|lately|step by step|began with|started with|at first|then|"
     "ended at|in the end|went on to|moved to|by the second|later|past two|turned to|drifted|"
     "after a while|these days"},
    {"#narrow",
     "!歩留|温度|圧力|成膜|装置|材料|何層|何%|数値|精度|公差|不良|生産数|納期|顧客|どこの会社|客先|"
     "yield|"
     "temperature*|thickness|tolerance*|pressure|cycle|failure*|throughput|customers|capacity|"
     "step|how many|which machine*|bottleneck*|delay*|budget|headcount|rig|surely|percent"},
    {"#misfit",
     "!詳しい|詳しすぎ|専門|畑違い|なのに|のわりに|にしては|変だな|不思議|なぜ|wine merchant|only "
     "in the taxi|"
     "knew a lot|for a|odd for|funny|strange*|curious|oddly|how would he know|why would|wonder*|"
     "i never told|i don't remember telling|how he knew|why he|simply knew"},
    {"#worries",
     "!愚痴|グチ|不満|悩み|評価|借金|ローン|給料|給与|待遇|学費|教育費|介護|離婚|病気|出世|昇進|"
     "mortgage|"
     "debt*|loan*|bonus|pension*|undervalued|unhappy|divorce|ill|overlooked|passed "
     "over|restructuring|"
     "worr*|pay rise|lonely|tired|money troubles|school fees|salary|frustrat*"},
    {"#flattery",
     "!優秀|すごい|第一人者|さすが|感心|尊敬|もったいない|評価され|見る目|flatter*|brilliant|"
     "admire*|"
     "genius|wasted|royalty|never met anybody|impress*|reputation|talent*|appreciat*|deserve*|"
     "highly|praise*|compliment*|expert"},
    {"#provoke",
     "!まさか|無理でしょう|くらいですか|ですよね|そんなはず|本当は|違いますよね|incorrect|of "
     "course nobody|"
     "surely nobody|eighty|correct*|wrong figure|guess*|pretend*|i said we do better|couldn't be|"
     "impossible|isn't it|am i right|between"},
    {"#successor",
     "!後任|前任|代わりの人|引き継|帰任|帰国|紹介され|successor|posted home|replacement|took over|"
     "going home|introduced me to|his friend|a friend of his|colleague of his|retires|handover"},
    {"#hidden_employer",
     "!会社名は|名刺は出さ|名刺を出さ|名刺は持|名乗ら|勤め先|何の仕事|仕事は何|素性|申し上げられ|"
     "明かさ|曖昧|"
     "はぐらか|濁|いろいろ|unnamed|prefers to remain|no firm|no company|which outfit|changed the "
     "subject|"
     "laughed and|vague|in due course|whom he|first name|card with nothing|never said|wouldn't say|"
     "didn't say|dodged|evas*|coming soon|asked who|don't know that he has|surname|i don't know "
     "where"},
    {"#not_real",
     "!実在しな|存在しな|架空|見つから|つながらな|登記が|私書箱|バーチャルオフィス|"
     "レンタルオフィス|parcel shop|"
     "nail salon|not in service|doesn't exist|does not exist|no such|not registered|mailbox|"
     "shell|does not know|no trace|dead link|one digit|virtual office|co-working|never heard of"},
    {"#fake_profile",
     "!作られたばかり|作成されたばかり|投稿ゼロ|投稿がない|画像検索|モデル|ストック|写真が|"
     "同じ写真|reverse image|"
     "image search|stock photo|stock picture|months old|weeks old|connections|sells dental|"
     "turns up on|no posts|ad if|same picture|same face|portrait|generated"},
    {"#others_too",
     "!同僚にも|他にも|後輩にも|ほかの人|何人か|同じ人が|同じメール|隣の課|同業|同じよう|four "
     "staff|colleagues too|"
     "others too|same ad|same message|same man|same male|two friends|everybody on|several of us|"
     "also got|two others|someone in|at another|each was asked|half the team"},
    {"#watch",
     "!立っていました|立っていた|待っていた|通用口|正門|改札|向かい|見ていた|うろつ|同じ男性|"
     "何日も|gate|bench|"
     "bus shelter|lanyard*|outside the|seen tues*|loiter*|parked|watching|staring|again on|"
     "same person|car park|entrance|come out"},
    // Pressure.
    {"#threat",
     "!脅|ばらす|家を知|家族に|どうなって|ただでは|後悔|困ったこと|子どもの学校|娘さん|"
     "写真を持って|録音|"
     "threat*|know where|regret|unpleasant|shame|pity|harm*|your daughter|your son|my sister|"
     "my mother|my brother|consequence*|it would be a|accident|safe|visits at|visited my|photos of|"
     "recording*|would not like|happen to"},
    {"#you_took",
     "!受け取った|もう関わ|共犯|戻れない|証拠|サイン|署名|控え|一覧|already|what i received|you "
     "took|"
     "signature|signed for|receipt with my|we trust you remember|table of|in it together|too late|"
     "proof|copies of|reminded me"},
    {"#refused_still",
     "!断った|断り|やめたい|会わない|もう会|続けたくな|refused|said no|do not wish|declined|wanted "
     "out|"
     "stop|blocked|won't stop|again and again|new numbers|keeps calling|kept calling|still want*|"
     "kept turning|turned up"},
    {"#shame",
     "!恥ずかし|情けな|怖い|眠れ|不安|悪いこと|後悔|泣|馬鹿|どうすれば|どうしたら|クビ|ashamed|"
     "afraid|scared|"
     "cannot sleep|can't sleep|embarrass*|stupid|off my chest|feel like a|go to jail|trouble|"
     "what must i|what should i|should i give|bad feeling|uneasy|thief|guilt*|sorry|fired|lose my"},
    {"#naive",
     "!たぶん|ただ親切|いい人|悪い人では|普通の人|考えすぎ|大したこと|世間話|笑|probably "
     "nothing|lovely|"
     "nice man|kind|friend|delightful|harmless|no ask|nothing secret|only dates|i'm sure|charming|"
     "great talker|good listener|i enjoyed|funny|sweet"},
    // Kinds that are no contact case.
    {"#k_insider",
     "!私用クラウド|個人クラウド|退職予定|持ち出し|大量に|ダウンロード|私物|転送|印刷|競合|"
     "家族の会社|dlp|"
     "personal cloud|uploaded|departing|last day|resign*|competitor|usb copy|forward* to his|"
     "private account|wife's company|copied files|leaving for|notice period|printouts|after hours"},
    {"#k_cyber",
     "!フィッシング|マルウェア|添付|リンク|不審なメール|ファイルを開|マクロ|ウイルス|偽サイト|"
     "ログイン画面|"
     "phish*|malware|attachment|macro*|link in|zip|exe|login page|spoofed|invoice.*|sandbox|"
     "antivirus|quarantin*|domain|sender address|iso|lnk|typosquat*|qr code|usb stick found"},
    {"#k_rumour",
     "!噂|うわさ|らしい|だそうで|外国の方|外国人|国籍|宗教|離婚|不倫|なんとなく|雰囲気|rumour*|"
     "rumor*|"
     "gossip|they say|people say|did you know|whisper*|praying|prays|her husband|his wife|"
     "i'm only saying|makes her wonder|origin*|foreign*|accent"},
    {"#k_protected",
     "!記者|新聞|取材|労働組合|組合|弁護士|議員|オンブズ|公益通報|内部通報|労基|町内会|\uE002|"
     "journalist|reporter|"
     "newspaper|union|lawyer|solicitor|ombud*|mp|assembly|councillor|whistle*|hotline|"
     "parish|congregation|works council|shop steward|article about"},
    {"#k_other",
     "!駐車場|社員証を|紛失|落とし物|パスワードを忘れ|ログインでき|パソコンが|食堂|エアコン|騒音|"
     "プリンタ|"
     "parking|lost my|canteen|printer|air con*|reset|locker|noise|badge is|coffee machine|"
     "new laptop|vpn client|form do i|heating|toilet*|lost property|forgot my|wi-fi"},
    {"#k_insider",
     "!takes home|took home|to his own stick|to her own stick|own phone|pictures of the monitor|"
     "sits opposite|sit behind|my team lead|desk neighbour|the intern|our doctoral student|"
     "absent from|stock-take|missing from|signed out|sign them out|another university in|in his "
     "car|"
     "my colleague has|my coworker|前任者|うちの班|持ち帰|動画を撮|部下が|退職者|社外持ち出し|"
     "印のある|私物の|休みの日に|深夜に|自分のusb|コピーして|配送伝票"},
    {"#k_cyber",
     "!authenticator|sign-in|mouse moves|remotely|sender domain|npm|edr|isolated|hash|headers|"
     "single sign-on|mimic*|registered nine days|enclosed|unpacked|cookie*|session|macro|"
     "calendar file|unknown issuer|閲覧ソフト|専用ソフト|表示ソフト|ディスクイメージ|差出人|乗っ取|"
     "拡張子|.scr|隔離|ショートカット|開いた者|人からの接触は|誰とも話して|端末を隔離|"
     "nobody spoke|nobody telephoned|no conversation|no human"},
    {"#k_rumour",
     "!keep saying|everyone in|people in our|because of where|passport*|sends money home|beard*|"
     "sent by someone|joins the|never drinks|let somebody know|on record|told me that|"
     "there is no conduct|nothing he did|みんなで|怖いね|話してて|言っている人|という話|まわって|"
     "気味が悪|調べてもら|調べたほうが|見たわけでは|見たわけじゃ|何をしたという|ご主人が|奥さんが|"
     "お祈り|民族|向こうの言葉|肩を組"},
    {"#k_protected",
     "!imam|priest|rabbi|monk|committee|branch official|bargaining|dismissal|tribunal|grievance|"
     "constituent|surgery|editor|documentary|freelance journalist|story about|quote me|works rep|"
     "残業|労働審判|労働委員会|監督署|議員さん|書記長|支部|署名|牧師|住職|記事|証言|告発|"
     "檀家|町会|民生委員|市民団体|相談窓口に|就業規則"},
    {"#k_other",
     "!glasses|post-it|smell*|leak|cat|stray|wasps|key fob|umbrella stand|rubbish|bin day|"
     "vending|lift|out of order|timetable|かび|猫|寮|忘れ物|眼鏡|自販機|エレベータ|臭い|におい|"
     "詐欺|振り込め|ゴミ|鳩|蜂|水漏れ|電球|時刻|届きません|使えません|聞くところ"},
    {"#k_threat",
     "!火をつけ|乗り込|言いがかり|発注はない|脅しじゃ|クレーム|客から|come round|sort it out|"
     "got a licence|my ex|landlord|road rage|fine print|customer shouting|parking dispute|"
     "家族構成|ただじゃ|denounce|pressure"},
    {"#role_answerer",
     "!こちらから|私から頼|私が頼|お願いしたのは私|i asked him|i asked her|i had asked|i invited|"
     "my idea|i suggested|it was me who|i contacted|i wrote to|i needed"},
    {"#twist_innocent",
     "!でした(笑)|だったそうです|と分かりました|わかりました|種明かし|勘違い|笑い|turned out|as it "
     "turns|"
     "it was her|it was his|false alarm|explains a lot|mystery solved|laughed|embarrassed for|"
     "it emerged|the real reason|in fact he|in fact she|checklist|チェックリスト|当てはまる"},
    {"#trade_deal",
     "!買ってもらえ|売り込み|契約に進|受注|案件|商談|提案書|展示機|デモ|デモ機|買いたい|sell us|"
     "order from us|wants to buy|quote for|our product|prospect|tender|deal|demo|trial order"},
    {"#asks_again",
     "!また頼|次は|今度は|もう一つ|さらに|その次|追加で|next he|next she|this time|now he'd like|"
     "now she'd like|now he wants|now she wants|now they want|next wish|month's wish|the next one|"
     "would like the|he'd like|she'd like|could i|might i|would i|whether i could"},
    {"#small_rule",
     "!内線|座席表|社内報|写真だけ|バッジ|名札|社員証を見せ|staff directory|phone "
     "list|badge|newsletter|"
     "calendar|sticker*|seating|canteen menu|photo of my|lanyard|intranet"},
    {"#k_threat",
     "!怒鳴|殴|殺|嫌がらせ|無言電話|ストーカー|つきまと|脅迫|借金取り|shout*|kill|stalk*|brick|"
     "tyres|"
     "debt collect*|collection agency|beaten|anonymous letter|hang up|dead|burn|punch*"},
});

}  // namespace

std::span<const Phrase> concept_phrases() {
  return concepts;
}

}  // namespace intake
