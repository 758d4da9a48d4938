"""What is made of codes in the made-up study, in the order in which a day's work is done."""

from __future__ import annotations

from ownwords.demo.study_asking import checking_back
from ownwords.demo.study_chart import chart
from ownwords.demo.study_findings import findings
from ownwords.demo.study_grounded import grounded
from ownwords.demo.study_report import report
from ownwords.demo.study_suggested import suggestions
from ownwords.demo.study_themes import themes

MADE_OF_CODES = (themes, grounded, findings, chart, suggestions, checking_back, report)
