### From content/testimonials/advisor-bolivia.md, made by `isogloss sync`: edit that file, not this one.

# Paragraph.
testimonial-advisor-bolivia-body-6aen = This advisor speaks of learning that rights belong to every child, and that knowing them helps you to defend them. To speak for other children is a responsibility, and adults for their part should be ready to listen.

# Who the words are from.
testimonial-advisor-bolivia-attribution-role = Child advisor
