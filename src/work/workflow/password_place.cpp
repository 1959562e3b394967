#include "work/workflow/password_place.h"

#include <semaphore>

namespace workflow {
namespace {

constexpr int hashed_at_once_max = 2;

/// The memory of the process is shared by all hubs in it, so these places are too.
class Place {
 public:
  Place() { places().acquire(); }
  ~Place() { places().release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  static std::counting_semaphore<hashed_at_once_max>& places() {
    static std::counting_semaphore<hashed_at_once_max> shared(hashed_at_once_max);
    return shared;
  }
};

}  // namespace

base::Result<std::string> hash_in_turn(const base::Sensitive<std::string>& password,
                                       const crypto::PasswordCost& cost) {
  const Place place;
  return crypto::hash_password(password, cost);
}

bool matches_in_turn(const std::string& hash, const base::Sensitive<std::string>& password,
                     const crypto::PasswordCost& cost) {
  const Place place;
  if (!hash.empty()) return crypto::password_matches(hash, password);
  static_cast<void>(crypto::hash_password(password, cost));
  return false;
}

}  // namespace workflow
