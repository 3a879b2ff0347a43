//! Faults on purpose: where the variable `OUTBOARD_FAULT` names a place, a debug build fails there,
//! so that tests can see that the terminal, the work and the other threads survive. A release has
//! none of it.

/// Fails if this is the place that is named.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "that is what it is for")]
pub(crate) fn trip(place: &str) {
    if std::env::var_os("OUTBOARD_FAULT").is_some_and(|named| named == place) {
        panic!("a fault on purpose: {place}");
    }
}

/// Fails if this is the place that is named.
#[cfg(not(debug_assertions))]
pub(crate) const fn trip(_place: &str) {}
