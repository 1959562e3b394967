#include "edges/db/scratch_folder.h"

#include <cstdlib>
#include <system_error>

#include "ground/base/error.h"

namespace db {

ScratchFolder::ScratchFolder() {
  auto pattern = (std::filesystem::temp_directory_path() / "kizuki-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    throw base::OutsideFailure("no temporary folder can be made");
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace db
