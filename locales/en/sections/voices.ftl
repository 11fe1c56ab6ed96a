### From content/sections/voices.md, made by `isogloss sync`: edit that file, not this one.

# Heading of a section.
section-voices-title = What children and evaluators tell us

# Paragraph.
section-voices-body-kw9t = Two of these voices belong to child advisors, young people aged 13 to 17 who advise us. We do not publish their names, and we do not put words in their mouths: each text is a summary of what the child said. The third is a finding of an external evaluation, also summarised.
