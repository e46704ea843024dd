//! Actions of a person on the page: open it, move between stops, type, choose, read.

use thirtyfour::prelude::*;

use super::browser::Browser;
use super::engine::{Ability, Engine};
use super::server::Server;
use super::setup::Setup;
use super::{packed_page, wait_for};

/// How the page is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    Http,
    Disk,
}

/// Runs the same story on the page from a server, then on the file in a folder.
pub fn from_both(browser: &Browser, story: impl Fn(&Browser)) {
    for from in [From::Http, From::Disk] {
        // Printed only if the story fails.
        eprintln!("from {from:?}");
        browser.arrive(from);
        story(browser);
    }
}

/// Runs the same story in Chromium, Firefox and WebKit.
pub fn in_each_engine(story: impl Fn(&Browser)) {
    in_engines(Engine::ALL, story);
}

/// Runs the same story in each engine whose driver has this ability.
pub fn in_engines_that_can(ability: Ability, story: impl Fn(&Browser)) {
    in_engines(Engine::that_can(ability), story);
}

fn in_engines(engines: impl IntoIterator<Item = Engine>, story: impl Fn(&Browser)) {
    for engine in engines {
        // Printed only if the story fails.
        eprintln!("in {engine:?}");
        story(&Browser::start(&Setup::screen(360, 740).engine(engine)));
    }
}

/// Runs the same story in each engine, from a server and from disk.
pub fn everywhere(story: impl Fn(&Browser)) {
    in_each_engine(|browser| from_both(browser, &story));
}

impl Browser {
    /// Opens the packed page, clean, and waits until it runs.
    pub fn arrive(&self, from: From) {
        let address = match from {
            From::Http => Server::start(packed_page()).address(),
            From::Disk => self.scratch.file("fiel.html", &packed_page()),
        };
        self.arrive_at(&address);
    }

    /// Opens the page, without continuing an earlier draft.
    pub fn arrive_at(&self, address: &str) {
        self.open(address);
        self.find("#app[data-live]:not([inert]) :is(.answer, #not-mine)");
        if self.is_there("#not-mine") {
            self.touch("#not-mine");
            self.find(".answer");
        }
    }

    pub fn reload(&self) {
        self.ask(|driver| async move { driver.refresh().await });
        self.find("#app[data-live]:not([inert]) .stop > *");
    }

    /// Opens a stop through the rail, such as `tengo`.
    pub fn stop(&self, name: &str) {
        let link = format!(".rail a[href='#/{name}']");
        self.touch(&link);
        self.find(&format!("{link}[aria-current]"));
    }

    /// Scrolls an element to the middle of the screen and clicks it.
    pub fn touch(&self, css: &str) {
        self.bring(css);
        self.click(css);
    }

    pub fn bring(&self, css: &str) {
        let element = self.find(css);
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        self.ask(|driver| async move {
            let element = element.to_json()?;
            driver.execute(script, vec![element]).await
        });
    }

    /// Replaces the text of a field.
    pub fn write(&self, css: &str, text: &str) {
        self.bring(css);
        self.type_into(css, "");
        self.press(Key::Delete);
        self.type_on(css, text);
    }

    /// Appends to the text of a field, as a person whose cursor is already there. (WebKit's driver refuses to type an
    /// empty text.)
    pub fn type_on(&self, css: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let element = self.find(css);
        self.ask(|_| async move { element.send_keys(text).await });
    }

    /// Types at the cursor, key by key.
    pub fn type_at_caret(&self, text: &str) {
        self.ask(|driver| async move { driver.active_element().await?.send_keys(text).await });
    }

    /// Selects all text of the focused field.
    pub fn press_all(&self) {
        self.ask(|driver| async move { driver.active_element().await?.send_keys(Key::Control + "a").await });
    }

    /// Loads an example of the first stop.
    pub fn example(&self, id: &str) {
        self.stop("inicio");
        self.touch(&format!("#example-{id}"));
        self.find("#undo");
    }

    /// Unfolds a `<details>` element unless it is open.
    pub fn unfold(&self, css: &str) {
        if self.count(&format!("{css}[open]")) == 0 {
            self.touch(&format!("{css} > summary"));
        }
    }

    /// Unfolds a channel of the fourth stop with all its terms.
    pub fn door(&self, channel: &str) {
        self.stop("puertas");
        let door = format!("#door-{channel}");
        self.unfold(&door);
        self.unfold(&format!("{door} details.more"));
    }

    /// Chooses an option of a list by its value.
    pub fn choose(&self, css: &str, value: &str) {
        self.bring(css);
        self.click(&format!("{css} option[value='{value}']"));
    }

    /// Chooses the unit of a field.
    pub fn unit(&self, field: &str, unit: &str) {
        self.choose(&format!(".box:has(> #f-{field}) select"), unit);
    }

    /// Toggles "No sé" of a field.
    pub fn dont_know(&self, field: &str) {
        self.touch(&format!(".field:has(#f-{field}) .nose"));
    }

    /// Answers the question next to a field with its first or second button.
    pub fn answer(&self, field: &str, button: usize) {
        self.touch(&format!(".box:has(> #f-{field}) .ask button:nth-child({button})"));
    }

    /// The line below a field.
    pub fn under(&self, field: &str) -> String {
        self.text(&format!("#f-{field}-m"))
    }

    /// The displayed unit of a field.
    pub fn unit_shown(&self, field: &str) -> String {
        let list = format!("document.querySelector('.box:has(> #f-{field}) select').selectedOptions[0].value");
        self.run(&format!("return {list}")).as_str().unwrap_or_default().to_owned()
    }

    /// The id of the focused element.
    pub fn focused(&self) -> String {
        self.run("return document.activeElement?.id ?? ''").as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the sensitivity study is finished, if it is visible.
    pub fn settled(&self) {
        let best = "document.querySelector('.stop .sureness') && !location.hash.includes('asociacion')";
        let studied = format!("!({best}) || document.querySelector('.stop .standing:not(.pending)')");
        self.until("the study is done", &format!("Boolean({studied})"));
    }

    /// Waits until a script returns true.
    pub fn until(&self, what: &str, script: &str) {
        wait_for(what, || (self.run(&format!("return {}", script.trim())) == true).then_some(()));
    }

    /// Checks that all these texts are shown at `css`.
    #[track_caller]
    pub fn says(&self, css: &str, words: &[&str]) {
        let said = self.text(css);
        for words in words {
            assert!(said.contains(words), "`{words}` is not in {said}");
        }
    }

    pub fn is_there(&self, css: &str) -> bool {
        self.count(css) > 0
    }

    pub fn speak(&self, language: &str) {
        self.touch(&format!(".lang button[lang={language}]"));
        self.find(&format!("html[lang={language}]"));
    }

    /// Runs a script that returns a list of texts.
    pub fn texts(&self, script: &str) -> Vec<String> {
        let answer = self.run(script);
        let texts = answer.as_array().expect("the script answers a list");
        texts.iter().map(|text| text.as_str().expect("a list of texts").to_owned()).collect()
    }
}
