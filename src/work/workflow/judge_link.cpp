#include "work/workflow/judge_link.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "edges/store/link.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "work/engine/clusters.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/new_task.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"
#include "work/workflow/report_tasks.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Judgement;
using model::Link;
using model::Principal;
using model::ReportRecord;
using rights::Action;

/// A link reaches as far as its reports: the areas of both, the desk that keeps it.
rights::Facts facts_of_link(db::Connection& connection, const Hub& hub,
                            const store::StoredLink& stored) {
  rights::Facts facts;
  facts.owner = stored.organisation;
  const auto& proposal = stored.link.proposal;
  for (const auto& id : {proposal.left.report, proposal.right.report})
    if (const auto report = store::find_report(connection, hub.keys, id))
      facts.areas.insert(facts.areas.end(), report->record.areas.begin(),
                         report->record.areas.end());
  return facts;
}

Result<store::StoredLink> get_link_for(Hub& hub, db::Connection& connection,
                                       const Principal& principal, Action action,
                                       base::Id<Link> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return pass_on(tried);
  auto stored = store::find_link(connection, hub.keys, id);
  if (!stored) return no_such("link");
  if (auto allowed = rights::decide(principal, action, facts_of_link(connection, hub, *stored));
      !allowed)
    return pass_on(allowed);
  return std::move(*stored);
}

/// One side of a link: the record, with its content where the reader may read that report.
ReportRecord side(Hub& hub, db::Connection& connection, const Principal& principal,
                  base::Id<model::Report> id) {
  const auto stored = store::find_report(connection, hub.keys, id);
  ReportRecord seen;
  seen.id = id;
  if (!stored) return seen;
  const auto facts = facts_of(hub, principal, *stored);
  if (!rights::decide(principal, Action::report_read, facts) ||
      stored->record.state == model::ReportState::withdrawn) {
    seen.state = stored->record.state;
    return seen;
  }
  seen = stored->record;
  seen.content = store::find_content(connection, *stored, store::shared_version(seen))
                     .value_or(model::Report{});
  return seen;
}

/// Whatever a judgement touches: drafts that become due, now that two reports stand together.
void look_again(Hub& hub, db::Connection& connection, const Link& link) {
  for (const auto& id : {link.proposal.left.report, link.proposal.right.report})
    if (const auto report = store::find_report(connection, hub.keys, id))
      propose_alert(hub, connection, *report);
}

using LinkStep = std::function<Result<void>(db::Connection&, store::StoredLink&)>;

Result<Link> change_link(Hub& hub, const Principal& principal, base::Id<Link> id,
                         std::int64_t revision, std::string_view action, const LinkStep& step) {
  return hub.database.write([&](db::Connection& connection) -> Result<Link> {
    auto stored = get_link_for(hub, connection, principal, Action::link_judge, id);
    if (!stored) return pass_on(stored);
    if (stored->link.revision != revision)
      return base::fail(ErrorKind::precondition_failed, "", "the link has changed since",
                        "read it again and repeat the change");
    if (auto done = step(connection, *stored); !done) return pass_on(done);
    auto commitment = store::update_link(connection, *stored);
    if (!commitment) return pass_on(commitment);
    record(hub, connection, principal, {action, "link", id.bytes, std::move(*commitment)});
    look_again(hub, connection, stored->link);
    return stored->link;
  });
}

void open_judging_again(Hub& hub, db::Connection& connection, const store::StoredLink& stored) {
  store::open_task(connection, new_task(hub, stored.organisation, model::TaskKind::judge_link,
                                        model::Role::analyst, stored.link.id.bytes));
}

}  // namespace

Result<std::vector<Link>> links_of_report(Hub& hub, const Principal& principal,
                                          base::Id<model::Report> report) {
  return hub.database.read([&](db::Connection& connection) -> Result<std::vector<Link>> {
    if (auto tried = rights::may_try(principal, Action::link_read); !tried) return pass_on(tried);
    const auto stored = store::find_report(connection, hub.keys, report);
    if (!stored) return no_such("report");
    if (auto allowed =
            rights::decide(principal, Action::link_read, facts_of(hub, principal, *stored));
        !allowed)
      return pass_on(allowed);
    std::vector<Link> links;
    for (auto& link : store::list_links_of(connection, hub.keys, report))
      links.push_back(std::move(link.link));
    return links;
  });
}

