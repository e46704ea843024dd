//! Simulates a person who types all day.

use std::time::{Duration, Instant};

use super::browser::Browser;

/// Types COUNT texts into the fields of the screen, one after another, a hundred per rendered frame.
const TYPE: &str = "
    const fields = [...document.querySelectorAll('FIELDS')].slice(0, 6);
    const texts = ['1', '12', '12.5', '', '3,', 'x', '250', '0.004', '99', '1,234'];
    const type = (field, text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    let done = 0;
    const some = () => {
        for (let i = 0; i < 100 && done < COUNT; i += 1, done += 1) {
            type(fields[done % fields.length], texts[(done * 7 + Math.floor(done / 60)) % texts.length]);
        }
        if (done < COUNT) return setTimeout(some);
        // It ends as it ended before.
        for (const field of fields) type(field, '12');
        setTimeout(() => { window.typed = true }, 1500);
    };
    window.typed = fields.length === 0;
    some()";

impl Browser {
    /// Types `count` texts into the first six matching fields.
    pub fn type_so_often(&self, fields: &str, count: usize) {
        self.run(&TYPE.replace("FIELDS", fields).replace("COUNT", &count.to_string()));
        let start = Instant::now();
        while self.run("return window.typed") != true {
            assert!(start.elapsed() < Duration::from_secs(300), "{count} texts take too long");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}
