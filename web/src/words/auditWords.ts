/** Actions of the record, put together from what was handled and what was done to it. */
import type { Locale } from "./locale";

type Words = Record<string, { ja: string; en: string }>;

const things: Words = {
  account: { ja: "アカウント", en: "Account" },
  alert: { ja: "注意・警告", en: "Alert" },
  audit: { ja: "取扱いの記録", en: "Record" },
  contact: { ja: "連絡先", en: "Contact" },
  custodian: { ja: "保管者の鍵", en: "Custodian key" },
  delivery: { ja: "配布", en: "Delivery" },
  dossier: { ja: "行為者ファイル", en: "Dossier" },
  fact: { ja: "断片情報", en: "Small fact" },
  feedback: { ja: "報告者への返事", en: "Answer to the reporter" },
  inbox: { ja: "受信箱", en: "Inbox" },
  link: { ja: "つながり", en: "Link" },
  mailbox: { ja: "受付コードの返事欄", en: "Mailbox" },
  organisation: { ja: "組織", en: "Organisation" },
  report: { ja: "報告", en: "Report" },
  reporter: { ja: "報告者の身元", en: "Reporter's identity" },
  search: { ja: "検索", en: "Search" },
  task: { ja: "作業", en: "Task" },
  token: { ja: "プログラム用の鍵", en: "Token" },
};

const deeds: Words = {
  acknowledge: { ja: "受領を確認", en: "acknowledged" },
  approve: { ja: "承認", en: "approved" },
  ask_hold: { ja: "差し止めを求めた", en: "hold asked for" },
  cancel: { ja: "取消し", en: "cancelled" },
  confirm: { ja: "判断", en: "decided" },
  consent: { ja: "開封に同意", en: "opening consented to" },
  correct: { ja: "訂正", en: "corrected" },
  disable: { ja: "停止", en: "disabled" },
  dissent: { ja: "異論", en: "dissent noted" },
  dossier: { ja: "行為者ファイルを検索", en: "for dossiers" },
  draft: { ja: "起案", en: "drafted" },
  drop: { ja: "候補を外した", en: "suggestion dropped" },
  edit: { ja: "変更", en: "changed" },
  expire: { ja: "期限切れ", en: "expired" },
  extend: { ja: "延長", en: "kept longer" },
  finish: { ja: "完了", en: "done" },
  follow_up: { ja: "その後の回答", en: "follow-up" },
  found: { ja: "登録", en: "entered" },
  give: { ja: "送った", en: "sent" },
  give_back: { ja: "戻した", en: "given back" },
  hand_over: { ja: "手渡し", en: "handed over" },
  hit: { ja: "管外の有無を照会", en: "hit or no hit" },
  hold: { ja: "差し止め", en: "held" },
  hold_release: { ja: "差し止め解除", en: "hold released" },
  invite: { ja: "招待", en: "invited" },
  judge: { ja: "判断", en: "judged" },
  link: { ja: "つながりを探した", en: "links looked for" },
  list: { ja: "一覧を閲覧", en: "list read" },
  make: { ja: "作成", en: "made" },
  met: { ja: "断片情報が該当", en: "met by a small fact" },
  note: { ja: "書き留めた", en: "noted" },
  open: { ja: "開封", en: "opened" },
  preview: { ja: "提出前の確認", en: "previewed" },
  propose: { ja: "提案", en: "proposed" },
  purge: { ja: "消去", en: "purged" },
  read: { ja: "閲覧", en: "read" },
  read_held: { ja: "保留中に閲覧", en: "read while held" },
  overdue: { ja: "期限切れ", en: "overdue" },
  reading: { ja: "自動の読み取り", en: "read by the machine" },
  register: { ja: "登録", en: "registered" },
  release: { ja: "提出", en: "released" },
  remove: { ja: "削除", en: "removed" },
  request: { ja: "開封の求め", en: "opening asked for" },
  retry: { ja: "処理のやり直し", en: "step tried again" },
  revoke: { ja: "取消し", en: "revoked" },
  seal_reporter: { ja: "身元を封印", en: "identity sealed" },
  second_read: { ja: "第二の読み", en: "second reading" },
  send: { ja: "送付", en: "sent" },
  send_back: { ja: "差し戻し", en: "sent back" },
  set_aside: { ja: "対象外とした", en: "set aside" },
  sign_in: { ja: "サインイン", en: "signed in" },
  sign_out: { ja: "サインアウト", en: "signed out" },
  submit: { ja: "提出・承認の求め", en: "submitted" },
  take: { ja: "引き受け", en: "taken" },
  tick: { ja: "行為の確認", en: "act ticked" },
  undo: { ja: "判断の取消し", en: "judgement undone" },
  verify: { ja: "検証", en: "verified" },
  vet_behaviour: { ja: "行為の確認", en: "behaviour vetted" },
  vet_context: { ja: "文脈の確認", en: "context vetted" },
  withdraw: { ja: "取り下げ", en: "withdrawn" },
  write: { ja: "書き込み", en: "written to" },
};

const purposes: Words = {
  vetting: { ja: "確認のため", en: "vetting" },
  linking: { ja: "つながりの判断", en: "linking" },
  alert: { ja: "注意・警告", en: "alert" },
  own_report: { ja: "自社の報告", en: "own report" },
  audit: { ja: "監査", en: "audit" },
};

/** A word that is not known yet still reads: "report.some_step" becomes "Report: some step". */
function wordOf(words: Words, code: string, locale: Locale): string {
  return words[code]?.[locale] ?? code.replaceAll("_", " ");
}

export function actionWords(action: string, locale: Locale): string {
  const [thing = "", deed = "", outcome] = action.split(".");
  const joint = locale === "ja" ? "：" : ": ";
  const refused = outcome === "refused" ? (locale === "ja" ? "（拒否）" : " (refused)") : "";
  return wordOf(things, thing, locale) + (deed ? joint + wordOf(deeds, deed, locale) : "") + refused;
}

export function purposeWords(purpose: string | undefined, locale: Locale): string {
  return purpose ? wordOf(purposes, purpose, locale) : "";
}

/** Programs and nameless people in words; "system:jobs for hanako" is work that hanako set off. */
export function principalWords(principal: string, locale: Locale): string {
  const [who = "", cause] = principal.split(" for ");
  if (who === "anonymous") return locale === "ja" ? "名乗らない人" : "somebody without a name";
  if (!who.startsWith("system")) return principal;
  if (!cause) return locale === "ja" ? "自動処理" : "automatic";
  return locale === "ja" ? `自動処理（${cause} の操作から）` : `automatic (set off by ${cause})`;
}
