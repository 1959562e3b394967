#include "edges/codec/small_fact_json.h"

#include "edges/codec/archive.h"
#include "edges/codec/bilingual_json.h"
#include "edges/codec/report_json.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::FactEdit& edit) {
  archive.required("kind", edit.kind);
  archive.required("seen_on", edit.seen_on, limits::date);
  archive.optional("seen_time", edit.seen_time, text_up_to(100));
  archive.optional("area", edit.area, limits::word);
  archive.required("place", edit.place, text_up_to(500));
  archive.required("text", edit.text, text_up_to(2000));
  archive.optional("plate", edit.plate, text_up_to(100));
  archive.optional("phone", edit.phone, text_up_to(100));
  archive.optional("handle", edit.handle);
  archive.optional("url", edit.url, text_up_to(1000));
  archive.required("purpose", edit.purpose);
  archive.required("why", edit.why, text_up_to(1000));
}

template <class Archive>
void describe(Archive& archive, model::SmallFact& fact) {
  archive.required("id", fact.id);
  archive.required("organisation", fact.organisation);
  archive.required("by", fact.by);
  archive.required("made_at", fact.made_at);
  describe(archive, fact.content);
  archive.required("expires_at", fact.expires_at);
  archive.required("state", fact.state);
  archive.optional("extended_by", fact.extended_by);
  archive.optional("extended_at", fact.extended_at);
  archive.optional("extension_reason", fact.extension_reason);
  archive.optional("revision", fact.revision);
}

template <class Archive>
void describe(Archive& archive, model::FactHit& hit) {
  archive.required("dossier", hit.dossier);
  archive.required("organisation", hit.organisation);
  archive.required("label", hit.label);
  archive.required("marks", hit.marks);
}

template <class Archive>
void describe(Archive& archive, model::FactAnswer& answer) {
  archive.required("hit", answer.hit);
  archive.required("ask", answer.ask);
  archive.required("ask_name", answer.ask_name);
  archive.required("dossiers", answer.dossiers);
}

template <class Archive>
void describe(Archive& archive, model::FactView& view) {
  archive.required("fact", view.fact);
  archive.required("answer", view.answer);
}

template base::Result<model::SmallFact> decode<model::SmallFact>(std::string_view,
                                                                 const JsonLimits&);
template std::string encode<model::SmallFact>(const model::SmallFact&);
template base::Result<model::FactEdit> decode<model::FactEdit>(std::string_view, const JsonLimits&);
template std::string encode<model::FactEdit>(const model::FactEdit&);
template std::string encode<model::FactView>(const model::FactView&);

}  // namespace codec
