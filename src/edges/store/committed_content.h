#pragma once

#include <functional>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "edges/db/value.h"
#include "edges/store/keys.h"
#include "ground/base/bytes.h"
#include "ground/base/id.h"

/// How stored content is proved against the record. A noun whose writes record a commitment says
/// here how to walk its content; workflow/verify_store.h compares.
namespace store {

/// One piece of content as it lies in the database now.
struct CommittedContent {
  std::string object_kind;  ///< as in the audit rows of its writes
  base::UuidBytes object{};
  /// True: the newest audit row of the object that commits to anything must commit to this.
  /// False: any of them may, because older versions stay beside the newest.
  bool is_newest = true;
  base::Bytes commitment{};  ///< made anew from the stored salt and the opened content
  std::string problem{};     ///< why it does not open; "" = it does
};
/// `read` sets the commitment, and the problem where a list beside the row differs from it. What it
/// throws because the row does not open becomes the problem.
[[nodiscard]] CommittedContent newest_content(std::string object_kind,
                                              const base::UuidBytes& object,
                                              const std::function<void(CommittedContent&)>& read);
using TakeContent = std::function<void(const CommittedContent&)>;

/// All content of some kinds of objects. An object of these kinds with a commitment in the record
/// and without content must have an audit row that ends it (ContentSource::ending_actions).
struct ContentSource {
  std::vector<std::string> object_kinds;
  std::vector<std::string> ending_actions;  ///< "contact.remove", "report.purge", ...
  std::function<void(db::Connection&, const Keys&, const TakeContent&)> for_each;
};

/// BLAKE2b-256(salt, every value with its kind and length): no two rows have the same. The columns
/// are all those whose change would matter, sealed ones as their plaintext. Throws OutsideFailure
/// unless the salt has 32 bytes.
[[nodiscard]] base::Bytes commitment_to_columns(base::BytesView salt,
                                                const db::Parameters& columns);

/// A list that is kept beside its owner's sealed body for searching: whether `rows` are exactly
/// `expected`, in any order.
[[nodiscard]] bool are_rows(const db::Rows& rows, const std::vector<db::Parameters>& expected);

/// Rows that are committed to as they stand, all columns of `sql`. Without a secret salt: for what
/// cannot be guessed (sealed bytes, public keys) or hides nothing from who reads the record.
[[nodiscard]] base::Bytes commitment_to_plain_columns(const db::Parameters& columns);
[[nodiscard]] ContentSource plain_content(const char* object_kind, const char* sql,
                                          std::size_t object_column,
                                          std::vector<std::string> ending_actions);

}  // namespace store
