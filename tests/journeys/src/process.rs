//! A child process in a group of its own, so that it and all that it started end together, by id.

use crate::{Failure, Res};
use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::Pid;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;

use crate::wait::limit;

/// Ends its whole group when dropped.
pub(crate) struct Process(Child);

impl Process {
    /// Starts `command` and waits for the first line of its output that `ready` understands. One that ends or keeps silent
    /// is started anew, twice at most: a driver picks its port by chance, and another one may be faster.
    pub(crate) fn start<T: Send + 'static>(
        command: &mut Command,
        ready: impl Fn(&str) -> Option<T> + Send + Clone + 'static,
    ) -> Res<(Self, T)> {
        Self::once(command, ready.clone())
            .or_else(|_| Self::once(command, ready.clone()))
            .or_else(|_| Self::once(command, ready))
    }

    /// Starts `command`, which says nothing when it is ready.
    pub(crate) fn silent(command: &mut Command) -> Res<Self> {
        spawn(command.stdout(Stdio::null()))
    }

    fn once<T: Send + 'static>(
        command: &mut Command,
        ready: impl Fn(&str) -> Option<T> + Send + 'static,
    ) -> Res<(Self, T)> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut process = spawn(command.stdout(Stdio::piped()))?;
        let output = process.0.stdout.take();
        let (sender, receiver) = mpsc::channel();
        // Reads on to the end: a full pipe would stop the process.
        std::thread::spawn(move || {
            for line in output
                .into_iter()
                .flat_map(|out| BufReader::new(out).lines())
                .map_while(Result::ok)
            {
                if let Some(value) = ready(&line) {
                    let _ = sender.send(value);
                }
            }
        });
        let value = receiver
            .recv_timeout(limit())
            .map_err(|_| Failure::new(format!("{program} started, but never said that it is ready")))?;
        Ok((process, value))
    }
}

fn spawn(command: &mut Command) -> Res<Process> {
    let program = command.get_program().to_string_lossy().into_owned();
    let child = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .map_err(|error| {
            Failure::new(format!(
                "{program} does not start ({error}). Install it with: scripts/test journeys, journeys-firefox or journeys-webkit"
            ))
        })?;
    Ok(Process(child))
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Ok(id) = i32::try_from(self.0.id()) {
            let _ = killpg(Pid::from_raw(id), Signal::SIGKILL);
        }
        let _ = self.0.wait();
    }
}

/// Ends one process at once, as a crash or a power cut would; says when it is gone.
pub(crate) async fn kill_now(id: i32) -> Res {
    let id = Pid::from_raw(id);
    kill(id, Signal::SIGKILL)?;
    // Gone, or a zombie that its parent has not collected yet: it writes nothing more either way.
    crate::until(async || {
        let state = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        let ended = state.is_empty()
            || state
                .rsplit(')')
                .next()
                .is_some_and(|rest| rest.trim().starts_with('Z'));
        Ok(ended.then_some(()))
    })
    .await?
    .ok_or_else(|| Failure::new("the browser survived being killed"))
}
