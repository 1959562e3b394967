#include <array>

#include "steps/intake/phrases.h"

namespace intake {
namespace {

constexpr auto innocent = std::to_array<Phrase>({
    {"OK1",
     "代表番号|代表電話|公式サイト|相手の会社|先方の会社|本社|勤務先|調べた番号|所属先|大学 > "
     "電話|問い合わせ|確認 > 在籍|実在|本人|確認でき|間違いな|社員"},
    {"OK1",
     "在籍を確認し|実在を確認し|身元を確認でき|所属を確認でき|在籍が確認|実在が確認|身元が確認|"
     "確認が取れ|確認がとれ|本人だと確認|社員だと確認|社員と確認|在籍確認"},
    {"OK2",
     "秘密保持契約|機密保持契約|nda|購買部|購買を通|購買経由|購買の|調達部|営業部|営業を通|"
     "営業窓口|"
     "営業経由|営業担当に引|契約に基づ|正式な契約|契約書|見積依頼|見積書|発注書|基本契約"},
    {"OK3",
     "同席|上司と一緒|上司も一緒|同僚と一緒|同僚も一緒|会議室|応接室|社内で会|弊社で|当社で|来社|"
     "受付で|入館手続|複数で対応|課長と一緒|部長と一緒"},
    {"OK4",
     "届け出済|届出済|届け出を|届出を|申請済|事前に申請|事前に届|会社の許可|会社の承認|"
     "上司の承認|上司の許可|上司の了解|許可を得|承認を得|承認をもら|許可をもら|了承を得|副業申請|"
     "会社に申請|人事に届"},
    {"OK5",
     "!その後|それ以降|以後|以来|あれから > 連絡はな|連絡もな|連絡がな|連絡はあ|連絡はありま|"
     "接触はな|接触もな|会っていな|会っておら|何もな|何も起き|何もありま|見ていな|音沙汰|"
     "現れていな|連絡はきて|連絡は来て"},
    {"OK5",
     "それきり|それっきり|その場限り|それだけでした|それだけだった|それで終わ|そのまま去|"
     "言って去|立ち去|お礼を言って別れ|礼を言って別れ|すぐに別れ|そのまま別れ|言って歩いて行"},
    {"OK6", "請求書|銀行振込|振込で|振り込まれ|源泉徴収|支払調書"},
    {"OK7",
     "!対価|お金|謝礼|報酬|金品|現金|見返り|贈り物|金銭 > なし|なかった|ありませ|"
     "受け取っていな|受け取らな|もらっていな|もらわな|一切|受け取っていま|もらっていま|発生しな"},
    {"OK7", "無償で|公開資料のみ|公開資料だけ|公開情報だけ|公開されている資料だけ|公開情報のみ"},
    {"OK1",
     "called|rang|phoned|contacted|checked with|checked|asked > "
     "main number|switchboard|company|head office|headquarters|official number|university|"
     "employer|agency|registered > "
     "confirm*|verified|exists|existed|works there|worked there|genuine|real|legitimate"},
    {"OK1",
     "confirmed|verified|established > his|her|their|that he|that she|the > "
     "identity|employer|employment|works|worked|company|real|exists|recruiter|agency"},
    {"OK1",
     "identity|employment|company|agency|recruiter > was|were|could be|has been|is > "
     "confirmed|verified|genuine|legitimate"},
    {"OK2",
     "nda|non-disclosure|nondisclosure|confidentiality agreement|procurement|"
     "purchasing department|purchasing|sales department|sales team|under contract|"
     "our contract|signed contract|quotation|purchase order|supply contract|"
     "framework agreement|through sales|account manager"},
    {"OK3",
     "meeting room|our reception|our premises|our office with|my manager was|my boss was|"
     "colleague was present|colleague present|colleague with me|with a colleague|"
     "with my manager|with my boss|manager joined|colleague joined|signed in at|"
     "visitor log|minutes were|on company premises|at our office"},
    {"OK4",
     "declared|registered|approved|cleared|disclosed|permission|reported > "
     "beforehand|in advance|to my employer|by hr|with hr|to hr|by my manager|"
     "by the company|from my manager|from hr|by compliance|with compliance|"
     "from the company|to compliance|before the trip|by my employer"},
    {"OK5",
     "!never|not|no|nothing|haven't|hasn't|didn't|did not > "
     "saw him again|see him again|saw her again|see her again|seen him since|"
     "seen her since|seen them since|heard from|further contact|contact since|since then|"
     "contacted me again|happened since|came of it|contact again|been back"},
    {"OK5",
     "that was all|that was it|that was the end|nothing more happened|thanked me and left|"
     "thanked us and left|said thanks and|thanked me and went|thanked me and walked|"
     "and walked off|and walked away|and went on|went on his way|went on her way|"
     "went on their way|and left at once|and left"},
    {"OK6",
     "invoice*|bank transfer|wire transfer|payslip|tax form|paid by transfer|"
     "through payroll|bank account of the company"},
    {"OK7",
     "!no|without|never|free of|didn't|did not|nothing > "
     "money|payment|fee|gift*|charge|paid|pay|reward > "
     "offer*|involved|changed|passed|given|exchanged|was|were|for it|at all"},
    {"OK7",
     "only public material|only public information|only published|free of charge|"
     "no charge|unpaid"},
});

}  // namespace

std::span<const Phrase> phrases_of_counters() {
  return innocent;
}

}  // namespace intake
