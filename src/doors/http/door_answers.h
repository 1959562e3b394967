#pragma once

#include <string>

#include "doors/http/site.h"
#include "work/workflow/hub.h"

/// Answers of the door that never change while the program runs, made once.
namespace http {

/// DoorSettings of docs/openapi.yaml.
[[nodiscard]] std::string door_settings_json(const workflow::Settings& hub,
                                             const SiteSettings& site);

/// Vocabulary of docs/openapi.yaml: indicators, stages, playbooks and technologies in words.
[[nodiscard]] std::string vocabulary_json(const SiteSettings& site);

}  // namespace http
