#include "steps/normalise/screen_columns.h"

#include <algorithm>
#include <array>

#include "ground/text/unicode.h"

namespace normalise {
namespace {

using enum model::RecordField;

struct LogHeader {
  std::string_view letters;
  model::RecordField field;
};

/// Whole headers, folded and without blanks and brackets.
constexpr auto log_headers = std::to_array<LogHeader>({
    {"来訪者", full_name},
    {"来訪者名", full_name},
    {"来訪者氏名", full_name},
    {"訪問者", full_name},
    {"訪問者名", full_name},
    {"訪問者氏名", full_name},
    {"来客", full_name},
    {"来客名", full_name},
    {"来客氏名", full_name},
    {"来場者", full_name},
    {"来場者名", full_name},
    {"入館者", full_name},
    {"入館者名", full_name},
    {"入館者氏名", full_name},
    {"参加者", full_name},
    {"参加者名", full_name},
    {"参加者氏名", full_name},
    {"お客様名", full_name},
    {"お客様氏名", full_name},
    {"御氏名", full_name},
    {"ご氏名", full_name},
    {"御芳名", full_name},
    {"漢字氏名", full_name},
    {"氏名漢字", full_name},
    {"visitor", full_name},
    {"guest", full_name},
    {"attendee", full_name},
    {"participant", full_name},
    {"displayname", full_name},
    {"氏名フリガナ", other_name},
    {"氏名ふりがな", other_name},
    {"フリガナ氏名", other_name},
    {"カナ氏名", other_name},
    {"カナ名", other_name},
    {"氏名かな", other_name},
    {"かな", other_name},
    {"ヨミ", other_name},
    {"よみ", other_name},
    {"ヨミガナ", other_name},
    {"よみがな", other_name},
    {"読み", other_name},
    {"読み仮名", other_name},
    {"ローマ字", other_name},
    {"ローマ字氏名", other_name},
    {"氏名ローマ字", other_name},
    {"英字氏名", other_name},
    {"氏名英字", other_name},
    {"英語氏名", other_name},
    {"sei", family_name},
    {"mei", given_name},
    {"氏名姓", family_name},
    {"氏名名", given_name},
    {"貴社名", employer},
    {"御社名", employer},
    {"社名", employer},
    {"企業名", employer},
    {"法人名", employer},
    {"団体名", employer},
    {"組織", employer},
    {"組織名", employer},
    {"所属先", employer},
    {"所属会社", employer},
    {"所属機関", employer},
    {"会社団体名", employer},
    {"会社組織名", employer},
    {"会社名所属", employer},
    {"勤務先名", employer},
    {"勤め先", employer},
    {"取引先", employer},
    {"取引先名", employer},
    {"来訪元", employer},
    {"訪問元", employer},
    {"affiliation", employer},
    {"firm", employer},
    {"represents", employer},
    {"電話会社", phone},
    {"会社電話", phone},
    {"代表電話", phone},
    {"直通", phone},
    {"直通電話", phone},
    {"携帯番号", phone},
    {"携帯電話番号", phone},
    {"連絡先電話番号", phone},
    {"tel会社", phone},
    {"tel部門", phone},
    {"tel直通", phone},
    {"電話番号1", phone},
    {"電話番号2", phone},
    {"from", email},
    {"to", email},
    {"cc", email},
    {"bcc", email},
    {"sender", email},
    {"replyto", email},
    {"recipient", email},
    {"recipients", email},
    {"差出人", email},
    {"送信者", email},
    {"送信元", email},
    {"宛先", email},
    {"受信者", email},
    {"返信先", email},
    {"eメール", email},
    {"メアド", email},
    {"電子メール", email},
    {"line", handle},
    {"lineid", handle},
    {"wechat", handle},
    {"wechatid", handle},
    {"微信", handle},
    {"telegram", handle},
    {"whatsapp", handle},
    {"linkedin", handle},
    {"skype", handle},
    {"sns", handle},
    {"アカウント", handle},
    {"url", handle},
    {"誕生日", birth_date},
    {"市区町村", city},
    {"担当者", ignored},
    {"担当者名", ignored},
    {"担当", ignored},
    {"訪問先", ignored},
    {"訪問先担当者", ignored},
    {"面会者", ignored},
    {"応対者", ignored},
    {"受付者", ignored},
    {"host", ignored},
    {"hostname", ignored},
    {"receivedby", ignored},
    {"escort", ignored},
});

/// Who a "... name" column names.
constexpr std::array<std::string_view, 9> people = {"visitor",  "guest",       "contact",
                                                    "attendee", "person",      "customer",
                                                    "sender",   "participant", "card"};

std::string letters_of_header(std::string_view header) {
  std::string out = text::nfkc_casefold(header);
  std::erase_if(out, [](char c) {
    return c == ' ' || c == '_' || c == '-' || c == '.' || c == '/' || c == ':' || c == '\t' ||
           c == '(' || c == ')' || c == '*';
  });
  for (const std::string_view mark : {"・", "：", "／", "【", "】", "「", "」", "*"})
    for (auto at = out.find(mark); at != out.npos; at = out.find(mark))
      out.erase(at, mark.size());
  return out;
}

model::RecordField field_for_screening(std::string_view header, model::RecordField known) {
  const auto letters = letters_of_header(header);
  for (const auto& one : log_headers)
    if (letters == one.letters) return one.field;
  if (known == organisation) return employer;
  if (known != text) return known;
  if (letters.ends_with("name") &&
      std::ranges::any_of(people, [&](std::string_view who) { return letters.starts_with(who); }))
    return full_name;
  return text;
}

bool is_of_a_person(model::RecordField field) {
  return field != id && field != ignored && field != gender && field != region && field != suffix;
}

}  // namespace

base::Result<RecordColumns> screen_columns_of(std::span<const std::string> headers,
                                              std::span<const SchemaLine> schema) {
  auto columns = columns_of(headers, schema);
  if (!columns) return columns;
  const auto is_in_schema = [&](const std::string& header) {
    return std::ranges::any_of(schema, [&](const auto& line) { return line.column == header; });
  };
  for (std::size_t column = 0; column < headers.size(); ++column) {
    if (is_in_schema(headers[column])) continue;
    auto& field = columns->fields[column];
    field = field_for_screening(headers[column], field);
    if (field != text) std::erase(columns->unknown, headers[column]);
  }
  if (std::ranges::none_of(columns->fields, is_of_a_person))
    return base::fail(base::ErrorKind::invalid_input, "line 1", "no column can be compared",
                      "give the columns names like given_name, surname, dob, or a schema");
  return columns;
}

}  // namespace normalise
