#include "work/workflow/copy_store.h"

#include <algorithm>

#include <fmt/format.h>

#include "edges/db/isolation.h"
#include "edges/db/migrations.h"
#include "edges/store/whole_copy.h"

namespace workflow {
namespace {

using base::ErrorKind;
using Digests = std::vector<store::TableDigest>;

base::Result<void> check_empty(db::Connection& to) {
  const auto filled = store::list_filled_tables(to);
  if (filled.empty()) return {};
  return base::fail(ErrorKind::refused, "database",
                    fmt::format("holds a store already (table {} has rows)", filled.front()),
                    "name an empty database");
}

base::Result<void> check_same(const Digests& read, const Digests& written) {
  if (read == written) return {};
  for (const auto& digest : read)
    if (std::ranges::count(written, digest) == 0)
      return base::fail(ErrorKind::refused, "database",
                        fmt::format("table {} came out different in the copy", digest.table),
                        "nothing was kept; look for a trigger or a rule in that database");
  return base::fail(ErrorKind::refused, "database", "the copy has tables of its own",
                    "name an empty database");
}

base::Result<Digests> fill(db::Connection& from, db::Connection& to, base::UtcTime now) {
  if (auto migrated = db::migrate(to, db::migrations(), now); !migrated)
    return base::pass_on(migrated);
  if (auto empty = check_empty(to); !empty) return base::pass_on(empty);
  auto digests = store::copy_all(from, to);
  if (auto same = check_same(digests, store::digest_all(to)); !same) return base::pass_on(same);
  return digests;
}

std::vector<CopiedTable> told(const Digests& digests) {
  std::vector<CopiedTable> tables;
  for (const auto& digest : digests)
    tables.push_back(
        {digest.table, digest.rows, fmt::format("{:02x}", fmt::join(digest.digest, ""))});
  return tables;
}

}  // namespace

base::Result<std::vector<CopiedTable>> copy_store(db::Database& from, db::Database& to,
                                                  base::UtcTime now) {
  const auto copied = from.read([&](db::Connection& source) -> base::Result<Digests> {
    db::read_beside_writers(source);
    if (auto fits = db::check_schema(source, db::migrations()); !fits) return base::pass_on(fits);
    return to.write([&](db::Connection& target) { return fill(source, target, now); });
  });
  if (!copied) return std::unexpected(copied.error());
  return told(*copied);
}

}  // namespace workflow
