#pragma once

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

#include "edges/db/connection.h"

namespace db {

/// How a unit of work ended: its changes are kept or undone.
enum class Outcome { keep, undo };

/// A failed Result undoes the unit's changes as an exception does.
template <class Answer>
[[nodiscard]] Outcome outcome_of(const Answer& answer) {
  if constexpr (requires { answer.error(); }) {
    return answer.has_value() ? Outcome::keep : Outcome::undo;
  } else {
    return Outcome::keep;
  }
}

/// A unit whose answer is put aside: `run` makes the answer and says how it ended.
template <class Unit>
class AnsweringUnit {
 public:
  using Answer = std::invoke_result_t<Unit&, Connection&>;

  explicit AnsweringUnit(Unit& unit) : unit_(unit) {}

  Outcome run(Connection& connection) {
    if constexpr (std::is_void_v<Answer>) {
      unit_(connection);
      return Outcome::keep;
    } else {
      answer_.emplace(unit_(connection));
      return outcome_of(*answer_);
    }
  }
  Answer take() {
    if constexpr (!std::is_void_v<Answer>) return std::move(*answer_);
  }

 private:
  struct Nothing {};
  Unit& unit_;
  std::optional<std::conditional_t<std::is_void_v<Answer>, Nothing, Answer>> answer_;
};

using Unit = std::function<Outcome(Connection&)>;

/// One attempt between BEGIN and COMMIT, on a connection that has no transaction.
void run_transaction(Connection& connection, Access access, const Unit& unit);

/// The untyped heart of transact().
void run_in_transaction(Connection& connection, Access access, const Unit& unit);

/// Runs `unit(connection)` between BEGIN and COMMIT and hands its answer back. An exception
/// or a failed Result undoes everything. On Contention the unit is run again, three times in
/// all, so it must have no effect outside the database. Inside a transaction it is a savepoint
/// (run once): only the unit's own changes are undone, and nothing is durable until the outer
/// one commits.
template <class Work>
auto transact(Connection& connection, Work&& work) {
  AnsweringUnit<std::remove_reference_t<Work>> unit(work);
  run_in_transaction(connection, Access::write,
                     [&unit](Connection& inner) { return unit.run(inner); });
  return unit.take();
}

}  // namespace db
