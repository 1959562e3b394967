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
void describe(Archive& archive, model::Digest& digest) {
  archive.required("month", digest.month);
  archive.required("made_at", digest.made_at);
  archive.required("tlp", digest.tlp);
  archive.optional("visits", digest.visits);
  archive.optional("firms_visited", digest.firms_visited);
  archive.optional("consultations", digest.consultations);
  archive.optional("reports", digest.reports);
  archive.required("stages", digest.stages);
  archive.required("methods", digest.methods);
  archive.optional("warned", digest.warned);
  archive.optional("answered", digest.answered);
  archive.optional("answered_in_time", digest.answered_in_time);
  archive.optional("answer_days_median", digest.answer_days_median);
  archive.required("meetings", digest.meetings);
  archive.required("lessons", digest.lessons);
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

template std::string encode<model::Digest>(const model::Digest&);
template std::string encode<model::Briefing>(const model::Briefing&);

}  // namespace codec
