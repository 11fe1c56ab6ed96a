### رسم توضيحي: كيف يحدث التغيير.

diagram-change-title = كيف يحدث التغيير

diagram-change-description = رسم توضيحي من أربع مراحل، تؤدي كل منها إلى التي تليها. في البداية، تتغير النظرة إلى الأطفال والمواقف تجاههم. ثم يُمكَّن الأطفال والمجتمع المدني من التحرك. ويؤثر ما يقولونه في قرارات الدول، داخل بلدانها وفي الأمم المتحدة. وفي النهاية، يجري إصلاح القوانين والسياسات.

diagram-change-stage-perceptions-label = تغيُّر النظرة والمواقف

diagram-change-stage-empowerment-label = تمكين الأطفال والمجتمع المدني

diagram-change-stage-decisions-label = التأثير في قرارات الدول

diagram-change-stage-reform-label = إصلاح القوانين والسياسات

diagram-change-node-people-with-rights-label = الكبار يرون في الأطفال أصحاب حقوق

diagram-change-node-views-taken-seriously-label = آراء الأطفال تؤخذ على محمل الجد

diagram-change-node-children-act-label = الأطفال يعرفون حقوقهم ويدافعون عنها

diagram-change-node-organisations-act-label = المنظمات تعرف كيف تعمل مع الأطفال

diagram-change-node-decisions-at-home-label = الحكومات تصغي قبل أن تقرر

diagram-change-node-decisions-at-the-un-label = الدول تتعهد بالتزامات في الأمم المتحدة

diagram-change-node-better-laws-label = القوانين تحترم { -convention }

diagram-change-node-better-policies-label = السياسات تحوّل الحقوق إلى ممارسة يومية
