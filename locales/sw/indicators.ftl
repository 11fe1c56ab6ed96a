### Tunachohesabu. Rasimu ya Kiswahili.

indicator-organisations-label = Mashirika katika mtandao wetu

indicator-organisations-sentence =
    { $value ->
        [one] Shirika moja ni mwanachama wa { -network }.
       *[other] Mashirika { $value } ni wanachama wa { -network }.
    }

indicator-organisations-method = Mashirika yaliyoorodheshwa katika daftari la wanachama.

indicator-new-members-label = Wanachama wapya

indicator-new-members-sentence =
    { $value ->
        [one] Mwanachama mpya mmoja alipokelewa katika mwaka huo.
       *[other] Wanachama wapya { $value } walipokelewa katika mwaka huo.
    }

indicator-representatives-label = Wawakilishi katika Mkutano wetu Mkuu

indicator-representatives-sentence =
    { $value ->
        [one]
            { $bound ->
                [more-than] Zaidi ya mwakilishi mmoja walishiriki katika Mkutano wetu Mkuu.
                [at-least] Angalau mwakilishi mmoja alishiriki katika Mkutano wetu Mkuu.
                [about] Takriban mwakilishi mmoja alishiriki katika Mkutano wetu Mkuu.
               *[exact] Mwakilishi mmoja alishiriki katika Mkutano wetu Mkuu.
            }
       *[other]
            { $bound ->
                [more-than] Zaidi ya wawakilishi { $value } walishiriki katika Mkutano wetu Mkuu.
                [at-least] Angalau wawakilishi { $value } walishiriki katika Mkutano wetu Mkuu.
                [about] Takriban wawakilishi { $value } walishiriki katika Mkutano wetu Mkuu.
               *[exact] Wawakilishi { $value } walishiriki katika Mkutano wetu Mkuu.
            }
    }

indicator-representatives-method = Tumehesabu watu, si mashirika.

indicator-years-label = Miaka tangu kuanzishwa

indicator-years-sentence =
    { $value ->
        [one] Mwaka mmoja wa kutetea haki za watoto.
       *[other] Miaka { $value } ya kutetea haki za watoto.
    }

indicator-defenders-label = Watetezi waliowezeshwa kutoa taarifa

indicator-defenders-sentence =
    { $value ->
        [one] Mtetezi mmoja wa haki, mtu mzima au mtoto, aliwezeshwa kutoa taarifa kwa { -un-committee }.
       *[other] Watetezi { $value } wa haki, wakiwemo watoto, waliwezeshwa kutoa taarifa kwa { -un-committee }.
    }

indicator-resources-label = Nyenzo katika lugha mbalimbali

indicator-resources-sentence =
    { $value ->
        [one] Nyenzo moja ilichapishwa katika lugha mbalimbali.
       *[other] Nyenzo { $value } zilichapishwa katika lugha mbalimbali.
    }

indicator-advisors-label = Watoto washauri

indicator-advisors-sentence =
    { $value ->
        [one] Mtoto mshauri mmoja mwenye umri wa kati ya miaka 13 na 17 alishirikiana nasi.
       *[other] Watoto washauri { $value } wenye umri wa kati ya miaka 13 na 17, kutoka kanda zote za dunia, walishirikiana nasi.
    }

indicator-workshops-label = Warsha za mtandaoni barani Afrika

indicator-workshops-sentence =
    { $value ->
        [one] Warsha moja ya mtandaoni ilifanyika barani Afrika.
       *[other] Warsha { $value } za mtandaoni zilifanyika barani Afrika.
    }

indicator-side-event-label = Watu waliohudhuria mkutano wa kando wa pamoja

indicator-side-event-sentence =
    { $value ->
        [one] Mtu mmoja alihudhuria mkutano wa kando ulioandaliwa kwa pamoja.
       *[other] Watu { $value } walihudhuria mkutano wa kando ulioandaliwa kwa pamoja.
    }

indicator-side-event-method = Mkutano wa kando ni mkutano unaofanyika sambamba na mkutano rasmi.

indicator-submissions-label = Matamko na mawasilisho katika Umoja wa Mataifa

indicator-submissions-sentence =
    { $value ->
        [one] Tamko au wasilisho moja lilitolewa katika Umoja wa Mataifa.
       *[other] Jumla ya matamko na mawasilisho { $value } yalitolewa katika Umoja wa Mataifa.
    }
