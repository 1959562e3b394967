#include <array>

#include "steps/intake/phrases.h"

namespace intake {
namespace {

constexpr auto english = std::to_array<Phrase>({
    // Choosing whom to speak to.
    {"SP1",
     "waiting|waited|standing|stood|hanging|loiter*|lurk*|watching|lingering > "
     "outside|near|by|around|front|at > gate*|entrance|office*|building|plant|factory|lab*|"
     "site|station|company|car park|parking lot"},
    {"SP1",
     "same man|same woman|same person|same guy|same stranger|same face > "
     "again|there|outside|near|next|later|before|appeared|showed|turned"},
    {"SP1",
     "saw|seen|noticed|spotted|bumped into|ran into > him|her|them|same man > "
     "again|before|twice|several|a second time"},
    {"SP1",
     "outside|near|front of|close to > our|my|the > "
     "office*|gate*|building|plant|factory|lab*|site|headquarters|company > "
     "stopped|came up|approach*|spoke|talking|asked|walked up"},
    {"SP1",
     "stopped|came up|approach*|walked up > outside|near|front of|close to > our|my|the > "
     "office*|gate*|building|plant|factory|lab*|site|headquarters|company|entrance"},
    {"SP2",
     "saw|seen|read|found|looked|impressed|following > my|your > "
     "profile|publication*|paper*|cv|resume|patent*|background|linkedin"},
    {"SP2",
     "on|via|through|over > linkedin|xing|facebook|researchgate > "
     "contact*|messag*|wrote|request|connect*|approach*|reach*"},
    {"SP2",
     "contact*|messag*|wrote|connect*|approach*|reach* > on|via|through|over > "
     "linkedin|xing|facebook|researchgate"},
    {"SP3",
     "colleague*|coworker*|co-worker*|team mate*|teammate*|others|engineer* > "
     "same story|same man|same message|same question*|same way|same thing|same person|"
     "similar|also been|also approach*|also contacted|also got|also received|also asked|"
     "was approached too|as well"},
    {"SP3",
     "several|two|three|four|other|another > of us|colleague*|employee*|engineer*|people > "
     "same|similar|approached"},
    {"SP4",
     "{ask} > who > works on|work on|runs|is in charge|in charge|has access|handles|designs|"
     "develops|responsible|leads|manages|else"},
    {"SP4", "{ask} > introduc* > colleague*|engineer*|someone|boss|team|people|anyone"},
    {"SP4",
     "{ask} > org chart|organisation chart|organization chart|staff list|names of|"
     "phone list|how many people|team structure|team members"},
    {"SP5",
     "send|sent|share|forward|upload|submit|{ask} > "
     "cv|resume|curriculum vitae > confidential|client|could not|no address|firm|agency"},
    {"SP5", "{ask} > cv|resume|curriculum vitae"},
    {"SP5", "send my|send him my|send her my|send them my|send your > cv|resume|curriculum"},
    {"SP1", "was there again|turned up again|appeared again|showed up again"},
    {"SP4", "{ask}|to know|find out > who > decides|department|team|selects|chooses|signs"},
    // First contact.
    {"AP1",
     "{ask} > directions|the way|how to get|how to find|where the|where he could|which way|"
     "where is|way to"},
    {"AP1",
     "was lost|were lost|got lost|looked lost|seemed lost|looking for the|looking for a > "
     "station|hotel|way|street|address|place|restaurant|direction*|asked|help|stopped|map"},
    {"AP1", "he was lost|she was lost|they were lost|being lost|to be lost|needed directions"},
    {"AP1",
     "{ask} > recommend*|good|nice > restaurant|bar|izakaya|place to eat|pub|cafe|sushi|shop"},
    {"AP1",
     "?stopped|approached|came up to|walked up to|started talking|struck up|began talking|"
     "addressed|spoke > me|us|a colleague|our > "
     "street|station|outside|platform|pavement|sidewalk|park|corner|on my way|walking|home"},
    {"AP1",
     "?on the street|at the station|outside the station|walking home|on my way|in the park|"
     "on the train|at the bus stop > stopped|approached|came up|started talking|"
     "struck up|began talking|spoke|asked"},
    {"AP2",
     "{ask} > my|for my|our|for our|her|his|their|exchange|swap > "
     "number|phone*|contact*|email*|e-mail*|line|line id|card|business card|whatsapp|wechat|"
     "details|mobile|telegram|instagram"},
    {"AP2",
     "gave|given|handed|told > him|her|them > my > "
     "number|phone*|contact*|email*|e-mail*|card|mobile"},
    {"AP2",
     "exchanged|swapped|swap|exchange > "
     "numbers|contact*|details|cards|business cards|phone numbers|line|emails"},
    {"AP3",
     "to thank|as a thank|as thanks|in thanks|to repay|to return the favour|"
     "to return the favor|by way of thanks|grateful|thanked > "
     "drink*|dinner|lunch|meal|coffee|beer*|treat|buy me|eat"},
    {"AP3",
     "{invite} > drink*|dinner|lunch|meal|coffee|beer*|to eat|a bar|izakaya|restaurant|tea|"
     "breakfast"},
    {"AP3", "drink*|dinner|lunch|meal|coffee|beer* > to thank|as thanks|as a thank|in return for"},
    {"AP3",
     "{invite}|{ask} > meet|see > again|another time|another day|later|next week|some time|"
     "sometime|privately"},
    {"AP4",
     "trade show|trade fair|exhibition|expo|booth|seminar|symposium|conference|reception|"
     "workshop|fair|stand >> private*|alone|one-to-one|one to one|dinner|drink*|afterwards|"
     "after the event|later invited|outside work|lunch|personal*|met again"},
    {"AP4",
     "met|approach*|came up|came to|introduced|got talking|visited > "
     "trade show|trade fair|exhibition|expo|booth|seminar|symposium|conference|reception|"
     "our stand"},
    {"AP4",
     "at a|at the|at our|during a|during the > "
     "trade show|trade fair|exhibition|expo|booth|seminar|symposium|conference|reception|"
     "stand > came up|approach*|introduced|met|talk*|gave me|handed me"},
    {"AP5",
     "recruit*|headhunt*|head hunter|talent scout|consult*|expert network|advis* > "
     "messag*|contact*|wrote|email*|e-mail*|approach*|opportunity|call|role|offer*|job|"
     "position|paid|connect*"},
    {"AP5",
     "messag*|contact*|wrote|email*|e-mail*|approach*|offer*|call* > "
     "recruit*|headhunt*|consult*|advis*|expert call|expert network|job|position|"
     "freelance"},
    {"AP5",
     "someone|person|man|woman|stranger|profile|account > i did not know|i didn't know|"
     "i do not know|i don't know|i had never met|unknown to me > "
     "messag*|wrote|connect*|linkedin|contacted"},
    {"AP5",
     "unsolicited|out of the blue > messag*|email*|e-mail*|offer*|contact*|request|invit*|"
     "wrote|job"},
    {"AP6",
     "travel|flight*|hotel|trip|expenses|costs|airfare|accommodation > "
     "paid|covered|free|would pay|would cover|their expense|taken care|included|they pay"},
    {"AP6", "pay|cover|all|paid > travel|flight*|hotel|trip|expenses|costs|airfare"},
    {"AP6",
     "{invite}|{ask} > talk at|give a talk|lecture|speak at|speak in|keynote|visit their|"
     "visit a university|conference in|joint research|exchange programme|exchange program"},
    {"AP6", "fully paid|all-expenses|all expenses|speaking fee|speaker's fee|honorarium"},
    {"AP7",
     "{ask}|{invite}|commission*|hire*|pay*|paid > write|writing|translat*|research|compile|"
     "summari*|prepare|collect|gather > report*|paper*|article*|analysis|overview|document*|"
     "literature|essay*|study|translation|articles|summary|piece"},
    {"AP7",
     "paid me|pay me|offered me|fee > for a|for an|for|to write > "
     "report|paper|article|analysis|translation|essay|literature search|study|summary"},
    {"AP5", "added|connected with|found > me|us > linkedin|xing"},
    // Cover.
    {"CV1",
     "!would not|wouldn't|did not|didn't|never|refused to|avoided|reluctant to|"
     "unwilling to|not willing to > say|tell|telling|saying|name|naming|reveal*|give|giving|"
     "mention* > where|who|employer|company|firm|work*|job|name|surname|last name|organi*"},
    {"CV1",
     "!vague|evasive|evaded|dodged|changed the subject|deflect*|cagey|brushed off|"
     "brushed aside|laughed off > work*|job|employer|company|firm|asked|question|who he|about"},
    {"CV1",
     "!no|did not have a|didn't have a|without a|forgotten his|forgot his|had run out of|"
     "ran out of > business card*|company card|card"},
    {"CV1",
     "!could not|couldn't|cannot|can't|unable to|no trace|no record|nothing > "
     "find|verify|confirm|locate|trace|of > company|firm|employer|address|office|website|him|"
     "her|business|organi*"},
    {"CV1",
     "company|firm|address|website|employer > does not exist|doesn't exist|did not exist|"
     "didn't exist|not registered|fake|made up|never existed|turned out not"},
    {"CV2",
     "different|another|second|other|false > name|names|employer|job title|surname|company name"},
    {"CV2",
     "changed|changing|inconsistent|contradict*|did not match|didn't match|does not match|"
     "didn't add up|did not add up|kept changing|varied > story|stories|account|name|job|"
     "details|version*|himself|herself|earlier|background"},
    {"CV2",
     "story|account|name|job|background|details|cv > changed|kept changing|did not match|"
     "didn't match|inconsistent|contradict*|didn't add up|did not add up|different each"},
    {"CV3",
     "too|very|surprisingly|oddly|strangely|unusually|remarkably > "
     "technical|detailed|specific|precise|knowledgeable > "
     "for|banker|consultant|tourist|questions|question|trader|investor"},
    {"CV3",
     "banker|tourist|trader|investor|student|consultant|journalist|salesman|interpreter|"
     "importer > but|yet|though > technical|process|engineering|specific*|detail*|drawing*|"
     "equipment"},
    {"CV3",
     "nothing to do with|not fit|didn't fit|did not fit|unrelated to|no connection with|"
     "beyond > his|her|their|the stated > job|role|work|occupation|business|position|"
     "project|profession|field"},
    {"CV4",
     "profile|account|photo*|picture* > stock|fake|stolen|generated|brand new|created|"
     "few connections|no posts|someone else|reused|no other|only a few weeks|recently made"},
    {"CV4", "fake|bogus|sham|newly created|brand new|empty > profile|account|linkedin"},
    {"CV1", "!never|did not|didn't > gave|give|show*|had|have > card|surname|full name"},
    {"CV1",
     "!searched|googled|looked up|web search > nothing|no result*|no trace|could not|not found"},
    // Sounding out.
    {"AS1",
     "{ask}|listen*|sympath*|talk*|interested|curious|concern* > "
     "salary|pay|worries|problems|debt*|loan*|mortgage|unhappy|stress|boss|career|promotion|"
     "frustrat*|complain*|illness|divorce|finances|money troubles|financial|bonus|"
     "overtime|satisfied|dissatisf*"},
    {"AS1", "good listener|listened to me|listened to my|sympathetic|sympathised|sympathized"},
    {"AS2",
     "flatter*|praise*|complement*|compliment*|admire*|impressed|brilliant|genius|"
     "undervalue*|underpaid|deserve*|talented|gifted|wasted > "
     "me|my|by|more|work|research|expert*|skill*|knowledge|there|better|you"},
    {"AS3", "pretended|pretending|claimed > not to know|not to understand|to know|wrong|ignorance"},
    {"AS3",
     "obviously wrong|deliberately wrong|to correct him|to correct her|is it true that|"
     "surely it is|surely you|somewhere between"},
    {"AS4",
     "gradually|more and more|increasingly|slowly|over time|step by step|little by little|"
     "soon|then|turned|drift*|steered|shifted|moved on > "
     "detail*|specific*|technical|my work|our process*|our work|products|process*|project*|"
     "technolog*|customers|what we make|what i do|what i work"},
    {"AS4",
     "{ask}|question*|interested|curious|probing|probed > "
     "process*|yield*|customers|suppliers|production|equipment|specification*|tolerances|"
     "my work|our work|my project|our project*|my job|research|technolog*|development|"
     "products|what i work on|machine*|layout|capacity|parameters|materials|"
     "roadmap|product line|performance"},
    {"AS5",
     "just|only|merely|simply|harmless|no one would|nobody would|not a big deal|no harm > "
     "once|this once|mind|notice|a small|internal phone|badge|a copy|care"},
    {"AS5",
     "{ask} > badge|pass|phone list|internal directory|staff directory|id card|newsletter|"
     "floor plan|visitor list"},
});

}  // namespace

std::span<const Phrase> phrases_en() {
  return english;
}

}  // namespace intake
