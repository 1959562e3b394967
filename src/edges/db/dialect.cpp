#include "edges/db/dialect.h"

#include <algorithm>

#include <fmt/format.h>

#include "ground/base/ensure.h"

namespace db {
namespace {

bool is_plain_token(std::string_view token) {
  return !token.empty() && std::ranges::all_of(token, [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z');
  });
}

}  // namespace

std::string_view begin_write(Engine engine) {
  switch (engine) {
    case Engine::sqlite:
      return "BEGIN IMMEDIATE";
    case Engine::postgres:
      return "BEGIN ISOLATION LEVEL SERIALIZABLE";
  }
  return {};
}

std::string_view begin_read(Engine engine) {
  switch (engine) {
    case Engine::sqlite:
      return "BEGIN";
    case Engine::postgres:
      return "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY";
  }
  return {};
}

std::string_view lock_schema(Engine engine) {
  switch (engine) {
    case Engine::sqlite:
      return "";
    case Engine::postgres:
      // A SERIALIZABLE transaction that waited would still see the schema of before. The number
      // is ours alone; another schema of the same database is another store.
      return "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"
             "SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 7596853209));";
  }
  return {};
}

std::string_view find_schema_version(Engine engine) {
  switch (engine) {
    case Engine::sqlite:
      return "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";
    case Engine::postgres:
      return "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
             " AND tablename = 'schema_version'";
  }
  return {};
}

std::string_view create_schema_version(Engine engine) {
  switch (engine) {
    case Engine::sqlite:
      return "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, "
             "name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT";
    case Engine::postgres:
      return "CREATE TABLE IF NOT EXISTS schema_version (number BIGINT PRIMARY KEY, "
             "name TEXT NOT NULL, applied_at BIGINT NOT NULL)";
  }
  return {};
}

std::string_view skip_locked(Engine engine) {
  switch (engine) {
    case Engine::sqlite:
      return "";
    case Engine::postgres:
      return " FOR UPDATE SKIP LOCKED";
  }
  return {};
}

std::string matches_tokens(Engine engine, std::string_view column, std::string_view placeholder) {
  switch (engine) {
    case Engine::sqlite:
      return fmt::format("{} MATCH {}", column, placeholder);
    case Engine::postgres:
      return fmt::format("string_to_array({}, ' ') @> string_to_array({}, ' ')", column,
                         placeholder);
  }
  return {};
}

std::string token_query(Engine engine, std::span<const std::string> tokens) {
  base::ensure(!tokens.empty() && std::ranges::all_of(tokens, is_plain_token),
               "search tokens are lower-case letters and digits");
  const bool is_sqlite = engine == Engine::sqlite;
  std::string text;
  for (const auto& token : tokens) {
    if (!text.empty()) text += is_sqlite ? " AND " : " ";
    text += is_sqlite ? fmt::format("\"{}\"", token) : token;
  }
  return text;
}

std::string placeholders(std::size_t first, std::size_t count) {
  base::ensure(first > 0 && count > 0, "placeholders count from 1 and are not none");
  std::string text;
  for (std::size_t index = 0; index < count; ++index)
    text += fmt::format("{}${}", index == 0 ? "" : ", ", first + index);
  return text;
}

}  // namespace db
