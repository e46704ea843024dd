//! The developer commands: `cargo xtask serve`, `build`, `test`, `bench`, `look`, `price`, `saves`.

mod bench;
mod browser;
mod build;
mod deny;
mod look;
mod pack;
mod price;
mod run;
mod saves;
mod serve;
mod test;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [port]      build the page and serve it on this machine (port 8080)
cargo xtask serve --dev [port]   a debug page that is built and loaded again at each change
cargo xtask build             leave the page in dist/index.html
cargo xtask test              every check there is, as the build machine runs them
cargo xtask bench [--quick] [--record] [--page FILE]
                              size, start, keys, memory and sums beside a small page; ends with the ratios
cargo xtask look <folder> [#route]   pictures of the page on a phone, a desk and paper
cargo xtask price 2026-11-20 4105.30 3.3821 \"LBMA PM; SBS venta\"
                              prices of a month or day (US$/oz, S/ per US$, source) for a host, in dist/prices.json
cargo xtask saves             save the page by the browsers' own dialogs, and open each copy (Linux)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match command(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn command(words: &[&str]) -> run::Result {
    match words {
        ["serve"] => serve::serve("8080"),
        ["serve", "--dev"] => serve::develop("8080"),
        ["serve", "--dev", port] => serve::develop(port),
        ["serve", port] => serve::serve(port),
        ["build"] => build::build(),
        ["test"] => test::test(),
        ["bench", options @ ..] => bench::bench(options),
        ["look", folder] => look::look(folder, ""),
        ["look", folder, route] => look::look(folder, route),
        ["price", words @ ..] if words.len() == 4 => price::price(words),
        ["saves"] => saves::saves(),
        _ => Err(format!("The commands are:\n{USAGE}")),
    }
}
