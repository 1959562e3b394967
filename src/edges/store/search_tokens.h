#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/keys.h"
#include "ground/access/access.h"
#include "ground/model/report_record.h"

/// Full text search without text: every pair of neighbouring characters of a report's words is
/// kept as a keyed value. It finds reports that hold all pairs of the query; whoever shows them
/// looks whether the words really stand there.
namespace store {

/// Keyed values of the bigrams of folded words, sorted, each once. A word of one character
/// (one kanji) is a token by itself, so every single character is kept as well.
[[nodiscard]] std::vector<std::string> search_tokens(const Keys& keys, std::u32string_view folded);

/// The tokens that a query needs: single characters only where a word has no pair.
[[nodiscard]] std::vector<std::string> query_tokens(const Keys& keys, std::u32string_view folded);

/// Replaces the tokens of a report.
void set_search_tokens(db::Connection& connection, const model::ReportRecord& report,
                       const std::vector<std::string>& tokens);

void delete_search_tokens(db::Connection& connection, const model::ReportRecord& report);

/// Newest first, at most `limit` reports within `scope` (scope_of search).
[[nodiscard]] std::vector<base::Id<model::Report>> find_by_tokens(
    db::Connection& connection, const rights::Scope& scope, const std::vector<std::string>& tokens,
    std::size_t limit);

}  // namespace store
