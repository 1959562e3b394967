#include "edges/store/committed_content.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "ground/crypto/canonical.h"
#include "ground/crypto/commitment.h"

namespace store {
namespace {

struct AddValue {
  crypto::CanonicalBytes& out;

  void operator()(std::monostate) const { out.add_nothing(); }
  void operator()(std::int64_t number) const { out.add_number(number); }
  void operator()(double number) const { out.add_number(std::bit_cast<std::int64_t>(number)); }
  void operator()(const std::string& text) const { out.add(std::string_view(text)); }
  void operator()(const base::Bytes& bytes) const { out.add(base::BytesView(bytes)); }
};

std::vector<db::Value> values_of(const db::Row& row) {
  std::vector<db::Value> values;
  for (std::size_t column = 0; column < row.columns(); ++column)
    values.push_back(row.value(column));
  return values;
}

}  // namespace

CommittedContent newest_content(std::string object_kind, const base::UuidBytes& object,
                                const std::function<void(CommittedContent&)>& read) {
  CommittedContent content{.object_kind = std::move(object_kind), .object = object};
  try {
    read(content);
  } catch (const base::OutsideFailure& failure) {
    content.problem = failure.what();
  }
  return content;
}

base::Bytes commitment_to_columns(base::BytesView salt, const db::Parameters& columns) {
  crypto::Salt fixed{};
  if (salt.size() != fixed.size()) throw base::OutsideFailure("a salt has not its 32 bytes");
  std::copy(salt.begin(), salt.end(), fixed.begin());
  crypto::CanonicalBytes canonical;
  for (const auto& value : columns.values())
    std::visit(AddValue{canonical}, value);
  const auto commitment = crypto::commit_to(fixed, canonical.view());
  return {commitment.begin(), commitment.end()};
}

base::Bytes commitment_to_plain_columns(const db::Parameters& columns) {
  static const base::Bytes no_salt(std::tuple_size_v<crypto::Salt>, 0);
  return commitment_to_columns(no_salt, columns);
}

bool are_rows(const db::Rows& rows, const std::vector<db::Parameters>& expected) {
  std::vector<std::vector<db::Value>> found, wanted;
  for (const auto& row : rows)
    found.push_back(values_of(row));
  for (const auto& row : expected)
    wanted.emplace_back(row.values().begin(), row.values().end());
  std::ranges::sort(found);
  std::ranges::sort(wanted);
  return found == wanted;
}

ContentSource plain_content(const char* object_kind, const char* sql, std::size_t object_column,
                            std::vector<std::string> ending_actions) {
  return {{object_kind},
          std::move(ending_actions),
          [=](db::Connection& connection, const Keys&, const TakeContent& take) {
            for (const auto& row : connection.query(sql)) {
              db::Parameters columns;
              for (const auto& value : values_of(row))
                columns.add(value);
              take({.object_kind = object_kind,
                    .object = row.uuid(object_column),
                    .commitment = commitment_to_plain_columns(columns)});
            }
          }};
}

}  // namespace store
