//! Makes scripts and styles shorter where that is safe without understanding them.

/// Drops comments that have lines of their own, and what lines are indented by.
///
/// Not for text that spans lines: neither the glue nor the boot has any.
pub fn script(text: &str) -> String {
    let mut in_comment = false;
    let mut kept = String::new();
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    kept
}

/// Drops comments, and the spaces around braces, semicolons and commas.
pub fn style(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (piece, length) = match letter {
            '"' | '\'' => quoted(rest, letter),
            '/' if rest.starts_with("/*") => ("", rest.find("*/").map_or(rest.len(), |end| end + 2)),
            _ if letter.is_whitespace() => (" ", rest.len() - rest.trim_start().len()),
            _ => (&rest[..letter.len_utf8()], letter.len_utf8()),
        };
        join(&mut kept, piece);
        rest = &rest[length..];
    }
    kept
}

fn quoted(rest: &str, mark: char) -> (&str, usize) {
    let end = rest[1..].find(mark).map_or(rest.len(), |end| end + 2);
    (&rest[..end], end)
}

/// A space is kept only where it can mean something: not beside these.
fn join(kept: &mut String, piece: &str) {
    const CLOSED: [char; 4] = ['{', '}', ';', ','];
    let space_is_idle = kept.is_empty() || kept.ends_with(' ') || kept.ends_with(CLOSED);
    if piece == " " && space_is_idle {
        return;
    }
    if piece.starts_with(CLOSED) && kept.ends_with(' ') {
        kept.pop();
    }
    if piece == "}" && kept.ends_with(';') {
        kept.pop();
    }
    kept.push_str(piece);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(script("/**\n * why\n */\nif (a) {\n  // so\n  b(\"//c\");\n}\n"), "if (a) {\nb(\"//c\");\n}\n");
    }

    #[test]
    fn spaces_that_mean_something_stay() {
        assert_eq!(style("a  :hover , b > c {\n  /* x */ margin: 0 1px;\n}\n"), "a :hover,b > c{margin: 0 1px}");
        assert_eq!(style("q::before { content: \" ; \" }"), "q::before{content: \" ; \"}");
        assert_eq!(style("a { width: calc(1px + 2px); }"), "a{width: calc(1px + 2px)}");
    }
}
