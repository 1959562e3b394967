#include <fmt/format.h>

#include "doors/cli/story_steps.h"
#include "work/workflow/dossier_timeline.h"
#include "work/workflow/judge_link.h"
#include "work/workflow/keep_dossier.h"
#include "work/workflow/read_reports.h"

/// Statements about links and the dossiers that grow from them.
namespace cli {
namespace {

using model::Dossier;
using model::Link;
using model::Principal;

base::Result<void> done(const base::Result<Link>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}
base::Result<void> done(const base::Result<Dossier>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

struct FoundLink {
  Principal principal;
  Link link;
};

/// The strongest link between two reports, with what the doer sees of it.
base::Result<FoundLink> find_link(StoryWorld& world, const StoryStatement& line) {
  const auto left = world.report(line, line.word(1));
  if (!left) return std::unexpected(left.error());
  const auto right = world.report(line, line.word(2));
  if (!right) return std::unexpected(right.error());
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  const auto links = workflow::links_of_report(world.hub(), *principal, left->id);
  if (!links) return std::unexpected(links.error());
  for (const auto& link : *links)
    if (link.proposal.left.report == right->id || link.proposal.right.report == right->id)
      return FoundLink{*principal, link};
  return story_fault(line, "there is no link between these reports");
}

base::Result<void> judge(StoryWorld& world, const StoryStatement& line) {
  const auto judgement = base::find_word<model::Judgement>(line.word(3));
  if (!judgement) return story_fault(line, "the judgement is not known");
  const auto found = find_link(world, line);
  if (!found) return std::unexpected(found.error());
  const auto kind = base::find_word<model::LinkKind>(line.word(4));
  return done(workflow::judge_link(world.hub(), found->principal, found->link.id,
                                   found->link.revision, *judgement,
                                   kind.value_or(found->link.proposal.kind), line.reason()));
}

base::Result<void> undo(StoryWorld& world, const StoryStatement& line) {
  const auto found = find_link(world, line);
  if (!found) return std::unexpected(found.error());
  return done(workflow::undo_judgement(world.hub(), found->principal, found->link.id,
                                       found->link.revision, line.reason()));
}

/// Every persona of the reports behind "of".
base::Result<std::vector<model::PersonaRef>> personas_of(StoryWorld& world,
                                                         const StoryStatement& line) {
  std::vector<model::PersonaRef> personas;
  const auto of = line.find("of");
  for (auto at = of.value_or(line.words.size()) + 1;
       at < line.words.size() && line.word(at) != "by"; ++at) {
    const auto report = world.report(line, line.word(at));
    if (!report) return std::unexpected(report.error());
    const auto record = workflow::open_report(world.hub(), world.reader(), report->id, "linking");
    if (!record) return std::unexpected(record.error());
    for (std::size_t index = 0; index < record->content.personas.size(); ++index)
      personas.push_back({report->id, index});
  }
  return personas;
}

base::Result<void> propose(StoryWorld& world, const StoryStatement& line) {
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  const auto personas = personas_of(world, line);
  if (!personas) return std::unexpected(personas.error());
  const auto made =
      workflow::propose_dossier(world.hub(), *principal, line.words.at(2).text, *personas);
  if (!made) return std::unexpected(made.error());
  world.keep(std::string(line.word(1)), made->id);
  return {};
}

struct OpenedDossier {
  Principal principal;
  Dossier dossier;
};

base::Result<OpenedDossier> open(StoryWorld& world, const StoryStatement& line,
                                 std::string_view name) {
  const auto id = world.dossier(line, name);
  if (!id) return std::unexpected(id.error());
  const auto principal = world.doer(line);
  if (!principal) return std::unexpected(principal.error());
  const auto seen = workflow::open_dossier(world.hub(), *principal, *id, "linking");
  if (!seen) return std::unexpected(seen.error());
  return OpenedDossier{*principal, seen->dossier};
}

base::Result<void> confirm(StoryWorld& world, const StoryStatement& line) {
  const auto opened = open(world, line, line.word(1));
  if (!opened) return std::unexpected(opened.error());
  return done(workflow::decide_dossier(world.hub(), opened->principal, opened->dossier.id,
                                       opened->dossier.revision, workflow::DossierDecision::open));
}

base::Result<void> set_status(StoryWorld& world, const StoryStatement& line) {
  Dossier::Status status;
  const auto word = base::find_word<model::ActorStatus>(line.word(2));
  const auto day = base::parse_day(line.after("of"));
  if (!word || !day) return story_fault(line, "the status or its day cannot be read");
  status.status = *word;
  status.as_of = *day;
  if (const auto from = line.find("from")) status.source = line.words.at(*from + 1).text;
  const auto opened = open(world, line, line.word(1));
  if (!opened) return std::unexpected(opened.error());
  return done(workflow::add_dossier_status(world.hub(), opened->principal, opened->dossier.id,
                                           opened->dossier.revision, status));
}

base::Result<void> set_contrary(StoryWorld& world, const StoryStatement& line) {
  const auto opened = open(world, line, line.word(1));
  if (!opened) return std::unexpected(opened.error());
  return done(workflow::set_contrary_evidence(world.hub(), opened->principal, opened->dossier.id,
                                              opened->dossier.revision, line.reason()));
}

/// Takes every persona of a report out.
base::Result<void> remove(StoryWorld& world, const StoryStatement& line) {
  const auto report = world.report(line, line.word(1));
  if (!report) return std::unexpected(report.error());
  auto opened = open(world, line, line.after("from"));
  if (!opened) return base::pass_on(opened);
  for (const auto& persona : std::vector(opened->dossier.personas)) {
    if (persona.report != report->id) continue;
    auto removed = workflow::remove_dossier_persona(
        world.hub(), opened->principal, opened->dossier.id, opened->dossier.revision, persona);
    if (!removed) return base::pass_on(removed);
    opened->dossier = std::move(removed->dossier);
  }
  return {};
}

}  // namespace

StoryStep play_link_step(StoryWorld& world, const StoryStatement& line) {
  const auto first = line.word(0);
  if (first == "judge") return judge(world, line);
  if (first == "undo") return undo(world, line);
  if (first == "dossier" && line.words.size() > 4) return propose(world, line);
  if (first == "open") return confirm(world, line);
  if (first == "status") return set_status(world, line);
  if (first == "contrary") return set_contrary(world, line);
  if (first == "remove") return remove(world, line);
  return std::nullopt;
}

}  // namespace cli
