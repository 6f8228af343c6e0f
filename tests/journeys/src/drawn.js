// Firefox and WebKit leave what they have not drawn yet out of innerText: people who scroll do not.
{
  const drawn = new CSSStyleSheet();
  drawn.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets.push(drawn);
}
