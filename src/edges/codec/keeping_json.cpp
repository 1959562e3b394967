#include "edges/codec/archive.h"
#include "ground/model/keeping.h"

namespace codec {

template <class Archive>
void describe(Archive& archive, model::Keeping& keeping) {
  archive.required("rule", keeping.rule);
  archive.required("until", keeping.until);
  archive.optional("on_hold", keeping.on_hold);
  archive.optional("decided_by", keeping.decided_by);
  archive.optional("decided_at", keeping.decided_at);
  archive.optional("reason", keeping.reason);
  archive.optional("revision", keeping.revision);
}

template base::Result<model::Keeping> decode<model::Keeping>(std::string_view, const JsonLimits&);
template std::string encode<model::Keeping>(const model::Keeping&);

}  // namespace codec
