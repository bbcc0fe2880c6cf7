//! JSON files as a stream of items: an array, JSON lines, one object, or pages `{"items": […]}` one after the other.
//!
//! Items are told apart by their brackets alone and read one by one, so that one that is wrong in itself loses no other.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::ImportError;

/// An item with more than this is passed over.
const ITEM_BYTES_MAX: usize = 1 << 20;
const BUFFER_BYTES: usize = 64 << 10;

/// What stood at the next place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// Its text is in the slot.
    Whole,
    TooLong,
    End,
}

/// The items of a file.
pub(super) struct Items<R = BufReader<File>> {
    reader: R,
    path: PathBuf,
    /// The key whose array holds the items of a page.
    key: &'static str,
    place: Place,
    bytes_done: u64,
    /// Items so far.
    count: u64,
    /// A byte that was looked at too early.
    peeked: Option<u8>,
    /// The page that items are read of, up to its array.
    page: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Top,
    /// In an array at the top.
    Array,
    /// In the array of a page.
    Page,
}

impl Items {
    pub(super) fn open(path: &Path, key: &'static str) -> Result<Self, ImportError> {
        let file = File::open(path).map_err(|source| ImportError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        Ok(Items::new(
            BufReader::with_capacity(BUFFER_BYTES, file),
            path,
            key,
        ))
    }
}

impl<R: BufRead> Items<R> {
    fn new(reader: R, path: &Path, key: &'static str) -> Self {
        Items {
            reader,
            path: path.to_owned(),
            key,
            place: Place::Top,
            bytes_done: 0,
            count: 0,
            peeked: None,
            page: Vec::new(),
        }
    }

    pub(super) fn bytes_done(&self) -> u64 {
        self.bytes_done
    }

    /// The number of the last item, counted from 1.
    pub(super) fn number(&self) -> u64 {
        self.count
    }

    /// What stands in the page of the last item before its items; absent where it is not on a page.
    pub(super) fn page(&self) -> Option<serde_json::Value> {
        let mut page = self.page.clone();
        page.extend_from_slice(b"[]}");
        serde_json::from_slice(&page).ok()
    }

    /// Puts the text of the next item into `slot`.
    pub(super) fn read(&mut self, slot: &mut Vec<u8>) -> Result<Item, ImportError> {
        loop {
            let Some(byte) = self.next_sign()? else {
                return if self.place == Place::Top {
                    Ok(Item::End)
                } else {
                    Err(self.broken())
                };
            };
            match (self.place, byte) {
                (Place::Top, b'[') => self.place = Place::Array,
                (Place::Top, b'{') => {
                    self.count += 1;
                    slot.clear();
                    match self.object(slot)? {
                        // The page itself is no item.
                        None => {
                            self.count -= 1;
                            self.page.clone_from(slot);
                        }
                        Some(item) => return Ok(item),
                    }
                }
                (Place::Array, b']') => self.place = Place::Top,
                (Place::Page, b']') => {
                    self.place = Place::Top;
                    self.rest_of_page()?;
                }
                (_, b',') => {}
                (_, b']' | b'}' | b':') => return Err(self.broken()),
                (_, first) => {
                    self.count += 1;
                    slot.clear();
                    return self.value(first, slot);
                }
            }
        }
    }

    fn broken(&self) -> ImportError {
        ImportError::Json { item: self.count + 1 }
    }

    /// An object at the top: an item itself (`Some`), or a page, whose array is then to be read (`None`).
    fn object(&mut self, slot: &mut Vec<u8>) -> Result<Option<Item>, ImportError> {
        slot.push(b'{');
        loop {
            let Some(byte) = self.next_sign()? else {
                return Err(self.broken());
            };
            match byte {
                b'}' => {
                    slot.push(b'}');
                    return Ok(Some(done(slot)));
                }
                b'"' => {
                    let start = slot.len();
                    self.value(b'"', slot)?;
                    let is_page = slot.get(start..).is_some_and(|name| is_key(name, self.key));
                    match self.next_sign()? {
                        Some(b':') => slot.push(b':'),
                        _ => return Err(self.broken()),
                    }
                    let Some(first) = self.next_sign()? else {
                        return Err(self.broken());
                    };
                    if is_page && first == b'[' {
                        self.place = Place::Page;
                        return Ok(None);
                    }
                    self.value(first, slot)?;
                }
                b',' => slot.push(b','),
                _ => return Err(self.broken()),
            }
        }
    }

    /// What follows a page's array, up to the end of the page.
    fn rest_of_page(&mut self) -> Result<(), ImportError> {
        let mut unread = Vec::new();
        loop {
            match self.next_sign()? {
                None => return Err(self.broken()),
                Some(b'}') => return Ok(()),
                Some(b',' | b':') => {}
                Some(first) => {
                    unread.clear();
                    self.value(first, &mut unread)?;
                }
            }
        }
    }

