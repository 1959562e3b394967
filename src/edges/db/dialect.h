#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace db {

enum class Engine { sqlite, postgres };

/// Everything in which the statements of the two engines differ; all else is shared SQL.
/// At most ten functions: a new one needs a reason that shared SQL cannot meet.

/// How a transaction begins. PostgreSQL runs SERIALIZABLE, so that both promise the same;
/// SQLite takes the one writing place at once, so that no reader turns writer half-way.
[[nodiscard]] std::string_view begin_write(Engine engine);
[[nodiscard]] std::string_view begin_read(Engine engine);  ///< one unchanging view

/// A script that makes others who change the schema wait until the transaction ends; first in
/// its transaction, since it also lets that one see what the others have made meanwhile.
/// SQLite has one writer: empty.
[[nodiscard]] std::string_view lock_schema(Engine engine);

/// Gives one row: 1 when table schema_version is there, else 0.
[[nodiscard]] std::string_view find_schema_version(Engine engine);

/// Creates table schema_version(number, name, applied_at) unless it is there.
[[nodiscard]] std::string_view create_schema_version(Engine engine);

/// Ends a SELECT that claims work: rows that another server has locked are passed over.
/// SQLite has one writer, so nothing is locked: empty.
[[nodiscard]] std::string_view skip_locked(Engine engine);

/// A condition that is true for the rows whose `tokens` column (FTS5 table, or text in which
/// spaces separate them) contains all tokens of a token_query(). Example for SQLite:
/// "tokens MATCH $1".
[[nodiscard]] std::string matches_tokens(Engine engine, std::string_view column,
                                         std::string_view placeholder);

/// The parameter for matches_tokens(). Tokens are letters and digits (keyed tokens are hex);
/// anything else is our bug, so no operator of a search language can slip in.
[[nodiscard]] std::string token_query(Engine engine, std::span<const std::string> tokens);

/// "$3, $4, $5" for first 3 and count 3: the same on both engines, for `IN (...)`.
[[nodiscard]] std::string placeholders(std::size_t first, std::size_t count);

}  // namespace db
