/* What a text costs while it is typed: the same numbers as org.rapidsms.text.Segments. */
(function () {
    "use strict";
    var basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    var extension = "\f^{}\\[~]|€";
    var gsm = { words: "GSM-7", alone: 160, oneOfMany: 153 };
    var ucs = { words: "UCS-2", alone: 70, oneOfMany: 67 };

    function septets(character) {
        return basic.indexOf(character) >= 0 ? 1 : extension.indexOf(character) >= 0 ? 2 : 0;
    }

    function count(text) {
        var characters = Array.from(text);
        var encoding = characters.every(septets) ? gsm : ucs;
        var sizes = characters.map(function (character) {
            return encoding === gsm ? septets(character) : character.length;
        });
        var units = sizes.reduce(function (sum, size) { return sum + size; }, 0);
        if (units <= encoding.alone) {
            return { encoding: encoding.words, units: units, segments: units ? 1 : 0, room: encoding.alone };
        }
        var segments = 1;
        var filled = 0;
        sizes.forEach(function (size) {
            if (filled + size > encoding.oneOfMany) {
                segments += 1;
                filled = 0;
            }
            filled += size;
        });
        return { encoding: encoding.words, units: units, segments: segments, room: segments * encoding.oneOfMany };
    }

    function show(meter, text) {
        var counted = count(text);
        Object.keys(counted).forEach(function (name) {
            meter.querySelector("[data-" + name + "]").textContent = counted[name];
        });
    }

    document.querySelectorAll("[data-meter-of]").forEach(function (meter) {
        var field = document.getElementById(meter.dataset.meterOf);
        if (field) {
            field.addEventListener("input", function () { show(meter, field.value); });
            // A browser may have kept what was typed.
            show(meter, field.value);
        }
    });
})();
