//! Mounts the page in `#app`, beside the banner that stands after it.

fn main() {
    fiel::app::mount();
}
