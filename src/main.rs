//! Mounts the page in `#app`, next to the banner that stands after it.

fn main() {
    fiel::app::mount();
}