    /// Copies a value that begins with `first` to the end of `slot`.
    fn value(&mut self, first: u8, slot: &mut Vec<u8>) -> Result<Item, ImportError> {
        let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
        let mut byte = first;
        loop {
            if in_string {
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' => escaped = true,
                    b'"' => in_string = false,
                    _ => {}
                }
            } else {
                match byte {
                    b'"' => in_string = true,
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' if depth == 0 => {
                        self.peeked = Some(byte);
                        return Ok(done(slot));
                    }
                    b'}' | b']' => depth -= 1,
                    b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => {
                        self.peeked = Some(byte);
                        return Ok(done(slot));
                    }
                    _ => {}
                }
            }
            if slot.len() <= ITEM_BYTES_MAX {
                slot.push(byte);
            }
            if depth == 0 && !in_string && matches!(byte, b'"' | b'}' | b']') {
                return Ok(done(slot));
            }
            byte = match self.next_byte()? {
                Some(byte) => byte,
                None if depth == 0 && !in_string => return Ok(done(slot)),
                None => return Err(self.broken()),
            };
        }
    }

    /// The next byte that is neither space nor a mark of the encoding at the beginning.
    fn next_sign(&mut self) -> Result<Option<u8>, ImportError> {
        loop {
            let byte = self.next_byte()?;
            let at_mark = self.bytes_done <= 3 && byte.is_some_and(|byte| b"\xef\xbb\xbf".contains(&byte));
            if !at_mark && !byte.is_some_and(|byte| byte.is_ascii_whitespace()) {
                return Ok(byte);
            }
        }
    }

    fn next_byte(&mut self) -> Result<Option<u8>, ImportError> {
        if let Some(byte) = self.peeked.take() {
            return Ok(Some(byte));
        }
        let unreadable = |source| ImportError::Unreadable {
            path: self.path.clone(),
            source,
        };
        let byte = self.reader.fill_buf().map_err(unreadable)?.first().copied();
        if byte.is_some() {
            self.reader.consume(1);
            self.bytes_done += 1;
        }
        Ok(byte)
    }
}

fn done(slot: &[u8]) -> Item {
    if slot.len() > ITEM_BYTES_MAX {
        Item::TooLong
    } else {
        Item::Whole
    }
}

fn is_key(name: &[u8], key: &str) -> bool {
    name.strip_prefix(b"\"")
        .and_then(|name| name.strip_suffix(b"\""))
        .is_some_and(|name| name.eq_ignore_ascii_case(key.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, u64> {
        let mut items = Items::new(text.as_bytes(), Path::new("x"), "items");
        let (mut all, mut slot) = (Vec::new(), Vec::new());
        loop {
            match items.read(&mut slot) {
                Ok(Item::End) => return Ok(all),
                Ok(Item::TooLong) => all.push("too long".to_owned()),
                Ok(Item::Whole) => all.push(String::from_utf8(slot.clone()).unwrap()),
                Err(ImportError::Json { item }) => return Err(item),
                Err(error) => panic!("{error}"),
            }
        }
    }

    #[test]
    fn items_are_found_in_every_shape() {
        let two = Ok(vec![
            r#"{"a":"x]}\"[,"}"#.to_owned(),
            r#"{"b":[1,{}]}"#.to_owned(),
        ]);
        for text in [
            r#"[ {"a":"x]}\"[,"} , {"b":[1,{}]} ]"#,
            "\u{feff}{\"a\":\"x]}\\\"[,\"}\n{\"b\":[1,{}]}\n",
            r#"{"totalCount":2,"items":[{"a":"x]}\"[,"},{"b":[1,{}]}],"links":{"self":{"items":[5]}}}"#,
            r#"{"Items":[{"a":"x]}\"[,"}],"n":1} {"x":null,"items":[{"b":[1,{}]}]}"#,
        ] {
            assert_eq!(read(text), two, "{text}");
        }
        assert_eq!(read(" \n"), Ok(vec![]));
        assert_eq!(read("[]"), Ok(vec![]));
        assert_eq!(read(r#"{"items":[]}"#), Ok(vec![]));
        assert_eq!(
            read("[1,\"two\",null]"),
            Ok(vec!["1".into(), "\"two\"".into(), "null".into()])
        );
    }

    #[test]
    fn broken_files_are_named_by_item() {
        for (text, item) in [
            ("[{}", 2),
            ("{\"a\":", 2),
            ("]", 1),
            ("[{}, {\"a\": \"", 3),
            ("{\"items\":[{}],", 2),
        ] {
            assert_eq!(read(text), Err(item), "{text}");
        }
    }

    #[test]
    fn an_endless_item_is_passed_over() {
        let long = format!("[\"{}\", {{\"a\":1}}]", "x".repeat(ITEM_BYTES_MAX + 5));
        assert_eq!(
            read(&long),
            Ok(vec!["too long".to_owned(), "{\"a\":1}".to_owned()])
        );
    }
}
