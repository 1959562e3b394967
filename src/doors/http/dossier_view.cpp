#include "doors/http/dossier_view.h"

#include "doors/http/answer.h"
#include "edges/codec/archive.h"
#include "work/workflow/dossier_timeline.h"

namespace workflow {

template <class Archive>
void describe(Archive& archive, TimelineEntry& entry) {
  archive.required("report", entry.persona.report);
  archive.required("encounter", entry.encounter);
  archive.optional("when", entry.when);
  archive.optional("place", entry.place.text);
  archive.optional("area", entry.place.area);
  archive.required("channel", entry.channel);
  archive.required("stage", entry.stage);
  archive.optional("indicators", entry.indicators);
  archive.optional("names", entry.names);
}

}  // namespace workflow

namespace codec {

extern template std::string encode<model::Dossier>(const model::Dossier&);
extern template std::string encode<model::Assessment>(const model::Assessment&);

}  // namespace codec

namespace http {

std::string dossier_view_json(const workflow::DossierView& view) {
  auto dossier = codec::encode(view.dossier);
  auto timeline = encoded_list(view.timeline);
  if (!view.assessment)
    return object_json({{"dossier", std::move(dossier)}, {"timeline", std::move(timeline)}});
  return object_json({{"dossier", std::move(dossier)},
                      {"assessment", codec::encode(*view.assessment)},
                      {"timeline", std::move(timeline)}});
}

}  // namespace http
