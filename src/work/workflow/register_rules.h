#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/base/sensitive.h"
#include "ground/model/organisation.h"
#include "ground/model/principal.h"

/// What the register accepts, beyond the shape of its JSON.
namespace workflow {

/// Keys and sign-in names: 2 to 100 of a-z, 0-9, "-", "." and "_", beginning with a letter or
/// digit; keys without "." and "_".
[[nodiscard]] base::Result<void> check_key(std::string_view key, std::string_view pointer);
[[nodiscard]] base::Result<void> check_sign_in_name(std::string_view name,
                                                    std::string_view pointer);

/// Names in both languages, codes of areas (JIS X 0402: prefecture of 2 digits or municipality
/// of 5), a territory for police alone, a station for firms alone. Every issue is given.
[[nodiscard]] base::Result<void> check_organisation(const model::Organisation& organisation);

/// At least one role, each once, each possible at that kind of organisation.
[[nodiscard]] base::Result<void> check_roles(const std::vector<model::Role>& roles,
                                             model::OrganisationKind kind, bool is_home);

/// At least 12 characters and not built from the sign-in name (NIST SP 800-63B section 5.1.1:
/// length counts, rules of composition do not).
[[nodiscard]] base::Result<void> check_password(const base::Sensitive<std::string>& password,
                                                std::string_view name);

/// What a search for an organisation compares: key, names and sector, folded.
[[nodiscard]] std::string search_text_of(const model::Organisation& organisation);
[[nodiscard]] std::string fold_for_search(std::string_view words);

}  // namespace workflow
