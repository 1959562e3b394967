#include "work/workflow/counted_answers.h"

#include "edges/store/delivery.h"
#include "ground/base/working_days.h"
#include "steps/outreach/small_cells.h"

namespace workflow {
namespace {

constexpr int answer_working_days = 3;

}  // namespace

void Answers::add(const model::Delivery& copy) {
  ++warned;
  firms.insert(copy.organisation);
  if (!copy.acknowledged) {
    silent.insert(copy.organisation);
    return;
  }
  ++answered;
  answering.insert(copy.organisation);
  days.add(copy.acknowledged->at - copy.made_at, {copy.organisation.text()});
  const bool is_in_time =
      copy.acknowledged->at <= base::working_days_after(copy.made_at, answer_working_days);
  (is_in_time ? prompt : late).insert(copy.organisation);
  if (is_in_time) ++in_time;
}

bool Answers::may_tell_answered() const {
  return outreach::may_tell_parts(answering.size(), silent.size());
}

bool Answers::may_tell_late() const {
  return outreach::may_tell_parts(prompt.size(), late.size());
}

void for_each_alert_copy(const Hub& hub, db::Connection& connection, const store::Period& period,
                         const std::function<void(const model::Delivery&)>& take) {
  for (const auto& id : store::list_deliveries_of(connection, period))
    if (const auto copy = store::find_delivery(connection, hub.keys, id)) take(copy->delivery);
}

}  // namespace workflow
