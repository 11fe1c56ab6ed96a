### From content/stories/survey-on-child-rights-mainstreaming.md, made by `isogloss sync`: edit that file, not this one.

# Title of a story.
story-survey-on-child-rights-mainstreaming-title = A survey to help shape UN guidance on children’s rights

# What the story is about, in one or two sentences.
story-survey-on-child-rights-mainstreaming-summary = Through an online survey, civil society can contribute to the guidance note of the { -un-secretary-general } on child rights mainstreaming.

# Paragraph.
story-survey-on-child-rights-mainstreaming-body-59tw = An online survey gives civil society a say in the guidance note of the { -un-secretary-general } on child rights mainstreaming. Mainstreaming is a long word for a simple idea: children should not be the concern of one office alone. Whoever plans a road, a health service or a budget should ask what it will mean for them.

# Paragraph.
story-survey-on-child-rights-mainstreaming-body-rqpe = Organisations that work with children see where that question is forgotten. A survey lets them say so without travelling, and lets a small local group be read beside a large one. Guidance has a better chance of being useful when they help to shape it.

# Text of the link below the story.
story-survey-on-child-rights-mainstreaming-link-label = More about the survey
