//! Member lists from other programs: rows are named by the line number that an editor shows.

use fiel::document::members_csv::{self, BadCell, Listed};

fn names(listed: &Listed) -> Vec<&str> {
    listed.members.iter().map(|member| member.name.as_str()).collect()
}

fn lines(listed: &Listed) -> Vec<usize> {
    listed.left_out.iter().map(|row| row.line).collect()
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let rows = ["", "Cooperativa 2026;", "", "nombre;gramos", "Rosa;3", "", ";;", "Ana;x", "\"Luz\";4", "Eva;-1"];
        let listed = members_csv::read(&rows.join(end));
        assert_eq!((names(&listed), lines(&listed)), (vec!["Rosa", "Luz"], vec![8, 10]), "{end:?}");
    }
    let over_lines = members_csv::read("nombre;gramos\n\"Rosa\nMaría\";3\nAna;x\n");
    assert_eq!((names(&over_lines), lines(&over_lines)), (vec!["Rosa\nMaría"], vec![4]));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_named_where_it_opens() {
    for rest in ["", "\n", "Ana;3", "Ana;3\nLuz;4\n", "Ana;\"\"", "\"\"", "\n\n", "\r"] {
        let listed = members_csv::read(&format!("nombre;gramos\nRosa;3\n\"{rest}"));
        let left_out: Vec<_> = listed.left_out.iter().map(|row| (row.line, &row.why)).collect();
        assert_eq!((names(&listed), left_out), (vec!["Rosa"], vec![(3, &BadCell::Unclosed)]), "{rest:?}");
    }
    for closed in ["\"Ana\"", "\"Ana\"\n", "\"Ana\"\r\n\n", "\"Ana\";\"3\"", "\"Ana\";\"\""] {
        let listed = members_csv::read(&format!("nombre;gramos\nRosa;3\n{closed}"));
        assert_eq!((names(&listed), lines(&listed)), (vec!["Rosa", "Ana"], vec![]), "{closed:?}");
    }
}

#[test]
fn a_mark_within_a_cell_is_a_letter() {
    let listed = members_csv::read("nombre\tgramos\nEva \"la 2\"\t3\n\"Luz\" B\t4\n \"Ana\"\t5\n");
    assert_eq!(names(&listed), ["Eva \"la 2\"", "Luz B", "\"Ana\""]);
    assert_eq!(listed.left_out, []);
}

#[test]
fn more_rows_than_any_association_has_are_not_read() {
    for (row, members) in [("Ana;3\n", members_csv::MOST_MEMBERS), ("Ana;x\n", 0)] {
        let listed = members_csv::read(&row.repeat(members_csv::MOST_MEMBERS + 9));
        assert_eq!(listed.members.len(), members);
        let last = listed.left_out.last().map(|row| (row.line, &row.why));
        assert_eq!(last, Some((members_csv::MOST_MEMBERS + 1, &BadCell::TooMany)), "{row}");
    }
}

#[test]
fn nothing_in_a_list_is_nobody() {
    for text in ["", "\u{feff}", "\n", "\r\r\n", " ; \n\"\"", "nombre;gramos", "."] {
        let listed = members_csv::read(text);
        assert_eq!(names(&listed), Vec::<&str>::from(if text == "." { &["."][..] } else { &[] }), "{text:?}");
        assert_eq!(listed.left_out, [], "{text:?}");
    }
}

#[test]
fn a_list_is_written_as_spreadsheets_open_it() {
    let list = members_csv::read("nombre;gramos\n=2+3;1\n\"Rosa; \"\"la 2\"\"\";3,5\n").members;
    let written =
        members_csv::write(&list, &["Nombre", "Gramos", "Días", "Partes", "Personas", "Grupo", "S/"], &|place| {
            vec![format!("1,234.5{place}")]
        });
    let rows = "Nombre;Gramos;Días;Partes;Personas;Grupo;S/\r\n'=2+3;1;;;;;1,234.50\r\n\
        \"Rosa; \"\"la 2\"\"\";3,5;;;;;1,234.51\r\n";
    assert_eq!(written, format!("\u{feff}{rows}"));
    assert_eq!(members_csv::read(&written).members, list);
}
