"""Rows that leave by a signed file and are sent by another station of the same account, or come back.

What happens if the program stops half-way? Leaving has three steps, each durable before the next one begins:
1. the rows are noted as promised to this file (they are still saved, and may still be sent from here; the operator
   cannot undo them any more);
2. the file is written, synced, renamed into place, and its folder synced;
3. the rows are moved to handed_over, all in one transaction.
Before 2 no file exists and the rows are sent from here. Between 2 and 3 both stations have them: whoever sends second
is told the stored result, because the item id is the same, so the unit is done once. After 3 the file alone counts;
when it is lost, `export --again` writes it anew, and importing any such file at home takes the rows back. Arriving is
one transaction, and a file may arrive any number of times: a row is known by its item id.

A row keeps its account, certificate, station, operator and time, and is sent only as those. Its right to quota was
spent where it was scanned, so that is not asked again; where the certificate has less left than arrived, it is said.
"""
