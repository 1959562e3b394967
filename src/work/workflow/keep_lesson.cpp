#include "work/workflow/keep_lesson.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "edges/store/lesson.h"
#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "steps/alert/phrases.h"
#include "steps/outreach/lesson.h"
#include "work/workflow/consultation_access.h"
#include "work/workflow/lesson_approval.h"
#include "work/workflow/read_words.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Bilingual;
using model::Lesson;
using model::LessonEdit;
using model::LessonState;
using model::LessonStep;
using model::Principal;
using model::TaskKind;
using rights::Action;
using store::StoredLesson;
using LessonId = base::Id<Lesson>;

constexpr std::size_t signs_proposed_max = 6;

/// Who works on lessons sees those that may not be told yet.
bool sees_all(const Principal& principal) {
  return principal.has(model::Role::auditor) ||
         rights::may_try(principal, Action::lesson_write).has_value() ||
         rights::may_try(principal, Action::lesson_approve).has_value();
}

/// Whether the principal may know of it at all.
bool may_know(const Principal& principal, const Lesson& lesson) {
  if (!is_police(principal.organisation_kind) && !is_for_firms(lesson.content.tlp)) return false;
  return lesson.state == LessonState::approved || sees_all(principal);
}

/// The lesson as the principal may read it.
Lesson shown(const Principal& principal, Lesson lesson) {
  if (!sees_all(principal)) hide_handling(lesson);
  return lesson;
}

Bilingual lines_of(const std::vector<Bilingual>& lines) {
  Bilingual all;
  for (const auto& line : lines) {
    all.ja += (all.ja.empty() ? "" : "\n") + line.ja;
    all.en += (all.en.empty() ? "" : "\n") + line.en;
  }
  return all;
}

Bilingual innocent_lines(const model::IndicatorTable& table,
                         const std::vector<std::string>& signs) {
  std::vector<Bilingual> lines;
  for (const auto& sign : signs) {
    const auto found = std::ranges::find(table.indicators, sign, &model::Indicator::id);
    if (found == table.indicators.end()) continue;
    auto words = innocent_words(*found);
    if (std::ranges::count(lines, words) == 0) lines.push_back(std::move(words));
  }
  return lines_of(lines);
}

base::Result<StoredLesson> get_for(const Hub& hub, db::Connection& connection,
                                   const Principal& principal, Action action, LessonId id,
                                   bool needs_other = false) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto stored = store::find_lesson(connection, hub.keys, id);
  if (!stored) return no_such("lesson");
  rights::Facts facts;
  facts.owner = stored->lesson.organisation;
  if (needs_other) facts.not_by = stored->lesson.writers;
  if (auto decided = rights::decide(principal, action, facts); !decided)
    return base::pass_on(decided);
  return std::move(*stored);
}

base::Result<void> check_revision(const Lesson& lesson, std::int64_t revision) {
  if (lesson.revision == revision) return {};
  return base::fail(ErrorKind::precondition_failed, "", "the lesson has changed since",
                    "read it again and repeat the change");
}

base::Result<void> check_state(const Lesson& lesson, LessonState wanted) {
  if (lesson.state == wanted) return {};
  return base::fail(ErrorKind::conflict, "", "the lesson is not in a state for this step",
                    "read it again");
}

bool is_closed_for(const Hub& hub, db::Connection& connection, const Principal& principal,
                   base::Id<model::Consultation> id) {
  const auto found =
      get_consultation_for(hub, connection, principal, Action::consultation_read, id);
  return found && found->consultation.state == model::ConsultationState::closed;
}

/// A source of our own must be a closed case that its writer may read.
base::Result<void> check_closed(const Hub& hub, db::Connection& connection,
                                const Principal& principal, const LessonEdit& edit) {
  for (std::size_t at = 0; at < edit.sources.size(); ++at) {
    const auto& source = edit.sources[at];
    if (source.kind != model::LessonSource::Kind::consultation) continue;
    const auto id = base::parse_id<model::Consultation>(source.id, "");
    if (!id || !is_closed_for(hub, connection, principal, *id))
      return base::fail(ErrorKind::invalid_input, fmt::format("/sources/{}/id", at),
                        "is no closed case", "give a consultation that is closed");
  }
  return {};
}

