//! Edits that authors make, and what each does to the messages of the catalog.
//!
//! Texts are those that a reader gets; what stands in the catalog must show exactly them.

use std::collections::BTreeMap;

use self::Change::{Edited, Gone, Kept, New};
use super::{
    CATALOG, apply, assert_round_trip, blocks, ids, is_block, messages, retired, rewrite, synced,
};
use crate::sample;

/// What becomes of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Change<'a> {
    /// Id and text stay.
    Kept(&'a str),
    /// The id stays, the text changes.
    Edited(&'a str, &'a str),
    /// A text with an id that was never used.
    New(&'a str),
    /// A text whose id is retired.
    Gone(&'a str),
}

/// An edit of the body of a story.
struct Edit {
    name: &'static str,
    before: &'static str,
    after: &'static str,
    /// What becomes of every block.
    changes: &'static [Change<'static>],
}

const EDITS: &[Edit] = &[
    Edit {
        name: "insert at the start",
        before: "The river rose in spring.\n\nBoats came at noon.\n",
        after: "Nobody expected a flood.\n\nThe river rose in spring.\n\nBoats came at noon.\n",
        changes: &[
            New("Nobody expected a flood."),
            Kept("The river rose in spring."),
            Kept("Boats came at noon."),
        ],
    },
    Edit {
        name: "insert in the middle",
        before: "The river rose in spring.\n\nBoats came at noon.\n",
        after: "The river rose in spring.\n\nNobody expected a flood.\n\nBoats came at noon.\n",
        changes: &[
            Kept("The river rose in spring."),
            New("Nobody expected a flood."),
            Kept("Boats came at noon."),
        ],
    },
    Edit {
        name: "insert at the end",
        before: "The river rose in spring.\n",
        after: "The river rose in spring.\n\nNobody expected a flood.\n",
        changes: &[Kept("The river rose in spring."), New("Nobody expected a flood.")],
    },
    Edit {
        name: "move the last paragraph to the top",
        before: "The river rose in spring.\n\nBoats came at noon.\n\nThe school stayed open.\n",
        after: "The school stayed open.\n\nThe river rose in spring.\n\nBoats came at noon.\n",
        changes: &[
            Kept("The school stayed open."),
            Kept("The river rose in spring."),
            Kept("Boats came at noon."),
        ],
    },
    Edit {
        name: "swap two paragraphs",
        before: "The river rose in spring.\n\nBoats came at noon.\n",
        after: "Boats came at noon.\n\nThe river rose in spring.\n",
        changes: &[Kept("Boats came at noon."), Kept("The river rose in spring.")],
    },
    Edit {
        name: "split a paragraph into equal halves",
        before: "The river rose in spring. Children crossed it by boat.\n",
        after: "The river rose in spring.\n\nChildren crossed it by boat.\n",
        changes: &[
            Edited(
                "The river rose in spring. Children crossed it by boat.",
                "The river rose in spring.",
            ),
            New("Children crossed it by boat."),
        ],
    },
    Edit {
        name: "split off the short beginning of a paragraph",
        before: "Water came. The school on the hill stayed open for all.\n",
        after: "Water came.\n\nThe school on the hill stayed open for all.\n",
        changes: &[
            New("Water came."),
            Edited(
                "Water came. The school on the hill stayed open for all.",
                "The school on the hill stayed open for all.",
            ),
        ],
    },
    Edit {
        name: "merge two paragraphs",
        before: "Water came.\n\nThe school on the hill stayed open for all.\n",
        after: "Water came. The school on the hill stayed open for all.\n",
        changes: &[
            Gone("Water came."),
            Edited(
                "The school on the hill stayed open for all.",
                "Water came. The school on the hill stayed open for all.",
            ),
        ],
    },
    Edit {
        name: "reword a little",
        before: "The river rose in spring.\n\nBoats came at noon.\n",
        after: "The river rose in May.\n\nBoats came at noon.\n",
        changes: &[
            Edited("The river rose in spring.", "The river rose in May."),
            Kept("Boats came at noon."),
        ],
    },
    Edit {
        name: "reword completely",
        before: "The river rose in spring.\n\nBoats came at noon.\n",
        after: "Nobody expected a flood.\n\nBoats came at noon.\n",
        changes: &[
            Gone("The river rose in spring."),
            New("Nobody expected a flood."),
            Kept("Boats came at noon."),
        ],
    },
    Edit {
        name: "delete",
        before: "The river rose in spring.\n\nBoats came at noon.\n",
        after: "Boats came at noon.\n",
        changes: &[Gone("The river rose in spring."), Kept("Boats came at noon.")],
    },
    Edit {
        name: "delete one paragraph and add another",
        before: "The river rose in spring.\n\nBoats came at noon.\n",
        after: "The river rose in spring.\n\nNobody expected a flood.\n",
        changes: &[
            Kept("The river rose in spring."),
            Gone("Boats came at noon."),
            New("Nobody expected a flood."),
        ],
    },
    Edit {
        name: "duplicate a paragraph",
        before: "Boats came at noon.\n\nThe school stayed open.\n",
        after: "Boats came at noon.\n\nThe school stayed open.\n\nBoats came at noon.\n",
        changes: &[
            Kept("Boats came at noon."),
            Kept("The school stayed open."),
            New("Boats came at noon."),
        ],
    },
    Edit {
        name: "delete one of two equal paragraphs",
        before: "Boats came at noon.\n\nBoats came at noon.\n",
        after: "Boats came at noon.\n",
        changes: &[Kept("Boats came at noon."), Gone("Boats came at noon.")],
    },
    Edit {
        name: "edit one of two equal paragraphs",
        before: "Boats came at noon.\n\nBoats came at noon.\n",
        after: "Boats came at noon.\n\nBoats came at dawn.\n",
        changes: &[
            Kept("Boats came at noon."),
            Edited("Boats came at noon.", "Boats came at dawn."),
        ],
    },
    Edit {
        name: "copy a paragraph and edit the copy",
        before: "Boats came at noon.\n",
        after: "Boats came at dawn.\n\nBoats came at noon.\n",
        changes: &[New("Boats came at dawn."), Kept("Boats came at noon.")],
    },
    Edit {
        name: "two paragraphs, both like an old one: the more like one keeps the id",
        before: "The old school on the hill stayed open.\n",
        after: "The old hall on the hill was open.\n\nThe old school on the hill is open.\n",
        changes: &[
            New("The old hall on the hill was open."),
            Edited(
                "The old school on the hill stayed open.",
                "The old school on the hill is open.",
            ),
        ],
    },
    Edit {
        name: "two edits at once",
        before: "The river rose in spring.\n\nBoats came at noon.\n\nThe school stayed open.\n",
        after: "The river rose in May.\n\nBoats came at noon.\n\nThe school stayed shut.\n",
        changes: &[
            Edited("The river rose in spring.", "The river rose in May."),
            Kept("Boats came at noon."),
            Edited("The school stayed open.", "The school stayed shut."),
        ],
    },
    Edit {
        name: "move a paragraph and edit it",
        before: "The river rose in spring.\n\nBoats came at noon.\n\nThe school stayed open.\n",
        after: "Boats came at noon.\n\nThe school stayed open.\n\nThe river rose in May.\n",
        changes: &[
            Kept("Boats came at noon."),
            Kept("The school stayed open."),
            Edited("The river rose in spring.", "The river rose in May."),
        ],
    },
    Edit {
        name: "swap two paragraphs and edit both",
        before: "The river rose in spring.\n\nBoats came to us at noon.\n",
        after: "Boats came to us at dawn.\n\nThe river rose in May.\n",
        changes: &[
            Edited("Boats came to us at noon.", "Boats came to us at dawn."),
            Edited("The river rose in spring.", "The river rose in May."),
        ],
    },
    Edit {
        name: "change a number",
        before: "In 2023 we met 40 children.\n",
        after: "In 2023 we met 45 children.\n",
        changes: &[Edited("In 2023 we met 40 children.", "In 2023 we met 45 children.")],
    },
    Edit {
        name: "change only punctuation",
        before: "The river's edge was gone.\n",
        after: "The river’s edge was gone.\n",
        changes: &[Edited("The river's edge was gone.", "The river’s edge was gone.")],
    },
    Edit {
        name: "paragraph to heading",
        before: "Boats came at noon.\n\nThe school stayed open.\n",
        after: "## Boats came at noon.\n\nThe school stayed open.\n",
        changes: &[Kept("Boats came at noon."), Kept("The school stayed open.")],
    },
    Edit {
        name: "paragraph to list item",
        before: "Boats came at noon.\n\nThe school stayed open.\n",
        after: "- Boats came at noon.\n- The school stayed open.\n",
        changes: &[Kept("Boats came at noon."), Kept("The school stayed open.")],
    },
    Edit {
        name: "paragraph to quote",
        before: "Boats came at noon.\n",
        after: "> Boats came at noon.\n",
        changes: &[Kept("Boats came at noon.")],
    },
    Edit {
        name: "edit a heading",
        before: "## After the flood\n\nBoats came at noon.\n",
        after: "## After the long flood\n\nBoats came at noon.\n",
        changes: &[Edited("After the flood", "After the long flood"), Kept("Boats came at noon.")],
    },
    Edit {
        name: "reorder a list",
        before: "- Warm clothes\n- Clean water\n- Bread\n",
        after: "- Bread\n- Warm clothes\n- Clean water\n",
        changes: &[Kept("Bread"), Kept("Warm clothes"), Kept("Clean water")],
    },
    Edit {
        name: "edit a list item",
        before: "- Bring warm clothes\n- Bring clean water\n",
        after: "- Bring warm clothes\n- Bring clean water today\n",
        changes: &[
            Kept("Bring warm clothes"),
            Edited("Bring clean water", "Bring clean water today"),
        ],
    },
    Edit {
        name: "number a list and add to it",
        before: "- Bring warm clothes\n- Bring clean water\n",
        after: "1. Bring warm clothes\n2. Call a friend\n3. Bring clean water\n",
        changes: &[Kept("Bring warm clothes"), New("Call a friend"), Kept("Bring clean water")],
    },
    Edit {
        name: "nest a list",
        before: "- Bring these:\n- Warm clothes\n- Clean water\n",
        after: "- Bring these:\n  - Warm clothes\n  - Clean water\n    from a well\n",
        changes: &[
            Kept("Bring these:"),
            Kept("Warm clothes"),
            Edited("Clean water", "Clean water from a well"),
        ],
    },
    Edit {
        name: "edit the second paragraph of a list item",
        before: "1. Bring clothes.\n\n   They must be warm.\n\n2. Bring water.\n",
        after: "1. Bring clothes.\n\n   They must be very warm.\n\n2. Bring water.\n",
        changes: &[
            Kept("Bring clothes."),
            Edited("They must be warm.", "They must be very warm."),
            Kept("Bring water."),
        ],
    },
    Edit {
        name: "edit a table cell",
        before: "| Town | Help |\n|---|---|\n| Arba | two boats a day |\n",
        after: "| Town | Help |\n|---|---|\n| Arba | three boats a day |\n",
        changes: &[
            Kept("Town"),
            Kept("Help"),
            Kept("Arba"),
            Edited("two boats a day", "three boats a day"),
        ],
    },
    Edit {
        name: "replace the only word of a table cell",
        before: "| Town | Safe |\n|---|---|\n| Arba | Yes |\n",
        after: "| Town | Safe |\n|---|---|\n| Arba | No |\n",
        changes: &[Kept("Town"), Kept("Safe"), Kept("Arba"), Gone("Yes"), New("No")],
    },
    Edit {
        name: "insert a table row",
        before: "| Town | Safe |\n|---|---|\n| Arba | Yes |\n| Bela | Yes |\n",
        after: "| Town | Safe |\n|---|---|\n| Arba | Yes |\n| Cora | Yes |\n| Bela | Yes |\n",
        changes: &[
            Kept("Town"),
            Kept("Safe"),
            Kept("Arba"),
            Kept("Yes"),
            New("Cora"),
            New("Yes"),
            Kept("Bela"),
            Kept("Yes"),
        ],
    },
    Edit {
        name: "insert a table column",
        before: "| Town | Safe |\n|---|---|\n| Arba | Yes |\n",
        after: "| Town | Boats | Safe |\n|---|---|---|\n| Arba | | Yes |\n",
        changes: &[Kept("Town"), New("Boats"), Kept("Safe"), Kept("Arba"), Kept("Yes")],
    },
    Edit {
        name: "a bar in a table cell",
        before: "| Sign | Meaning |\n|---|---|\n| `x` | a or b |\n",
        after: "| Sign | Meaning |\n|---|---|\n| `a \\| b` | a or b \\| c |\n",
        changes: &[
            Kept("Sign"),
            Kept("Meaning"),
            Gone("`x`"),
            New("`a | b`"),
            Edited("a or b", "a or b | c"),
        ],
    },
    Edit {
        name: "edit a quote over several lines",
        before: "> We were not\n> afraid of water.\n>\n> We had boats.\n",
        after: "> We were not\n> afraid of the\nwater.\n>\n> We had boats.\n",
        changes: &[
            Edited("We were not afraid of water.", "We were not afraid of the water."),
            Kept("We had boats."),
        ],
    },
    Edit {
        name: "a list within a quote",
        before: "> - Bring water\n> - Bring bread and\n>   salt\n",
        after: "> - Bring water\n>   - Bring bread and\n>     some salt\n",
        changes: &[
            Kept("Bring water"),
            Edited("Bring bread and salt", "Bring bread and some salt"),
        ],
    },
    Edit {
        name: "add emphasis",
        before: "The river rose in spring.\n",
        after: "The *river* rose in spring.\n",
        changes: &[Edited("The river rose in spring.", "The *river* rose in spring.")],
    },
    Edit {
        name: "change emphasis at the start",
        before: "**“We were heard,”** said Ana today.\n",
        after: "*“We were heard,”* said Ana today.\n",
        changes: &[Edited(
            "**“We were heard,”** said Ana today.",
            "*“We were heard,”* said Ana today.",
        )],
    },
    Edit {
        name: "change a link",
        before: "See [the map](/map-2023) of it.\n",
        after: "See [the map](/map-2024) of it.\n",
        changes: &[Edited("See [the map](/map-2023) of it.", "See [the map](/map-2024) of it.")],
    },
    Edit {
        name: "change a bare link",
        before: "Write to <https://example.org/a> by May.\n",
        after: "Write to <https://example.org/b> by May.\n",
        changes: &[Edited(
            "Write to <https://example.org/a> by May.",
            "Write to <https://example.org/b> by May.",
        )],
    },
    Edit {
        name: "break a line hard",
        before: "Boats came at noon\nand left at night.\n",
        after: "Boats came at noon  \nand left at night.\n",
        changes: &[Edited(
            "Boats came at noon and left at night.",
            "Boats came at noon\\\nand left at night.",
        )],
    },
    Edit {
        name: "break a line that goes on with a link, emphasis or a dot",
        before: "Boats came.\n",
        after: "Boats came.\n\nLook at\\\n[the map](/map).\n\nListen,\\\n*all* of you.\n\nType\\\n.hidden again\n",
        changes: &[
            Kept("Boats came."),
            New("Look at\\\n[the map](/map)."),
            New("Listen,\\\n*all* of you."),
            New("Type\\\n.hidden again"),
        ],
    },
    Edit {
        name: "break a line that goes on with a brace or a hash",
        before: "Boats came.\n",
        after: "Boats came.\n\nDear\\\n{ $name }\\\nand { -others }\n\nIt ends\\\n\\} here\n\nIt starts  \n\\{ here\n\nSay\\\n#flood now\n",
        changes: &[
            Kept("Boats came."),
            New("Dear\\\n{ $name }\\\nand { -others }"),
            New("It ends\\\n} here"),
            New("It starts\\\n{ here"),
            New("Say\\\n#flood now"),
        ],
    },
    Edit {
        name: "edit after a line that starts with a link",
        before: "[The map](/map) of all that is left\\\n[as a list](/list)\n",
        after: "[The map](/map) of all that was left\\\n[as a list](/list)\n",
        changes: &[Edited(
            "[The map](/map) of all that is left\\\n[as a list](/list)",
            "[The map](/map) of all that was left\\\n[as a list](/list)",
        )],
    },
    Edit {
        name: "edit a code span with braces",
        before: "Type `{x}` to begin a line.\n",
        after: "Type `{\\}` to begin a line.\n",
        changes: &[Edited("Type `{x}` to begin a line.", "Type `{\\}` to begin a line.")],
    },
    Edit {
        name: "add a code block",
        before: "Type this at home:\n",
        after: "Type this at home:\n\n```sh\nls { -l }\n```\n\n    and }\n",
        changes: &[Kept("Type this at home:")],
    },
    Edit {
        name: "edit between escaped braces",
        before: "Write \\{name\\} in the form.\n",
        after: "Write \\{names\\} in the form.\n",
        changes: &[Edited("Write {name} in the form.", "Write {names} in the form.")],
    },
    Edit {
        name: "escape what stands first",
        before: "Boats came.\n",
        after: "\\{name\\} goes here.\n\nBoats came.\n\n\\# no heading\n\n- \\* no item\n- \\}\n\n\\[ ] to do\n",
        changes: &[
            New("{name} goes here."),
            Kept("Boats came."),
            New("\\# no heading"),
            New("\\* no item"),
            New("}"),
            New("\\[ ] to do"),
        ],
    },
    Edit {
        name: "a backslash before an escaped brace",
        before: "Boats came.\n",
        after: "Boats came.\n\nA path is C:\\\\\\{name\\}.\n",
        changes: &[Kept("Boats came."), New("A path is C:\\\\{name}.")],
    },
    Edit {
        name: "edit beside a select over several lines",
        before: "{ $n ->\n    [one] One day\n   *[other] { $n } days\n} under water.\n",
        after: "{ $n ->\n    [one] One day\n   *[other] { $n } days\n} under deep water.\n",
        changes: &[Edited(
            "{ $n -> [one] One day *[other] { $n } days } under water.",
            "{ $n -> [one] One day *[other] { $n } days } under deep water.",
        )],
    },
    Edit {
        name: "edit within a select in a list item and in a quote",
        before: "- After { $n ->\n    [one] one day\n   *[other] many days\n  }, boats came.\n\n> For { $n ->\n>  [one] one day\n> *[other] many days\n> } we sang.\n",
        after: "- After { $n ->\n    [one] one day\n   *[other] { $n } days\n  }, boats came.\n\n> For { $n ->\n>  [one] one day\n> *[other] { $n } days\n> } we sang.\n",
        changes: &[
            Edited(
                "After { $n -> [one] one day *[other] many days }, boats came.",
                "After { $n -> [one] one day *[other] { $n } days }, boats came.",
            ),
            Edited(
                "For { $n -> [one] one day *[other] many days } we sang.",
                "For { $n -> [one] one day *[other] { $n } days } we sang.",
            ),
        ],
    },
    Edit {
        name: "say a name through a term",
        before: "The Council met twice in spring.\n",
        after: "The { -council } met twice in spring.\n",
        changes: &[Edited(
            "The Council met twice in spring.",
            "The { -council } met twice in spring.",
        )],
    },
    Edit {
        name: "edit Arabic",
        before: "ارتفع منسوب النهر في الربيع.\n\nجاءت القوارب ظهرا.\n",
        after: "ارتفع منسوب النهر في الصيف.\n\nجاءت القوارب ظهرا.\n",
        changes: &[
            Edited("ارتفع منسوب النهر في الربيع.", "ارتفع منسوب النهر في الصيف."),
            Kept("جاءت القوارب ظهرا."),
        ],
    },
    Edit {
        name: "edit one Chinese paragraph, reword another",
        before: "春天河水上涨，孩子们坐船过河。\n\n学校没有关门。\n",
        after: "夏天河水上涨，孩子们坐船过河。\n\n谁也想不到会有洪水。\n",
        changes: &[
            Edited("春天河水上涨，孩子们坐船过河。", "夏天河水上涨，孩子们坐船过河。"),
            Gone("学校没有关门。"),
            New("谁也想不到会有洪水。"),
        ],
    },
    Edit {
        name: "edit Thai",
        before: "แม่น้ำสูงขึ้นในฤดูใบไม้ผลิ\n",
        after: "แม่น้ำสูงขึ้นในฤดูร้อน\n",
        changes: &[Edited("แม่น้ำสูงขึ้นในฤดูใบไม้ผลิ", "แม่น้ำสูงขึ้นในฤดูร้อน")],
    },
    Edit {
        name: "edit a picture's text",
        before: "![A flooded school](school.jpg)\n",
        after: "![A flooded village school](school.jpg)\n",
        changes: &[Edited("A flooded school", "A flooded village school")],
    },
    Edit {
        name: "escapes and code in a picture's text",
        before: "Boats came.\n",
        after: "Boats came.\n\n![\\{ and `}` on a sign](sign.jpg)\n",
        changes: &[Kept("Boats came."), New("{ and `}` on a sign")],
    },
    Edit {
        name: "from nothing but a heading to nothing but a table",
        before: "# After the flood\n",
        after: "| After the flood |\n|---|\n",
        changes: &[Kept("After the flood")],
    },
];

/// Changes of how content is written, not of what it says.
const SAME: &[(&str, &str, &str)] = &[
    ("nothing", "Boats came.\n", "Boats came.\n"),
    (
        "wrap lines elsewhere",
        "Boats came at noon\nand left at night.\n",
        "Boats came\n  at noon and left at\n\tnight.\n",
    ),
    (
        "end lines with CRLF",
        "Boats came\nat noon.\\\nYes.\n\n- a\n",
        "Boats came\r\nat noon.\\\r\nYes.\r\n\r\n- a\r\n",
    ),
    ("spaces at the end of lines", "Boats came\nat noon.\n", "Boats came \nat noon.   \n"),
    ("code spans over lines", "Type `a b` now.\n", "Type `a  \n  b` now.\n"),
    ("titles of links on their own line", "A [b](/c \"d\").\n", "A [b](/c  \n\"d\").\n"),
    ("hard breaks by spaces", "Boats came\\\nat noon.\n", "Boats came   \nat noon.\n"),
    ("the level of a heading", "## After\n\nBoats came.\n", "### After\n\nBoats came.\n"),
    ("underlined headings", "# After\n\nBoats came.\n", "After\n=====\n\nBoats came.\n"),
    ("closed headings", "# After\n", "# After #\n"),
    ("the marker of a list", "- a b\n- c d\n", "* a b\n* c d\n"),
    ("a loose list", "- a b\n- c d\n", "- a b\n\n- c d\n"),
    ("the numbers of a list", "1. a b\n2. c d\n", "5. a b\n5. c d\n"),
    ("lazy lines of a quote", "> We were\n> here.\n", "> We were\nhere.\n"),
    ("what a code block says", "Type:\n\n```\nls {\n```\n", "Type:\n\n~~~text\nls -l }\n~~~\n"),
    ("the address of a picture", "![A boat](a.jpg)\n", "![A boat](b.jpg \"b\")\n"),
    ("a rule", "Boats came.\n\nYes.\n", "Boats came.\n\n---\n\nYes.\n"),
    ("how a table is drawn", "| a | b |\n|---|---|\n| c | d |\n", "a | b\n:-:|--\n c | d\n"),
    (
        "empty table cells",
        "| a | b |\n|---|---|\n| c | |\n",
        "| a | | b |\n|---|---|---|\n| | c |\n",
    ),
    (
        "the layout of a placeable",
        "{ $n ->\n    [one] a\n   *[other] b\n} { -x }.\n",
        "{$n ->\n  [one] a\n  *[other] b\n }\n{   -x}.\n",
    ),
    ("no line end at the end", "Boats came.\n", "Boats came."),
];

/// What became of each block between two states of a catalog, sorted.
fn changes<'a>(old: &'a [(String, String)], new: &'a [(String, String)]) -> Vec<Change<'a>> {
    let old_text: BTreeMap<&String, &String> = old.iter().map(|(id, text)| (id, text)).collect();
    let gone = old.iter().filter(|(id, _)| !new.iter().any(|(other, _)| other == id));
    let mut changes: Vec<Change<'_>> = gone.map(|(_, text)| Gone(text)).collect();
    changes.extend(new.iter().map(|(id, text)| match old_text.get(id) {
        Some(old) if *old == text => Kept(text),
        Some(old) => Edited(old, text),
        None => New(text),
    }));
    changes.sort();
    changes
}

/// What is wrong after an edit, and after it is taken back.
fn check(edit: &Edit) {
    let name = edit.name;
    let mut files = synced(edit.before);
    let before = messages(&files);
    rewrite(&mut files, edit.after);
    apply(&mut files);
    assert_round_trip(&files);
    let after = messages(&files);

    let fields = |messages: &[(String, String)]| -> Vec<(String, String)> {
        messages.iter().filter(|(id, _)| !is_block(id)).cloned().collect()
    };
    assert_eq!(fields(&before), fields(&after), "{name}: only blocks change");
    let before: Vec<(String, String)> = before.into_iter().filter(|(id, _)| is_block(id)).collect();
    let after: Vec<(String, String)> = after.into_iter().filter(|(id, _)| is_block(id)).collect();
    let mut expected = edit.changes.to_vec();
    expected.sort();
    assert_eq!(changes(&before, &after), expected, "{name}");
    let shown = edit.changes.iter().filter_map(|change| match change {
        Kept(text) | Edited(_, text) | New(text) => Some(*text),
        Gone(_) => None,
    });
    let order: Vec<&str> = after.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(order, shown.collect::<Vec<_>>(), "{name}: in the order of content");

    let gone: Vec<&str> = ids(&before).difference(&ids(&after)).copied().collect();
    let retired = retired(&files);
    assert_eq!(retired.iter().map(String::as_str).collect::<Vec<_>>(), gone, "{name}");
    assert_eq!(apply(&mut files), [""; 0], "{name}: once is enough");

    rewrite(&mut files, edit.before);
    apply(&mut files);
    assert_round_trip(&files);
    let back = blocks(&files);
    assert!(retired.iter().all(|id| !ids(&back).contains(id.as_str())), "{name}: taken back");
    let fresh = ids(&back).difference(&ids(&after)).any(|id| ids(&before).contains(id));
    assert!(!fresh, "{name}: taken back");
}

#[test]
fn every_edit_changes_exactly_the_messages_it_should() {
    let failed = |edit: &&Edit| std::panic::catch_unwind(|| check(edit)).is_err();
    let failed: Vec<&str> = EDITS.iter().filter(failed).map(|edit| edit.name).collect();
    assert_eq!(failed, [""; 0]);
}

#[test]
fn writing_the_same_differently_leaves_the_catalog_as_it_is() {
    for (name, before, after) in SAME {
        let mut files = synced(before);
        let catalog = sample::text(&files, CATALOG);
        assert_round_trip(&files);
        rewrite(&mut files, after);
        assert_eq!(apply(&mut files), [""; 0], "{name}");
        assert_eq!(sample::text(&files, CATALOG), catalog, "{name}");
        assert_round_trip(&files);
    }
}
