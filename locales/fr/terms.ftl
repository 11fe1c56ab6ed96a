### Les noms employés dans tout le site.
###
### Les articles ne font pas partie des noms : écrivez-les dans la phrase
### (« le », « du », « au », « l’ »).

-network = Réseau pour les droits de l’enfant

-convention = Convention relative aux droits de l’enfant

-un-committee = Comité des droits de l’enfant des Nations Unies

-un-human-rights-council = Conseil des droits de l’homme des Nations Unies

-un-general-assembly = Assemblée générale des Nations Unies

# Au pluriel, sans majuscule : « les », « des ».
-un-treaty-bodies = organes conventionnels des Nations Unies relatifs aux droits humains

# Le titre officiel de la fonction.
-un-secretary-general = Secrétaire général des Nations Unies
