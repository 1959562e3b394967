#include "yaml_to_json.h"

#include <regex>
#include <yaml-cpp/yaml.h>

#include <nlohmann/json.hpp>

namespace tools {
namespace {

using Json = nlohmann::ordered_json;

/// The tag of a quoted scalar is "!", that of a plain one "?".
Json scalar(const YAML::Node& node) {
  const std::string text = node.Scalar();
  if (node.Tag() == "!") return text;
  static const std::regex number(R"(-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?)");
  if (text.empty() || text == "null" || text == "~") return nullptr;
  if (text == "true" || text == "false") return text == "true";
  if (std::regex_match(text, number)) return Json::parse(text);
  return text;
}

Json value(const YAML::Node& node) {
  if (node.IsScalar()) return scalar(node);
  if (node.IsSequence()) {
    Json list = Json::array();
    for (const auto& item : node)
      list.push_back(value(item));
    return list;
  }
  if (!node.IsMap()) return nullptr;
  Json object = Json::object();
  for (const auto& member : node)
    object[member.first.Scalar()] = value(member.second);
  return object;
}

}  // namespace

std::string yaml_to_json(const std::string& yaml) {
  return value(YAML::Load(yaml)).dump();
}

}  // namespace tools
