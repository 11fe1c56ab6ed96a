//! What of a chain must not be shown: parts that refer to nothing, lead back to themselves, or ask
//! for what nobody passes.
//!
//! Each part is walked once. A part that falls out may take those with it that refer to it, so they
//! are judged again, and nothing else is.

use rustc_hash::FxHashMap;

use super::{Chain, Reached, Source, Unsound, target_of};
use crate::evaluate::Target;
use crate::project::Found;
use crate::syntax::{Pattern, Reference, address, walk_references};

/// A part that refers to others.
struct Node<'a> {
    source: Source<'a>,
    /// What it refers to, and whether only to select.
    targets: Vec<(Target<'a>, bool)>,
}

/// Finds out what is unsound in a chain whose source is judged already, or is all there is.
pub(super) fn judged(chain: Chain<'_>) -> Chain<'_> {
    let mut judge = Judge::new(chain);
    judge.settle_undefined((0..judge.nodes.len()).collect());
    loop {
        let circles = judge.circles();
        if circles.is_empty() {
            return judge.chain;
        }
        let mut left = Vec::new();
        for node in circles {
            let name = judge.nodes[node].name().to_string();
            judge.mark(node, Unsound::Cycle(name), &mut left);
        }
        judge.settle_undefined(left);
    }
}

struct Judge<'a> {
    /// The chain with what has been marked so far.
    chain: Chain<'a>,
    nodes: Vec<Node<'a>>,
    /// Nodes by the address of their pattern.
    by_pattern: FxHashMap<usize, usize>,
    /// Nodes by the message or term they refer to.
    referring: FxHashMap<(bool, &'a str), Vec<usize>>,
    /// Room for what a part refers to.
    targets: Vec<(Target<'a>, bool)>,
}

impl<'a> Judge<'a> {
    fn new(chain: Chain<'a>) -> Self {
        let mut judge = Self {
            chain,
            nodes: Vec::new(),
            by_pattern: FxHashMap::default(),
            referring: FxHashMap::default(),
            targets: Vec::new(),
        };
        let judged = match judge.chain.links.len() {
            1 => 1,
            links => links - 1,
        };
        for link in 0..judged {
            let catalog = judge.chain.links[link].catalog;
            for found in catalog.messages().filter(|found| !found.resource.is_damaged) {
                let attributes =
                    found.message.attributes.iter().map(|attribute| &attribute.pattern);
                for pattern in found.message.value.iter().chain(attributes) {
                    judge.walk(Source { link, found, pattern });
                }
            }
        }
        judge
    }

    /// Marks a part for what it is by itself, or notes what it refers to.
    fn walk(&mut self, source: Source<'a>) {
        if source.pattern.is_text() {
            return;
        }
        let text = source.found.resource.text();
        let mut targets = std::mem::take(&mut self.targets);
        let mut why = None;
        walk_references(source.pattern, &mut |reference| match reference {
            _ if why.is_some() => {}
            Reference::Function { id, .. } => {
                let name = id.of(text);
                let is_known = self.chain.basis.functions.contains(name);
                why = (!is_known).then(|| Unsound::UnknownFunction(name.to_owned()));
            }
            Reference::Variable { name, is_selector: false } if !source.found.message.is_term => {
                let name = name.of(text);
                let is_unknown = self.is_unknown_variable(&source.found, source.link, name);
                why = is_unknown.then(|| Unsound::UnknownVariable(name.to_owned()));
            }
            reference => targets.extend(target_of(reference, text)),
        });
        // What is text and nothing else is never unsound.
        let (refers, mut pieces) = (!targets.is_empty(), source.pattern.elements.len());
        targets.retain(|(target, _)| {
            let start = self.chain.layer_start(source.link);
            match self.chain.target(start, &source.found.resource.name, *target) {
                Reached::Found(reached) if reached.pattern.is_text() => {
                    pieces += reached.pattern.elements.len();
                    false
                }
                _ => true,
            }
        });
        if refers && targets.is_empty() && why.is_none() && source.link == 0 {
            self.chain.settled.insert(address(source.pattern), pieces);
        }
        if let Some(why) = why {
            self.chain.unsound.insert(address(source.pattern), why);
        } else if !targets.is_empty() {
            let node = self.nodes.len();
            self.by_pattern.insert(address(source.pattern), node);
            for (target, _) in &targets {
                self.referring.entry((target.is_term, target.id)).or_default().push(node);
            }
            self.nodes.push(Node { source, targets: targets.clone() });
        }
        targets.clear();
        self.targets = targets;
    }

    /// Whether the source message, wherever it is, does without a variable.
    fn is_unknown_variable(&self, found: &Found<'a>, link: usize, name: &str) -> bool {
        let last = self.chain.links.len() - 1;
        if link == last {
            return false;
        }
        let original = match (&self.chain.pairs, link) {
            (Some(pairs), 0) => pairs.in_source(found),
            _ => {
                let id = found.message.id.of(found.resource.text());
                self.chain.links[last].catalog.in_resource(&found.resource.name, false, id)
            }
        };
        original.is_some_and(|original| !self.chain.variables(original).contains(name))
    }

    fn is_marked(&self, pattern: &Pattern) -> bool {
        self.chain.unsound.contains_key(&address(pattern))
    }

    /// Marks a node; those that refer to it have to be looked at again.
    fn mark(&mut self, node: usize, why: Unsound, left: &mut Vec<usize>) {
        let source = self.nodes[node].source;
        self.chain.unsound.insert(address(source.pattern), why);
        let id = source.found.message.id.of(source.found.resource.text());
        let referring = self.referring.get(&(source.found.message.is_term, id));
        left.extend(referring.into_iter().flatten());
    }

    /// Marks the nodes among these that refer to nothing, and what falls with them.
    fn settle_undefined(&mut self, mut left: Vec<usize>) {
        while let Some(node) = left.pop() {
            if self.is_marked(self.nodes[node].source.pattern) {
                continue;
            }
            let undefined = self.nodes[node].targets.iter().find(|(target, is_selector)| {
                !is_selector && !matches!(self.reach(node, *target), Reached::Found(_))
            });
            if let Some(name) = undefined.map(|(target, _)| target.to_string()) {
                self.mark(node, Unsound::Undefined(name), &mut left);
            }
        }
    }

    fn reach(&self, node: usize, target: Target<'_>) -> Reached<'a> {
        let source = &self.nodes[node].source;
        self.chain.target(self.chain.layer_start(source.link), &source.found.resource.name, target)
    }

    /// The node that a node's reference leads to, if that one refers to others in turn.
    fn next(&self, node: usize, index: usize) -> Option<usize> {
        let (target, _) = self.nodes[node].targets[index];
        match self.reach(node, target) {
            Reached::Found(source) => self.by_pattern.get(&address(source.pattern)).copied(),
            _ => None,
        }
    }

    /// The nodes that lead back to themselves: Tarjan's strongly connected components, with a stack
    /// of its own, since a chain of references may be as long as a file.
    fn circles(&self) -> Vec<usize> {
        let mut search = Search {
            order: vec![UNSEEN; self.nodes.len()],
            low: vec![0; self.nodes.len()],
            is_open: vec![false; self.nodes.len()],
            ..Search::default()
        };
        for node in 0..self.nodes.len() {
            if search.order[node] == UNSEEN && !self.is_marked(self.nodes[node].source.pattern) {
                search.from(self, node);
            }
        }
        search.circles.sort_unstable();
        search.circles
    }
}

const UNSEEN: u32 = u32::MAX;

#[derive(Default)]
struct Search {
    /// When each node was first seen.
    order: Vec<u32>,
    /// The earliest open node that each reaches.
    low: Vec<u32>,
    is_open: Vec<bool>,
    open: Vec<usize>,
    seen: u32,
    circles: Vec<usize>,
}

impl Search {
    fn from(&mut self, judge: &Judge<'_>, start: usize) {
        let mut way = vec![(start, 0)];
        self.enter(start);
        while let Some((node, index)) = way.last_mut() {
            let node = *node;
            if *index == judge.nodes[node].targets.len() {
                way.pop();
                self.leave(judge, node);
                if let Some((parent, _)) = way.last() {
                    self.low[*parent] = self.low[*parent].min(self.low[node]);
                }
                continue;
            }
            let next = judge.next(node, *index);
            *index += 1;
            match next {
                Some(next) if self.order[next] == UNSEEN => {
                    self.enter(next);
                    way.push((next, 0));
                }
                Some(next) if self.is_open[next] => {
                    self.low[node] = self.low[node].min(self.order[next]);
                }
                _ => {}
            }
        }
    }

    fn enter(&mut self, node: usize) {
        (self.order[node], self.low[node]) = (self.seen, self.seen);
        self.seen += 1;
        self.is_open[node] = true;
        self.open.push(node);
    }

    /// Closes the component that starts at a node, if one does.
    fn leave(&mut self, judge: &Judge<'_>, node: usize) {
        if self.low[node] != self.order[node] {
            return;
        }
        let start = self.open.iter().rposition(|open| *open == node).unwrap_or_default();
        let component = self.open.split_off(start);
        component.iter().for_each(|node| self.is_open[*node] = false);
        let leads_to_itself = |node: usize| {
            (0..judge.nodes[node].targets.len()).any(|index| judge.next(node, index) == Some(node))
        };
        if component.len() > 1 || leads_to_itself(node) {
            self.circles.extend(component);
        }
    }
}

impl<'a> Node<'a> {
    /// Its own name, as a reference to it would be written.
    fn name(&self) -> Target<'a> {
        let (found, text) = (&self.source.found, self.source.found.resource.text());
        let is_own = |attribute: &&crate::syntax::Attribute| {
            std::ptr::eq(&raw const attribute.pattern, self.source.pattern)
        };
        let attribute = found.message.attributes.iter().find(is_own);
        Target {
            is_term: found.message.is_term,
            id: found.message.id.of(text),
            attribute: attribute.map(|attribute| attribute.id.of(text)),
        }
    }
}
