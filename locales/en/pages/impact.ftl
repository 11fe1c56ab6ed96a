### From content/pages/impact.md, made by `isogloss sync`: edit that file, not this one.

# Title of the page.
page-impact-title = Our impact

# One sentence about the page, for search engines and previews.
page-impact-summary = What { -network } has done with children, members and partners: stories from 2022, the figures we have, the figures we lack, and how we check our own work.
