#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "doors/cli/story_text.h"
#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/model/alert.h"
#include "ground/model/dossier.h"
#include "ground/model/organisation.h"
#include "ground/model/principal.h"
#include "ground/model/report_record.h"
#include "work/workflow/hub.h"

/// The world of a story (docs/SCENARIOS.md): its hub, its clock, and everything that the text
/// has given a name so far.
namespace cli {

/// A report of the story and what its sender got back.
struct StoryReport {
  base::Id<model::Report> id;
  std::string receipt;
  std::string sender;  ///< name of the person, "anonymous" for nobody
};

/// An account of the story.
struct StoryPerson {
  model::Principal principal;
  std::string password;
  model::Organisation organisation;
};

class StoryWorld {
 public:
  /// The password of a new account by its name.
  using Passwords = std::function<std::string(const std::string& name)>;

  StoryWorld(workflow::Hub& hub, base::SetClock& clock, Passwords passwords);

  /// Stations, people of the bureau and the industry body; `home` is the bureau that the hub was
  /// set up with.
  [[nodiscard]] base::Result<void> found(const model::Organisation& home);

  [[nodiscard]] workflow::Hub& hub() { return hub_; }
  [[nodiscard]] base::SetClock& clock() { return clock_; }

  /// With an officer, an employee and a verified contact, or a mere name in the register.
  enum class Staff { officer_and_employee, none };
  [[nodiscard]] base::Result<void> add_firm(model::Organisation firm, Staff staff);
  [[nodiscard]] base::Result<void> add_person(const std::string& name, model::Role role,
                                              const model::Organisation& organisation);

  void keep(const std::string& name, StoryReport report) { reports_[name] = std::move(report); }
  void keep(const std::string& name, base::Id<model::Dossier> id) { dossiers_[name] = id; }
  void keep(const std::string& name, base::Id<model::Alert> id) { alerts_[name] = id; }

  // By the names of the story; an unknown name is a fault of the text ("line N").
  using Line = StoryStatement;
  [[nodiscard]] base::Result<model::Principal> person(const Line& line,
                                                      std::string_view name) const;
  [[nodiscard]] base::Result<model::Organisation> organisation(const Line& line,
                                                               std::string_view name) const;
  [[nodiscard]] base::Result<StoryReport> report(const Line& line, std::string_view name) const;
  [[nodiscard]] base::Result<base::Id<model::Dossier>> dossier(const Line& line,
                                                               std::string_view name) const;
  [[nodiscard]] base::Result<base::Id<model::Alert>> alert(const Line& line,
                                                           std::string_view name) const;
  /// Whoever stands behind "by" in the line.
  [[nodiscard]] base::Result<model::Principal> doer(const Line& line) const;

  [[nodiscard]] bool has_report(std::string_view name) const;
  [[nodiscard]] bool has_dossier(std::string_view name) const;
  [[nodiscard]] bool has_alert(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, StoryPerson, std::less<>>& people() const {
    return people_;
  }

  /// Somebody who sees every report and alert of the story: the first analyst.
  [[nodiscard]] const model::Principal& reader() const;

 private:
  [[nodiscard]] base::Result<model::Organisation> add_organisation(model::Organisation made);
  [[nodiscard]] base::Result<void> add_verified_contact(const model::Organisation& firm);
  [[nodiscard]] base::Result<void> add_police(const model::Organisation& home);

  workflow::Hub& hub_;
  base::SetClock& clock_;
  Passwords passwords_;
  std::map<std::string, model::Organisation, std::less<>> organisations_;
  std::map<std::string, StoryPerson, std::less<>> people_;
  std::map<std::string, StoryReport, std::less<>> reports_;
  std::map<std::string, base::Id<model::Dossier>, std::less<>> dossiers_;
  std::map<std::string, base::Id<model::Alert>, std::less<>> alerts_;
};

/// A fault of the text itself: the pointer is "line N".
[[nodiscard]] std::unexpected<base::Error> story_fault(const StoryStatement& line,
                                                       std::string problem,
                                                       std::string next_step = "");
[[nodiscard]] bool is_story_fault(const base::Error& error);

/// "officer-gate:" -> "officer-gate".
[[nodiscard]] std::string_view without_colon(std::string_view word);

/// The bureau `hq` of every story; fictional.
[[nodiscard]] model::Organisation story_bureau();

/// Noon in Tokyo of the first day of every story, 2026-06-01.
[[nodiscard]] base::UtcTime story_start();

}  // namespace cli
