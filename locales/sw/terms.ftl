### Majina yanayotumika katika tovuti nzima. Rasimu ya Kiswahili.
###
### Ngeli, kwa ajili ya upatanisho wa sarufi katika sentensi:
### mtandao, mkataba: u- (ulifanya); kamati: i- (inafuatilia); baraza: li- (lilitambua);
### vyombo: vi- (vinafuatilia); katibu: a- (alisema).

-network = Mtandao wa Haki za Mtoto

-convention = Mkataba wa Haki za Mtoto

-un-committee = Kamati ya Umoja wa Mataifa ya Haki za Mtoto

-un-human-rights-council = Baraza la Haki za Binadamu la Umoja wa Mataifa

# Mkutano wa mtandao wetu wenyewe unaitwa “Mkutano Mkuu”, si “Baraza Kuu”.
-un-general-assembly = Baraza Kuu la Umoja wa Mataifa

-un-treaty-bodies = Vyombo vya Umoja wa Mataifa vya Mikataba ya Haki za Binadamu

-un-secretary-general = Katibu Mkuu wa Umoja wa Mataifa
