#include "steps/alert/phrases.h"

namespace alert {
namespace {

using Product = model::AlertProduct;
using model::Bilingual;
using model::Stage;

Bilingual safety_first() {
  return {
      "脅しや身の危険があるときは、まず本人と家族の安全を確保し、ためらわずに110番してください。",
      "Where there is a threat, see to the safety of the person and the family first and call "
      "110 without hesitation."};
}

Bilingual consult_before_next_meeting() {
  return {
      "次の面会の予定があるときは、会う前に警察へ相談してください。相手を問い詰めたり、社内だけで"
      "調べを進めたりしないでください。",
      "Where a next meeting is fixed, talk to the police before it. Do not confront the contact "
      "and do not run an inquiry of your own."};
}

Bilingual keep_items() {
  return {
      "受け取った金品、名刺、メッセージは捨てず、そのまま保管してください。追加の資料は渡さないで"
      "ください。",
      "Keep money, gifts, cards and messages as they are, and hand over nothing more."};
}

Bilingual not_alone() {
  return {"誘いを受けている従業員には、一人で会わないこと、支払いを受けないことを伝えてください。",
          "Tell staff who are being invited not to meet alone and not to let the other side pay."};
}

Bilingual speak_calmly(Product product) {
  if (product == Product::caution)
    return {
        "声を掛けられた従業員は協力者であり、責める相手ではありません。上司ではなく相談窓口の"
        "担当者が、落ち着いて話を聞いてください。",
        "The employee who was approached is a witness, not a suspect. Let the contact desk, not "
        "the line manager, listen calmly."};
  return {
      "同じような声掛けを受けた人がいないか、責めない形で社内に尋ねてください。名前を出す必要は"
      "ありません。",
      "Ask staff, without blame, whether anybody met a similar approach. No names are needed."};
}

Bilingual tell_staff() {
  return {"従業員向けの版を、受付、守衛、寮を含めて全員に知らせてください。",
          "Pass the version for staff to everybody, with reception, gate and dormitory."};
}

Bilingual screen_logs() {
  return {
      "来訪者記録、名刺、メールの記録を社内で照合し、該当の件数だけを返信してください。記録そのもの"
      "を"
      "社外へ出す必要はありません。",
      "Check your visitor, business-card and mail logs inside the firm and answer with the "
      "number of hits only. The logs need not leave the firm."};
}

Bilingual look_at_profiles() {
  return {"上に挙げた技術の担当者の公開プロフィールに、業務の細部が出ていないか見直してください。",
          "Look through the public profiles of staff who work on the technologies named above: do "
          "they show details of the work?"};
}

Bilingual answer_public() {
  return {
      "心当たりがあれば、下の窓口へ相談してください。断り切れずに受け取ったものがあっても、早い相談"
      "が"
      "本人を守ります。",
      "If this sounds familiar, contact the desk below. Even where something was accepted, "
      "speaking early protects the person."};
}

}  // namespace

std::vector<Bilingual> week_list(Product product, Stage stage, bool names_technology) {
  std::vector<Bilingual> list;
  if (stage == Stage::coerce) list.push_back(safety_first());
  if (stage >= Stage::task) list.push_back(consult_before_next_meeting());
  if (stage >= Stage::test) list.push_back(keep_items());
  if (stage >= Stage::develop) list.push_back(not_alone());
  if (product == Product::public_notice) {
    list.push_back(answer_public());
    return list;
  }
  list.push_back(speak_calmly(product));
  list.push_back(tell_staff());
  list.push_back(screen_logs());
  if (names_technology) list.push_back(look_at_profiles());
  return list;
}

}  // namespace alert