Result<LinkView> open_link(Hub& hub, const Principal& principal, base::Id<Link> id,
                           const std::string& purpose) {
  if (auto checked = check_purpose(purpose); !checked) return pass_on(checked);
  return hub.database.write([&](db::Connection& connection) -> Result<LinkView> {
    const auto stored = get_link_for(hub, connection, principal, Action::link_read, id);
    if (!stored) return std::unexpected(stored.error());
    const auto& proposal = stored->link.proposal;
    LinkView view{stored->link, side(hub, connection, principal, proposal.left.report),
                  side(hub, connection, principal, proposal.right.report)};
    record(hub, connection, principal,
           {base::word_of(Action::link_read), "link", id.bytes, {}, purpose});
    for (const auto* seen : {&view.left, &view.right})
      record(hub, connection, principal,
             {base::word_of(Action::report_read), "report", seen->id.bytes, {}, purpose});
    return view;
  });
}

Result<Link> judge_link(Hub& hub, const Principal& principal, base::Id<Link> id,
                        std::int64_t revision, Judgement judgement, model::LinkKind kind,
                        const std::string& note) {
  if (judgement == Judgement::open)
    return base::fail(ErrorKind::invalid_input, "/judgement", "is not a decision",
                      "say same, different or unsure");
  return change_link(
      hub, principal, id, revision, base::word_of(Action::link_judge),
      [&](db::Connection& connection, store::StoredLink& stored) {
        auto& link = stored.link;
        if (link.judgement == Judgement::same && judgement != Judgement::same)
          ask_corrections_of_link(hub, connection, principal, link.proposal);
        link.judgement = judgement;
        link.kind = kind;
        link.history.push_back({judgement, kind, principal.name, hub.clock.now(), note});
        store::close_tasks(connection, id.bytes, model::TaskKind::judge_link);
        return Result<void>{};
      });
}

Result<Link> undo_judgement(Hub& hub, const Principal& principal, base::Id<Link> id,
                            std::int64_t revision, const std::string& reason) {
  return change_link(hub, principal, id, revision, "link.undo",
                     [&](db::Connection& connection, store::StoredLink& stored) -> Result<void> {
                       auto& link = stored.link;
                       if (link.judgement == Judgement::open)
                         return base::fail(ErrorKind::refused, "judgement",
                                           "nobody has judged this link", "judge it first");
                       if (base::is_blank(reason))
                         return base::fail(ErrorKind::refused, "/reason", "is empty",
                                           "say why in a sentence");
                       if (link.judgement == Judgement::same)
                         ask_corrections_of_link(hub, connection, principal, link.proposal);
                       link.judgement = Judgement::open;
                       link.kind = link.proposal.kind;
                       link.history.push_back(
                           {Judgement::open, link.kind, principal.name, hub.clock.now(), reason});
                       open_judging_again(hub, connection, stored);
                       return {};
                     });
}

Result<PersonaClusters> persona_clusters(Hub& hub, const Principal& principal) {
  if (!rights::scope_of(principal, Action::link_read).all)
    return base::fail(ErrorKind::forbidden, "", "only the bureau joins personas",
                      "ask the bureau's analysts");
  const auto edges = hub.database.read([&](db::Connection& connection) {
    auto all = store::list_edges(connection, Judgement::same);
    const auto apart = store::list_edges(connection, Judgement::different);
    all.insert(all.end(), apart.begin(), apart.end());
    return all;
  });
  std::vector<engine::JudgedLink> judged;
  for (const auto& edge : edges)
    judged.push_back({edge.left, edge.right, edge.kind, edge.judgement});
  const auto clusters = engine::clusters_of(judged);
  PersonaClusters answer;
  answer.groups = clusters.groups;
  for (const auto& edge : edges) {
    const engine::JudgedLink link{edge.left, edge.right, edge.kind, edge.judgement};
    if (std::ranges::find(clusters.contradictions, link) != clusters.contradictions.end())
      answer.contradictions.push_back(edge.id);
  }
  return answer;
}

}  // namespace workflow
