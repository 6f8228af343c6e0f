//! THE ONLY ROOM with web-sys and js-sys.
