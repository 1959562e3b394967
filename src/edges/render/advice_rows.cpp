#include <array>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

constexpr auto advice_phrases = std::to_array<PhraseRow>({
    {"advice_thank_you",
     "知らせてくださりありがとうございます。今のところ、ふつうの出来事としても十分に説明できます。",
     "Thank you for telling us. So far this can well be an ordinary event."},
    {"advice_come_back", "もし同じ人がまた現れたり、話が続いたりしたら、もう一度知らせてください。",
     "If the person turns up again, or it goes on, please tell us again."},
    {"advice_tidy_profile",
     "公開しているプロフィールから、担当業務や製品の詳しい記載を減らしましょう。",
     "Take details of your work and products out of your public profiles."},
    {"advice_note_time_place", "見かけた日時と場所を、覚えているうちに書き留めておきましょう。",
     "Write down when and where you saw the person while you remember it."},
    {"advice_tell_desk", "会社の相談窓口（セキュリティ担当）に一声かけてください。",
     "Have a word with the security desk of your company."},
    {"advice_thank_and_leave",
     "お礼を言って、その場を離れて構いません。約束をする必要はありません。",
     "You may say thank you and leave. You owe no second meeting."},
    {"advice_no_details", "電話番号やSNSの連絡先、勤務先の名刺は渡さないでおきましょう。",
     "Keep your phone number, messaging ids and business card to yourself."},
    {"advice_bring_colleague",
     "次に会うことになったら、同僚と一緒に、社内か公の場所で会いましょう。",
     "If you have to meet again, bring a colleague and meet on your premises or in public."},
    {"advice_note_topics",
     "聞かれた話題を書き留めましょう。答えずに「なぜ知りたいのですか」と聞き返して構いません。",
     "Note what you were asked. You may ask back why they want to know instead of answering."},
    {"advice_stop_meeting",
     "二人だけで会うのはここで止めましょう。断る理由を説明する必要はありません。",
     "Stop meeting alone from here on. You need not explain why."},
    {"advice_no_blame",
     "相手は人に近づくことに慣れています。あなたが責められることではありません。早く話すほど楽にな"
     "ります。",
     "The other side is practised at this. It is not your fault, and the sooner it is told, the "
     "easier it gets."},
    {"advice_keep_item", "受け取った物や封筒は、使わず捨てず、そのまま保管してください。",
     "Keep what you were given as it is: do not use it, do not throw it away."},
    {"advice_take_no_more", "これ以上は何も受け取らず、公開資料であっても渡さないでください。",
     "Take nothing more, and hand nothing over, not even public material."},
    {"advice_consult_police",
     "今日のうちに会社の窓口と警察の経済安全保障の担当に相談してください。",
     "Speak to your company's desk and to the police unit for economic security today."},
    {"advice_hand_nothing_over", "資料も口頭の説明も渡さないでください。断り方は一緒に考えます。",
     "Hand nothing over, neither papers nor explanations. We will help you to say no."},
    {"advice_do_not_confront", "相手を問い詰めたり、自分で調べたり、尾行したりしないでください。",
     "Do not confront the person, and do not investigate or follow anyone yourself."},
    {"advice_keep_everything", "メッセージ、端末、メモは消さずに残してください。",
     "Delete nothing: keep messages, devices and notes."},
    {"advice_safety_first",
     "あなたとご家族の安全が第一です。危険を感じたら、すぐに110番に電話してください。",
     "Your safety and your family's come first. If you feel in danger, call 110 at once."},
    {"advice_line_24h", "24時間の連絡先に今すぐ電話してください。夜中でも休日でも構いません。",
     "Call the 24-hour line now, at night and on holidays too."},
    {"advice_not_alone", "一人で会いに行かないでください。要求に応じても脅しは終わりません。",
     "Do not go to meet them alone. Giving in does not end the pressure."},
    {"advice_come_forward",
     "すでにお金や物を受け取った、何かを渡したという場合も、今話すことが一番の助けになります。名乗"
     "り出る手順を窓口が一緒に整えます。",
     "If money or papers have already passed, telling now helps you most. The desk will go through "
     "the steps of coming forward with you."},
    {"advice_secrecy_is_a_sign",
     "「誰にも言わないで」と求められたこと自体が、相談してよい理由になります。",
     "Being asked to tell nobody is itself a good reason to tell."},
    {"advice_do_not_open",
     "送られてきたファイルやアプリは開かず、開いた場合は端末をネットワークから外してください。",
     "Do not open the file or app. If you did, take the device off the network."},
    {"advice_cyber_desk",
     "会社の情報システム（サイバー）担当に、電源を切らずに引き渡してください。",
     "Hand the device to your cyber desk without switching it off."},
    {"advice_insider_channel", "社内の通報窓口に知らせてください。ここでは同僚の記録は作りません。",
     "Tell the internal channel of your company. No record of a colleague is made here."},
    {"advice_say_what_happened",
     "誰が、いつ、どこで、何を尋ねたり頼んだりしたかが分かると、お手伝いできます。名前や日付はあい"
     "まいで構いません。",
     "We can help when we know who asked for what, when and where. Names and dates may be unsure."},
    {"guard_origin",
     "国籍、民族、宗教、話し方などは、疑う理由として用いません。その部分は読み取りから外しました。"
     "相手がした行為があれば、それを教えてください。",
     "Nationality, ethnicity, faith or accent are never a reason here, and that part was left out. "
     "If "
     "the person did something, please tell us what it was."},
    {"guard_rumour",
     "うわさや印象だけでは、点数も記録も作りません。あなた自身が見聞きした行為があれば、教えてくだ"
     "さい。",
     "From rumours and impressions alone nothing is scored and no record is made. If you saw or "
     "heard "
     "an act yourself, please tell us."},
    {"guard_insider",
     "これは外からの接触ではなく、社内の出来事のようです。第二の読み手が確かめ、人物の記録は作りま"
     "せん。",
     "This reads like a matter inside the company, not a contact from outside. A second reader "
     "will "
     "look, and no record of a person is made."},
    {"guard_protected",
     "報道、労働組合、弁護士、議員、通報窓口、地域や信仰の集まりなどとの接触は保護されています。第"
     "二の読み手が確かめるまで、何も点数にせず記録しません。",
     "Contacts with the press, unions, counsel, members of parliament, whistle-blowing channels "
     "and "
     "communities are protected. Nothing is scored or recorded until a second reader decides."},
    {"guard_cyber", "人の接触ではなく、サイバーの事案のようです。サイバー担当に引き継ぎます。",
     "This reads like a cyber matter rather than a contact by a person. It goes to the cyber "
     "desk."},
});

}  // namespace

std::span<const PhraseRow> advice_rows() {
  return advice_phrases;
}

}  // namespace render
