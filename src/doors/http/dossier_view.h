#pragma once

#include <string>

namespace workflow {
struct DossierView;
}

namespace http {

/// DossierView of docs/openapi.yaml: the record, its assessment and its timeline.
[[nodiscard]] std::string dossier_view_json(const workflow::DossierView& view);

}  // namespace http
