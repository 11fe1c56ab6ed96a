### Habari: mashirika mia moja. Rasimu ya Kiswahili.

story-one-hundred-organisations-title = Nguvu ya mashirika mia moja

story-one-hundred-organisations-summary = Katika Mkutano wake Mkuu wa tarehe 2–3 Juni 2022, { -network } ulifikisha mashirika 100.

story-one-hundred-organisations-body-yztj = Tarehe 2 na 3 Juni 2022, { -network } ulifanya Mkutano wake Mkuu, yaani mkutano unaowaleta pamoja wanachama wake. Zaidi ya wawakilishi 70 walishiriki. (Huu ni mkutano wetu wenyewe, si { -un-general-assembly }.) Ni hapo ambapo mtandao wetu ulifikisha mashirika 100.

story-one-hundred-organisations-body-ux4u = Kufikia mia moja kunafurahisha, lakini hilo silo jambo kuu. Kila shirika huleta yale linayoyajua kuhusu maisha ya watoto mahali lilipo, na hupata wenzake wa kujifunza kutoka kwao. Mwaka 2022 tulipokea wanachama wapya 11, na kwa kila anayejiunga, inazidi kuwa vigumu kuupuuza mtandao wetu.

story-one-hundred-organisations-link-label = Wafahamu wanachama wetu
