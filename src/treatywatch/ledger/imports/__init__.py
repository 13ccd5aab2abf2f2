"""From what depositaries publish to acts and faults.

``run.run_import`` reads saved status pages, applies the corrections, compares with the record and
writes; ``untc.import_untc_page`` reads one page; ``table.import_table`` reads a table made by hand.

Faults of a page, by code: ``unknown-participant``, ``unknown-treaty``, ``unknown-heading``,
``unknown-letter`` (add the words to the record); ``cell-not-read``, ``end-note-not-read``,
``predecessor-not-read``, ``torn-row``, ``second-table`` (words or places that were not understood);
``not-a-date``, ``no-day-of-status``, ``no-reference``, ``row-without-act``,
``notice-without-date``, ``notice-of-nobody``, ``statement-without-date``,
``revocation-of-nothing``, ``no-such-end-note``,
``brackets-without-note`` (something is missing); ``totals-differ``, ``two-rows``,
``another-day-of-status``, ``entry-into-force-differs`` (the page disagrees with itself or with us).
Of the corrections: ``correction-caught-up`` (delete the row), ``correction-without-act``,
``wrong-value``.
"""
