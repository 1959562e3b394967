#include <array>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

/// Feedback tells what a report led to in general words; mail notices never hold content, only
/// that something waits behind sign-in at {0}.
constexpr auto message_phrases = std::to_array<PhraseRow>({
    {"received", "報告を受け取りました。お知らせいただきありがとうございます。",
     "Your report has arrived. Thank you."},
    {"being_read", "担当者が読んでいます。", "A person is reading it."},
    {"kept_as_note", "ふつうの出来事と考えられるため、短い期間の記録にとどめます。",
     "It looks like an ordinary event and is kept as a note for a short time."},
    {"known_pattern", "ほかにも似た手口の知らせがあり、合わせて確かめています。",
     "Others have told of a similar method; they are being looked at together."},
    {"helped_caution", "あなたの報告は、関係者への注意喚起に役立ちました。",
     "Your report helped to caution people concerned."},
    {"helped_warning", "あなたの報告は、ほかの会社への警告に役立ちました。",
     "Your report helped to warn other companies."},
    {"helped_notice", "あなたの報告は、公の注意喚起に役立ちました。",
     "Your report helped a public notice."},
    {"led_to_visit", "あなたの報告をきっかけに、担当者が会社を訪ねて相談に応じました。",
     "After your report an officer visited the company to advise."},
    {"passed_to_cyber", "サイバー担当に引き継ぎました。", "It was handed to the cyber desk."},
    {"not_a_contact_case", "外からの接触の事案ではないと判断し、人物の記録は作っていません。",
     "It was found not to be a case of contact from outside; no record of a person was made."},
    {"set_aside", "今回は対象外としました。新しいことがあれば、また知らせてください。",
     "It was set aside this time. If there is anything new, please tell us."},
    {"question", "担当者から質問があります。", "An officer has a question for you."},
    {"mail_alert_subject", "【キヅキ】お知らせが届いています",
     "[Kizuki] A message is waiting for you"},
    {"mail_alert_body",
     "お知らせが届いています。内容はメールに書かれていません。サインインしてお読みください。\n{0}"
     "\n\nこのメールに返信しても届きません。",
     "A message is waiting for you. Its content is not in this mail: please sign in to read it.\n"
     "{0}\n\nReplies to this mail are not read."},
    {"mail_correction_subject", "【キヅキ】お知らせの訂正があります",
     "[Kizuki] A message has been corrected"},
    {"mail_correction_body",
     "以前お送りしたお知らせに訂正または取り消しがあります。サインインして必ずお読みください。\n{0}"
     "\n\nこのメールに返信しても届きません。",
     "A message sent to you earlier was corrected or cancelled. Please sign in and read "
     "it.\n{0}\n\n"
     "Replies to this mail are not read."},
    {"mail_reminder_subject", "【キヅキ】確認待ちのお知らせがあります",
     "[Kizuki] A message still waits for your acknowledgement"},
    {"mail_reminder_body",
     "お知らせの確認がまだ記録されていません。サインインして確認してください。\n{0}"
     "\n\nこのメールに返信しても届きません。",
     "A message has not been acknowledged yet. Please sign in and do so.\n{0}\n\nReplies to this "
     "mail "
     "are not read."},
    {"mail_follow_up_subject", "【キヅキ】その後についてお尋ねします",
     "[Kizuki] A question on what happened since"},
    {"mail_follow_up_body",
     "以前のお知らせについて、その後の状況をお尋ねしています。サインインしてお答えください。\n{0}"
     "\n\nこのメールに返信しても届きません。",
     "We would like to know what happened since an earlier message. Please sign in to "
     "answer.\n{0}\n\n"
     "Replies to this mail are not read."},
    {"mail_invitation_subject", "【キヅキ】招待が届いています", "[Kizuki] You are invited"},
    {"mail_invitation_body",
     "キヅキへの招待です。招待コードは別の方法でお伝えします。\n{0}"
     "\n\nこのメールに返信しても届きません。",
     "You are invited to Kizuki. The code reaches you by another way.\n{0}\n\nReplies to this mail "
     "are "
     "not read."},
});

}  // namespace

std::span<const PhraseRow> message_rows() {
  return message_phrases;
}

}  // namespace render
