/* Maps by Leaflet. What they show stands in the page: places as links that tell where they are, or the fields of a form.
   Without tiles the ground is plain, with lines of latitude and longitude, and nothing is fetched from anywhere. */
(function (map) {
    "use strict";
    if (!map || !window.L) {
        return;
    }
    var CLOSEST = 13;
    var calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    var view = L.map(map, {
        attributionControl: false, zoomControl: false, worldCopyJump: true, minZoom: 1, maxZoom: 18,
        zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm
    });
    L.control.zoom({ zoomInTitle: map.dataset.zoomIn, zoomOutTitle: map.dataset.zoomOut }).addTo(view);
    L.control.scale({ imperial: false }).addTo(view);

    /* The ground */
    if (map.dataset.tiles) {
        var thanks = document.createElement("span");
        thanks.textContent = map.dataset.attribution;
        L.control.attribution({ prefix: false }).addAttribution(thanks.innerHTML).addTo(view);
        // Servers of tiles want to know who asks; our pages tell nobody else.
        L.tileLayer(map.dataset.tiles, { maxZoom: 18, referrerPolicy: "origin" }).addTo(view);
    } else {
        view.createPane("grid").style.zIndex = 250;
        var grid = L.layerGroup().addTo(view);
        var pen = L.svg({ pane: "grid", padding: 1 });
        view.on("moveend resize", drawGrid);
    }

    /* Every so many degrees that some five lines are seen. */
    function step(span) {
        return [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30].find(function (each) {
            return span / each <= 6;
        }) || 45;
    }
    function line(points, at, words, anchor) {
        L.polyline(points, { renderer: pen, className: "map-grid", interactive: false }).addTo(grid);
        var label = document.createElement("span");
        label.textContent = words;
        L.marker(at, { pane: "grid", interactive: false, keyboard: false,
            icon: L.divIcon({ className: "map-degrees", html: label, iconSize: [0, 0], iconAnchor: anchor }) }).addTo(grid);
    }
    function degrees(number) {
        return Number(number.toFixed(3)) + "°";
    }
    function drawGrid() {
        var seen = view.getBounds();
        // Beyond what is seen, so that they do not end while the map is dragged.
        var wide = seen.pad(1);
        var every = step(Math.max(seen.getNorth() - seen.getSouth(), seen.getEast() - seen.getWest()));
        var at;
        grid.clearLayers();
        for (at = Math.ceil(wide.getSouth() / every) * every; at <= wide.getNorth(); at += every) {
            if (Math.abs(at) <= 85) {
                line([[at, wide.getWest()], [at, wide.getEast()]], [at, seen.getEast()], degrees(at), [48, 0]);
            }
        }
        for (at = Math.ceil(wide.getWest() / every) * every; at <= wide.getEast(); at += every) {
            line([[wide.getSouth(), at], [wide.getNorth(), at]], [seen.getNorth(), at], degrees(L.Util.wrapNum(at, [-180, 180])), [-3, 0]);
        }
    }

    function marker(at, node, options) {
        return L.marker(at, L.extend({ keyboard: false,
            icon: L.divIcon({ className: "", html: node, iconSize: [24, 24], iconAnchor: [12, 12] }) }, options));
    }

    /* Places. The table holds the same links: whoever goes by the keyboard need not go through all of them twice. */
    var places = [];
    map.querySelectorAll("a[data-latitude]").forEach(function (link) {
        var node = document.createElement("a");
        var name = document.createElement("bdi");
        name.textContent = link.textContent;
        node.className = "map-place";
        node.href = link.href;
        node.tabIndex = -1;
        /* Its name is hidden where places are crowded, from those who listen too. */
        node.setAttribute("aria-label", name.textContent);
        node.append(name);
        places.push({ at: L.latLng(link.dataset.latitude, link.dataset.longitude), node: node });
        marker([link.dataset.latitude, link.dataset.longitude], node).addTo(view);
    });

    /* Of names that would lie upon one another the first is shown; the others when they are pointed at, or after zooming in. */
    function uncrowd() {
        var taken = [];
        places.forEach(function (place) {
            var box = place.node.lastChild.getBoundingClientRect();
            var crowded = taken.some(function (other) {
                return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
            });
            place.node.classList.toggle("is-crowded", crowded);
            if (!crowded) {
                taken.push(box);
            }
        });
    }
    view.on("zoomend", function () {
        window.requestAnimationFrame(uncrowd);
    });

    /* A point is chosen by a click, or typed: either is shown by the other. */
    var fields = ["latitude", "longitude"].map(function (id) {
        return document.getElementById(id);
    });
    var picked = null;
    function typed() {
        var numbers = fields.map(function (field) {
            return field.value.trim() === "" ? NaN : Number(field.value.trim().replace(",", ".").replace("\u2212", "-"));
        });
        var isPoint = Math.abs(numbers[0]) <= 90 && Math.abs(numbers[1]) <= 180;
        return isPoint ? L.latLng(numbers) : null;
    }
    function show(at) {
        if (picked) {
            picked.remove();
            picked = null;
        }
        if (at) {
            var node = document.createElement("span");
            node.className = "map-place is-picked";
            picked = marker(at, node, { interactive: false }).addTo(view);
        }
    }
    function pick(event) {
        var at = event.latlng.wrap();
        fields[0].value = Math.max(-90, Math.min(90, at.lat)).toFixed(6);
        fields[1].value = at.lng.toFixed(6);
        show(at);
    }
    function follow() {
        var at = typed();
        show(at);
        if (at) {
            view.panTo(at, { animate: !calm });
        }
    }

    /* What is seen first */
    var centre = map.dataset.centre.split(",").map(Number);
    if (places.length > 0) {
        view.fitBounds(L.latLngBounds(places.map(function (place) {
            return place.at;
        })), { padding: [48, 48], maxZoom: CLOSEST, animate: false });
    } else {
        view.setView(map.dataset.pick && typed() || centre, map.dataset.pick && typed() ? CLOSEST : 5, { animate: false });
    }
    if (map.dataset.pick) {
        view.on("click", pick);
        fields.forEach(function (field) {
            field.addEventListener("change", follow);
        });
        show(typed());
    }
    uncrowd();
})(document.getElementById("map"));
