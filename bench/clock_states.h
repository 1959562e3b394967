#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "edges/store/task.h"
#include "work/workflow/hub.h"

/// What became of the clocks of all tasks of a hub, looked at again and again while time passes.
namespace bench {

/// A clock is lost where nobody acted for so long after it was due, over a long weekend and a
/// working day, and nothing put the task before somebody else.
inline constexpr std::chrono::days lost_after{7};

struct ClockRow {
  std::size_t set = 0, met = 0, late = 0, escalated = 0, lost = 0;

  void add(const ClockRow& other) {
    set += other.set;
    met += other.met;
    late += other.late;
    escalated += other.escalated;
    lost += other.lost;
  }
};

class ClockStates {
 public:
  /// To be called once a day at least: what was done late is known from here alone.
  void look(workflow::Hub& hub) {
    const auto now = hub.clock.now();
    hub.database.read([&](db::Connection& connection) {
      connection.for_each(
          fmt::format("SELECT t.id, t.due_at, CASE WHEN t.escalated_at IS NOT NULL"
                      " OR t.note = 'overdue' OR EXISTS (SELECT 1 FROM task o WHERE o.object = "
                      "t.object AND o.id <> t.id"
                      " AND (o.kind = t.kind AND o.note = 'overdue'"
                      " OR t.kind = 'hand_over' AND o.kind = 'visit_unacknowledged'))"
                      " THEN 1 ELSE 0 END FROM task t"
                      " WHERE t.state = 'open' AND t.due_at < $1 AND {}",
                      is_first),
          {now}, [&](const db::Row& row) {
            auto& state = states_[row.id<model::Task>(0).bytes];
            state.is_escalated = state.is_escalated || row.integer(2) == 1;
            state.is_lost =
                state.is_lost || (!state.is_escalated && *row.find_time(1) + lost_after < now);
          });
    });
  }

  [[nodiscard]] std::map<model::TaskKind, ClockRow> rows(workflow::Hub& hub) const {
    std::map<model::TaskKind, ClockRow> rows;
    hub.database.read([&](db::Connection& connection) {
      std::vector<base::Id<model::Task>> ids;
      connection.for_each(fmt::format("SELECT t.id FROM task t WHERE {}", is_first), {},
                          [&](const db::Row& row) { ids.push_back(row.id<model::Task>(0)); });
      for (const auto& id : ids)
        count(store::find_task(connection, id).value(), rows);
    });
    return rows;
  }

 private:
  struct State {
    bool is_escalated = false, is_lost = false;
  };

  /// What was put before another desk as overdue is the clock of the first task, not a second one.
  static constexpr std::string_view is_first =
      "NOT (t.note = 'overdue' AND EXISTS (SELECT 1 FROM task f WHERE f.object = t.object"
      " AND f.kind = t.kind AND f.id <> t.id))";

  void count(const model::Task& task, std::map<model::TaskKind, ClockRow>& rows) const {
    auto& row = rows[task.kind];
    ++row.set;
    const auto state = states_.find(task.id.bytes);
    if (state == states_.end())
      row.met += task.state == model::TaskState::open ? 0U : 1U;
    else if (state->second.is_lost)
      ++row.lost;
    else if (state->second.is_escalated)
      ++row.escalated;
    else
      ++row.late;
  }

  std::map<base::UuidBytes, State> states_;  ///< of what was seen after its due time
};

/// Prints a line a kind; returns how many were lost.
inline std::size_t show_clocks(const std::map<model::TaskKind, ClockRow>& rows) {
  constexpr std::string_view line = "{:<22}{:>8}{:>8}{:>8}{:>11}{:>8}{:>8}\n";
  fmt::print(line, "clock", "set", "met", "late", "escalated", "lost", "running");
  const auto show = [&](std::string_view name, const ClockRow& row) {
    fmt::print(line, name, row.set, row.met, row.late, row.escalated, row.lost,
               row.set - row.met - row.late - row.escalated - row.lost);
  };
  ClockRow all;
  for (const auto& [kind, row] : rows) {
    show(base::word_of(kind), row);
    all.add(row);
  }
  show("all", all);
  return all.lost;
}

}  // namespace bench
