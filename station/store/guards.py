"""The triggers that hold the life of a scan, written from the table of moves: part of the schema from the start."""

from __future__ import annotations

from station.lifecycle import MOVES
from station.model import LIVE_STATES


def quoted(words: list[str]) -> str:
    """The words as a list of SQL texts, in a fixed order."""
    return ", ".join(f"'{word}'" for word in sorted(words))


def guards() -> str:
    """Triggers that hold the life of a scan even against a statement typed by hand."""
    moves = quoted([f"{move.state}>{move.next_state}" for move in MOVES])
    return f"""
create trigger replacements_start before insert on replacements begin
    select raise(abort, 'a row starts as saved') where new.state <> 'saved';
    select raise(abort, 'rows are only appended') -- without this, INSERT OR REPLACE would delete the old one
        where new.seq <> (select coalesce(max(seq), 0) + 1 from replacements)
        or exists (select 1 from replacements where item_id = new.item_id)
        or exists (select 1 from replacements where sn = new.sn and certificate_no = new.certificate_no
            and state in ({quoted([*LIVE_STATES])}));
end;;

create trigger replacements_stay before delete on replacements begin
    select raise(abort, 'a row is never deleted');
end;;

create trigger replacements_identity before update of
    seq, item_id, sn, certificate_no, original_pid, new_pid, account, station_id, operator, shift_id, scanned_at_ms
    on replacements begin
    select raise(abort, 'what a row stands for never changes');
end;;

create trigger replacements_move before update of state on replacements when new.state <> old.state begin
    select raise(abort, 'illegal move') where old.state || '>' || new.state not in ({moves});
    select raise(abort, 'a move without a journal entry') where new.journal_seq <= old.journal_seq
        or not exists (select 1 from journal where seq = new.journal_seq and item_id = new.item_id);
    select raise(abort, 'an uncounted attempt') where new.state = 'sending' and new.attempts <> old.attempts + 1;
end;;

create trigger replacements_attempts before update of attempts on replacements begin
    select raise(abort, 'attempts are only counted up, by sending') where new.attempts <> old.attempts
        and not (new.state = 'sending' and old.state = 'saved' and new.attempts = old.attempts + 1);
end;;

create trigger journal_appended before insert on journal begin
    select raise(abort, 'the journal is only appended to')
        where new.seq <> (select coalesce(max(seq), 0) + 1 from journal);
end;;

create trigger journal_stays before delete on journal begin
    select raise(abort, 'the journal is only appended to');
end;;

create trigger journal_unchanged before update on journal begin
    select raise(abort, 'the journal is only appended to');
end;;
"""
