// Keeps a page of `bangtin serve` as new as its files, and shows beside it what the preview
// tells: a bar at its foot, and what is wrong. All words come from the server.
(function () {
  "use strict";
  var version = document.currentScript.getAttribute("data-version");
  var PLACE = "bangtin.place";
  var CLOSED = "bangtin.bar-closed";
  var FIELDS = "a[href],button,input,select,textarea,summary";
  var told = { bar: "", errors: "" };
  var closedErrors = "";
  var source = null;
  var slots = null;

  // A browser may refuse to keep anything.
  function kept(key, value) {
    try {
      if (value === undefined) { return sessionStorage.getItem(key); }
      sessionStorage.setItem(key, value);
    } catch (refused) { /* Then nothing is kept. */ }
    return null;
  }

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  // What stands beside the page is no part of its body, and the theme's styles end where a
  // shadow begins.
  function makeSlots() {
    var host = document.createElement("bangtin-preview");
    var shadow = host.attachShadow({ mode: "open" });
    var style = document.createElement("link");
    var dock = document.createElement("div");
    host.hidden = true;
    host.style.display = "none";
    style.rel = "stylesheet";
    style.href = "/_bangtin/preview.css";
    style.addEventListener("load", function () { host.hidden = false; host.style.display = ""; });
    dock.className = "dock";
    slots = { shadow: shadow, errors: document.createElement("div"), bar: document.createElement("div") };
    dock.appendChild(slots.errors);
    dock.appendChild(slots.bar);
    shadow.appendChild(style);
    shadow.appendChild(dock);
    shadow.addEventListener("click", function (event) {
      if (event.target.id === "close-bar") { kept(CLOSED, "yes"); show(); }
      if (event.target.id === "close-errors") { closedErrors = told.errors; show(); }
    });
    shadow.addEventListener("keydown", function (event) {
      var messages = shadow.getElementById("messages");
      if (event.key !== "Escape" || !messages || !messages.open) { return; }
      // A page may count this key to let its reader leave in haste.
      event.stopPropagation();
      messages.open = false;
      shadow.getElementById("summary").focus();
    });
    document.documentElement.appendChild(host);
  }

  // Puts new words into a slot; what was open in it stays open, and what had the focus has it.
  function put(slot, html) {
    if (slot.told === html) { return; }
    slot.told = html;
    var focused = slots.shadow.activeElement;
    var open = slots.shadow.getElementById("messages");
    var wasOpen = open && open.open;
    slot.innerHTML = html;
    open = slots.shadow.getElementById("messages");
    if (open && wasOpen) { open.open = true; }
    focused = focused && slots.shadow.getElementById(focused.id);
    if (focused) { focused.focus({ preventScroll: true }); }
  }

  function show() {
    if (!slots) { makeSlots(); }
    put(slots.bar, kept(CLOSED) ? "" : told.bar);
    put(slots.errors, told.errors === closedErrors ? "" : told.errors);
  }

  // Loads the page anew and comes back to where the reader was.
  function reload() {
    var focused = document.activeElement;
    var fields = all(FIELDS);
    kept(PLACE, JSON.stringify({
      path: location.pathname,
      left: scrollX,
      top: scrollY,
      open: all("details").map(function (one) { return one.open; }),
      id: focused ? focused.id : "",
      field: fields.indexOf(focused),
      fields: fields.length
    }));
    location.reload();
  }

  function comeBack() {
    var place = JSON.parse(kept(PLACE) || "null");
    kept(PLACE, "");
    if (!place || place.path !== location.pathname) { return; }
    var details = all("details");
    var fields = all(FIELDS);
    if (details.length === place.open.length) {
      details.forEach(function (one, at) { one.open = place.open[at]; });
    }
    var field = place.id ? document.getElementById(place.id) : fields.length === place.fields && fields[place.field];
    if (field) { field.focus({ preventScroll: true }); }
    var go = function () { scrollTo({ left: place.left, top: place.top, behavior: "instant" }); };
    go();
    // Pictures make the page longer; a reader who has moved on by then is left alone.
    var top = scrollY;
    addEventListener("load", function () { if (scrollY === top) { go(); } });
  }

  function listen() {
    if (source) { return; }
    source = new EventSource("/_bangtin/events?page=" + encodeURIComponent(location.pathname));
    source.addEventListener("state", function (event) {
      told = JSON.parse(event.data);
      if (told.version !== version) { reload(); return; }
      show();
    });
  }

  function end() {
    if (source) { source.close(); source = null; }
  }

  // A browser opens few connections to one host: pages that are not seen leave theirs to others.
  function follow() {
    if (document.hidden) { end(); } else { listen(); }
  }

  comeBack();
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", end);
  addEventListener("pageshow", follow);
  follow();
})();
