#include "ground/crypto/keys.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "ground/crypto/canonical.h"
#include "ground/crypto/random.h"
#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

using base::ErrorKind;

constexpr std::string_view file_opening = "kizuki-master-key-1 ";
constexpr std::size_t file_bytes_max = 128;

/// An open file that closes itself.
class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

bool is_private(const File& file) {
  struct stat status {};
  return ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
         (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

std::unexpected<base::Error> bad_key_file(std::string problem) {
  return base::fail(ErrorKind::refused, "master key", std::move(problem),
                    "restore the key file that belongs to this data");
}

}  // namespace

Key32::~Key32() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

Key32 random_key() {
  return Key32(random_array<key_bytes>());
}

base::Result<Key32> key_from(base::BytesView bytes) {
  if (bytes.size() != key_bytes)
    return base::fail(ErrorKind::refused, "", "a key has 32 bytes", "use the key as it was given");
  std::array<std::uint8_t, key_bytes> copy{};
  std::ranges::copy(bytes, copy.begin());
  Key32 key(copy);
  sodium_memzero(copy.data(), copy.size());
  return key;
}

Key32 derive_key(const Key32& from, std::string_view purpose) {
  need_sodium();
  CanonicalBytes input;
  input.add("kizuki derived key").add(purpose);
  std::array<std::uint8_t, key_bytes> derived{};
  crypto_generichash(derived.data(), derived.size(), input.view().data(), input.view().size(),
                     from.reveal().data(), from.reveal().size());
  Key32 key(derived);
  sodium_memzero(derived.data(), derived.size());
  return key;
}

base::Result<FileKeyVault> FileKeyVault::create(const std::filesystem::path& path) {
  const File file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open() && errno == EEXIST) {
    return base::fail(ErrorKind::conflict, "master key", "the file exists already",
                      "name another one; a key that is in use is never overwritten");
  }
  const auto key = random_key();
  auto text = std::string(file_opening) + base::base64url(key.reveal()) + "\n";
  const bool written =
      file.is_open() &&
      ::write(file.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(file.number()) == 0;
  sodium_memzero(text.data(), text.size());
  if (!written) {
    return base::fail(ErrorKind::unavailable, "master key", "the file cannot be written",
                      "choose a folder that exists and has room");
  }
  return FileKeyVault(key);
}

base::Result<FileKeyVault> FileKeyVault::open(const std::filesystem::path& path) {
  const File file(path, O_RDONLY);
  if (!file.is_open()) {
    return base::fail(ErrorKind::not_found, "master key", "the file cannot be opened",
                      "name the key file, or make the data folder with: kizuki init");
  }
  if (!is_private(file)) {
    return base::fail(ErrorKind::refused, "master key", "others than its owner may read the file",
                      "run chmod 600 on it, and replace the key if others may have read it");
  }
  std::string text(file_bytes_max, '\0');
  const auto size = ::read(file.number(), text.data(), text.size());
  text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  if (!text.starts_with(file_opening) || !text.ends_with('\n'))
    return bad_key_file("the file holds no master key");
  const auto letters = std::string_view(text).substr(file_opening.size());
  auto bytes = base::parse_base64url(letters.substr(0, letters.size() - 1));
  sodium_memzero(text.data(), text.size());
  if (!bytes || bytes->size() != key_bytes) return bad_key_file("the master key is damaged");
  const auto key = key_from(*bytes);
  sodium_memzero(bytes->data(), bytes->size());
  return FileKeyVault(*key);
}

}  // namespace crypto
