"""The schema, as named migrations in order. One that was released is never changed; a new one is added below."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database as SqliteUtils
from sqlite_utils import Migrations

from station.model import LIVE_STATES, ReplacementState
from station.store.guards import guards, quoted

migrations = Migrations("station")


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, each migration in a transaction of its own."""
    migrations.apply(SqliteUtils(connection))


def _run(db: SqliteUtils, script: str) -> None:
    for statement in script.split(";;"):
        if statement.strip():
            db.execute(statement)


@migrations(name="0001_first")
def _first(db: SqliteUtils) -> None:
    _run(db, _TABLES)
    _run(db, _TALLIES)
    _run(db, guards())


@migrations(name="0002_leases")
def _leases(db: SqliteUtils) -> None:
    _run(db, _LEASES)


_TABLES = f"""
create table facts (
    key text primary key,
    value text not null
) without rowid;;

create table shifts (
    shift_id text primary key,
    operator text not null,
    started_at_ms integer not null,
    ended_at_ms integer
);;

create table certificates (
    account text not null,
    certificate_no text not null,
    version integer not null,
    fetched_at_ms integer not null,
    body text not null,
    primary key (account, certificate_no)
);;

create table journal (
    seq integer primary key,
    at_ms integer not null,
    clock_offset_ms integer not null,
    actor text not null,
    event text not null,
    item_id text,
    old_state text,
    new_state text,
    detail text not null,
    previous_hash text not null,
    hash text not null
);;

create table replacements (
    seq integer primary key,
    item_id text not null unique,
    sn text not null,
    label text not null,
    certificate_no text not null,
    original_pid text not null,
    new_pid text not null,
    account text not null,
    station_id text not null,
    operator text not null,
    shift_id text not null,
    device text not null,
    symbology text not null,
    typed integer not null,
    state text not null,
    code text not null default '',
    reason text not null default '',
    answer text not null default '',
    scanned_at_ms integer not null,
    clock_offset_ms integer not null,
    boot_id text not null,
    send_after_ms integer not null,
    attempts integer not null default 0,
    batch_id text not null default '',
    settled_at_ms integer,
    journal_seq integer not null
);;

create unique index replacements_one_live_row on replacements (sn, certificate_no)
    where state in ({quoted([*LIVE_STATES])});;
create index replacements_by_sn on replacements (sn, seq);;
create index replacements_by_state on replacements (state, seq);;
create index replacements_by_batch on replacements (batch_id) where state in ('sending', 'in_doubt');;
create index replacements_by_shift on replacements (shift_id, seq);;

create table rejects (
    seq integer primary key,
    at_ms integer not null,
    label text not null,
    sn text,
    verdict text not null,
    reason text not null,
    certificate_no text not null,
    operator text not null,
    shift_id text not null,
    device text not null
);;
create index rejects_by_shift on rejects (shift_id, verdict);;
"""

_TALLIES = """
create table tallies (
    account text not null,
    certificate_no text not null,
    shift_id text not null,
    state text not null,
    n integer not null,
    primary key (account, certificate_no, shift_id, state)
) without rowid;;

create index tallies_by_certificate on tallies (certificate_no, state);;

create trigger tally_new after insert on replacements begin
    insert into tallies values (new.account, new.certificate_no, new.shift_id, new.state, 1)
        on conflict do update set n = n + 1;
end;;

create trigger tally_move after update of state on replacements when new.state <> old.state begin
    update tallies set n = n - 1 where account = old.account and certificate_no = old.certificate_no
        and shift_id = old.shift_id and state = old.state;
    insert into tallies values (new.account, new.certificate_no, new.shift_id, new.state, 1)
        on conflict do update set n = n + 1;
end;;
"""

_LEASES = """
create table leases (
    request_id text primary key,
    certificate_no text not null,
    account text not null,
    asked integer not null,
    ttl_s integer not null,
    state text not null,
    lease_id text not null default '',
    granted integer not null default 0,
    spent integer not null default 0,
    expires_ms integer not null default 0,
    boot_id text not null default '',
    expires_monotonic_ms integer not null default 0
);;

create index leases_by_certificate on leases (certificate_no, state);;
create index leases_by_id on leases (lease_id);;

create table lease_batches (
    batch_id text primary key,
    lease_id text not null
) without rowid;;

create trigger lease_spend after update of state on replacements
    when new.state = 'confirmed' and old.state <> 'confirmed' begin
    update leases set spent = spent + 1 where spent < granted
        and lease_id = (select lease_id from lease_batches where batch_id = new.batch_id);
end;;
"""


@migrations(name="0003_handover")
def _handover(db: SqliteUtils) -> None:
    _run(db, _HANDOVERS)


_HANDOVERS = """
create table handovers ( -- columns in the key's order: else SQLite 3.40's quick_check sees NULLs that are not there
    item_id text not null references replacements (item_id),
    handover_id text not null,
    primary key (item_id, handover_id)
) without rowid;;

create index handovers_by_id on handovers (handover_id);;
create index replacements_handed_over on replacements (certificate_no)
    where state = 'handed_over' and settled_at_ms is null;;
"""


@migrations(name="0004_put_off")
def _put_off(db: SqliteUtils) -> None:
    db.execute("alter table replacements add column put_off integer not null default 0")


@migrations(name="0005_people")
def _people(db: SqliteUtils) -> None:
    _run(db, _PEOPLE)


