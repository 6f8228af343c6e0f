// On the page that a server shows for the folder: the reader's language, before anything is drawn. Who asked for this page by its name,
// or chose its language, stays. Only the language chosen is kept, in this browser; where it allows no storage, the browser's own languages decide.
{
  const known = [];
  let kept = null;
  try {
    kept = localStorage.getItem("waymark.language");
  } catch {}
  const asked = known.includes(kept) ? [kept] : navigator.languages ?? [];
  const found = asked.map((tag) => known.find((one) => tag.toLowerCase().split("-")[0] === one)).find(Boolean);
  const named = location.pathname.endsWith(".html") || location.protocol === "file:" || top !== self;
  if (!named && found && found !== known[0]) location.replace(`${found}.html${location.hash}`);
}
