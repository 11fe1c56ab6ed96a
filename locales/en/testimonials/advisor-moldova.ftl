### From content/testimonials/advisor-moldova.md, made by `isogloss sync`: edit that file, not this one.

# Paragraph.
testimonial-advisor-moldova-body-tjzp = For this advisor, what counts is being heard: having a view taken seriously, not only having a place in the room. Learning about rights is part of it, and so is speaking for the many children whom nobody asks.

# Who the words are from.
testimonial-advisor-moldova-attribution-role = Child advisor
