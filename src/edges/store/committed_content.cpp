#include "edges/store/committed_content.h"

#include <algorithm>
#include <bit>

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

}  // namespace

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

}  // namespace store
