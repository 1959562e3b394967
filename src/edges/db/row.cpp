#include "edges/db/row.h"

#include "ground/base/ensure.h"

namespace db {

base::OutsideFailure Row::unreadable() {
  return base::OutsideFailure("the database holds a value in a form that this program cannot read");
}

const Value& Row::value(std::size_t column) const {
  base::ensure(column < values_.size(), "the statement gives this column");
  return values_[column];
}

template <class Kind>
const Kind& Row::get(std::size_t column) const {
  const auto* found = std::get_if<Kind>(&value(column));
  if (found == nullptr) throw unreadable();
  return *found;
}

bool Row::is_null(std::size_t column) const {
  return std::holds_alternative<std::monostate>(value(column));
}

std::int64_t Row::integer(std::size_t column) const {
  return get<std::int64_t>(column);
}

bool Row::boolean(std::size_t column) const {
  const auto number = integer(column);
  if (number != 0 && number != 1) throw unreadable();
  return number == 1;
}

double Row::real(std::size_t column) const {
  if (std::holds_alternative<std::int64_t>(value(column)))
    return static_cast<double>(integer(column));
  return get<double>(column);
}

const std::string& Row::text(std::size_t column) const {
  return get<std::string>(column);
}

const base::Bytes& Row::bytes(std::size_t column) const {
  return get<base::Bytes>(column);
}

base::UtcTime Row::time(std::size_t column) const {
  return {integer(column)};
}

base::Day Row::day(std::size_t column) const {
  const auto count = integer(column);
  if (!std::in_range<int>(count)) throw unreadable();
  return base::Day(std::chrono::days(static_cast<int>(count)));
}

base::UuidBytes Row::uuid(std::size_t column) const {
  return fixed_bytes<std::tuple_size_v<base::UuidBytes>>(column);
}

std::optional<std::int64_t> Row::find_integer(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<double> Row::find_real(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return real(column);
}

std::optional<std::string> Row::find_text(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<base::Bytes> Row::find_bytes(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return bytes(column);
}

std::optional<base::UtcTime> Row::find_time(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return time(column);
}

std::optional<base::Day> Row::find_day(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return day(column);
}

}  // namespace db
