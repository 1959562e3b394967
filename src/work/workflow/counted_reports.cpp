#include "work/workflow/counted_reports.h"

#include "edges/store/report.h"

namespace workflow {
namespace {

std::string method_of(const Hub& hub, db::Connection& connection, base::Id<model::Report> id) {
  const auto stored = store::find_report(connection, hub.keys, id);
  if (!stored || !stored->record.assessment || stored->record.assessment->playbooks.empty())
    return "none";
  return stored->record.assessment->playbooks.front().id;
}

}  // namespace

void for_each_counted_report(
    const Hub& hub, db::Connection& connection, const store::Period& period,
    const std::vector<std::string>& areas,
    const std::function<void(const store::CountedReport&, const std::string& method)>& take) {
  store::for_each_vetted_report(connection, period, areas, [&](const store::CountedReport& report) {
    take(report, method_of(hub, connection, report.id));
  });
}

}  // namespace workflow
