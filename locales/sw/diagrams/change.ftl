### Mchoro wa mabadiliko. Rasimu ya Kiswahili.

diagram-change-title = Jinsi mabadiliko yanavyotokea

diagram-change-description = Mchoro wenye hatua nne, kila moja ikielekea kwenye inayofuata. Kwanza, fikra na mitazamo kuhusu watoto hubadilika. Kisha watoto na asasi za kiraia huwezeshwa kuchukua hatua. Wanayoyasema hushawishi maamuzi ya nchi, ndani ya nchi na katika Umoja wa Mataifa. Mwishowe, sheria na sera hurekebishwa.

diagram-change-stage-perceptions-label = Fikra na mitazamo hubadilika

diagram-change-stage-empowerment-label = Watoto na asasi za kiraia huwezeshwa

diagram-change-stage-decisions-label = Maamuzi ya nchi hushawishiwa

diagram-change-stage-reform-label = Sheria na sera hurekebishwa

diagram-change-node-people-with-rights-label = Watu wazima huwaona watoto kama watu wenye haki

diagram-change-node-views-taken-seriously-label = Maoni ya watoto hutiliwa maanani

diagram-change-node-children-act-label = Watoto huzijua haki zao na kuzitetea

diagram-change-node-organisations-act-label = Mashirika hujua jinsi ya kuchukua hatua pamoja na watoto

diagram-change-node-decisions-at-home-label = Serikali husikiliza kabla ya kuamua

diagram-change-node-decisions-at-the-un-label = Nchi hutoa ahadi katika Umoja wa Mataifa

diagram-change-node-better-laws-label = Sheria huheshimu { -convention }

diagram-change-node-better-policies-label = Sera hugeuza haki kuwa vitendo vya kila siku
