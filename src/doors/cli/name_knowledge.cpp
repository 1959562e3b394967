#include "doors/cli/name_knowledge.h"

#include <fcntl.h>
#include <filesystem>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doors/cli/files.h"
#include "doors/cli/shipped.h"

namespace cli {
namespace {

std::string folder_beside_program() {
  std::error_code trouble;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", trouble);
  return trouble ? "knowledge" : (program.parent_path() / "knowledge").string();
}

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  struct ::stat about {};
  if (::fstat(file, &about) == 0 && about.st_size > 0) {
    const auto size = static_cast<std::size_t>(about.st_size);
    void* place = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (place != MAP_FAILED) bytes_ = {static_cast<const char*>(place), size};
  }
  ::close(file);
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

base::Result<const text::TableFile*> NameKnowledge::map(const std::string& path, bool must) {
  auto mapped = std::make_unique<MappedFile>(path);
  if (mapped->bytes().empty()) {
    if (!must) return nullptr;
    return base::fail(base::ErrorKind::invalid_input, path, "cannot be opened",
                      "check the name of the file");
  }
  auto file = text::TableFile::open(mapped->bytes(), path);
  if (!file) return base::pass_on(file);
  mapped_.push_back(std::move(mapped));
  files_.push_back(std::make_unique<text::TableFile>(std::move(*file)));
  return files_.back().get();
}

base::Result<std::unique_ptr<NameKnowledge>> NameKnowledge::load(const std::string& folder,
                                                                 const std::string& lexicon) {
  auto out = std::make_unique<NameKnowledge>();
  const std::filesystem::path from = folder.empty() ? folder_beside_program() : folder;
  auto jmnedict = out->map(from / "names_jmnedict.kzt", !folder.empty());
  if (!jmnedict) return base::pass_on(jmnedict);
  auto unihan = out->map(from / "names_unihan.kzt", !folder.empty());
  if (!unihan) return base::pass_on(unihan);
  auto attested = lexicon.empty() ? base::Result<std::string>("") : read_file(lexicon);
  if (!attested) return base::pass_on(attested);
  auto matcher = engine::NameMatcher::make({
      .titles = get_shipped("names/titles.tsv"),
      .particles = get_shipped("names/particles.tsv"),
      .legal_forms = get_shipped("names/legal_forms.tsv"),
      .forms = get_shipped("names/forms.tsv"),
      .letter_costs = get_shipped("names/letter_costs.tsv"),
      .own_letter_costs = get_shipped("names/letter_costs_own.tsv"),
      .weights = get_shipped("names/weights.tsv"),
      .sound_costs = get_shipped("names/sound_costs.tsv"),
      .lexicon = *attested,
      .jmnedict = *jmnedict,
      .unihan = *unihan,
  });
  if (!matcher) return base::pass_on(matcher);
  out->matcher_ = std::move(*matcher);
  out->jmnedict_ = *jmnedict;
  out->unihan_ = *unihan;
  return out;
}

void NameKnowledge::tell_what_is_missing(Console& console) const {
  if (jmnedict_ != nullptr && unihan_ != nullptr) return;
  complain(
      console,
      base::Error(base::ErrorKind::unavailable, "",
                  "names in different scripts compare badly, for the knowledge files are missing",
                  "copy the folder knowledge/ beside the program, or use --knowledge"));
}

}  // namespace cli
