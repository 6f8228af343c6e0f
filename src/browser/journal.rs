//! The journal (`IndexedDB`): the records once more, in the browser's own database, which a killed browser does not lose.
//!
//! In: steps of the [`crate::storage::Pump`]. Out: what came of them. A browser without it, or one in which it is broken,
//! is an answer like any other; one that never answers keeps nobody waiting.

use std::cell::RefCell;

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode,
    window,
};

use super::local;
use crate::storage::Row;

/// The name of the database and of its one store.
const DATABASE: &str = "waymark";
const STORE: &str = "records";

/// Hears that the journal is not what it was.
type Lost = Box<dyn Fn()>;

thread_local! {
    static LOST: RefCell<Option<Lost>> = const { RefCell::new(None) };
    static OPEN: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
}

/// Every row, held against what the storage of this page has, some hundreds at a time: what changes there meanwhile, by this page,
/// the pump knows of. What is no text is none of ours. The texts that are the same, nearly all, stay with the browser: with thousands
/// of them it is the way into WebAssembly that takes the time.
///
/// # Errors
/// What the browser says; nobody shows it.
pub async fn read() -> Result<Vec<(String, Row)>, JsValue> {
    const SLICE: u32 = 250;
    let holds = local::holding();
    let (mut rows, mut range) = (Vec::new(), JsValue::UNDEFINED);
    loop {
        let (transaction, store) = begin(IdbTransactionMode::Readonly).await?;
        let keys = store.get_all_keys_with_key_and_limit(&range, SLICE)?;
        let texts = store.get_all_with_key_and_limit(&range, SLICE)?;
        done(&transaction).await?;
        let (keys, texts): (Array, Array) = (keys.result()?.into(), texts.result()?.into());
        for (key, text) in keys.iter().zip(texts.iter()) {
            let row = if text.is_string() && holds(&key, &text) {
                Some(Row::Same)
            } else {
                text.as_string().map(Row::Text)
            };
            rows.extend(key.as_string().zip(row));
        }
        if keys.length() < SLICE {
            return Ok(rows);
        }
        range = IdbKeyRange::lower_bound_with_open(&keys.get(SLICE - 1), true)?.into();
    }
}

/// Writes these rows, all or none; those without a text go away.
///
/// # Errors
/// What the browser says. Whether anything was written is then unknown.
pub async fn write(rows: &[(String, Option<String>)]) -> Result<(), JsValue> {
    let (transaction, store) = begin(IdbTransactionMode::Readwrite).await?;
    let put = rows.iter().try_for_each(|(key, text)| match text {
        Some(text) => store.put_with_key(&text.into(), &key.into()).map(drop),
        None => store.delete(&key.into()).map(drop),
    });
    if put.is_err() {
        // Left to itself it would commit the rows before the one that was refused.
        let _ = transaction.abort();
    }
    put?;
    done(&transaction).await.map(|_| ())
}

/// Removes the whole database. `waits` is called where a tab still holds it; once that lets go, it is removed after all.
///
/// # Errors
/// The browser refused, and it is still there. A browser that allows none has none to remove.
pub async fn delete(waits: impl FnOnce() + 'static) -> Result<(), JsValue> {
    close();
    let Some(factory) = factory() else { return Ok(()) };
    let request = factory.delete_database(DATABASE)?;
    request.set_onblocked(Some(Closure::once_into_js(waits).unchecked_ref()));
    answered(&request).await.map(|_| ())
}

/// Opens the database beforehand, while the words are still on their way.
pub async fn open_early() {
    let _ = open().await;
}

/// Calls `lost` when another tab is about to remove the database, or the browser has closed it by itself: what it holds from then
/// on is not known.
pub fn on_lost(lost: impl Fn() + 'static) {
    LOST.set(Some(Box::new(lost)));
}

fn lose() {
    close();
    LOST.with_borrow(|lost| {
        if let Some(lost) = lost {
            lost();
        }
    });
}

fn close() {
    if let Some(database) = OPEN.take() {
        database.close();
    }
}

fn factory() -> Option<IdbFactory> {
    window()?.indexed_db().ok()?
}

async fn open() -> Result<IdbDatabase, JsValue> {
    if let Some(database) = OPEN.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let factory = factory().ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(DATABASE, 1)?;
    let fresh = request.clone();
    let fill = Closure::once_into_js(move || {
        if let Some(database) = fresh
            .result()
            .ok()
            .and_then(|it| it.dyn_into::<IdbDatabase>().ok())
        {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(fill.unchecked_ref()));
    let database: IdbDatabase = answered(&request).await?.dyn_into()?;
    if let Some(other) = OPEN.with_borrow(Clone::clone) {
        // Asked for twice before the first one came.
        database.close();
        return Ok(other);
    }
    // "Forget everything" in another tab must not wait for this one; a browser may also close it by itself.
    let closed = Closure::<dyn Fn()>::new(lose).into_js_value();
    database.set_onversionchange(Some(closed.unchecked_ref()));
    database.set_onclose(Some(closed.unchecked_ref()));
    OPEN.set(Some(database.clone()));
    Ok(database)
}

async fn begin(mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    let database = open().await?;
    let transaction = database
        .transaction_with_str_and_mode(STORE, mode)
        // A connection that lies dead is opened anew the next time.
        .inspect_err(|_| close())?;
    let store = transaction.object_store(STORE)?;
    Ok((transaction, store))
}

async fn answered(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answer = Promise::new(&mut |yes, no| {
        request.set_onsuccess(Some(&yes));
        request.set_onerror(Some(&no));
    });
    JsFuture::from(answer).await?;
    request.result()
}

async fn done(transaction: &IdbTransaction) -> Result<JsValue, JsValue> {
    let answer = Promise::new(&mut |yes, no| {
        transaction.set_oncomplete(Some(&yes));
        transaction.set_onabort(Some(&no));
    });
    JsFuture::from(answer).await
}
