#include "work/engine/watch_list.h"

#include <sstream>

#include <gtest/gtest.h>

namespace {

using Texts = std::vector<std::string>;

base::Result<std::vector<model::WatchedParty>> parsed(const std::string& csv) {
  std::istringstream in(csv);
  return engine::parse_watch_csv(in);
}

// Every person here is fictional.
TEST(watch_list, the_columns_of_a_party_are_read_with_all_their_values) {
  const auto list = parsed(
      "id,name,alias,dob,phone,email,handle,employer\n"
      "7,Ivan Petrov,Иван Петров; Vanya,1970-01-02,1234567;7654321,a@b.example,"
      "line:ivan_70,Acme\n");
  ASSERT_TRUE(list.has_value());
  const auto& party = list->front();
  EXPECT_EQ(party.id, "7");
  EXPECT_EQ(party.names, (Texts{"Ivan Petrov", "Иван Петров", "Vanya"}));
  EXPECT_EQ(party.births, (Texts{"1970-01-02"}));
  EXPECT_EQ(party.phones, (Texts{"1234567", "7654321"}));
  EXPECT_EQ(party.handles, (Texts{"line:ivan_70"}));
  EXPECT_EQ(party.employers, (Texts{"Acme"}));
}

TEST(watch_list, names_in_columns_of_their_own_are_put_together) {
  const auto list = parsed("surname,first_name\nPetrov,Ivan\n田中,健一\n,Anna\n");
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ((*list)[0].names, (Texts{"Petrov, Ivan"}));
  EXPECT_EQ((*list)[1].names, (Texts{"田中 健一"}));
  EXPECT_EQ((*list)[2].names, (Texts{"Anna"}));
  EXPECT_EQ((*list)[2].id, "3");
}

TEST(watch_list, excels_own_form_is_read) {
  const auto list = parsed("\xef\xbb\xbfid;name;phone\r\n1;Ivan Petrov;0312345678\r\n");
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->front().names, (Texts{"Ivan Petrov"}));
}

TEST(watch_list, a_bad_row_is_named_by_its_line) {
  const auto list = parsed("id,name\n1,Ivan\n2,Petr,x\n");
  ASSERT_FALSE(list.has_value());
  EXPECT_EQ(list.error().issues.front().pointer, "line 3");
  EXPECT_FALSE(parsed("").has_value());
}

TEST(watch_list, contacts_are_found_in_prose) {
  model::WatchedParty party;
  engine::add_contacts("He writes from ivan@trade.example and calls from +81 90-0000-1234.", party);
  EXPECT_EQ(party.emails, (Texts{"ivan@trade.example"}));
  EXPECT_EQ(party.phones.size(), 1U);
}

TEST(watch_list, a_list_that_cannot_find_anybody_is_refused) {
  EXPECT_FALSE(engine::check_watch_list({}).has_value());
  EXPECT_FALSE(engine::check_watch_list(parsed("id,dob\n1,1970-01-02\n").value()).has_value());
  EXPECT_FALSE(engine::check_watch_list(parsed("id,name\n1,A\n1,B\n").value()).has_value());
  EXPECT_TRUE(engine::check_watch_list(parsed("id,name\n1,A\n2,B\n").value()).has_value());
}

}  // namespace
