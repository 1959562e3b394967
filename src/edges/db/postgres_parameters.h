#pragma once

#include <string>
#include <vector>

#include <libpq-fe.h>

#include "edges/db/value.h"

namespace db {

/// The parameters of one statement as libpq takes them: in binary form, each with the type
/// that our kind of value has. Points into `parameters`, which must live as long.
class PostgresParameters {
 public:
  explicit PostgresParameters(const Parameters& parameters);
  PostgresParameters(const PostgresParameters&) = delete;
  PostgresParameters& operator=(const PostgresParameters&) = delete;

  [[nodiscard]] int count() const { return static_cast<int>(types_.size()); }
  [[nodiscard]] const Oid* types() const { return types_.data(); }
  [[nodiscard]] const char* const* values() const { return values_.data(); }
  [[nodiscard]] const int* lengths() const { return lengths_.data(); }
  [[nodiscard]] const int* formats() const { return formats_.data(); }

  /// One letter a parameter: a statement is prepared once for each combination of types.
  [[nodiscard]] const std::string& signature() const { return signature_; }

 private:
  void add(const Value& value);
  void add(char letter, Oid type, const char* bytes, std::size_t size);

  std::vector<std::string> numbers_;  // never grows past its reserve: values_ points into it
  std::vector<Oid> types_;
  std::vector<const char*> values_;
  std::vector<int> lengths_, formats_;
  std::string signature_;
};

}  // namespace db
