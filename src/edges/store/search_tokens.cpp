#include "edges/store/search_tokens.h"

#include <algorithm>

#include <fmt/format.h>

#include "edges/db/dialect.h"
#include "edges/store/scope_condition.h"
#include "ground/crypto/blind.h"

namespace store {
namespace {

// SQLite has a table of its own kind for searching (FTS5), whose rows have a number and no other
// key; PostgreSQL has an index over the tokens of an ordinary row.
constexpr std::string_view insert_document_of_search_tokens =
    "INSERT INTO search_document (org_id, report_id) VALUES ($1, $2) RETURNING number";
constexpr std::string_view insert_tokens =
    "INSERT INTO search_text (rowid, tokens) VALUES ($1, $2)";
constexpr std::string_view delete_tokens_of_search_tokens =
    "DELETE FROM search_text WHERE rowid IN"
    " (SELECT number FROM search_document WHERE org_id = $1 AND report_id = $2)";
constexpr std::string_view delete_document =
    "DELETE FROM search_document WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view insert_search_tokens_row =
    "INSERT INTO search_text (org_id, report_id, tokens) VALUES ($1, $2, $3)";
constexpr std::string_view delete_row =
    "DELETE FROM search_text WHERE org_id = $1 AND report_id = $2";
constexpr std::string_view numbered_texts =
    "search_text s JOIN search_document d ON d.number = s.rowid";
constexpr std::string_view keyed_texts = "search_text d";
constexpr std::string_view select_matches =
    "SELECT r.id FROM {} JOIN report r ON r.org_id = d.org_id AND r.id = d.report_id"
    " WHERE r.released_version > 0 AND r.import_id IS NULL AND r.state <> 'withdrawn'";

std::string token_of(const crypto::BlindKeyer& keyer, std::u32string_view characters) {
  std::string bytes;
  for (const char32_t character : characters)
    for (int shift = 0; shift < 24; shift += 8)
      bytes += static_cast<char>((character >> shift) & 0xFFU);
  return keyer.token("search", bytes);
}

bool is_gap(char32_t character) {
  return character == U' ' || character == U'\n';
}

void sort_unique(std::vector<std::u32string_view>& pieces) {
  std::ranges::sort(pieces);
  const auto rest = std::ranges::unique(pieces);
  pieces.erase(rest.begin(), rest.end());
}

std::vector<std::string> tokens_of(const Keys& keys, std::vector<std::u32string_view> pieces) {
  sort_unique(pieces);
  const crypto::BlindKeyer keyer(keys.blind);
  std::vector<std::string> tokens;
  for (const auto piece : pieces)
    tokens.push_back(token_of(keyer, piece));
  return tokens;
}

}  // namespace

std::vector<std::string> search_tokens(const Keys& keys, std::u32string_view folded) {
  std::vector<std::u32string_view> pieces;
  for (std::size_t index = 0; index < folded.size(); ++index) {
    if (is_gap(folded[index])) continue;
    pieces.push_back(folded.substr(index, 1));
    if (index + 1 < folded.size() && !is_gap(folded[index + 1]))
      pieces.push_back(folded.substr(index, 2));
  }
  return tokens_of(keys, std::move(pieces));
}

std::vector<std::string> query_tokens(const Keys& keys, std::u32string_view folded) {
  std::vector<std::u32string_view> pieces;
  for (std::size_t index = 0; index < folded.size(); ++index) {
    if (is_gap(folded[index])) continue;
    const bool is_first = index == 0 || is_gap(folded[index - 1]);
    const bool is_last = index + 1 == folded.size() || is_gap(folded[index + 1]);
    if (!is_last) pieces.push_back(folded.substr(index, 2));
    if (is_first && is_last) pieces.push_back(folded.substr(index, 1));
  }
  return tokens_of(keys, std::move(pieces));
}

void set_search_tokens(db::Connection& connection, const model::ReportRecord& report,
                       const std::vector<std::string>& tokens) {
  delete_search_tokens(connection, report);
  if (tokens.empty()) return;
  const auto text = fmt::format("{}", fmt::join(tokens, " "));
  if (connection.engine() == db::Engine::postgres) {
    connection.execute(insert_search_tokens_row, {report.organisation, report.id, text});
    return;
  }
  const auto number =
      db::get_row(connection, insert_document_of_search_tokens, {report.organisation, report.id})
          .integer(0);
  connection.execute(insert_tokens, {number, text});
}

void delete_search_tokens(db::Connection& connection, const model::ReportRecord& report) {
  if (connection.engine() == db::Engine::postgres) {
    connection.execute(delete_row, {report.organisation, report.id});
    return;
  }
  connection.execute(delete_tokens_of_search_tokens, {report.organisation, report.id});
  connection.execute(delete_document, {report.organisation, report.id});
}

std::vector<base::Id<model::Report>> find_by_tokens(db::Connection& connection,
                                                    const rights::Scope& scope,
                                                    const std::vector<std::string>& tokens,
                                                    std::size_t limit) {
  if (tokens.empty()) return {};
  db::Parameters parameters;
  const auto query = place(parameters, db::token_query(connection.engine(), tokens));
  const bool is_numbered = connection.engine() == db::Engine::sqlite;
  const auto matches =
      db::matches_tokens(connection.engine(), is_numbered ? "s.tokens" : "tokens", query);
  const auto select =
      fmt::format(fmt::runtime(select_matches), is_numbered ? numbered_texts : keyed_texts);
  const auto readable = scope_condition(
      scope, {"r.org_id", "", "report_area a WHERE a.org_id = r.org_id AND a.report_id = r.id", ""},
      parameters);
  const auto sql = fmt::format("{} AND {} AND {} ORDER BY r.received_at DESC, r.id DESC LIMIT {}",
                               select, matches, readable, place(parameters, limit));
  return db::ids_of<model::Report>(connection.query(sql, parameters));
}

}  // namespace store
