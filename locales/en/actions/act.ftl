### From content/actions/act.md, made by `isogloss sync`: edit that file, not this one.

# Heading of a call to action.
action-act-title = Stand with children

# Paragraph.
action-act-body-2z92 = You do not need to be an expert. Ask a child what they think, and listen to the end. Tell those who represent you that children’s rights matter to you. And if your organisation works for children’s rights, come and talk to us.

# Text of the link or button.
action-act-link-label = See what you can do
