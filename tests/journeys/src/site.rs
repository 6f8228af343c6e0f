//! The app's server: static files of one folder on a port of its own, with the headers that `scripts/serve`
//! sends, writing down every request. In: a folder. Out: an address, and the list of what was asked.

use crate::{Failure, Res, held};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// One table for the server that people start and for this one.
const HEADERS: &str = include_str!("../../../scripts/headers.json");

/// A running server; it ends when dropped.
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    folder: PathBuf,
    headers: String,
    requests: Mutex<Vec<String>>,
    missing: Mutex<Vec<String>>,
    first: Mutex<String>,
    ended: AtomicBool,
}

impl Site {
    /// Serves `folder` on a free port.
    pub fn start(folder: &Path) -> Res<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            folder: folder.canonicalize()?,
            headers: headers()?,
            requests: Mutex::default(),
            missing: Mutex::default(),
            first: Mutex::default(),
            ended: AtomicBool::new(false),
        });
        let thread = Some(listen(listener, &shared));
        Ok(Self {
            address,
            shared,
            thread,
        })
    }

    /// The server is gone, until [`Site::come_back`].
    pub fn go_away(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address); // wakes the thread from its waiting
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// The server is there again, at the same address.
    pub fn come_back(&mut self) -> Res {
        self.shared.ended.store(false, Ordering::SeqCst);
        self.thread = Some(listen(TcpListener::bind(self.address)?, &self.shared));
        Ok(())
    }

    /// The origin, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The folder that is served.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.shared.folder
    }

    /// Every request since the start or the last [`Site::forget`], as `GET /path`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        held(&self.shared.requests).clone()
    }

    /// Starts the list of requests anew.
    pub fn forget(&self) {
        held(&self.shared.requests).clear();
    }

    /// What was asked for and is not there, all journey long.
    pub(crate) fn missing(&self) -> Vec<String> {
        held(&self.shared.missing).clone()
    }

    /// Writes this JavaScript into every page from now on, in front of all that the page itself holds.
    pub(crate) fn run_first(&self, script: &str) {
        let mut first = held(&self.shared.first);
        let script = script.replace("</", "<\\/");
        let script = format!("<script>document.currentScript.remove();{script}</script>");
        if !first.contains(&script) {
            first.push_str(&script);
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.go_away();
    }
}

fn listen(listener: TcpListener, shared: &Arc<Shared>) -> JoinHandle<()> {
    let theirs = Arc::clone(shared);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if theirs.ended.load(Ordering::SeqCst) {
                break;
            }
            let shared = Arc::clone(&theirs);
            std::thread::spawn(move || shared.answer(stream));
        }
    })
}

fn headers() -> Res<String> {
    let table: serde_json::Map<String, serde_json::Value> = serde_json::from_str(HEADERS)?;
    let mut lines = String::new();
    for (name, value) in &table {
        let value = value
            .as_str()
            .ok_or_else(|| Failure::new("scripts/headers.json holds something that is not text"))?;
        write!(lines, "{name}: {value}\r\n")?;
    }
    Ok(lines)
}

impl Shared {
    /// One request, one answer, one connection: a kept connection would outlive a stopped server.
    fn answer(&self, stream: TcpStream) -> Option<()> {
        let (method, target) = self.request(&stream)?;
        held(&self.requests).push(format!("{method} {target}"));
        if self.ended.load(Ordering::SeqCst) {
            return None;
        }
        let (status, kind, body) = if let Some(path) = self.file(&target) {
            let kind = kind(&path);
            ("200 OK", kind, self.led(std::fs::read(&path).ok()?, kind))
        } else {
            let mut missing = held(&self.missing);
            missing.push(format!("{target}: there is no such file"));
            ("404 Not Found", "text/plain", b"There is no such file.".to_vec())
        };
        let mut stream = stream;
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n{}\r\n",
            body.len(),
            self.headers
        );
        stream.write_all(head.as_bytes()).ok()?;
        if method != "HEAD" {
            stream.write_all(&body).ok()?;
        }
        stream.shutdown(Shutdown::Write).ok()
    }

    /// A page, with what is to run first in it.
    fn led(&self, body: Vec<u8>, kind: &str) -> Vec<u8> {
        let first = held(&self.first);
        if first.is_empty() || !kind.starts_with("text/html") {
            return body;
        }
        match String::from_utf8(body) {
            Ok(page) => page.replacen("<head>", &format!("<head>{first}"), 1).into_bytes(),
            Err(other) => other.into_bytes(),
        }
    }

    /// Method and target of the request; its headers and body are read and dropped.
    fn request(&self, stream: &TcpStream) -> Option<(String, String)> {
        stream.set_read_timeout(Some(Duration::from_millis(250))).ok()?;
        let mut reader = BufReader::new(stream);
        let (mut first, mut line, mut length) = (String::new(), String::new(), 0);
        loop {
            match reader.read_line(&mut line) {
                Ok(0) => return None,
                Ok(_) => {}
                // Browsers open connections ahead of need. The part of a line that has come stays in `line`.
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                    if self.ended.load(Ordering::SeqCst) {
                        return None;
                    }
                    continue;
                }
                Err(_) => return None,
            }
            let text = line.trim_end();
            if text.is_empty() {
                break;
            }
            if first.is_empty() {
                text.clone_into(&mut first);
            } else if let Some((name, value)) = text.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
            line.clear();
        }
        let _ = std::io::copy(&mut reader.take(length), &mut std::io::sink());
        let mut words = first.split(' ');
        Some((words.next()?.to_owned(), words.next()?.to_owned()))
    }

    fn file(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next()?.trim_start_matches('/');
        let path = self
            .folder
            .join(match path {
                folder if folder.is_empty() || folder.ends_with('/') => format!("{folder}index.html"),
                file => file.to_owned(),
            })
            .canonicalize()
            .ok()?;
        (path.starts_with(&self.folder) && path.is_file()).then_some(path)
    }
}

fn kind(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "pack" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
