#include "steps/resolve/cluster.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace resolve {
namespace {

using model::Judgement;
using model::LinkKind;
using model::PersonaRef;

PersonaRef ref(std::uint8_t number) {
  PersonaRef persona;
  persona.report.bytes[15] = number;
  return persona;
}

JudgedLink judged(std::uint8_t left, std::uint8_t right, Judgement judgement,
                  LinkKind kind = LinkKind::same_person) {
  return {ref(left), ref(right), kind, judgement};
}

TEST(clusters, same_joins_along_a_chain) {
  const auto clusters = clusters_of(std::vector{
      judged(3, 2, Judgement::same), judged(1, 2, Judgement::same), judged(7, 8, Judgement::same)});
  ASSERT_EQ(clusters.groups.size(), 2U);
  EXPECT_EQ(clusters.groups[0], (std::vector{ref(1), ref(2), ref(3)}));
  EXPECT_EQ(clusters.groups[1], (std::vector{ref(7), ref(8)}));
  EXPECT_TRUE(clusters.contradictions.empty());
}

TEST(clusters, different_is_never_chained_over) {
  const auto clusters =
      clusters_of(std::vector{judged(1, 2, Judgement::same), judged(2, 3, Judgement::same),
                              judged(3, 1, Judgement::different)});
  ASSERT_EQ(clusters.groups.size(), 1U);
  EXPECT_EQ(clusters.groups[0], (std::vector{ref(1), ref(2)}));
  ASSERT_EQ(clusters.contradictions.size(), 1U);
  EXPECT_EQ(clusters.contradictions[0], judged(2, 3, Judgement::same));
}

TEST(clusters, other_kinds_and_open_judgements_join_nothing) {
  const auto clusters =
      clusters_of(std::vector{judged(1, 2, Judgement::open), judged(2, 3, Judgement::unsure),
                              judged(3, 4, Judgement::same, LinkKind::same_operator),
                              judged(4, 5, Judgement::same, LinkKind::successor)});
  EXPECT_TRUE(clusters.groups.empty());
}

TEST(clusters, taking_a_judgement_back_restores_the_state_before) {
  const std::vector before{judged(1, 2, Judgement::same)};
  auto after = before;
  after.push_back(judged(2, 3, Judgement::same));
  EXPECT_NE(clusters_of(after).groups, clusters_of(before).groups);
  after.pop_back();
  EXPECT_EQ(clusters_of(after).groups, clusters_of(before).groups);
}

std::vector<JudgedLink> any_links() {
  return *rc::gen::container<std::vector<JudgedLink>>(rc::gen::map(
      rc::gen::tuple(rc::gen::inRange(0, 12), rc::gen::inRange(0, 12), rc::gen::inRange(1, 4)),
      [](const auto& three) {
        return judged(static_cast<std::uint8_t>(std::get<0>(three)),
                      static_cast<std::uint8_t>(std::get<1>(three)),
                      static_cast<Judgement>(std::get<2>(three)));
      }));
}

RC_GTEST_PROP(clusters_property, order_of_judging_does_not_matter, ()) {
  auto links = any_links();
  const auto straight = clusters_of(links);
  std::ranges::reverse(links);
  for (auto& link : links)
    std::swap(link.left, link.right);
  const auto turned = clusters_of(links);
  RC_ASSERT(straight.groups == turned.groups);
  RC_ASSERT(straight.contradictions == turned.contradictions);
}

RC_GTEST_PROP(clusters_property, links_may_come_in_any_order_and_more_than_once, ()) {
  auto links = any_links();
  const auto straight = clusters_of(links);
  for (auto count = *rc::gen::inRange(0, 4); count > 0 && !links.empty(); --count)
    links.push_back(links[*rc::gen::inRange<std::size_t>(0, links.size())]);
  for (auto at = links.size(); at > 1; --at)
    std::swap(links[at - 1], links[*rc::gen::inRange<std::size_t>(0, at)]);
  const auto mixed = clusters_of(links);
  RC_ASSERT(straight.groups == mixed.groups);
  RC_ASSERT(straight.contradictions == mixed.contradictions);
}

RC_GTEST_PROP(clusters_property, a_judgement_taken_back_leaves_no_trace, ()) {
  const auto before = any_links();
  auto links = before;
  const auto first = static_cast<std::uint8_t>(*rc::gen::inRange(0, 12));
  const auto second = static_cast<std::uint8_t>(*rc::gen::inRange(12, 14));
  const auto judgement = *rc::gen::element(Judgement::same, Judgement::different);
  links.push_back(judged(first, second, judgement));
  const auto once = clusters_of(links);
  links.back().judgement = Judgement::open;
  const auto undone = clusters_of(links), never = clusters_of(before);
  RC_ASSERT(undone.groups == never.groups);
  RC_ASSERT(undone.contradictions == never.contradictions);
  links.back().judgement = judgement;
  const auto again = clusters_of(links);
  RC_ASSERT(again.groups == once.groups);
  RC_ASSERT(again.contradictions == once.contradictions);
}

RC_GTEST_PROP(clusters_property, same_never_parts_and_different_never_joins, ()) {
  const auto before = any_links();
  const auto together = [](const Clusters& clusters, const PersonaRef& one,
                           const PersonaRef& other) {
    return std::ranges::any_of(clusters.groups, [&](const auto& group) {
      return std::ranges::count(group, one) && std::ranges::count(group, other);
    });
  };
  auto links = before;
  std::erase_if(links, [](const JudgedLink& link) { return link.judgement != Judgement::same; });
  const auto few = clusters_of(links);
  links.push_back(judged(static_cast<std::uint8_t>(*rc::gen::inRange(0, 12)),
                         static_cast<std::uint8_t>(*rc::gen::inRange(0, 12)), Judgement::same));
  const auto more = clusters_of(links);
  const auto parted = clusters_of(before);
  for (std::uint8_t one = 0; one < 12; ++one)
    for (std::uint8_t other = 0; other < one; ++other) {
      if (together(few, ref(one), ref(other))) RC_ASSERT(together(more, ref(one), ref(other)));
      if (together(parted, ref(one), ref(other))) RC_ASSERT(together(few, ref(one), ref(other)));
    }
}

RC_GTEST_PROP(clusters_property, no_group_holds_a_pair_judged_different, ()) {
  const auto links = any_links();
  const auto clusters = clusters_of(links);
  for (const auto& link : links)
    for (const auto& group : clusters.groups)
      if (link.judgement == Judgement::different && link.left != link.right)
        RC_ASSERT(!(std::ranges::count(group, link.left) && std::ranges::count(group, link.right)));
}

}  // namespace
}  // namespace resolve
