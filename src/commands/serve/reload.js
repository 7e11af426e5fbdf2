// Keeps a page of `bangtin serve` as new as its files, and shows what is wrong over it.
(function () {
  "use strict";
  var version = document.currentScript.getAttribute("data-version");
  var vietnamese = document.currentScript.getAttribute("data-lang") === "vi";
  var source = null;
  var box = null;

  function element(name, text, style) {
    var made = document.createElement(name);
    made.textContent = text;
    Object.keys(style).forEach(function (key) { made.style[key] = style[key]; });
    return made;
  }

  function line(fault) {
    var place = fault.path || "";
    if (fault.line) { place += ":" + fault.line + ":" + fault.column; }
    var item = element("div", "", { margin: "0 0 1.25em" });
    item.appendChild(element("div", place, { color: "#9bd1ff" }));
    item.appendChild(element("div", "[" + fault.code + "] " + fault.message, { fontWeight: "bold" }));
    if (fault.text) {
      item.appendChild(element("pre", fault.text, { margin: ".25em 0", whiteSpace: "pre-wrap", color: "#ddd" }));
    }
    if (fault.hint) { item.appendChild(element("div", "→ " + fault.hint, { color: "#b6f0b0" })); }
    return item;
  }

  function show(faults) {
    if (box) { box.remove(); box = null; }
    if (!faults.length) { return; }
    box = element("div", "", { all: "initial", position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647" });
    box.setAttribute("role", "alert");
    box.setAttribute("lang", vietnamese ? "vi" : "en");
    var panel = element("div", "", {
      maxHeight: "60vh", overflow: "auto", boxSizing: "border-box", padding: "1em 1.5em", textAlign: "left",
      background: "#1b1b1f", color: "#fff", borderTop: "4px solid #ff6b6b", font: "16px/1.45 system-ui, sans-serif"
    });
    var title = vietnamese ? "Trang đang có lỗi (" + faults.length + "); bạn đang xem bản tốt gần nhất"
      : "The site has errors (" + faults.length + "); this is the last good version";
    panel.appendChild(element("div", title, { fontSize: "18px", fontWeight: "bold", margin: "0 6em .75em 0" }));
    faults.slice(0, 20).forEach(function (fault) { panel.appendChild(line(fault)); });
    var close = element("button", vietnamese ? "Đóng" : "Close", { position: "absolute", top: "1em", right: "1.5em", font: "inherit" });
    close.addEventListener("click", function () { show([]); });
    panel.appendChild(close);
    // The theme's styles end where a shadow begins.
    box.attachShadow({ mode: "open" }).appendChild(panel);
    document.body.appendChild(box);
  }

  function listen() {
    if (source) { return; }
    source = new EventSource("/_bangtin/events");
    source.addEventListener("state", function (event) {
      var state = JSON.parse(event.data);
      if (state.version !== version) { location.reload(); return; }
      show(state.faults);
    });
  }

  // A browser opens few connections to one host: pages that are not seen leave theirs to others.
  function follow() {
    if (document.hidden) {
      if (source) { source.close(); source = null; }
    } else {
      listen();
    }
  }

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", function () { if (source) { source.close(); source = null; } });
  addEventListener("pageshow", follow);
  follow();
})();
