//! Texts and policies are embedded: a new file must be seen.

fn main() {
    println!("cargo:rerun-if-changed=../../locales");
    println!("cargo:rerun-if-changed=../../policy");
    println!("cargo:rerun-if-changed=../../understanding");
}
