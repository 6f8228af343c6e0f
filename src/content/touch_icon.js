// In the page: the icon for the first screen of Apple's devices, named to those alone. Every other browser would ask the server for it at
// each visit.
if ("standalone" in navigator) document.head.append(Object.assign(document.createElement("link"), { rel: "apple-touch-icon", href: "./apple-touch-icon.png" }));
