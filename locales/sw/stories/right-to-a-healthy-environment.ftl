### Habari: haki ya mazingira yenye afya. Rasimu ya Kiswahili.

story-right-to-a-healthy-environment-title = Mazingira yenye afya yatambuliwa kuwa haki ya binadamu

story-right-to-a-healthy-environment-summary = Tarehe 28 Julai 2022, { -un-general-assembly } lilitambua haki ya kuwa na mazingira safi, yenye afya na endelevu. Ni wachache walio na sababu kubwa zaidi ya kulijali jambo hili kuliko watoto.

story-right-to-a-healthy-environment-image-alt = Mchoro wa mche mchanga wenye majani mawili, unaoota kwenye vilima vya kijani kibichi kando ya maji ya buluu, chini ya jua lenye joto la kupendeza.

story-right-to-a-healthy-environment-body-svbn = Tarehe 28 Julai 2022, { -un-general-assembly } lilitambua haki ya kuwa na mazingira safi, yenye afya na endelevu. Kila nchi mwanachama wa Umoja wa Mataifa ina kiti katika baraza hili, kwa hiyo maneno yake yana uzito. Haki hii ni ya kila mtu, akiwemo kila mtoto.

story-right-to-a-healthy-environment-body-qscx = Kwa watoto, hili si jambo la mbali. Miili inayokua hudhurika kwa urahisi kutokana na hewa chafu na maji yasiyo salama, na walio wadogo zaidi leo ndio watakaoishi na madhara hayo kwa muda mrefu zaidi. Lakini wao ndio waliokuwa na nafasi ndogo zaidi ya kusikika katika maamuzi yaliyoyasababisha.

story-right-to-a-healthy-environment-body-wxmu = Kutambua haki hakutoshi kusafisha mto. Hata hivyo, kunawapa watu kigezo wanachoweza kukirejelea, katika mkutano wa kijiji na vilevile katika Umoja wa Mataifa. Mtoto anayeomba hewa safi haombi fadhila, bali anataja haki iliyotambuliwa.

story-right-to-a-healthy-environment-link-label = Soma azimio
