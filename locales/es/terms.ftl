### Nombres que se usan en todo el sitio, tal como los escriben las Naciones Unidas en español.
###
### El artículo no forma parte del nombre: se escribe en la frase, y así se hacen bien
### las contracciones (“al { -un-committee }”, “del { -un-secretary-general }”).

# Femenino singular: “la Red”.
-network = Red por los Derechos de la Niñez

# Femenino singular.
-convention = Convención sobre los Derechos del Niño

# Masculino singular.
-un-committee = Comité de los Derechos del Niño de las Naciones Unidas

# Masculino singular.
-un-human-rights-council = Consejo de Derechos Humanos de las Naciones Unidas

# Femenino singular.
-un-general-assembly = Asamblea General de las Naciones Unidas

# Masculino plural.
-un-treaty-bodies = órganos de tratados de derechos humanos de las Naciones Unidas

# El cargo, con el nombre que le da la Carta de las Naciones Unidas. Masculino singular.
# No se usa “Secretaría General”, que se confundiría con la Secretaría, otro órgano.
-un-secretary-general = Secretario General de las Naciones Unidas
