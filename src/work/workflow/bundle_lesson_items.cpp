#include <utility>

#include "edges/deliver/bundle_file.h"
#include "edges/store/lesson.h"
#include "steps/outreach/lesson.h"
#include "work/workflow/bundle_items.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::Result;
using base::UuidBytes;
using model::BundleItem;
using model::HandedLesson;
using model::Lesson;

/// The rules of any lesson but one: what it rests on stayed where it was made.
Result<void> check_told(const Hub& hub, const HandedLesson& handed) {
  if (!handed.told) return {};
  auto issues = outreach::told_issues(*handed.told, hub.knowledge.table());
  if (issues.empty()) return {};
  for (auto& issue : issues)
    issue.pointer = "/told" + issue.pointer;
  return base::fail(base::ErrorKind::invalid_input, std::move(issues));
}

void take_over(Lesson& lesson, const HandedLesson& handed, const BundleSource& source) {
  lesson.state = handed.state;
  lesson.made_at = handed.made_at;
  lesson.approved_at = handed.approved_at;
  lesson.origin = source.organisation.name;
  if (handed.told) lesson.content = *handed.told;
}

void note_received(Hub& hub, db::Connection& connection, const BundleSource& source,
                   const Lesson& lesson, base::Bytes commitment) {
  record(hub, connection, source.principal,
         {"lesson.receive", "lesson", lesson.id.bytes, std::move(commitment)});
}

void add_lesson(Hub& hub, db::Connection& connection, const BundleSource& source,
                const BundleItem& item, const HandedLesson& handed) {
  store::StoredLesson stored;
  auto& lesson = stored.lesson;
  lesson.id = {item.object};
  lesson.organisation = source.organisation.id;
  take_over(lesson, handed, source);
  auto commitment = store::insert_lesson(connection, hub.keys, stored);
  note_received(hub, connection, source, lesson, std::move(commitment));
}

Result<void> change_lesson(Hub& hub, db::Connection& connection, const BundleSource& source,
                           store::StoredLesson stored, const HandedLesson& handed) {
  auto& lesson = stored.lesson;
  if (!lesson.origin || lesson.organisation != source.organisation.id) return no_such("lesson");
  take_over(lesson, handed, source);
  auto commitment = store::update_lesson(connection, stored);
  if (!commitment) return base::pass_on(commitment);
  note_received(hub, connection, source, lesson, std::move(*commitment));
  return {};
}

}  // namespace

Result<UuidBytes> apply_lesson(Hub& hub, db::Connection& connection, const BundleSource& source,
                               const BundleItem& item) {
  const auto handed = deliver::lesson_in(item);
  if (!handed) return std::unexpected(handed.error());
  if (auto whole = check_told(hub, *handed); !whole) return base::pass_on(whole);
  auto stored = store::find_lesson(connection, hub.keys, {item.object});
  if (stored) {
    auto changed = change_lesson(hub, connection, source, std::move(*stored), *handed);
    if (!changed) return base::pass_on(changed);
    return item.object;
  }
  if (!handed->told) return UuidBytes{};  // an older version that comes later stays out
  add_lesson(hub, connection, source, item, *handed);
  return item.object;
}

}  // namespace workflow
