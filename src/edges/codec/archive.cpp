#include "edges/codec/archive.h"

namespace codec {

const Value* Decoder::take(std::string_view name) {
  const auto& members = object_.value.children;
  for (std::size_t index = 0; index < members.size(); ++index) {
    if (members[index].name != name) continue;
    taken_[index] = true;
    return &members[index];
  }
  return nullptr;
}

void Decoder::refuse_missing(std::string_view name) {
  object_.issues.add(object_.path.pointer() + pointer_part(name), "is missing", "add it");
}

void Decoder::tag(std::string_view name, std::string_view word) {
  const auto* member = take(name);
  if (member == nullptr) {
    refuse_missing(name);
  } else if (member->kind != Value::Kind::text || member->text != word) {
    object_.issues.add(object_.path.pointer() + pointer_part(name), "is another format",
                       "this place takes \"" + std::string(word) + "\"");
  }
}

void Decoder::rule(std::string_view name, bool holds, std::string_view problem,
                   std::string_view next_step) {
  if (holds) return;
  const auto part = name.empty() ? std::string() : pointer_part(name);
  object_.issues.add(object_.path.pointer() + part, std::string(problem), std::string(next_step));
}

void Decoder::finish() {
  const auto& members = object_.value.children;
  for (std::size_t index = 0; index < members.size(); ++index)
    if (!taken_[index])
      object_.issues.add(object_.path.pointer() + pointer_part(members[index].name),
                         "is not a known field", "remove it or check its spelling");
}

void Encoder::tag(std::string_view name, std::string_view word) {
  begin(name);
  write_text(out_, word);
}

void Encoder::begin(std::string_view name) {
  if (!is_first_) out_ += ',';
  is_first_ = false;
  write_text(out_, name);
  out_ += ':';
}

}  // namespace codec