base::Result<void> check_firms(db::Connection& connection, const LessonEdit& edit) {
  bool is_named = false;
  store::for_each_organisation(connection, model::OrganisationKind::company,
                               [&](const model::Organisation& firm) {
                                 is_named = is_named || outreach::names_firm(edit, firm);
                               });
  if (!is_named) return {};
  return base::fail(ErrorKind::invalid_input, "/story", "names a firm of the register",
                    "say what kind of firm it was");
}

base::Result<void> check_whole(const Hub& hub, db::Connection& connection,
                               const Principal& principal, const LessonEdit& edit) {
  auto issues = outreach::lesson_issues(edit, hub.knowledge.table(), hub.knowledge.cases());
  if (!issues.empty()) return base::fail(ErrorKind::invalid_input, std::move(issues));
  if (auto closed = check_closed(hub, connection, principal, edit); !closed) return closed;
  return check_firms(connection, edit);
}

base::Result<void> save(const Hub& hub, db::Connection& connection, const Principal& principal,
                        StoredLesson& stored, std::string_view action) {
  auto commitment = store::update_lesson(connection, stored);
  if (!commitment) return base::pass_on(commitment);
  record(hub, connection, principal,
         {.action = action,
          .object_kind = "lesson",
          .object = stored.lesson.id.bytes,
          .commitment = std::move(*commitment)});
  return {};
}

base::Result<void> check_note(const LessonStep& step) {
  const bool needs_note =
      step.kind == LessonStep::Kind::send_back || step.kind == LessonStep::Kind::withdraw;
  if (!needs_note || !base::is_blank(step.note)) return {};
  return base::fail(ErrorKind::invalid_input, "/note", "is empty", "say why");
}

LessonState state_before(LessonStep::Kind kind) {
  switch (kind) {
    case LessonStep::Kind::submit:
      return LessonState::draft;
    case LessonStep::Kind::approve:
    case LessonStep::Kind::send_back:
      return LessonState::submitted;
    case LessonStep::Kind::withdraw:
      return LessonState::approved;
  }
  return LessonState::draft;
}

void take_step(Hub& hub, db::Connection& connection, const Principal& principal, Lesson& lesson,
               const LessonStep& step) {
  lesson.note = step.note;
  if (step.kind != LessonStep::Kind::submit) {
    lesson.decided_by = principal.name;
    store::close_tasks(connection, lesson.id.bytes, TaskKind::approve_lesson);
  }
  switch (step.kind) {
    case LessonStep::Kind::submit:
      lesson.state = LessonState::submitted;
      ask_for_approval(hub, connection, principal, lesson);
      break;
    case LessonStep::Kind::approve:
      lesson.state = LessonState::approved;
      lesson.approved_at = hub.clock.now();
      break;
    case LessonStep::Kind::send_back:
      lesson.state = LessonState::draft;
      break;
    case LessonStep::Kind::withdraw:
      lesson.state = LessonState::withdrawn;
      break;
  }
}

}  // namespace

void hide_handling(Lesson& lesson) {
  lesson.by.clear();
  lesson.writers.clear();
  lesson.decided_by.clear();
  lesson.note.clear();
  std::erase_if(lesson.content.sources, [](const model::LessonSource& source) {
    return source.kind != model::LessonSource::Kind::published;
  });
}

base::Result<LessonEdit> propose_lesson(const Hub& hub, const Principal& principal,
                                        std::string_view method) {
  if (auto tried = rights::may_try(principal, Action::lesson_write); !tried)
    return base::pass_on(tried);
  const auto& table = hub.knowledge.table();
  const auto playbook = std::ranges::find(table.playbooks, method, &model::Playbook::id);
  if (playbook == table.playbooks.end()) return no_such("method");
  LessonEdit edit;
  edit.method = playbook->id;
  edit.title = playbook->name;
  for (const auto& sign : playbook->sequence)
    if (edit.signs.size() < signs_proposed_max) edit.signs.push_back(sign);
  edit.story = alert::method_sentence(playbook->id);
  edit.innocent = innocent_lines(table, edit.signs);
  edit.advice = lines_of(outreach::general_advice());
  for (const auto& one : hub.knowledge.cases())
    if (one.method == method)
      edit.sources.push_back({model::LessonSource::Kind::published, one.id});
  return edit;
}

base::Result<std::vector<model::PublicCase>> list_cases(const Hub& hub,
                                                        const Principal& principal) {
  if (auto tried = rights::may_try(principal, Action::lesson_read); !tried)
    return base::pass_on(tried);
  return hub.knowledge.cases();
}

