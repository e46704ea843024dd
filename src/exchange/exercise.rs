//! The calculator file with an embedded case: an exercise that opens with the file.

/// The element that holds the case, and the element before which it is inserted.
const START: &str = "<script type=\"application/json\" id=\"case\">";
const BEFORE: &str = "<script type=\"text/plain\" id=\"payload\">";

/// The page with the case embedded as data that no browser interprets as markup or script; `None` if `page` is not a
/// Fiel page.
#[must_use]
pub fn with_case(page: &str, case: &str) -> Option<String> {
    let (start, rest) = page.split_once(BEFORE)?;
    let case = case.replace('<', "\\u003c");
    Some([start, START, &case, "</script>\n", BEFORE, rest].concat())
}

#[cfg(test)]
mod tests {
    use super::with_case;
    use crate::document;
    use crate::domain::case::Case;

    #[test]
    fn a_case_full_of_markup_stays_data() {
        let name = "</script><img src=x onerror=alert(1)><!--".to_owned();
        let case = Case { name: name.clone(), ..Case::default() };
        let page = with_case("<p><script type=\"text/plain\" id=\"payload\">x", &document::write(&case)).unwrap();
        let (_, rest) = page.split_once("id=\"case\">").unwrap();
        let (data, _) = rest.split_once("</script>\n").unwrap();
        assert!(!data.contains('<'), "{data}");
        assert_eq!(document::read(data).unwrap().case.name, name);
    }

    #[test]
    fn what_is_no_page_gets_no_case() {
        assert_eq!(with_case("<p>", "{}"), None);
    }
}
