#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "doors/cli/console.h"
#include "doors/cli/data_folder.h"
#include "doors/cli/story_run.h"
#include "doors/http/site.h"

/// The demonstration: data/demonstration.scenario played on a real store, with its dates moved so
/// that it ends today. Everybody in it is fictional, and its passwords are public: the folder is
/// marked, and no other folder is ever served with them.
namespace cli {

/// Whether the folder was made by make_demonstration, or would have been.
[[nodiscard]] bool is_demonstration(const std::filesystem::path& folder);

/// Whether it is whole, and of this program's story and schema.
[[nodiscard]] bool is_demonstration_ready(const std::filesystem::path& folder);

/// Makes the store and plays the story, telling in both languages what happens; an earlier
/// demonstration in the folder goes. Fails with `conflict` where there is a real store. Gives what
/// did not go as the story says: nothing, or our bug.
[[nodiscard]] base::Result<std::vector<StoryFailure>> make_demonstration(
    const std::filesystem::path& folder, base::UtcTime today, Console& console);

/// The password of an account of the demonstration: words that can be typed and remembered.
[[nodiscard]] std::string demonstration_password(std::string_view name);

/// One account for each role, as the sign-in page and the terminal offer them.
[[nodiscard]] std::vector<http::SignInHint> demonstration_hints(workflow::Hub& hub);

/// Prints the hints as a table.
void tell_how_to_sign_in(const std::vector<http::SignInHint>& hints, const std::string& address,
                         Console& console);

/// Hashing at full cost is for real passwords, and these are public.
[[nodiscard]] crypto::PasswordCost demonstration_password_cost();

}  // namespace cli
