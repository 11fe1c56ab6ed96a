### Wito wa kuchukua hatua. Rasimu ya Kiswahili.

action-act-title = Simama pamoja na watoto

action-act-body-2z92 = Si lazima uwe mtaalamu. Muulize mtoto anafikiri nini, na umsikilize hadi mwisho. Waambie wanaokuwakilisha kwamba haki za watoto ni muhimu kwako. Na kama shirika lako linatetea haki za watoto, karibu tuzungumze.

action-act-link-label = Tazama unachoweza kufanya
