#pragma once

#include "edges/store/report.h"
#include "work/workflow/hub.h"

/// The tasks that a report puts before people. Each is written in its cause's transaction, once a
/// report and kind; a second call brings the task up to date.
namespace workflow {

/// Do the acts hold? Due by the stage and by threat.
void open_behaviour_vetting(Hub& hub, db::Connection& connection,
                            const store::StoredReport& stored);

/// May it reach others? For somebody other than the first reader.
void open_context_vetting(Hub& hub, db::Connection& connection, const store::StoredReport& stored);

/// A guard stopped it: a second reader decides.
void open_second_reading(Hub& hub, db::Connection& connection, const store::StoredReport& stored);

/// A lure file or phishing: for the cyber desk.
void open_cyber_handover(Hub& hub, db::Connection& connection, const store::StoredReport& stored);

/// A step gave up; the reason stands in the task.
void open_failed_step(Hub& hub, db::Connection& connection, const store::StoredReport& stored);

/// The reporter hears within 30 days.
void open_feedback(Hub& hub, db::Connection& connection, const store::StoredReport& stored);

/// Draft an alert: once the behaviour is vetted, where the band is alert candidate or a person
/// judged one of its links `same`. Otherwise nothing.
void propose_alert(Hub& hub, db::Connection& connection, const store::StoredReport& stored);

/// Ends every task of vetting; feedback stays due.
void close_vetting(db::Connection& connection, base::Id<model::Report> report);

}  // namespace workflow
