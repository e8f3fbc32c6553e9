/* Light or dark: as the system wishes until somebody chooses; the choice is kept in this browser.
   Loaded in the head, before anything is painted. */
(function (root) {
    "use strict";
    var kept = {};
    try {
        kept = window.localStorage;
    } catch (refused) {
        // A browser that keeps nothing: the choice lasts as long as the page.
    }
    if (kept.theme === "light" || kept.theme === "dark") {
        root.dataset.theme = kept.theme;
    }
    document.addEventListener("click", function (event) {
        if (!event.target.closest("[data-switch-theme]")) {
            return;
        }
        var dark = root.dataset.theme
            ? root.dataset.theme === "dark"
            : window.matchMedia("(prefers-color-scheme: dark)").matches;
        root.dataset.theme = dark ? "light" : "dark";
        kept.theme = root.dataset.theme;
    });
})(document.documentElement);
