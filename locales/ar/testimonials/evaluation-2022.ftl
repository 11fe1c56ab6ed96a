### نتيجة من تقييم خارجي.

testimonial-evaluation-2022-body-qdzj = خلص التقييم إلى أن { -network } تساعد الأطفال على تعلُّم حقوقهم، وعلى إسماع أصواتهم، وعلى الكلام دفاعًا عن غيرهم كما عن أنفسهم.

testimonial-evaluation-2022-attribution-role = تقييم خارجي للشبكة، 2022
