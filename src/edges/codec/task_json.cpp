#include "edges/codec/archive.h"
#include "edges/codec/bilingual_json.h"
#include "ground/model/task.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::Task& task) {
  archive.required("id", task.id);
  archive.required("kind", task.kind);
  archive.required("state", task.state);
  archive.required("role", task.role);
  archive.required("object", task.object);
  archive.optional("area", task.area);
  archive.required("stage", task.stage);
  archive.required("band", task.band);
  archive.required("made_at", task.made_at);
  archive.required("due_at", task.due_at);
  archive.optional("owner", task.owner);
  archive.optional("not_by", task.not_by);
  archive.optional("note", task.note);
  archive.optional("escalated_at", task.escalated_at);
  archive.optional("about", task.about);
  archive.optional("may_do", task.may_do);
  archive.optional("desk", task.desk);
  archive.required("revision", task.revision);
}

template base::Result<model::Task> decode<model::Task>(std::string_view, const JsonLimits&);
template std::string encode<model::Task>(const model::Task&);

}  // namespace codec
