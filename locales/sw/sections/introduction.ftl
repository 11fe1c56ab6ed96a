### Utangulizi. Rasimu ya Kiswahili.

section-introduction-title = Kwa nini tunafanya kazi hii

section-introduction-body-wdgq = Karibu theluthi moja ya watu wote duniani ni watoto. Kila mahali ulimwenguni, haki zao hupuuzwa au kukiukwa, mara nyingi kwa namna ambayo watu wazima wameacha kuitambua.

section-introduction-body-9z2t = Kwa miongo minne, { -network } umekuwa ukifanya kazi ili kubadilisha hali hiyo, kuanzia katika jamii za mashinani hadi katika taasisi za kimataifa. Tunafanya hivyo pamoja na watoto, wanachama wetu na washirika, kwa sababu yale ambayo watoto wanayajua kuhusu maisha yao wenyewe yanapaswa kuwafikia watu wanaofanya maamuzi yanayowahusu.

section-introduction-body-tgpg = Ahadi kwa watoto tayari imeandikwa. { -convention } unaeleza yale ambayo kila mtoto anastahili kuyapata, nayo { -un-committee }, ambayo ni kundi la wataalamu huru, hufuatilia jinsi nchi zinavyotimiza ahadi zao. Ukurasa huu unakueleza yale tuliyoyafanya, yale tunayoweza kuyahesabu, na yale ambayo bado hatuwezi kuyahesabu.
