-- Lessons, meetings and what was decided there to be done. Ids are 16 bytes, times are
-- microseconds UTC. A `body` is sealed with the row's own data key (`wrapped_key`, wrapped by the
-- organisation's key); `salt` goes into the row's commitment in the record.

-- `org_id` is the desk that keeps the lesson. `told_as` is the id as visit_shown.item writes it;
-- `is_for_firms`: its marking lets it be told outside the police.
CREATE TABLE lesson (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  told_as TEXT COLLATE "C" NOT NULL,
  method TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  approved_at BIGINT,
  is_for_firms BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX lesson_by_id ON lesson (id);
CREATE INDEX lesson_by_state ON lesson (state, id);
CREATE INDEX lesson_told ON lesson (told_as, state);

-- `org_id` is the desk that called the meeting. Agenda, attendance and decisions are in `body`.
CREATE TABLE meeting (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  starts_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX meeting_by_id ON meeting (id);
CREATE INDEX meeting_by_time ON meeting (starts_at, id);

-- The desks that were called to a meeting or took part: they may read of it.
CREATE TABLE meeting_desk (
  org_id BYTEA NOT NULL,
  meeting_id BYTEA NOT NULL,
  desk_id BYTEA NOT NULL,
  PRIMARY KEY (org_id, meeting_id, desk_id)
);
CREATE INDEX meeting_desk_by_desk ON meeting_desk (desk_id, meeting_id);

-- What a meeting gave a desk to do. `due_on` counts days since 1970-01-01.
CREATE TABLE meeting_task (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  meeting_id BYTEA NOT NULL,
  desk_id BYTEA NOT NULL,
  due_on BIGINT NOT NULL,
  is_answered BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX meeting_task_by_id ON meeting_task (id);
CREATE INDEX meeting_task_by_meeting ON meeting_task (meeting_id, id);
