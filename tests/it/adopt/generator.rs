//! A project that was never there: commit after commit as `git fast-import` reads them, and of every
//! translation what it was made from, which the maker knows. The same for every reader: the bench
//! measures the time of what the tests prove right.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How large it is.
pub(crate) struct Size {
    /// Commits, merges among them.
    pub(crate) commits: usize,
    /// Locales beside the source.
    pub(crate) locales: usize,
    /// Files of each.
    pub(crate) resources: usize,
    /// Messages of each file.
    pub(crate) messages: usize,
    /// Files that a commit edits.
    pub(crate) edits: usize,
}

/// What was made.
pub(crate) struct Made {
    /// Everything for `git fast-import`; the branch is `main`.
    pub(crate) stream: String,
    /// How many versions of files there are.
    pub(crate) versions: usize,
    /// What is true of each translation of today, by locale, resource and id: the text of the source
    /// that it was made from, if history tells.
    pub(crate) truth: BTreeMap<(String, String, String), Option<String>>,
}

/// Codes of locales, as many as are needed.
pub(crate) const CODES: [&str; 10] = ["ar", "cs", "de", "es", "fi", "fr", "it", "ja", "nl", "pt"];

/// A message of the source.
#[derive(Clone)]
struct Original {
    id: String,
    text: String,
}

/// A translation.
#[derive(Clone)]
struct Translation {
    id: String,
    /// Its words; `None` where it was taken out.
    words: Option<String>,
    /// Whether a sign follows them that changes nothing.
    is_dotted: bool,
    from: Option<String>,
    /// Words that it had, and what they were made from, the latest last.
    former: Vec<(String, Option<String>)>,
}

/// The files of a branch.
#[derive(Clone)]
struct Tree {
    names: Vec<String>,
    source: Vec<Vec<Option<Original>>>,
    targets: Vec<Vec<Vec<Option<Translation>>>>,
    commit: usize,
}

struct Generator {
    size: Size,
    random: u64,
    /// Numbers that make texts differ.
    next: usize,
    stream: String,
    commits: usize,
    versions: usize,
}

/// The files that a commit edits: of the source, or of a locale, by number of resource.
type Touched = BTreeMap<(Option<usize>, usize), ()>;

/// Makes a project of a size.
pub(crate) fn generate(size: Size) -> Made {
    let mut generator =
        Generator { size, random: 7, next: 0, stream: String::new(), commits: 0, versions: 0 };
    generator.run()
}

/// A word of letters for a number: figures would be more than words.
fn word(mut number: usize) -> String {
    let mut word = String::from("w");
    loop {
        word.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return word;
        }
    }
}

