#include "steps/normalise/variants.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace normalise {
namespace {

// Pairs: as written, usual form.
constexpr std::u32string_view pairs =
    U"邉辺邊辺齋斉齊斉斎斉髙高﨑崎嵜崎澤沢濱浜濵浜廣広國国櫻桜嶋島嶌島冨富眞真龍竜瀧滝榮栄德徳"
    U"惠恵圓円學学寶宝條条將将曾曽增増關関藏蔵會会黑黒淺浅遙遥槇槙彌弥萬万與与豐豊鐵鉄𠮷吉禮礼"
    U"實実壽寿應応號号藝芸驛駅區区單単總総繩縄莊荘渕淵渊淵舘館桒桑祿禄顯顕靜静晧皓薰薫緖緒瀨瀬"
    U"賴頼凉涼穗穂亞亜惡悪壹壱衞衛鷗鴎來来樂楽鄕郷聰聡敎教步歩每毎伟偉张張陈陳刘劉赵趙杨楊吴呉"
    U"吳呉华華军軍东東马馬孙孫郑鄭冯馮韩韓谢謝许許邓鄧萧蕭叶葉卢盧蒋蔣苏蘇罗羅龙竜强強丽麗刚剛"
    U"锋鋒红紅兰蘭凤鳳宁寧庆慶杰傑贺賀顾顧钱銭錢銭汤湯严厳嚴厳陆陸闫閻阎閻贾賈邹鄒谭譚鲁魯韦韋"
    U"铃鈴阳陽飞飛鹏鵬晓暁曉暁辉輝颖頴颕頴";

}  // namespace

char32_t usual_form(char32_t kanji) {
  for (std::size_t at = 0; at + 1 < pairs.size(); at += 2)
    if (pairs[at] == kanji) return pairs[at + 1];
  return kanji;
}

}  // namespace normalise
