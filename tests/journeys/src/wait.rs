//! Waiting for a condition, never for a time; and for what threads share.

use crate::Res;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a journey waits for anything. Generous: a slow machine is not a bug. `PATIENCE` sets the seconds (`scripts/soak` does).
pub(crate) fn limit() -> Duration {
    let set = std::env::var("PATIENCE").ok().and_then(|set| set.parse().ok());
    Duration::from_secs(set.unwrap_or(15))
}
const PAUSE: Duration = Duration::from_millis(25);

/// Asks `probe` again and again until it gives a value; `None` when [`limit`] has passed.
/// An error of the probe ends the waiting.
pub async fn until<T>(mut probe: impl AsyncFnMut() -> Res<Option<T>>) -> Res<Option<T>> {
    let started = Instant::now();
    loop {
        if let Some(value) = probe().await? {
            return Ok(Some(value));
        }
        if started.elapsed() > limit() {
            return Ok(None);
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// What threads share, also after one of them failed while it held it.
pub(crate) fn held<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
