#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/access/action.h"
#include "ground/base/id.h"
#include "ground/base/result.h"
#include "ground/model/principal.h"

/// Who may do what to which thing. Pure: the caller says what is known of the thing, one table
/// (access.cpp) answers. What the table does not allow is refused.
///
/// A use case asks in this order, so that a stranger cannot tell "not there" from "not yours":
///   1. may_try(principal, action): before anything is loaded; forbidden or unauthenticated
///   2. load; a miss is not_found
///   3. decide(principal, action, facts of what was loaded)
/// A list asks scope_of and puts it into its query.
///
/// The namespace is not called like its folder because POSIX declares a function access().
namespace rights {

/// How far a right reaches. Each is judged by itself; several roles add up.
enum class Reach {
  none,
  self,       ///< what this very account made
  addressed,  ///< what was sent, assigned or submitted to the principal (Facts::addressed)
  own,        ///< rows of the principal's organisation, and what is addressed
  territory,  ///< own, and what touches the territory of the organisation
  all
};

/// What a decision needs to know of a thing.
struct Facts {
  base::Id<model::Organisation> owner{};  ///< whose row it is; nil = nobody's
  base::Id<model::Account> made_by{};     ///< who made it, nil = unknown
  std::vector<std::string> areas{};  ///< municipality codes it touches; "13" = only the prefecture
  /// Sent, assigned or submitted to the principal. By role: a firm: it has a delivery of the
  /// alert; an approver: the report, link or dossier is what an alert before him rests on; an
  /// investigator: assigned; a liaison: sent and its marking allows it; anybody: a public
  /// notice that was sent.
  bool addressed = false;
  bool held = false;  ///< a report that its firm holds: report_read never reaches it
  /// Account names that did the earlier part and so must not do this one. The four-eyes actions
  /// (needs_second_person) are refused when it is empty: then nobody can tell.
  std::vector<std::string> not_by{};
};

/// Of what a principal makes for himself, in his own organisation.
[[nodiscard]] Facts facts_of_own(const model::Principal& principal);

/// Ok, or: unauthenticated (anonymous), not_found (the thing is outside the reach of the
/// principal), forbidden (the roles have no such right, a person must decide it, or the
/// principal did the earlier part).
[[nodiscard]] base::Result<void> decide(const model::Principal& principal, Action action,
                                        const Facts& facts);

/// Whether any thing at all could be allowed: forbidden or unauthenticated when not.
[[nodiscard]] base::Result<void> may_try(const model::Principal& principal, Action action);

/// The rows that a list may show: the union of its parts. With `all` the others say nothing.
struct Scope {
  bool all = false;
  bool own = false;                ///< rows of `organisation`
  bool self = false;               ///< rows that `account` made
  bool addressed = false;          ///< rows addressed to the principal
  std::vector<std::string> areas;  ///< prefixes of municipality codes
  base::Id<model::Organisation> organisation;
  base::Id<model::Account> account;

  [[nodiscard]] bool is_none() const {
    return !all && !own && !self && !addressed && areas.empty();
  }
};
[[nodiscard]] Scope scope_of(const model::Principal& principal, Action action);

/// Reach of one role; the table itself, for the manual and the tests.
[[nodiscard]] Reach reach_of(model::Role role, Action action);

/// A decision that only a person can make, signed in or as operator at the machine: never a program
/// with a token. Among them is everything by which a program could become a person, and small
/// facts, which no camera writes and no program copies past their end.
[[nodiscard]] bool needs_person(Action action);

/// A decision that needs another person than the one before: four eyes.
[[nodiscard]] bool needs_second_person(Action action);

/// Whether people of such an organisation can have the role. `home` = the organisation that
/// runs the hub, which may have every role.
[[nodiscard]] bool role_fits(model::OrganisationKind kind, model::Role role, bool home = false);

/// "13109" lies in "13" and in "13109", never in "".
[[nodiscard]] bool is_in_territory(std::string_view area,
                                   const std::vector<std::string>& territory);

}  // namespace rights