_PEOPLE = """
create table people (
    person_id integer primary key,
    name text not null,
    role text not null,
    language text not null default '',
    pin text not null default '',
    wrong_pins integer not null default 0,
    locked_until_ms integer not null default 0,
    active integer not null default 1
);;

create table command_codes (
    digest text primary key,
    verb text not null,
    person_id integer references people (person_id),
    made_at_ms integer not null,
    revoked_at_ms integer
) without rowid;;
"""


@migrations(name="0006_totals")
def _totals(db: SqliteUtils) -> None:
    _run(db, _TOTALS)


_TOTALS = f"""
drop trigger tally_new;;
drop trigger tally_move;;
drop table tallies;;

create table tallies ( -- rows with shift_id '*' count all shifts together; a count that falls to 0 is dropped
    account text not null,
    shift_id text not null,
    state text not null,
    certificate_no text not null,
    n integer not null,
    primary key (account, shift_id, state, certificate_no)
) without rowid;;
create index tallies_by_certificate on tallies (certificate_no, state) where shift_id = '*';;

insert into tallies select account, shift_id, state, certificate_no, count(*) from replacements
    group by account, shift_id, state, certificate_no;;
insert into tallies select account, '*', state, certificate_no, sum(n) from tallies
    group by account, state, certificate_no;;

create trigger tally_new after insert on replacements begin
    insert into tallies values (new.account, new.shift_id, new.state, new.certificate_no, 1),
        (new.account, '*', new.state, new.certificate_no, 1)
        on conflict do update set n = n + 1;
end;;

create trigger tally_move after update of state on replacements when new.state <> old.state begin
    update tallies set n = n - 1 where account = old.account and shift_id in (old.shift_id, '*')
        and state = old.state and certificate_no = old.certificate_no;
    delete from tallies where account = old.account and shift_id in (old.shift_id, '*')
        and state = old.state and certificate_no = old.certificate_no and n = 0;
    insert into tallies values (new.account, new.shift_id, new.state, new.certificate_no, 1),
        (new.account, '*', new.state, new.certificate_no, 1)
        on conflict do update set n = n + 1;
end;;

drop index replacements_by_sn;; -- a scan touches the index of live rows alone
create index replacements_ended_by_sn on replacements (sn)
    where state in ({quoted([*set(ReplacementState) - LIVE_STATES])});;
create index shifts_open on shifts (shift_id) where ended_at_ms is null;;
"""


@migrations(name="0007_history")
def _history(db: SqliteUtils) -> None:
    _run(db, _HISTORY)


_HISTORY = """
create table history_blocks ( -- what occurs in each full block of 1024 rows, see store/history.py
    block integer not null,
    operator text not null,
    certificate_no text not null,
    first_ms integer not null,
    last_ms integer not null,
    first_sn text not null,
    last_sn text not null,
    primary key (block, operator, certificate_no)
) without rowid;;

insert into history_blocks
    select seq / 1024, operator, certificate_no, min(scanned_at_ms), max(scanned_at_ms), min(sn), max(sn)
    from replacements not indexed
    where seq < (select (coalesce(max(seq), 0) + 1) / 1024 * 1024 from replacements) group by 1, 2, 3;;

create table shift_counters ( -- the platform's counter when the shift began and as last seen in it
    shift_id text not null,
    account text not null,
    certificate_no text not null,
    first_used integer not null,
    first_here integer not null,
    first_ms integer not null,
    last_used integer not null,
    last_here integer not null,
    last_ms integer not null,
    primary key (shift_id, account, certificate_no)
) without rowid;;

create view counters_seen as -- `here`: units of it confirmed by this station by then
    select account, certificate_no, json_extract(body, '$.quota_used') as used,
        json_extract(body, '$.confirmed_here') as here, fetched_at_ms as at_ms
    from certificates where json_extract(body, '$.confirmed_here') is not null;;

create trigger shift_counters_begin after insert on shifts begin
    insert into shift_counters select new.shift_id, account, certificate_no, used, here, at_ms, used, here, at_ms
        from counters_seen where true on conflict do nothing;
end;;

create trigger shift_counters_new after insert on certificates begin
    insert into shift_counters
        select shift_id, account, certificate_no, used, here, at_ms, used, here, at_ms
        from counters_seen, (select shift_id from shifts where ended_at_ms is null)
        where account = new.account and certificate_no = new.certificate_no
        on conflict do update set last_used = excluded.last_used, last_here = excluded.last_here,
            last_ms = excluded.last_ms;
end;;

create trigger shift_counters_seen after update of body on certificates begin
    insert into shift_counters
        select shift_id, account, certificate_no, used, here, at_ms, used, here, at_ms
        from counters_seen, (select shift_id from shifts where ended_at_ms is null)
        where account = new.account and certificate_no = new.certificate_no
        on conflict do update set last_used = excluded.last_used, last_here = excluded.last_here,
            last_ms = excluded.last_ms;
end;;
"""


@migrations(name="0008_desk")
def _desk(db: SqliteUtils) -> None:
    _run(db, _DESK)


_DESK = """
create table products ( -- the account's products as one JSON list, as last seen
    account text primary key,
    fetched_ms integer not null,
    body text not null
) without rowid;;

create index journal_beside_rows on journal (seq) where item_id is null;; -- entries of no unit: few among many
"""
