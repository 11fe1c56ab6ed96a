### Names used throughout the site.
###
### A term holds a name once, so that it is the same everywhere. If your
### language changes a name according to its place in the sentence, you may add
### attributes (such as `.gender`) for your own messages to select on, or turn
### the value into a selection on a `$case` parameter and write, for example,
### { -network(case: "genitive") } in your translation. English needs neither.
### Articles are not part of the names: write them in the sentence.

# The name of our own network, used in English without an article. It is the
# name of a group of organisations. Translate it; you may add grammatical cases
# with a `$case` parameter, or a `.gender` attribute.
-network = Child Rights Network

# The treaty in which States promised to respect the rights of everyone under
# 18. Use its official title in your language. You may add grammatical cases
# with a `$case` parameter, or an attribute such as `.gender`.
-convention = Convention on the Rights of the Child

# The independent experts who check how States carry out the Convention. Use the
# official name if your language has one. You may add grammatical cases with a
# `$case` parameter, or an attribute such as `.gender`.
-un-committee = UN Committee on the Rights of the Child

# The UN body of elected States that deals with human rights. It is not one of
# the treaty bodies. You may add grammatical cases with a `$case` parameter, or
# an attribute such as `.gender`.
-un-human-rights-council = UN Human Rights Council

# The UN body in which all Member States sit. The network also has a General
# Assembly of its own: do not use this term for it. You may add grammatical
# cases with a `$case` parameter, or an attribute such as `.gender`.
-un-general-assembly = UN General Assembly

# All the committees of independent experts that watch over human rights
# treaties. Plural in English. You may add grammatical cases with a `$case`
# parameter, or attributes such as `.gender` and `.number`.
-un-treaty-bodies = UN human rights treaty bodies

# The office of the head of the United Nations, not a named person. Avoid a form
# that assumes a man or a woman if you can. You may add grammatical cases with a
# `$case` parameter, or an attribute such as `.gender`.
-un-secretary-general = UN Secretary-General
