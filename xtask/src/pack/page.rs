//! The frame of the released page: `index.html` without the parts that only Trunk reads, and with its policy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Parts;
use crate::run::Result;

/// The elements that the parts fill.
const PLACES: [&str; 4] = [
    "<style id=\"style\">",
    "<script id=\"boot\">",
    "<script type=\"text/plain\" id=\"payload\">",
    "<script type=\"module\" id=\"glue\">",
];
const ENDS: [&str; 4] = ["</style>", "</script>", "</script>", "</script>"];
/// The policy is inserted right after this.
const HEAD: &str = "<meta charset=\"utf-8\">";
/// Scripts and styles are allowed by their hash; nothing else is loaded except the host's files next to the page.
const POLICY: &str = "default-src 'none'; script-src '{boot}' '{glue}' 'wasm-unsafe-eval'; style-src '{style}'; \
img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'none'; \
object-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types fiel";

/// `index.html`, with empty elements in place of the parts, and the files that fill them.
pub struct Template {
    html: String,
    pub styles: Vec<String>,
    pub scripts: Vec<String>,
}

impl Template {
    /// # Errors
    /// Says what is missing in `index.html`.
    pub fn read(html: &str) -> Result<Template> {
        let [mut styles, mut scripts, mut lines] = [const { Vec::new() }; 3];
        for line in html.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if line.starts_with("<link data-trunk rel=\"css\"") {
                if styles.is_empty() {
                    lines.push([PLACES[0], ENDS[0]].concat());
                }
                styles.push(attribute(line, "href")?);
            } else if line.starts_with("<script data-trunk") {
                if scripts.is_empty() {
                    lines.push([PLACES[1], ENDS[1]].concat());
                }
                scripts.push(attribute(line, "src")?);
            } else if line.starts_with("<link data-trunk rel=\"rust\"") {
                lines.push([PLACES[3], ENDS[3]].concat());
            } else {
                lines.push(line.to_owned());
            }
        }
        let html: String = lines.iter().map(|line| format!("{line}\n")).collect();
        match PLACES.iter().chain([&HEAD]).find(|place| html.matches(**place).count() != 1) {
            Some(place) => Err(format!("index.html gives no place, or more than one, for `{place}`.")),
            None => Ok(Template { html, styles, scripts }),
        }
    }

    /// The texts around the four parts, with the policy that contains the hashes of these parts.
    pub fn frame(&self, style: &str, boot: &str, glue: &str) -> [String; 5] {
        let hashes = [("{style}", style), ("{boot}", boot), ("{glue}", glue)];
        let policy = hashes.iter().fold(POLICY.to_owned(), |policy, (name, text)| policy.replace(name, &hash(text)));
        let meta = format!("{HEAD}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let mut rest = self.html.replacen(HEAD, &meta, 1);
        let before = PLACES.map(|place| {
            let after = rest.split_off(rest.find(place).unwrap_or_default() + place.len());
            std::mem::replace(&mut rest, after)
        });
        let [style, boot, payload, glue] = before;
        [style, boot, payload, glue, rest]
    }
}

/// The page: the parts between the texts of the frame.
pub fn filled(frame: &[String; 5], parts: &Parts) -> String {
    let texts = [&parts.style, &parts.boot, &parts.payload, &parts.glue];
    let pairs = frame.iter().zip(texts).flat_map(|(before, part)| [before.as_str(), part]);
    pairs.chain([frame[4].as_str()]).collect()
}

fn attribute(line: &str, name: &str) -> Result<String> {
    let value = line.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    value.map(|(value, _)| value.to_owned()).ok_or_else(|| format!("index.html: no {name} in `{line}`."))
}

/// The hash expression of a script or style for a Content-Security-Policy.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<meta charset=\"utf-8\">\n\n  <link data-trunk rel=\"css\" href=\"a.css\">\n\
        <link data-trunk rel=\"css\" href=\"b.css\">\n<script data-trunk src=\"c.js\"></script>\n\
        <script type=\"text/plain\" id=\"payload\"></script>\n<link data-trunk rel=\"rust\">\n";

    #[test]
    fn each_part_takes_its_place_and_the_policy_knows_it() {
        let template = Template::read(HTML).unwrap();
        assert_eq!(
            (&template.styles[..], &template.scripts[..]),
            (&["a.css", "b.css"].map(String::from)[..], &["c.js".to_owned()][..])
        );
        let [style, payload, boot, glue] = ["p{}", "H4s", "go()", "let it;"].map(str::to_owned);
        let frame = template.frame(&style, &boot, &glue);
        let html = filled(&frame, &Parts { style, payload, boot, glue });
        for part in
            [">p{}</style>", ">H4s</script>", ">go()</script>", ">let it;</script>", &hash("go()"), &hash("p{}")]
        {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("\n\n") && !html.contains("data-trunk"));
    }

    #[test]
    fn a_missing_place_is_named() {
        assert!(Template::read("<p>").err().unwrap().contains("<style id=\"style\">"));
    }
}
