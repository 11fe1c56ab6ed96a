### From content/testimonials/evaluation-2022.md, made by `isogloss sync`: edit that file, not this one.

# Paragraph.
testimonial-evaluation-2022-body-qdzj = The evaluation found that { -network } helps children to learn about their rights, to be heard, and to speak up for others as well as for themselves.

# Who the words are from.
testimonial-evaluation-2022-attribution-role = External evaluation of the network, 2022
