// In the page: what gets the focus by the keyboard is in sight. Where a browser draws the page above only while one goes through it, it may
// come to lie under the status line.
addEventListener("focusin", ({ target }) =>
  requestAnimationFrame(() => {
    const line = document.querySelector(".status-bar")?.getBoundingClientRect().top;
    const { bottom, height } = target.getBoundingClientRect();
    // Nothing moves under a finger.
    const moved = target.matches(":focus-visible:not(.status-bar *)");
    if (moved && bottom > line && height < line) scrollBy(0, bottom - line + 16);
  }),
);