base::Result<Lesson> write_lesson(Hub& hub, const Principal& principal, const LessonEdit& edit,
                                  const RequestKey& request) {
  if (auto tried = rights::may_try(principal, Action::lesson_write); !tried)
    return base::pass_on(tried);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Lesson> {
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay)
      return store::find_lesson(connection, hub.keys, {(*replay)->object}).value().lesson;
    StoredLesson stored;
    auto& made = stored.lesson;
    made.made_at = hub.clock.now();
    made.id = hub.ids.make<Lesson>(made.made_at);
    made.organisation = principal.organisation;
    made.by = principal.name;
    made.writers = {principal.name};
    made.content = edit;
    auto commitment = store::insert_lesson(connection, hub.keys, stored);
    record(hub, connection, principal,
           {.action = base::word_of(Action::lesson_write),
            .object_kind = "lesson",
            .object = made.id.bytes,
            .commitment = std::move(commitment)});
    remember(hub, connection, principal, request, "lesson", made.id.bytes, made.revision);
    return std::move(made);
  });
}

base::Result<Lesson> edit_lesson(Hub& hub, const Principal& principal, LessonId id,
                                 std::int64_t revision, const LessonEdit& edit) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Lesson> {
    auto stored = get_for(hub, connection, principal, Action::lesson_write, id);
    if (!stored) return base::pass_on(stored);
    auto& lesson = stored->lesson;
    if (auto same = check_revision(lesson, revision); !same) return base::pass_on(same);
    if (auto fits = check_state(lesson, LessonState::draft); !fits) return base::pass_on(fits);
    lesson.by = principal.name;
    if (std::ranges::count(lesson.writers, principal.name) == 0)
      lesson.writers.push_back(principal.name);
    lesson.content = edit;
    if (auto saved = save(hub, connection, principal, *stored, "lesson.edit"); !saved)
      return base::pass_on(saved);
    return std::move(lesson);
  });
}

base::Result<Lesson> step_lesson(Hub& hub, const Principal& principal, LessonId id,
                                 std::int64_t revision, const LessonStep& step) {
  if (auto fits = check_note(step); !fits) return base::pass_on(fits);
  const bool is_submission = step.kind == LessonStep::Kind::submit;
  const auto action = is_submission ? Action::lesson_write : Action::lesson_approve;
  const auto deed = "lesson." + std::string(base::word_of(step.kind));
  return hub.database.write([&](db::Connection& connection) -> base::Result<Lesson> {
    auto stored = get_for(hub, connection, principal, action, id, !is_submission);
    if (!stored) return base::pass_on(stored);
    auto& lesson = stored->lesson;
    if (auto same = check_revision(lesson, revision); !same) return base::pass_on(same);
    if (auto fits = check_state(lesson, state_before(step.kind)); !fits) return base::pass_on(fits);
    if (is_submission) {
      if (auto whole = check_whole(hub, connection, principal, lesson.content); !whole)
        return base::pass_on(whole);
    }
    take_step(hub, connection, principal, lesson, step);
    if (auto saved = save(hub, connection, principal, *stored, deed); !saved)
      return base::pass_on(saved);
    return std::move(lesson);
  });
}

base::Result<Lesson> open_lesson(Hub& hub, const Principal& principal, LessonId id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Lesson> {
    auto stored = get_for(hub, connection, principal, Action::lesson_read, id);
    if (!stored) return base::pass_on(stored);
    if (!may_know(principal, stored->lesson)) return no_such("lesson");
    record(hub, connection, principal,
           {base::word_of(Action::lesson_read), "lesson", id.bytes, {}, "follow_up"});
    return shown(principal, std::move(stored->lesson));
  });
}

base::Result<model::Page<Lesson>> list_lessons(Hub& hub, const Principal& principal,
                                               std::optional<LessonState> state,
                                               const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::lesson_read); !tried)
    return base::pass_on(tried);
  if (!sees_all(principal)) state = LessonState::approved;
  return hub.database.read([&](db::Connection& connection) {
    auto found = store::list_lessons(connection, hub.keys, state, page);
    std::erase_if(found.items, [&](const Lesson& lesson) { return !may_know(principal, lesson); });
    for (auto& lesson : found.items)
      lesson = shown(principal, std::move(lesson));
    return found;
  });
}

}  // namespace workflow
