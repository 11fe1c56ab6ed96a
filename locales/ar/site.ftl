### واجهة الموقع: الكلمات المحيطة بالمحتوى.
###
### يُخاطَب القراء بصيغة الجمع، أو بصيغة لا تميز بين المذكر والمؤنث.

## الموقع والتنقل فيه

site-title = { -network }

page-title = { $title } – { site-title }

skip-to-content = الانتقال إلى المحتوى

nav =
    .aria-label = التنقل الرئيسي

nav-impact = أثرنا
nav-stories = قصص
nav-figures = أرقام
nav-voices = أصوات
nav-act = شاركوا معنا

language-switcher = اللغة
    .aria-label = اختيار لغة هذه الصفحة

not-translated = يظهر هذا الجزء باللغة { $language } لأنه لم يُترجم بعد.

welcome = { $audience ->
    [child] لك حقوق، وهذه الصفحة لك أنت أيضًا.
   *[adult] للأطفال حقوق. اكتشفوا ما نفعله من أجلها.
}

## القصص

read-more = قراءة المزيد
    .aria-label = قراءة المزيد: { $title }

published-on = نُشرت في { $date }

stories-count = { $count ->
    [zero] لا توجد أي قصص
    [one] قصة واحدة
    [two] قصتان
    [few] { $count } قصص
    [many] { $count } قصة
   *[other] { $count } قصة
}

image-credit = الصورة: { $credit }

topics = المواضيع

topic-solidarity = التضامن
topic-participation = المشاركة
topic-environment = البيئة
topic-gender = النوع الاجتماعي
topic-mainstreaming = حقوق الطفل في جميع مجالات العمل
topic-treaty-bodies = هيئات المعاهدات
topic-membership = الأعضاء
topic-civic-space = الحيز المدني

## الأرقام

# لا نعرف الرقم. ليس معناه «لا شيء» ولا «صفر».
figures-not-available = غير متاح
    .title = ليس لدينا رقم نثق به. وهذا لا يعني صفرًا.

# لم يجمع أحد الرقم. ليس معناه «لا شيء» ولا «صفر».
figures-not-collected = لم تُجمع بياناته
    .title = لم يجمع أحد بيانات هذا الرقم. وهذا لا يعني صفرًا.

figures-announced = معلن عنها: لا أرقام بعد

figures-more-than = أكثر من { $value }

figures-at-least = { $value } على الأقل

figures-about = نحو { $value }

cell-girls = { $value ->
    [zero] لا فتيات
    [one] فتاة واحدة
    [two] فتاتان
    [few] { $value } فتيات
    [many] { $value } فتاة
   *[other] { $value } فتاة
}

dimension-gender = بحسب النوع الاجتماعي

breakdown-incomplete = باقي الأجزاء: { figures-not-available }

shares-of-year = { $period ->
    [open] { $count ->
        [zero] لا توجد أي أرقام لعام { $year } حتى الآن
        [one] رقم واحد لعام { $year } حتى الآن
        [two] رقمان لعام { $year } حتى الآن
        [few] { $count } أرقام لعام { $year } حتى الآن
        [many] { $count } رقمًا لعام { $year } حتى الآن
       *[other] { $count } رقم لعام { $year } حتى الآن
    }
   *[closed] { $count ->
        [zero] لا توجد أي أرقام لعام { $year }
        [one] رقم واحد لعام { $year }
        [two] رقمان لعام { $year }
        [few] { $count } أرقام لعام { $year }
        [many] { $count } رقمًا لعام { $year }
       *[other] { $count } رقم لعام { $year }
    }
}

## الشهادات

testimonial-summary-note = ملخص لما قاله الطفل بنفسه
testimonial-finding-note = ملخص من التقييم
testimonial-name-withheld = الاسم غير منشور
testimonial-consent = منشور بعد الحصول على الموافقة

testimonial-translated = مترجم من اللغة { $language }

## قوائم النتائج وأسفل الصفحة

results-page = الصفحة { $current } من { $total }
    .aria-label = أنتم في الصفحة { $current } من { $total }

updated = آخر تحديث: { $date }

page-foot = { site-title }. { updated }.
