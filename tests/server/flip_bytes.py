"""Flips one bit of audited data in a copy of a store, as a tamperer with the file would.

flip_bytes.py DATABASE SEED prints where: "table.column of row 3, byte 17". The same seed flips the
same bit. What is derived and rebuilt (keys, search words, tasks, jobs) is not audited data.
"""
import random
import sqlite3
import sys

AUDITED = [
    "audit", "audit_checkpoint", "organisation", "organisation_area", "organisation_territory",
    "contact", "account", "custodian_key", "report", "report_version", "report_area", "receipt",
    "sealed_reporter", "reporter_opening", "mailbox_message", "link", "dossier",
    "dossier_persona", "alert", "alert_source", "alert_opening", "delivery"]


def flipped(value, choice):
    """The value with one bit changed, and which byte that was."""
    if isinstance(value, float):
        return value + 1, 0
    if isinstance(value, int):
        bit = choice.randrange(40)
        return value ^ (1 << bit), bit // 8
    raw = bytearray(value.encode() if isinstance(value, str) else value)
    at = choice.randrange(len(raw))
    raw[at] ^= 1 << choice.randrange(7 if isinstance(value, str) else 8)
    return (raw.decode(), at) if isinstance(value, str) else (bytes(raw), at)


def main(path, seed):
    choice = random.Random(seed)
    database = sqlite3.connect(path)
    while True:
        table = choice.choice(AUDITED)
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        column = choice.choice(columns)
        rows = database.execute(f"SELECT rowid, {column} FROM {table} ORDER BY rowid").fetchall()
        rows = [row for row in rows if isinstance(row[1], (int, float)) or row[1]]
        if not rows:
            continue
        row, value = choice.choice(rows)
        try:
            new, at = flipped(value, choice)
            with database:
                database.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (new, row))
        except (UnicodeDecodeError, sqlite3.IntegrityError):
            continue  # no text any more, or the database itself refuses it
        print(f"{table}.{column} of row {row}, byte {at}")
        break
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


main(sys.argv[1], int(sys.argv[2]))
