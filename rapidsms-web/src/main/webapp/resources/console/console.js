/* Small conveniences; every page works without them. */
(function () {
    "use strict";

    /* Enter sends, Shift and Enter begin a new line. Not while an input method composes a character. */
    document.addEventListener("keydown", function (event) {
        var button = event.target.dataset && event.target.dataset.enterSends;
        if (button && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            document.getElementById(button).click();
        }
    });

    /*
     * Enter among suggestions chooses one; sending is left to the button. What was suggested for other words than those
     * that stand there now is never chosen: whoever types on and presses Enter would write to somebody else.
     */
    function suggestions(input) {
        return input.closest(".ui-autocomplete-input-token") && PrimeFaces.getWidgetById(input.id.replace(/_input$/, ""));
    }
    document.addEventListener("input", function (event) {
        var widget = suggestions(event.target);
        if (widget) {
            widget.requestId = (widget.requestId || 0) + 1;
            widget.panel.find(".ui-state-highlight").removeClass("ui-state-highlight");
        }
    }, true);
    document.addEventListener("keydown", function (event) {
        var widget = event.key === "Enter" && suggestions(event.target);
        if (widget) {
            event.preventDefault();
            if (widget.panel.find(".ui-state-highlight").length === 0) {
                event.stopPropagation();
            }
        }
    }, true);

    /* A file that is too large is not sent in vain. */
    document.addEventListener("change", function (event) {
        var input = event.target;
        if (input.dataset.most) {
            var isTooLarge = input.files.length > 0 && input.files[0].size > Number(input.dataset.most);
            input.setCustomValidity(isTooLarge ? input.dataset.tooLarge : "");
            input.reportValidity();
        }
    });

    /* One tick chooses all boxes of a name. */
    document.addEventListener("DOMContentLoaded", function () {
        document.querySelectorAll("[data-chooses]").forEach(function (label) {
            label.hidden = false;
        });
    });
    document.addEventListener("change", function (event) {
        var label = event.target.closest("[data-chooses]");
        if (label) {
            document.querySelectorAll("input[name='" + label.dataset.chooses + "']").forEach(function (box) {
                box.checked = event.target.checked;
            });
        }
    });

    /* A form is sent once, however often its button is clicked. */
    document.addEventListener("submit", function (event) {
        if (event.target.dataset.sent) {
            event.preventDefault();
        }
        event.target.dataset.sent = "yes";
    });
    window.addEventListener("pageshow", function () {
        Array.prototype.forEach.call(document.forms, function (form) {
            delete form.dataset.sent;
        });
    });

    /* PrimeFaces looks for its words under the whole tag of the language; they are kept under its first part. */
    document.addEventListener("DOMContentLoaded", function () {
        if (window.PrimeFaces) {
            window.PrimeFaces.settings.locale = document.documentElement.lang;
        }
    });

    /* PrimeFaces calls what was chosen a listbox, which must not hold the field to type in: it is a plain list. */
    function plain(list) {
        list.removeAttribute("role");
        list.removeAttribute("aria-orientation");
        list.querySelectorAll("li[role]").forEach(function (chosen) {
            chosen.removeAttribute("role");
            chosen.removeAttribute("aria-selected");
        });
    }
    document.addEventListener("DOMContentLoaded", function () {
        document.querySelectorAll(".ui-autocomplete-multiple-container").forEach(function (list) {
            plain(list);
            new MutationObserver(function () { plain(list); }).observe(list, { childList: true });
        });
    });

    /* A menu closes by Escape, or by a click elsewhere. */
    function closeMenus(but) {
        document.querySelectorAll("details.menu[open]").forEach(function (menu) {
            if (menu !== but) {
                menu.removeAttribute("open");
            }
        });
    }
    document.addEventListener("click", function (event) {
        closeMenus(event.target.closest("details.menu"));
    });
    document.addEventListener("keydown", function (event) {
        if (event.key === "Escape") {
            closeMenus(null);
        }
    });
})();
