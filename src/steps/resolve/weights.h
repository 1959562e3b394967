#pragma once

/// What each kind of evidence is worth, in bits (log2 likelihood ratio): how much more often it
/// is seen between two reports of one actor than between two reports of different ones.
///
/// Source of every number here: judgement, from the public cases in data/ (who kept the phone,
/// who changed the name, what was repeated), to be learned from judged links in a later version.
/// They are kept in one place so that learning replaces this file and nothing else.
namespace resolve::weight {

/// How often two true partners show the same thing, where both were asked.
inline constexpr double repeat_handle = 0.9, repeat_name = 0.8, repeat_act = 0.7, repeat_word = 0.6,
                        repeat_place = 0.6, repeat_request = 0.6;

/// No single kind of evidence says more than this, however rare: reports hold slips and lies.
inline constexpr double phone_max = 16, email_max = 16, handle_max = 15, plate_max = 13,
                        url_max = 6, handles_max = 20;
inline constexpr double name_whole_max = 10, name_part_max = 5, sound_whole_max = 8,
                        sound_part_max = 4, sound_near_max = 3.5;
/// Stories of one actor, told by different people: what one mentions the other does as often as
/// this. An idea of the shorter story that the longer one lacks speaks against; ideas hang
/// together.
inline constexpr double repeat_told = 0.4, idea_max = 5, told_missing = -0.35,
                        told_dependence = 0.6, told_max = 10;
/// Only one side gives the rest of the name.
inline constexpr double name_part_penalty = 0.5;
inline constexpr double employer_max = 5, employer_near_max = 3, cover_max = 2;
inline constexpr double said_max = 3, request_max = 5, technology_max = 2;

/// Aliases are the rule, so different names weigh little; two full ones a little more.
inline constexpr double name_part_differs = -1, name_whole_differs = -2;

/// Distances between the nearest encounters, in kilometres.
struct Distance {
  double kilometres_max, bits;
};
inline constexpr Distance distances[] = {{1, 4}, {3, 3}, {10, 1.5}, {30, 0.5}};
inline constexpr double area_max = 3, prefecture_bits = 0.5, same_kind_bits = 0.5;
/// Everybody is at the exhibition: being there too says half as much.
inline constexpr double crowd_factor = 0.5;

/// Days between the nearest encounters.
struct Gap {
  int days_max;
  double bits;
};
inline constexpr Gap gaps[] = {{7, 2}, {14, 1.8}, {45, 1.4}, {100, 0.8}, {200, 0.3}, {730, 0}};
inline constexpr double years_apart = -1;
/// A date that may mean more days than this says half as much.
inline constexpr int vague_days = 62;

/// Acts of one playbook follow each other anyway, so their sum is discounted.
inline constexpr double act_dependence = 0.75, script_max = 7;
/// What one report leaves out another tells; that much the same actor does, too.
inline constexpr double act_missing = -0.4, script_min = -1.5;
/// One side says there was no follow-up after the first minute (OK5).
inline constexpr double no_follow_up = -3;

inline constexpr double request_same_order = 1, request_class_only = 0.5;
inline constexpr double technology_prefix = 0.7;
inline constexpr double rhythm = 2;

/// Looks and language; `looks_share_max` of everything that speaks for the link.
inline constexpr double age = 0.8, height = 0.8, glasses = 0.3, marks = 2, language = 0.4;
inline constexpr double looks_share_max = 0.2;
/// Estimates by eye are off by some years and centimetres: a small gap speaks against, a gap
/// over these bounds is final. A year is added for each year between the encounters.
inline constexpr double band_gap = -1.5;
inline constexpr int age_gap_final_years = 10, height_gap_final_cm = 12;

/// Two dated days that are the same, in places this far apart: against; final beyond what can
/// be travelled between two meetings of one day. Dates of reports carry no hour.
inline constexpr double far_kilometres = 250, far_bits = -6, final_kilometres = 1500;
/// What remains of the bits when evidence is final.
inline constexpr double excluded_bits = -20;

inline constexpr double introduced_within_report = 12, introduced = 4, handover = 3;
/// A successor begins when the other ends, give or take.
inline constexpr int handover_overlap_days = 62;

/// Two nameless ones are linked by method, not by having been in the same place: without a
/// shared handle or name, place, time, words, looks and language alone stay this far below the
/// shown threshold until acts, requests or rhythm are worth `method_min`. (Technology does not
/// open that door: two reports of one firm name the same one whoever stood at its gate.)
inline constexpr double method_min = 2.5, nameless_below_shown = 1;
/// And with neither name nor handle nothing is ever nearly certain: the kinds of evidence that are
/// left hang together, so that beyond `nameless_knee` a bit counts `nameless_slope`.
inline constexpr double nameless_knee = 9, nameless_slope = 0.4, nameless_max = 13;

}  // namespace resolve::weight
