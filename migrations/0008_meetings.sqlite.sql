-- Lessons, meetings and what was decided there to be done. Ids are 16 bytes, times are
-- microseconds UTC. A `body` is sealed with the row's own data key (`wrapped_key`, wrapped by the
-- organisation's key); `salt` goes into the row's commitment in the record.

-- `org_id` is the desk that keeps the lesson. `told_as` is the id as visit_shown.item writes it;
-- `is_for_firms`: its marking lets it be told outside the police.
CREATE TABLE lesson (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  told_as TEXT NOT NULL,
  method TEXT NOT NULL,
  state TEXT NOT NULL,
  approved_at INTEGER,
  is_for_firms INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX lesson_by_id ON lesson (id);
CREATE INDEX lesson_by_state ON lesson (state, id);
CREATE INDEX lesson_told ON lesson (told_as, state);

-- `org_id` is the desk that called the meeting. Agenda, attendance and decisions are in `body`.
CREATE TABLE meeting (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  starts_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX meeting_by_id ON meeting (id);
CREATE INDEX meeting_by_time ON meeting (starts_at, id);

-- The desks that were called to a meeting or took part: they may read of it.
CREATE TABLE meeting_desk (
  org_id BLOB NOT NULL,
  meeting_id BLOB NOT NULL,
  desk_id BLOB NOT NULL,
  PRIMARY KEY (org_id, meeting_id, desk_id)
) STRICT;
CREATE INDEX meeting_desk_by_desk ON meeting_desk (desk_id, meeting_id);

-- What a meeting gave a desk to do. `due_on` counts days since 1970-01-01.
CREATE TABLE meeting_task (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  meeting_id BLOB NOT NULL,
  desk_id BLOB NOT NULL,
  due_on INTEGER NOT NULL,
  is_answered INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX meeting_task_by_id ON meeting_task (id);
CREATE INDEX meeting_task_by_meeting ON meeting_task (meeting_id, id);
