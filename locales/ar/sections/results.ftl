### قسم المتابعة والتقييم.

section-results-title = كيف نتحقق من عملنا

section-results-body-44g2 = النوايا الحسنة ليست نتائج. في النهج القائم على النتائج، **ننطلق من التغيير الذي نريد أن نراه**، ونقرر ما العلامات التي تدل عليه، ثم نبحث بصدق عن تلك العلامات، *حتى عندما تكون غائبة*.

section-results-body-r4pf = ما نتابعه

section-results-body-5zrc = تجيب خطتنا للرصد والتقييم عن أربعة أسئلة بسيطة:

section-results-body-eyhe = ماذا نتابع؟

section-results-body-jip3 = كيف نجمعه؟

section-results-body-2e9d = كم مرة ننظر فيه؟

section-results-body-bsk4 = من يقوم بالعمل؟

section-results-body-yiup = باختصار:

section-results-body-yx6b = ما نتابعه

section-results-body-9qwv = كيف نجمعه

section-results-body-zb74 = كم مرة

section-results-body-5s3k = من يقوم به

section-results-body-yq9x = المنظمات في الشبكة

section-results-body-r5h2 = سجل العضوية

section-results-body-6kr4 = كل سنة

section-results-body-9s7x = الأمانة

section-results-body-ncmn = مشاركة الأطفال في عملنا

section-results-body-p4a7 = سجلات الأنشطة وآراء المشاركين

section-results-body-tzqi = بعد كل نشاط

section-results-body-nc9y = الموظفون الذين يعملون مع الأطفال

section-results-body-uis2 = البيانات والمساهمات المقدَّمة في الأمم المتحدة

section-results-body-dbyx = قائمة النصوص المنشورة

section-results-body-fd4u = كل سنة

section-results-body-fc2d = الأمانة

section-results-body-iyiy = نصنّف الأرقام بحسب العمر والنوع الاجتماعي والمنطقة الجغرافية. فالمجموع قد يخفي من تُرك جانبًا، والتصنيف يساعدنا على رؤيته.

section-results-body-nhj9 = كل ثغرة في أرقامنا تدعونا إلى طرح سؤال، ولا تدعونا أبدًا إلى التخمين.

section-results-body-2bmy = ماذا نفعل بما نتعلمه

section-results-body-zkia = في كل سنة، نتبع الخطوات نفسها:

section-results-body-eg5m = نقارن ما حدث بالأهداف التي حددناها.

section-results-body-kf5s = ندوّن الدروس المستفادة، حتى غير المريح منها.

section-results-body-njex = ننشر تقريرًا سنويًا يستطيع أي شخص أن يقرأه.

section-results-body-cgdj = ونطلب أيضًا إلى أشخاص من خارج الشبكة أن يحكموا على عملنا. فهذه التقييمات الخارجية تستطيع أن ترى ما قد يفوتنا نحن لشدة قربنا منه.

section-results-body-frtg =
    هل لديكم سؤال عن أحد الأرقام؟\
    ابحثوا أولًا في [تقاريرنا السنوية](https://example.org/annual-reports)، ثم اسألونا.
