//! Mounts the page in `#app`, beside the banner that stands after it.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    fiel::app::mount();
}
