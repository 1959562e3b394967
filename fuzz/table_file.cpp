// Attacks the view of a knowledge file: whatever opens must be searched without leaving it.
#include "ground/text/table_file.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  // Mapped files begin at a multiple of eight.
  std::vector<std::uint64_t> aligned((size + 7) / 8);
  auto* place = reinterpret_cast<char*>(aligned.data());
  std::copy(bytes, bytes + size, place);
  const auto file = text::TableFile::open({place, size}, "fuzz");
  if (!file) return 0;
  for (const auto* section : {"han", "variant", "surname", "given", "foreign"})
    for (const auto* key : {"", "王", "渡辺", "zz"}) {
      const auto found = file->find(section, key);
      static_cast<void>(found);
    }
  return 0;
}
