### From content/diagrams/change.toml, made by `isogloss sync`: edit that file, not this one.

# Title of a diagram.
diagram-change-title = How change happens

# The diagram in words, for people who do not see it.
diagram-change-description = A diagram in four stages, each leading to the next. First, perceptions of children and attitudes towards them shift. Then children and civil society are empowered to act. What they say influences the decisions of States, at home and at the United Nations. In the end, laws and policies are reformed.

# A stage of the diagram: a heading above boxes.
diagram-change-stage-perceptions-label = Perceptions and attitudes shift

# A stage of the diagram: a heading above boxes.
diagram-change-stage-empowerment-label = Children and civil society are empowered

# A stage of the diagram: a heading above boxes.
diagram-change-stage-decisions-label = States’ decisions are influenced

# A stage of the diagram: a heading above boxes.
diagram-change-stage-reform-label = Laws and policies are reformed

# A box of the diagram: keep it short.
diagram-change-node-people-with-rights-label = Adults see children as people with rights

# A box of the diagram: keep it short.
diagram-change-node-views-taken-seriously-label = Children’s views are taken seriously

# A box of the diagram: keep it short.
diagram-change-node-children-act-label = Children know their rights and defend them

# A box of the diagram: keep it short.
diagram-change-node-organisations-act-label = Organisations know how to act with children

# A box of the diagram: keep it short.
diagram-change-node-decisions-at-home-label = Governments listen before they decide

# A box of the diagram: keep it short.
diagram-change-node-decisions-at-the-un-label = States make commitments at the UN

# A box of the diagram: keep it short.
diagram-change-node-better-laws-label = Laws respect the { -convention }

# A box of the diagram: keep it short.
diagram-change-node-better-policies-label = Policies turn rights into daily practice
