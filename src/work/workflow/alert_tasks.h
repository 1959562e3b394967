#pragma once

#include <vector>

#include "edges/db/connection.h"
#include "ground/model/alert.h"
#include "ground/model/task.h"
#include "steps/alert/source.h"
#include "work/workflow/hub.h"

/// The tasks that an alert puts before people. Each is written in its cause's transaction.
namespace workflow {

/// For an approver of `desk` who did not write it, due in one working day.
void open_approval(Hub& hub, db::Connection& connection, const model::Alert& alert,
                   base::Id<model::Organisation> desk, const std::vector<alert::Source>& sources);

/// A second body is needed: the task goes to every prefecture, national desk and other bureau.
void open_second_body(Hub& hub, db::Connection& connection, const model::Alert& alert,
                      const std::vector<alert::Source>& sources);

/// It came back to its author: a task to draft again, on the first source report.
void open_rework(Hub& hub, db::Connection& connection, const model::Alert& alert);

/// An approver asked for a hold: for the investigator, due in one working day.
void open_hold_decision(Hub& hub, db::Connection& connection, const model::Alert& alert);

/// What it rests on was undone: for an analyst, due in one working day.
void open_correction(Hub& hub, db::Connection& connection, const model::Alert& alert);

/// A task about a delivery, for the station that looks after the firm (named by it, else the
/// one whose territory holds its first site). Without a station it lies on the issuing desk.
void open_for_station(Hub& hub, db::Connection& connection, const model::Delivery& delivery,
                      model::TaskKind kind, base::UtcTime due_at);

/// A task about a delivery, for the officer of the firm itself.
void open_for_firm(Hub& hub, db::Connection& connection, const model::Delivery& delivery,
                   model::TaskKind kind, base::UtcTime due_at);

/// Ends every task of the alert itself.
void close_alert_tasks(db::Connection& connection, base::Id<model::Alert> alert);

}  // namespace workflow
