#include "edges/store/whole_copy.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "edges/db/dialect.h"
#include "edges/db/table_shape.h"
#include "ground/crypto/canonical.h"

namespace store {
namespace {

using TakeRow = std::function<void(const db::Row&)>;

constexpr std::string_view search_table = "search_text";
constexpr std::string_view select_numbered_texts =
    "SELECT d.org_id, d.report_id, s.tokens FROM search_document d"
    " JOIN search_text s ON s.rowid = d.number ORDER BY d.org_id, d.report_id";
constexpr std::string_view select_keyed_texts =
    "SELECT org_id, report_id, tokens FROM search_text ORDER BY org_id, report_id";
constexpr std::string_view insert_document_of_whole_copy =
    "INSERT INTO search_document (org_id, report_id) VALUES ($1, $2) RETURNING number";
constexpr std::string_view insert_numbered_text =
    "INSERT INTO search_text (rowid, tokens) VALUES ($1, $2)";
constexpr std::string_view insert_keyed_text =
    "INSERT INTO search_text (org_id, report_id, tokens) VALUES ($1, $2, $3)";

/// Rows that go over the wire in one statement.
constexpr std::size_t batch_rows_max = 100;

/// Tables with rows of their own, parents first; the words to search by are not among them.
std::vector<db::TableShape> plain_tables(db::Connection& connection) {
  auto shapes = db::list_table_shapes(connection);
  std::erase_if(shapes, [](const auto& shape) {
    return shape.name == search_table || shape.name == "search_document";
  });
  return shapes;
}

void for_each_row(db::Connection& connection, const db::TableShape& table, const TakeRow& take) {
  connection.for_each(fmt::format("SELECT {} FROM {} ORDER BY {}", fmt::join(table.columns, ", "),
                                  table.name, fmt::join(table.key, ", ")),
                      {}, take);
}

void for_each_text(db::Connection& connection, const TakeRow& take) {
  const bool is_numbered = connection.engine() == db::Engine::sqlite;
  connection.for_each(is_numbered ? select_numbered_texts : select_keyed_texts, {}, take);
}

void insert_text(db::Connection& connection, const db::Row& row) {
  if (connection.engine() == db::Engine::postgres) {
    connection.execute(insert_keyed_text, {row.value(0), row.value(1), row.value(2)});
    return;
  }
  const auto number =
      db::get_row(connection, insert_document_of_whole_copy, {row.value(0), row.value(1)});
  connection.execute(insert_numbered_text, {number.integer(0), row.value(2)});
}

base::Bytes canonical(const db::Row& row) {
  struct Adder {
    crypto::CanonicalBytes& bytes;
    void operator()(std::monostate) const { bytes.add_nothing(); }
    void operator()(std::int64_t number) const { bytes.add_number(number); }
    void operator()(double number) const { bytes.add(fmt::format("{}", number)); }
    void operator()(const std::string& text) const { bytes.add(std::string_view(text)); }
    void operator()(const base::Bytes& value) const { bytes.add(base::BytesView(value)); }
  };
  crypto::CanonicalBytes bytes;
  for (std::size_t column = 0; column < row.columns(); ++column)
    std::visit(Adder{bytes}, row.value(column));
  return bytes.take();
}

void count_in(TableDigest& digest, const db::Row& row) {
  digest.rows += 1;
  digest.digest =
      crypto::chain_hash(digest.digest, static_cast<std::uint64_t>(digest.rows), canonical(row));
}

/// Rows on their way into one table, several in one statement.
class Batch {
 public:
  Batch(db::Connection& to, const db::TableShape& table) : to_(to), table_(table) {}

  void add(const db::Row& row) {
    for (std::size_t column = 0; column < row.columns(); ++column)
      values_.add(row.value(column));
    if (++rows_ == batch_rows_max) flush();
  }
  void flush() {
    if (rows_ > 0) to_.execute(statement(), values_);
    values_ = {};
    rows_ = 0;
  }

 private:
  [[nodiscard]] std::string statement() const {
    const auto columns = table_.columns.size();
    auto sql =
        fmt::format("INSERT INTO {} ({}) VALUES ", table_.name, fmt::join(table_.columns, ", "));
    for (std::size_t row = 0; row < rows_; ++row)
      sql +=
          fmt::format("{}({})", row == 0 ? "" : ", ", db::placeholders(row * columns + 1, columns));
    return sql;
  }

  db::Connection& to_;
  const db::TableShape& table_;
  db::Parameters values_;
  std::size_t rows_ = 0;
};

TableDigest copy_table(db::Connection& from, db::Connection& to, const db::TableShape& table) {
  TableDigest digest{table.name, 0, {}};
  Batch batch(to, table);
  for_each_row(from, table, [&](const db::Row& row) {
    count_in(digest, row);
    batch.add(row);
  });
  batch.flush();
  return digest;
}

}  // namespace

std::vector<TableDigest> digest_all(db::Connection& connection) {
  std::vector<TableDigest> digests;
  for (const auto& table : plain_tables(connection)) {
    auto& digest = digests.emplace_back(TableDigest{table.name, 0, {}});
    for_each_row(connection, table, [&digest](const db::Row& row) { count_in(digest, row); });
  }
  auto& texts = digests.emplace_back(TableDigest{std::string(search_table), 0, {}});
  for_each_text(connection, [&texts](const db::Row& row) { count_in(texts, row); });
  std::ranges::sort(digests, {}, &TableDigest::table);
  return digests;
}

std::vector<TableDigest> copy_all(db::Connection& from, db::Connection& to) {
  std::vector<TableDigest> digests;
  for (const auto& table : plain_tables(from))
    digests.push_back(copy_table(from, to, table));
  auto& texts = digests.emplace_back(TableDigest{std::string(search_table), 0, {}});
  for_each_text(from, [&](const db::Row& row) {
    count_in(texts, row);
    insert_text(to, row);
  });
  std::ranges::sort(digests, {}, &TableDigest::table);
  return digests;
}

std::vector<std::string> list_filled_tables(db::Connection& connection) {
  std::vector<std::string> filled;
  for (const auto& table : plain_tables(connection))
    if (!connection.query(fmt::format("SELECT 1 FROM {} LIMIT 1", table.name)).empty())
      filled.push_back(table.name);
  return filled;
}

}  // namespace store
