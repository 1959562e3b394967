#include "edges/db/postgres_parameters.h"

#include <bit>
#include <utility>

#include "edges/db/postgres_result.h"
#include "edges/db/postgres_types.h"
#include "ground/base/ensure.h"

namespace db {
namespace {

constexpr int binary_format = 1;

constexpr Oid number_of(PostgresType type) {
  return static_cast<Oid>(type);
}

}  // namespace

PostgresParameters::PostgresParameters(const Parameters& parameters) {
  const auto values = parameters.values();
  numbers_.reserve(values.size());
  types_.reserve(values.size());
  values_.reserve(values.size());
  lengths_.reserve(values.size());
  for (const auto& value : values)
    add(value);
  formats_.assign(values.size(), binary_format);
}

void PostgresParameters::add(const Value& value) {
  struct Adder {
    PostgresParameters& to;
    void operator()(std::monostate) const {
      to.add('n', number_of(PostgresType::inferred), nullptr, 0);
    }
    void operator()(std::int64_t number) const {
      add_number('i', PostgresType::int8, static_cast<std::uint64_t>(number));
    }
    void operator()(double number) const {
      add_number('f', PostgresType::float8, std::bit_cast<std::uint64_t>(number));
    }
    void operator()(const std::string& text) const {
      to.add('t', number_of(PostgresType::text), text.data(), text.size());
    }
    void operator()(const base::Bytes& bytes) const {
      const auto view = base::as_text(bytes);
      // A null pointer would be NULL instead of no bytes.
      to.add('b', number_of(PostgresType::bytea), view.empty() ? "" : view.data(), view.size());
    }
    void add_number(char letter, PostgresType type, std::uint64_t number) const {
      const auto& bytes = to.numbers_.emplace_back(bytes_of_number(number));
      to.add(letter, number_of(type), bytes.data(), bytes.size());
    }
  };
  std::visit(Adder{*this}, value);
}

void PostgresParameters::add(char letter, Oid type, const char* bytes, std::size_t size) {
  base::ensure(std::in_range<int>(size), "a value fits a column");
  signature_ += letter;
  types_.push_back(type);
  values_.push_back(bytes);
  lengths_.push_back(static_cast<int>(size));
}

}  // namespace db
