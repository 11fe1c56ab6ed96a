### From content/sections/results.md, made by `isogloss sync`: edit that file, not this one.

# Heading of a section.
section-results-title = How we check our own work

# Paragraph.
section-results-body-44g2 = Good intentions are not results. In a results-based approach, **we start from the change we want to see**, decide which signs would show it, and then look honestly for those signs, *even when they are missing*.

# Heading.
section-results-body-r4pf = What we track

# Paragraph.
section-results-body-5zrc = Our monitoring and evaluation plan answers four plain questions:

# List item.
section-results-body-eyhe = What do we track?

# List item.
section-results-body-jip3 = How do we collect it?

# List item.
section-results-body-2e9d = How often do we look?

# List item.
section-results-body-bsk4 = Who does the work?

# Paragraph.
section-results-body-yiup = In short:

# Table heading.
section-results-body-yx6b = What we track

# Table heading.
section-results-body-9qwv = How we collect it

# Table heading.
section-results-body-zb74 = How often

# Table heading.
section-results-body-5s3k = By whom

# Table cell.
section-results-body-yq9x = Organisations in the network

# Table cell.
section-results-body-r5h2 = Membership register

# Table cell.
section-results-body-6kr4 = Every year

# Table cell.
section-results-body-9s7x = Secretariat

# Table cell.
section-results-body-ncmn = Children’s part in our work

# Table cell.
section-results-body-p4a7 = Activity records and feedback

# Table cell.
section-results-body-tzqi = After each activity

# Table cell.
section-results-body-nc9y = Staff who work with children

# Table cell.
section-results-body-uis2 = Statements and submissions at the UN

# Table cell.
section-results-body-dbyx = List of published texts

# Table cell.
section-results-body-fd4u = Every year

# Table cell.
section-results-body-fc2d = Secretariat

# Paragraph.
section-results-body-iyiy = We break figures down by age, gender and geography. A total can hide who was left out; a breakdown helps us to see it.

# Quotation.
section-results-body-nhj9 = A gap in our figures is a reason to ask a question, never a reason to guess.

# Heading.
section-results-body-2bmy = What we do with what we learn

# Paragraph.
section-results-body-zkia = Every year, we take the same steps:

# List item.
section-results-body-eg5m = We compare what happened with the objectives we set.

# List item.
section-results-body-kf5s = We write down the lessons, the uncomfortable ones too.

# List item.
section-results-body-njex = We publish an annual report that anyone can read.

# Paragraph.
section-results-body-cgdj = We also ask people from outside to judge our work. These external evaluations can see what we, standing too close, may miss.

# Paragraph.
section-results-body-frtg =
    Do you have a question about a figure?\
    Look first in our [annual reports](https://example.org/annual-reports), and then ask us.
