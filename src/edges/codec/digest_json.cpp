#include "edges/codec/digest_json.h"

#include "edges/codec/archive.h"
#include "edges/codec/lesson_nested_json.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::Figure& figure) {
  archive.required("id", figure.code);
  archive.required("count", figure.count);
}

template <class Archive>
void describe(Archive& archive, model::DaysTold& days) {
  archive.required("median", days.median);
  archive.optional("nine_in_ten", days.nine_in_ten);
}

template <class Archive>
void describe(Archive& archive, model::Share& share) {
  archive.required("id", share.code);
  archive.required("percent", share.percent);
}

template <class Archive>
void describe(Archive& archive, model::AlertDays& alerts) {
  archive.required("product", alerts.product);
  archive.required("alerts", alerts.alerts);
  archive.required("days", alerts.days);
}

template <class Archive>
void describe(Archive& archive, model::CeasedShares& ceased) {
  archive.required("day", ceased.day);
  archive.required("asked", ceased.asked);
  archive.required("answers", ceased.answers);
}

template <class Archive>
void describe(Archive& archive, model::AroundVisits& around) {
  archive.required("firms", around.firms);
  archive.optional("reports_before", around.reports_before);
  archive.optional("reports_after", around.reports_after);
  archive.optional("percent_before", around.percent_before);
  archive.optional("percent_after", around.percent_after);
}

template <class Archive>
void describe(Archive& archive, model::LoopFigures& loop) {
  archive.optional("firms", loop.firms);
  archive.optional("visited_percent", loop.visited_percent);
  archive.required("alert_days", loop.alert_days);
  archive.optional("warned", loop.warned);
  archive.optional("answered_percent", loop.answered_percent);
  archive.optional("late_percent", loop.late_percent);
  archive.optional("answer_days", loop.answer_days);
  archive.required("ceased", loop.ceased);
  archive.optional("around_visits", loop.around_visits);
}

template <class Archive>
void describe(Archive& archive, model::Figures& figures) {
  archive.optional("visits", figures.visits);
  archive.optional("firms_visited", figures.firms_visited);
  archive.optional("consultations", figures.consultations);
  archive.optional("reports", figures.reports);
  archive.required("stages", figures.stages);
  archive.required("methods", figures.methods);
  archive.optional("warned", figures.warned);
  archive.optional("answered", figures.answered);
  archive.optional("answered_in_time", figures.answered_in_time);
  archive.optional("answer_days_median", figures.answer_days_median);
  archive.required("meetings", figures.meetings);
  archive.optional("loop", figures.loop);
}

template <class Archive>
void describe(Archive& archive, model::KeptFigures& kept) {
  archive.required("id", kept.id);
  archive.required("organisation", kept.organisation);
  archive.required("month", kept.month);
  archive.required("audience", kept.audience, text_up_to(16'000));
  archive.required("made_at", kept.made_at);
  archive.required("figures", kept.figures);
}

/// The figures stand among its own members.
template <class Archive>
void describe(Archive& archive, model::Digest& digest) {
  archive.required("month", digest.month);
  archive.required("made_at", digest.made_at);
  archive.required("tlp", digest.tlp);
  describe(archive, digest.figures);
  archive.required("lessons", digest.lessons);
}

/// The figures stand among its own members.
template <class Archive>
void describe(Archive& archive, model::Loop& loop) {
  archive.required("since", loop.since);
  archive.required("month", loop.month);
  archive.required("made_at", loop.made_at);
  archive.required("tlp", loop.tlp);
  describe(archive, loop.figures);
}

template <class Archive>
void describe(Archive& archive, model::SignCard& sign) {
  archive.required("id", sign.id);
  archive.required("name", sign.name);
  archive.required("innocent", sign.innocent);
}

template <class Archive>
void describe(Archive& archive, model::Briefing& briefing) {
  base::Id<model::Briefing> id{briefing.id};
  archive.required("audience", briefing.audience);
  archive.required("id", id);
  archive.required("name", briefing.name);
  archive.required("from", briefing.from);
  archive.required("made_at", briefing.made_at);
  archive.required("tlp", briefing.tlp);
  archive.required("is_local", briefing.is_local);
  archive.required("since", briefing.since);
  archive.required("until", briefing.until);
  archive.required("methods", briefing.methods);
  archive.required("lessons", briefing.lessons);
  archive.required("signs", briefing.signs);
  archive.required("lines", briefing.advice);
}

template base::Result<model::KeptFigures> decode<model::KeptFigures>(std::string_view,
                                                                     const JsonLimits&);
template std::string encode<model::KeptFigures>(const model::KeptFigures&);
template std::string encode<model::Digest>(const model::Digest&);
template std::string encode<model::Loop>(const model::Loop&);
template std::string encode<model::Briefing>(const model::Briefing&);

}  // namespace codec
