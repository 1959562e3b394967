#include "edges/codec/spoken_json.h"

#include <utility>

#include "edges/codec/json.h"
#include "ground/base/ensure.h"

namespace codec {
namespace {

Value text_value(std::string name, std::string text) {
  Value value;
  value.kind = Value::Kind::text;
  value.name = std::move(name);
  value.text = std::move(text);
  return value;
}

Value words_value(std::string name, const model::Bilingual& words) {
  Value value;
  value.kind = Value::Kind::object;
  value.name = std::move(name);
  value.children = {text_value("ja", words.ja), text_value("en", words.en)};
  return value;
}

const Value* find_member(const Value& object, std::string_view name, Value::Kind kind) {
  for (const auto& member : object.children)
    if (member.name == name && member.kind == kind) return &member;
  return nullptr;
}

std::vector<std::string> parameters_of(const Value& object) {
  std::vector<std::string> parameters;
  const auto* list = find_member(object, "parameters", Value::Kind::list);
  if (list != nullptr)
    for (const auto& item : list->children)
      parameters.push_back(item.text);
  return parameters;
}

void add_words(Value& object, std::string_view code_name, std::string words_name,
               const Speak& speak) {
  const auto* code = find_member(object, code_name, Value::Kind::text);
  if (code == nullptr || code->text.empty()) return;
  const auto words = speak(code->text, parameters_of(object));
  if (!words.ja.empty() || !words.en.empty())
    object.children.push_back(words_value(std::move(words_name), words));
}

/// A list of codes becomes a list of words; codes without words are left out.
void speak_list(Value& list, const Speak& speak) {
  std::vector<Value> spoken_items;
  for (const auto& item : list.children) {
    if (item.kind != Value::Kind::text) return;
    const auto words = speak(item.text, {});
    if (!words.ja.empty() || !words.en.empty()) spoken_items.push_back(words_value("", words));
  }
  list.children = std::move(spoken_items);
}

void speak_value(Value& value, const Speak& speak) {
  // What people sent is quoted, never spoken for.
  if (value.name == "content") return;
  for (auto& child : value.children)
    speak_value(child, speak);
  if (value.kind == Value::Kind::list && value.name == "advice") speak_list(value, speak);
  if (value.kind != Value::Kind::object) return;
  add_words(value, "code", "words", speak);
  add_words(value, "guard", "guard_words", speak);
}

}  // namespace

std::string spoken(std::string_view json, const Speak& speak) {
  Value root;
  Issues issues;
  base::ensure(parse_json(json, trusted_limits(), root, issues), "encode() wrote good JSON");
  speak_value(root, speak);
  std::string out;
  write_value(out, root);
  return out;
}

}  // namespace codec
