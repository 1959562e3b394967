#include "steps/normalise/record_words.h"

#include <gtest/gtest.h>

#include "steps/normalise/nicknames.h"
#include "steps/normalise/record_columns.h"
#include "steps/normalise/record_date.h"

namespace normalise {
namespace {

std::string with(void (*set)(std::string_view, std::string&), std::string_view field) {
  std::string out;
  set(field, out);
  return out;
}

TEST(record_words, words_are_small_and_parted_by_one_blank) {
  EXPECT_EQ(with(set_words, " O'Brien-Smith, Jr."), "obrien smith jr");
  EXPECT_EQ(with(set_words, "José"), "jose");
  EXPECT_EQ(with(set_words, "セルゲイ"), "serugei");
}

TEST(record_words, one_telephone_number_has_one_form) {
  for (const auto* field : {"090-1234-5678", "+81 90-1234-5678", "0081 9012345678", "09012345678"})
    EXPECT_EQ(with(set_phone, field), "9012345678") << field;
  EXPECT_EQ(with(set_phone, "12"), "");
}

TEST(record_words, a_mailbox_has_no_tag_and_needs_both_sides) {
  EXPECT_EQ(with(set_email, "A.B+news@Mail.example"), "a.b@mail.example");
  EXPECT_EQ(with(set_email, "nobody"), "");
}

TEST(record_words, a_mailbox_stands_in_brackets_behind_a_name) {
  EXPECT_EQ(with(set_email, "Maria Sentosa <MSentosa@mail.example>"), "msentosa@mail.example");
}

TEST(record_words, a_gender_that_is_not_told_is_none) {
  EXPECT_EQ(with(set_gender, "Male"), with(set_gender, "男性"));
  EXPECT_EQ(with(set_gender, "F"), "f");
  EXPECT_EQ(with(set_gender, "Unknown"), "");
}

TEST(record_columns, what_tells_of_the_row_and_not_of_the_party_is_not_compared) {
  for (const std::string_view header : {"AMOUNT", "Status", "created_at", "備考", "Category"})
    EXPECT_EQ(field_of_header(header), model::RecordField::ignored) << header;
  EXPECT_EQ(field_of_header("date of birth"), model::RecordField::birth_date);
}

TEST(record_date, dates_of_many_forms_are_one) {
  for (const auto* field : {"1978-12-01", "1978/12/1", "19781201", "1 Dec 1978", "昭和53年12月1日"})
    EXPECT_EQ(record_date_of(field).digits, 19781201U) << field;
}

TEST(record_date, the_order_of_day_and_month_is_open_or_sure) {
  EXPECT_EQ(record_date_of("13/4/1960").order, RecordDate::Order::day_first);
  EXPECT_EQ(record_date_of("4/13/1960").order, RecordDate::Order::month_first);
  EXPECT_EQ(record_date_of("4/3/1960").order, RecordDate::Order::open);
  EXPECT_EQ(record_date_of("13/4/1960").digits, record_date_of("4/13/1960").digits);
}

TEST(record_date, a_slip_keeps_its_digits) {
  EXPECT_EQ(record_date_of("1992-05-94").digits, 19920594U);
  EXPECT_EQ(record_date_of("not a date").digits, 0U);
}

TEST(nicknames, forms_of_one_name_share_a_root) {
  EXPECT_EQ(root_of("bob"), root_of("robert"));
  EXPECT_NE(root_of("bob"), root_of("bill"));
  EXPECT_EQ(root_of("zzz"), "");
}

TEST(record_columns, headers_are_recognised_in_many_spellings) {
  using enum model::RecordField;
  EXPECT_EQ(field_of_header("First Name"), given_name);
  EXPECT_EQ(field_of_header("PRIMARY_NAME_LAST"), family_name);
  EXPECT_EQ(field_of_header("address_2"), address);
  EXPECT_EQ(field_of_header("soc_sec_id"), identifier);
  EXPECT_EQ(field_of_header("生年月日"), birth_date);
  EXPECT_EQ(field_of_header("PASSPORT_COUNTRY"), ignored);
  EXPECT_EQ(field_of_header("cluster"), ignored);
  EXPECT_EQ(field_of_header("truth"), ignored);
  EXPECT_EQ(field_of_header("shoe size"), text);
}

TEST(record_columns, a_schema_goes_before_the_header) {
  const std::vector<std::string> headers{"id", "x"};
  const std::vector<SchemaLine> schema{{"x", model::RecordField::full_name}};
  const auto columns = columns_of(headers, schema);
  ASSERT_TRUE(columns.has_value());
  EXPECT_EQ(columns->fields[1], model::RecordField::full_name);
  EXPECT_FALSE(columns_of(headers, std::vector<SchemaLine>{{"y", model::RecordField::text}}));
}

}  // namespace
}  // namespace normalise
