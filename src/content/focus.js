// In the page: what gets the focus by the keyboard is in sight. Where a browser draws the page above only while one goes through it, it may
// come to lie under the status line. Nothing moves under a finger.
let byKey = false;
addEventListener("keydown", () => (byKey = true), true);
addEventListener("pointerdown", () => (byKey = false), true);
addEventListener("focusin", ({ target }) => {
  if (!byKey || target.closest(".status-bar")) return;
  requestAnimationFrame(() => {
    const line = document.querySelector(".status-bar")?.getBoundingClientRect();
    const { top, bottom, height } = target.getBoundingClientRect();
    // Not where it stands below the line, which rests above the foot of the page.
    if (line && bottom > line.top && top < line.bottom && height < line.top) scrollBy(0, bottom - line.top + 16);
  });
});
