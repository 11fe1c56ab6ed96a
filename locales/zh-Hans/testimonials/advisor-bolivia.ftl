### 一位儿童顾问的话（概括）。

testimonial-advisor-bolivia-body-6aen = 这位顾问谈到自己学到的东西：权利属于每一个孩子，了解权利才能更好地捍卫权利。为其他孩子说话是一份责任，而大人这一边，也应当愿意倾听。

testimonial-advisor-bolivia-attribution-role = 儿童顾问
