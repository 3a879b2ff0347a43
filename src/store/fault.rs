//! Faults on purpose: where the variable `OUTBOARD_FAULT` names a place, a debug build fails there,
//! so that tests can see that the terminal, the work and the other threads survive. A release has
//! none of it.

/// Fails if this is the place that is named.
#[cfg(debug_assertions)]
pub(crate) fn trip(place: &str) {
    let named = std::env::var_os("OUTBOARD_FAULT");
    assert!(
        named.is_none_or(|named| named != place),
        "a fault on purpose: {place}"
    );
}

/// Fails if this is the place that is named.
#[cfg(not(debug_assertions))]
pub(crate) const fn trip(_place: &str) {}
