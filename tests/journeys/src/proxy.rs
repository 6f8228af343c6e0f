//! The rest of the internet: a proxy for every host but this machine, which writes the request down and
//! answers that nobody is there. It keeps the browser's own errands on this machine too.

use crate::{Res, held};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex};

/// Whose hosts Chromium and Firefox ask for by themselves, whatever page is open; which ones changes from version to version. A page that asked for
/// one of them would still be seen by the events of the browser, and refused by its policy.
const ERRANDS: [&str; 9] = [
    "google.com",
    "googleapis.com",
    "gstatic.com",
    "gvt1.com",
    "duckduckgo.com",
    "firefox.com",
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
];

fn is_errand(line: &str) -> bool {
    let target = line.split(' ').nth(1).unwrap_or_default();
    let host = target
        .trim_start_matches("http://")
        .split(['/', ':'])
        .next()
        .unwrap_or_default();
    ERRANDS.iter().any(|maker| {
        host.strip_suffix(maker)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Lives as long as the test binary; one for each browser.
pub(crate) struct Proxy {
    pub(crate) port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    pub(crate) fn start() -> Res<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let theirs = Arc::clone(&requests);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let requests = Arc::clone(&theirs);
                std::thread::spawn(move || {
                    let mut first = Vec::new();
                    if BufReader::new(&stream)
                        .read_until(b'\n', &mut first)
                        .is_ok_and(|length| length > 0)
                    {
                        let line = String::from_utf8_lossy(&first).trim().to_owned();
                        held(&requests).push(line);
                    }
                    let _ = stream.write_all(
                        b"HTTP/1.1 502 Nobody there\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                    );
                });
            }
        });
        Ok(Self { port, requests })
    }

    /// What the page asked of other hosts: the first line of each request.
    pub(crate) fn requests(&self) -> Vec<String> {
        let requests = held(&self.requests);
        requests.iter().filter(|line| !is_errand(line)).cloned().collect()
    }

    pub(crate) fn forget(&self) {
        held(&self.requests).clear();
    }
}
