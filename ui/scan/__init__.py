"""The operator's page: the big result, the counters, the last scans, and the way of a label to them."""