impl Generator {
    fn below(&mut self, bound: usize) -> usize {
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.random;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) % bound.max(1) as u64) as usize
    }

    fn is_one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn fresh(&mut self, before: &str) -> String {
        self.next += 1;
        format!("{before} {} of many", word(self.next))
    }

    fn run(&mut self) -> Made {
        let mut main = self.first();
        // A branch beside it: the tree, and where it left the other.
        let mut side: Option<(Tree, Tree)> = None;
        while self.commits < self.size.commits {
            match side.take() {
                None if self.is_one_in(40) => side = Some((main.clone(), main.clone())),
                None => match self.is_one_in(50) {
                    true => self.move_file(&mut main),
                    false => self.work(&mut main, 0, false),
                },
                Some((tree, base)) if self.is_one_in(12) && tree.commit != base.commit => {
                    self.merge(&mut main, &tree);
                }
                Some((mut tree, base)) => {
                    match self.is_one_in(2) {
                        true => self.work(&mut main, 1, true),
                        false => self.work(&mut tree, 2, true),
                    }
                    side = Some((tree, base));
                }
            }
        }
        let _ = writeln!(self.stream, "reset refs/heads/main\nfrom :{}\n", main.commit);
        Made {
            stream: std::mem::take(&mut self.stream),
            versions: self.versions,
            truth: truth(&main),
        }
    }

    /// The source, and a translation of most of it, in one commit.
    fn first(&mut self) -> Tree {
        let Size { locales, resources, messages, .. } = self.size;
        let source: Vec<Vec<Option<Original>>> = (0..resources)
            .map(|resource| {
                let message = |number: usize| {
                    let text = self.fresh("Source");
                    // The last of each file comes later.
                    let id = format!("m{resource}-{}", word(number));
                    (number + 1 < messages).then_some(Original { id, text })
                };
                (0..messages).map(message).collect()
            })
            .collect();
        let names = (0..resources).map(|number| format!("{}.ftl", word(number))).collect();
        let targets = vec![vec![vec![None; messages]; resources]; locales];
        let mut tree = Tree { names, source, targets, commit: 0 };
        let mut touched = Touched::new();
        for resource in 0..resources {
            touched.insert((None, resource), ());
            for locale in 0..locales {
                for message in 0..messages {
                    if !self.is_one_in(5) {
                        self.translate(&mut tree, locale, resource, message);
                    }
                }
                touched.insert((Some(locale), resource), ());
            }
        }
        let config = CODES[..locales].iter().map(|code| format!("[locales.{code}]\n"));
        let config = format!("source = \"en\"\n{}", config.collect::<String>());
        self.begin(&mut tree, None);
        self.file("isogloss.toml", &config);
        self.write(&tree, &touched);
        tree
    }

    /// A commit that edits some files. Two branches never edit the same: one has the source and the
    /// even locales, one the odd.
    fn work(&mut self, tree: &mut Tree, branch: usize, is_forked: bool) {
        let mut touched = Touched::new();
        while touched.len() < self.size.edits {
            let resource = self.below(self.size.resources);
            let message = self.below(self.size.messages);
            if branch != 2 && self.is_one_in(10) && !touched.contains_key(&(None, resource)) {
                match !is_forked && self.is_one_in(4) {
                    true => self.rename(tree, resource, message, &mut touched),
                    false => self.edit_source(tree, resource, message),
                }
                touched.insert((None, resource), ());
            } else {
                let locale = self.below(self.size.locales);
                let is_ours = branch == 0 || locale.is_multiple_of(2) == (branch == 1);
                if is_ours {
                    touched.insert((Some(locale), resource), ());
                }
            }
        }
        // After the source: translations are made from what it says in this commit.
        let files: Vec<(usize, usize)> =
            touched.keys().filter_map(|(locale, resource)| Some(((*locale)?, *resource))).collect();
        for (locale, resource) in files {
            // Two messages, each once: what a commit did to one of them is one thing.
            let first = self.below(self.size.messages);
            for message in [first, (first + 1) % self.size.messages] {
                self.edit(tree, locale, resource, message);
            }
        }
        self.begin(tree, None);
        self.write(tree, &touched);
    }

    fn edit_source(&mut self, tree: &mut Tree, resource: usize, message: usize) {
        let text = self.fresh("Source");
        match &mut tree.source[resource][message] {
            Some(original) => original.text = text,
            none => {
                let id = format!("m{resource}-{}", word(message));
                *none = Some(Original { id, text });
            }
        }
    }

    /// Gives a message another id, in the source and in some locales. A commit that edited its text too
    /// would not say where the id came from.
    fn rename(&mut self, tree: &mut Tree, resource: usize, message: usize, touched: &mut Touched) {
        self.next += 1;
        let id = format!("m{resource}-{}-{}", word(message), word(self.next));
        let Some(original) = &mut tree.source[resource][message] else { return };
        original.id.clone_from(&id);
        for locale in 0..self.size.locales {
            if self.is_one_in(2)
                && let Some(translation) = &mut tree.targets[locale][resource][message]
            {
                translation.id.clone_from(&id);
                touched.insert((Some(locale), resource), ());
            }
        }
    }

    /// One of the things that translators do.
    fn edit(&mut self, tree: &mut Tree, locale: usize, resource: usize, message: usize) {
        let chance = self.below(20);
        let original = tree.source[resource][message].clone();
        let Some(translation) = &mut tree.targets[locale][resource][message] else {
            self.translate(tree, locale, resource, message);
            return;
        };
        match (chance, &original) {
            (0..5, _) => translation.is_dotted = !translation.is_dotted,
            (5..7, _) => {
                if let Some(words) = translation.words.take() {
                    translation.former.push((words, translation.from.take()));
                }
            }
            (7..10, Some(original)) if translation.id != original.id => {
                translation.id.clone_from(&original.id);
            }
            (10..13, _) if !translation.former.is_empty() => {
                let chosen = self.below(3);
                let Some(translation) = &mut tree.targets[locale][resource][message] else {
                    return;
                };
                let at = translation.former.len().saturating_sub(1 + chosen);
                let (words, from) = translation.former[at].clone();
                let last = translation.words.replace(words);
                let last_from = std::mem::replace(&mut translation.from, from);
                translation.former.extend(last.map(|last| (last, last_from)));
            }
            _ => self.translate(tree, locale, resource, message),
        }
    }

    /// A translation of what the source says, if it has it by that name.
    fn translate(&mut self, tree: &mut Tree, locale: usize, resource: usize, message: usize) {
        let words = self.fresh("Ziel");
        let original = tree.source[resource][message].clone();
        let place = &mut tree.targets[locale][resource][message];
        let id = match &original {
            Some(original) => original.id.clone(),
            None => format!("m{resource}-{}", word(message)),
        };
        let translation = place.get_or_insert_with(|| Translation {
            id,
            words: None,
            is_dotted: false,
            from: None,
            former: Vec::new(),
        });
        let original = original.filter(|original| original.id == translation.id);
        let from = std::mem::replace(&mut translation.from, original.map(|it| it.text));
        if let Some(last) = translation.words.replace(words) {
            translation.former.push((last, from));
        }
    }

    /// Gives a resource another name, everywhere.
    fn move_file(&mut self, tree: &mut Tree) {
        let resource = self.below(self.size.resources);
        self.next += 1;
        let name = format!("moved/{}.ftl", word(self.next));
        let old = std::mem::replace(&mut tree.names[resource], name.clone());
        self.begin(tree, None);
        let codes = std::iter::once("en").chain(CODES[..self.size.locales].iter().copied());
        for code in codes {
            let _ = writeln!(self.stream, "R locales/{code}/{old} locales/{code}/{name}");
            self.versions += 1;
        }
        self.stream.push('\n');
    }

    /// Takes the other branch's locales; now and then somebody translates anew while merging.
    fn merge(&mut self, main: &mut Tree, side: &Tree) {
        let mut touched = Touched::new();
        for locale in (1..self.size.locales).step_by(2) {
            main.targets[locale].clone_from(&side.targets[locale]);
            touched.extend((0..self.size.resources).map(|it| ((Some(locale), it), ())));
        }
        if self.is_one_in(2) && self.size.locales > 1 {
            let (resource, message) =
                (self.below(self.size.resources), self.below(self.size.messages));
            self.translate(main, 1, resource, message);
            let (ours, theirs) = (&main.source[resource][message], &side.source[resource][message]);
            let is_said = match (ours, theirs) {
                (Some(ours), Some(theirs)) => ours.text == theirs.text,
                _ => true,
            };
            if !is_said && let Some(translation) = &mut main.targets[1][resource][message] {
                translation.from = None;
            }
        }
        self.begin(main, Some(side.commit));
        self.write(main, &touched);
    }

    fn begin(&mut self, tree: &mut Tree, merged: Option<usize>) {
        self.commits += 1;
        let (number, from) = (self.commits, tree.commit);
        let time = 1_600_000_000 + number;
        let _ = write!(
            self.stream,
            "commit refs/heads/work\nmark :{number}\ncommitter A <a@example.org> {time} +0000\ndata 0\n"
        );
        if from > 0 {
            let _ = writeln!(self.stream, "from :{from}");
        }
        if let Some(merged) = merged {
            let _ = writeln!(self.stream, "merge :{merged}");
        }
        tree.commit = number;
    }

    fn write(&mut self, tree: &Tree, touched: &Touched) {
        for (locale, resource) in touched.keys() {
            let name = &tree.names[*resource];
            let mut text = String::new();
            let code = match locale {
                None => {
                    for original in tree.source[*resource].iter().flatten() {
                        let _ = writeln!(text, "{} = {}", original.id, original.text);
                    }
                    "en"
                }
                Some(locale) => {
                    for translation in tree.targets[*locale][*resource].iter().flatten() {
                        let Some(words) = &translation.words else { continue };
                        let dot = if translation.is_dotted { " !" } else { "" };
                        let _ = writeln!(text, "{} = {words}{dot}", translation.id);
                    }
                    CODES[*locale]
                }
            };
            self.file(&format!("locales/{code}/{name}"), &text);
            self.versions += 1;
        }
        self.stream.push('\n');
    }

    fn file(&mut self, path: &str, text: &str) {
        let _ = write!(self.stream, "M 100644 inline {path}\ndata {}\n{text}\n", text.len());
    }
}

fn truth(tree: &Tree) -> BTreeMap<(String, String, String), Option<String>> {
    let mut truth = BTreeMap::new();
    for (locale, resources) in tree.targets.iter().enumerate() {
        for (resource, translations) in resources.iter().enumerate() {
            for (message, translation) in translations.iter().enumerate() {
                let Some(translation) = translation.as_ref().filter(|it| it.words.is_some()) else {
                    continue;
                };
                let original = tree.source[resource][message].as_ref();
                if original.is_some_and(|original| original.id == translation.id) {
                    let name = tree.names[resource].clone();
                    let key = (CODES[locale].to_owned(), name, translation.id.clone());
                    truth.insert(key, translation.from.clone());
                }
            }
        }
    }
    truth
}
