### From content/actions/report.md, made by `isogloss sync`: edit that file, not this one.

# Heading of a call to action.
action-report-title = Read the annual report

# Paragraph.
action-report-body-v92t = Our annual reports are public. They set out what we planned, what we did and what we learned, so that you can judge for yourself.

# Text of the link or button.
action-report-link-label = Open the annual reports
