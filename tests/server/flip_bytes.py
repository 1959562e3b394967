"""Flips one bit of audited data in a copy of a store, as a tamperer with the file would.

flip_bytes.py DATABASE SEED prints where: "table.column of row 3, byte 17". The same seed flips the
same bit. What is derived and rebuilt (keys, search words, tasks, jobs) is not audited data.
"""
import random
import sqlite3
import sys

AUDITED = {
    "audit": ["id", "at", "principal", "organisation", "action", "object_kind", "object", "purpose",
              "commitment", "previous_hash", "entry_hash"],
    "audit_checkpoint": ["tree_size", "tree_root", "chain_head", "at", "signature"],
    "organisation": ["key", "kind", "station", "wrapped_key", "salt", "body"],
    "contact": ["wrapped_key", "salt", "body"],
    "account": ["name", "state", "roles", "password", "wrapped_key", "salt", "body"],
    "custodian_key": ["public_key"],
    "report": ["org_id", "state", "kind", "band", "stage", "received_at", "wrapped_key", "salt",
               "body"],
    "report_version": ["content"],
    "sealed_reporter": ["sealed"],
    "mailbox_message": ["body"],
    "link": ["judgement", "kind", "left_report", "wrapped_key", "salt", "body"],
    "dossier": ["state", "wrapped_key", "salt", "body"],
    "alert": ["product", "state", "wrapped_key", "salt", "body"],
    "delivery": ["alert_id", "is_acknowledged", "wrapped_key", "salt", "body"],
}


def flipped(value, choice):
    """The value with one bit changed, and which byte that was."""
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
        table = choice.choice(sorted(AUDITED))
        column = choice.choice(AUDITED[table])
        rows = database.execute(f"SELECT rowid, {column} FROM {table} ORDER BY rowid").fetchall()
        rows = [row for row in rows if isinstance(row[1], int) or row[1]]
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
