#include <array>

#include "steps/intake/phrases.h"

namespace intake {
namespace {

constexpr auto english_later = std::to_array<Phrase>({
    // Building the relation.
    {"DV1",
     "every month|once a month|monthly|every week|weekly|every few weeks|every two weeks|"
     "every two months|every few months|regularly|several times|many times|"
     "a dozen times|three times|four times|five times|six times|repeatedly|often|twice > "
     "met|meet|meeting*|dinner*|lunch*|drink*|coffee|saw|see|ate|eat|together"},
    {"DV1",
     "met|meet|meeting*|dinner*|lunch*|drinks|seen|saw > "
     "every month|once a month|monthly|every week|weekly|every few weeks|"
     "every two weeks|every two months|every few months|regularly|several times|many times|"
     "a dozen times|three times|four times|five times|six times|repeatedly|"
     "times since|over the months|over several months"},
    {"DV1",
     "kept meeting|keep meeting|been meeting|been seeing him|been seeing her|"
     "met a second time|second dinner|third dinner|third meeting|second meeting|"
     "different restaurant each|different bar each|changed restaurants|new place each time|"
     "became friends|became a regular"},
    {"DV2",
     "always|each time|every time|insisted on|would not let me|never let me|never lets me|won't "
     "let me|"
     "wouldn't let me > paid|pays|pay|paying|picked up|covers|covered|treat*"},
    {"DV2",
     "he paid|she paid|they paid|he picked up|she picked up|picked up the > "
     "bill|tab|dinner|meal|everything|check|drinks|for everything|taxi|lunch"},
    {"DV2",
     "expensive|upscale|luxur*|high-end|fancy|exclusive > "
     "restaurant*|dinner*|sushi|hotel|club|place*|meal*|bar"},
    {"DV3",
     "gave|given|brought|sent|handed|offered|received|presented > me|us|my|with|a|an|some > "
     "gift*|present|presents|voucher*|bottle*|watch|wine|whisky|whiskey|perfume|"
     "gift card*|chocolates|pen|tie|souvenir*"},
    {"DV4",
     "use|prefer*|move|moved|switch*|continue*|talk*|chat*|message*|write|contact*|communicat*|add "
     "> "
     "whatsapp|wechat|telegram|signal|viber|line|private*|personal email|personal e-mail|"
     "another app|private chat|threema|discord"},
    {"DV4", "disappearing|self-destruct*|auto-delet*|vanish* > message*|chat*|timer"},
    {"DV4",
     "!not|instead of|rather than|avoid*|off > company email|work email|company e-mail|"
     "work e-mail|office email|company phone|work phone|the platform"},
    {"DV4",
     "my|a > private|personal > phone|mobile|email*|e-mail*|account|number > "
     "from now|use|instead|only|rather"},
    {"DV5",
     "!not to|don't|do not|never|no need to|shouldn't|should not > "
     "tell|mention*|say|talk|report|inform|discuss|speak|share this > "
     "anyone|anybody|company|employer|boss|manager|wife|husband|colleague*|this|police|it|"
     "security|people|work"},
    {"DV5",
     "!keep|kept|stay*|remain* > between us|secret|quiet|private|to myself|"
     "to yourself|confidential between|ourselves|our meetings"},
    {"DV5",
     "!our little secret|between you and me|off the record|discreet*|nobody must know|"
     "no one must know|under wraps"},
    {"DV6",
     "his|her|their|a|the|my > successor|replacement > "
     "introduc*|contact*|take over|took over|would|will|came|met|called|asked"},
    {"DV6",
     "introduc* > successor|replacement|a friend|his friend|her friend|a colleague of his|"
     "another man|another woman|someone else|a new contact|his colleague|her colleague"},
    {"DV6",
     "going home|leaving the country|going back|returning home|transferred|posted|"
     "leaving japan|rotation > friend|colleague|successor|introduc*|someone else|"
     "replacement|another man|take over"},
    {"DV2", "bought|buys|buying > all the drinks|every round|the drinks|all the rounds"},
    // The trial request.
    {"TE1",
     "brochure*|catalogue*|catalog*|leaflet*|public document*|public material*|"
     "publicly available|annual report*|press article*|newspaper article*|white paper*|"
     "public report*|published|freely available|product sheet*|open sources|"
     "anyone can download|anyone could download|from our website|manual* >> "
     "paid|pay|cash|fee|money|envelope|yen|dollars|euros|voucher*|reward|gift*|thank you money"},
    {"TE1",
     "paid|pay|paying|cash|fee|money|yen|dollars|euros > for|to get > "
     "brochure*|catalogue*|catalog*|leaflet*|public|publicly|freely available|"
     "newspaper|white paper*|published"},
    {"TE1", "?{ask} > brochure*|catalogue*|public document*|product sheet*|annual report*"},
    {"TE2",
     "easy|good|generous|high|too much|a lot of|ridiculous|surprisingly|quick|big > "
     "money|fee|pay|paid|payment|rate|sum|cash > for|just|report|hour*|page*|little|simple|"
     "short|such|small"},
    {"TE2",
     "short|simple|brief|quick|two-page|two page|one-page|small|few pages|an hour|"
     "few hours|half an hour > report|paper|call|article|essay|summary|work|chat|talk|"
     "survey|task|job|phone call >> dollars|euros|yen|fee|paid|pay|generous*"},
    {"TE2",
     "overpaid|well above the usual|far more than|more than it was worth|"
     "too good to be true|out of proportion|way too much for"},
    {"TE3",
     "list|questionnaire|shopping list|wish list > "
     "questions|topics|items|things|documents|wanted|next|of what|handed|gave|bring"},
    {"TE3",
     "gave|handed|sent|showed|dictated > me|us > list|questionnaire|written questions|"
     "questions|note with"},
    {"TE3", "next time|next meeting|by next > bring|find out|prepare|get|provide|answer|have"},
    {"TE4",
     "{ask} > my|other|some > colleagues|coworkers|co-workers|contacts|friends|network > "
     "what|about|for|think|opinion*|information|questions|and report|find"},
    {"TE4",
     "find out from|ask around|collect answers|sound out|pump > "
     "colleague*|others|contacts|them|team|coworkers|work|office|me|my"},
    // The real request.
    {"TA1",
     "{ask}|bring|show|send|get him|get her|copy|copies|provide|hand over|"
     "share|photograph|see|need*|obtain|buy|pay*|interested in|give him|give her|give them > "
     "{secret_thing}"},
    {"TA1",
     "{secret_thing} > he wanted|she wanted|they wanted|he asked|she asked|they asked|"
     "he needed|was asked|for them|for him|for her|requested"},
    {"TA1",
     "not public|non-public|not published|unpublished|that only we have|only exists inside|"
     "internal use > {ask}|paper*|document*|data|information|bring|copy"},
    {"TA2",
     "just|only|simply > tell|talk|say|describe|explain > me|him|her|it|them|"
     "from memory|in words|verbally|orally|in your own words"},
    {"TA2",
     "from memory|verbally|orally|by word of mouth|in your own words|nothing in writing|"
     "nothing on paper|no papers needed|without papers"},
    {"TA3",
     "{ask}|interested|curious|wanted|give him|give her|give them|share|tell* > "
     "password*|vpn|login|log in|network|remote access|firewall|"
     "server*|access codes|it system*|usb|account credentials|credentials|"
     "security system*|security measures|how we store|alarm|security cameras|badge system"},
    {"TA3", "plug|plugged|insert* > usb|stick|drive|device > computer|pc|laptop|machine|in"},
    {"TA4",
     "cash|envelope|bitcoin|crypto*|usdt|banknotes|bank notes|bills|wad of > "
     "gave|handed|slipped|pushed|paid|inside|for|slid|with|across|under"},
    {"TA4",
     "gave|handed|slipped|pushed|paid|offer*|slid|received|took|accepted|pay|in > "
     "cash|envelope|bitcoin|crypto*|usdt|banknotes"},
    {"TA4",
     "offer*|paid|pay|promise*|gave|transfer* > yen|dollars|euros|pounds|money|us$ > "
     "information|data|documents|drawing*|details|if i brought|if i could bring|what i know|"
     "files"},
    {"TE2",
     "offer*|paid|pay|fee > yen|dollars|euros|pounds > "
     "report|article|call|essay|interview|survey|paper|summary|opinion|page*"},
    {"TA4",
     "offer*|paid|pay|promise*|money|reward* > for > "
     "information|data|documents|details|what i know|my help|secrets|files"},
    {"TA4", "!no|without|not need|don't need > receipt*|invoice needed|paperwork"},
    {"TA5",
     "exchange|swap|trade|in return|in exchange|give us yours > "
     "information|technolog*|data|secrets|know-how|our own|theirs|knowledge"},
    {"TA5",
     "share|send|give > their|his|her|our > data|technolog*|results|know-how|formula* > "
     "in return|in exchange|if i|if we"},
    {"TA6",
     "part-time|part time|on the side|side job|second job|moonlight*|adviser|advisor|"
     "consultant > while|keep my|keeping my|without leaving|still employed|alongside|"
     "stay in|staying in|remain at|keep your"},
    {"TA6", "talent > program*|plan|scheme"},
    {"TA4",
     "took|accepted|received > the money|money from|their money|his money|an envelope|payment"},
    // Concealed running.
    {"HA1",
     "!no|never|did not|didn't|without|refused to|don't have|do not have|not > "
     "exchange|exchanged|give|gave|have|swap|share|leave|left|phone|any > "
     "phone number*|number|contact details|contact information|numbers|phone numbers|"
     "any details|way to contact|way to reach|way of contacting"},
    {"HA1",
     "fix*|set|agreed|arranged|decided|named|told > next > "
     "meeting|date|time|place|appointment|one > face|end of|each|in person|there|before|"
     "at the end|orally|on the spot|every|when we"},
    {"HA1",
     "at the end of each|at each meeting|each time we met|when parting|before leaving > "
     "next > date|meeting|place|time"},
    {"HA1", "public phone|payphone|pay phone|phone box|phone booth"},
    {"HA2",
     "look*|glanc*|watch*|check* > around|over his shoulder|over her shoulder|behind|"
     "followed|the door|exits"},
    {"HA2",
     "leave|left|leaving|arrive*|go|exit*|enter* > separately|one by one|one at a time|"
     "minutes apart|first and > "
     "restaurant|bar|place|cafe|together|venue|building|we|after|then|him|i|him"},
    {"HA2",
     "leave separately|left separately|left ten minutes|leave first|wait ten minutes|"
     "changed trains|several trains|roundabout route|doubled back|empty restaurant|"
     "corner table|switch off my phone|turn off my phone|phones off|phone at home|"
     "leave my phone|no cameras|make sure nobody followed|not being followed"},
    {"HA3",
     "usb|memory card|memory stick|sd card|flash drive|thumb drive|disk > "
     "under|handed|pass*|hid*|slipped|inside|gave|left|exchange*|hand over"},
    {"HA3",
     "handed|pass*|hid*|slipped|gave|exchange*|hand over|copy|bring > "
     "usb|memory card|memory stick|sd card|flash drive|thumb drive"},
    {"HA3", "photo*|picture*|photograph* > of|the > screen*|monitor|display"},
    {"HA3",
     "brush pass|dead drop|under the table|coin locker|hidden in a|inside a newspaper|"
     "inside a magazine|left it in the"},
    {"HA4",
     "gave|given|handed|supplied|provided|sent|bought > me > "
     "phone|smartphone|mobile|device|tablet|laptop|sim card|burner*"},
    {"HA4",
     "install*|use > special app|encrypted app|particular app|an app he|an app they|"
     "code name|codename|code words"},
    {"HA4",
     "burner phone|encrypted phone|code word*|codeword*|shared mailbox|drafts folder|"
     "draft folder|special app|dedicated phone|cover name"},
    {"HA5",
     "!told|instruct*|said|advised|coached|asked > what to say|how to answer|"
     "how to hide|how to carry|how to explain|not to declare|to lie|to delete|to destroy|"
     "to burn|to erase|to wipe"},
    {"HA5",
     "!delete|erase|wipe|destroy|burn > message*|chat*|history|evidence|mails|emails|"
     "notes|everything|conversation"},
    {"HA5",
     "!if anyone asks|if anyone asked|if asked|if someone asks|should anyone ask|"
     "cover story|get our story|not declare|don't declare|split the cash|split the money"},
    {"HA1",
     "arranged|fixed|agreed|set > the next|our next > dinner|lunch|meeting|time > goodbye|"
     "parted|end of|face|each|before"},
    {"HA5",
     "!tell|say|told > company|boss|employer|wife > holiday|vacation|sick|conference|on leave"},
    // Pressure.
    {"CO1",
     "!you have already|you've already|you already|i had already|already > "
     "took|taken|accepted|paid|helped|one of us|involved|in too deep|part of this|"
     "given us"},
    {"CO1",
     "!tell|inform|report|show|expose|send > my|your|the > "
     "boss|employer|company|wife|husband|police|family|press > "
     "unless|if i|if you|about the money|photos|everything|otherwise|what i"},
    {"CO1",
     "!too late to|no way back|no going back|no way out|can't back out|cannot back out|"
     "have photos|has photos|had photos|had recordings|had proof|have proof|blackmail*|"
     "expose me|expose you|in this together|you took the money"},
    {"CO1",
     "!boss|company|wife|husband|employer|police > learn*|knew|finds out|found out|heard > "
     "money|about|payments|pictures|photos"},
    {"CO1",
     "pictures of us|photos of us|recordings of us|cannot stop because|can't stop because|"
     "cannot quit|cannot back out now"},
    {"CO2",
     "!know*|knew > which school|what school|which train|my address|my home|where i park|"
     "my daughter's|my son's|my children's"},
    {"CO2", "!pity if|shame if|would be sad if|would be a pity|would be a shame"},
    {"CO2",
     "!know*|knew|found out > where > "
     "i live|you live|we live|my family|my children|my kids|my daughter|my son|my wife|"
     "my parents|your family|your children|your kids|your daughter|your son"},
    {"CO2",
     "!my|your|our > family|children|kids|daughter|son|wife|husband|parents|mother > "
     "hurt|harm*|regret|consequences|accident|happen|suffer|unsafe|safe|in danger"},
    {"CO2",
     "!hurt|harm*|regret|consequences|accident|something happen*|pity if|shame if|"
     "careful > my|your|our > family|children|kids|daughter|son|wife|husband|parents|home"},
    {"CO2", "!threaten* > me|us|my|to|him|her|a colleague|with"},
    {"CO2",
     "!there would be consequences|there will be consequences|you will regret|"
     "i would regret|you'll regret|watch my back|watch your back|would kill|will kill|"
     "hurt me|beat me up|visa could|visa might|cancel my visa"},
    {"CO3",
     "!said no|told him no|told her no|refused|declined|stop|turned him down|"
     "turned her down|turned it down|broke off|asked them to stop|cut contact|blocked > "
     "but|still|kept|continue*|again|anyway|even so|nevertheless|then another > "
     "call*|contact*|messag*|came|com*|turn*|show*|appear*|writ*|wait*|wrote|text*|ask*|"
     "insist*|approach*|visit*|email*"},
    {"CO3",
     "!would not|wouldn't|won't|will not|refuses to|refused to|does not|doesn't > "
     "stop|take no|leave me alone|accept no|let me go|let go|go away"},
    {"CO3",
     "kept|keeps|keep|continued to|continues to > calling|contacting|messaging|coming|"
     "turning up|showing up|ringing|texting|following|pestering|call|contact|insisting"},
    {"CO3",
     "came to my|turned up at my|appeared at my|waited at my|showed up at my|"
     "outside my|at my > house|home|flat|apartment|door|doorstep"},
    {"CY1",
     "download*|open*|install*|run|execute|launch > file|attachment|viewer|test|"
     "assignment|app|zip|program|software|pdf reader|task|coding > "
     "recruit*|interview|job|work laptop|work computer|work pc|company laptop|test|he|she|"
     "they|sent|from"},
    {"CY1",
     "coding test|test task|skills test|assessment file|interview app|technical task > "
     "work laptop|company laptop|work computer|download*|open*|run|install*|zip"},
    {"OR1",
     "visitor*|delegat*|guest*|tour|inspection group|visiting group > "
     "photo*|wander*|outside the agenda|different names|changed|off limits|restricted|"
     "strayed|slipped away|other questions|recording|substitut*|last minute"},
});

}  // namespace

std::span<const Phrase> phrases_en_later() {
  return english_later;
}

}  // namespace intake
