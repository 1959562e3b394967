#pragma once

#include <functional>
#include <string>
#include <vector>

#include "edges/store/digest.h"
#include "work/workflow/hub.h"

namespace workflow {

/// Vetted reports of a period for digests and briefings, each with the playbook that fits it best;
/// "none" where none does. `areas` as in store::for_each_vetted_report.
void for_each_counted_report(
    const Hub& hub, db::Connection& connection, const store::Period& period,
    const std::vector<std::string>& areas,
    const std::function<void(const store::CountedReport&, const std::string& method)>& take);

}  // namespace workflow
