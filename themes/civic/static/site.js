/* Links end in "index.html" so that the site also works from a USB stick. On a web server the
   folder alone is enough, and makes a shorter address to share. Prints the page, and shares its
   address. Everything on the site works without this file. */
(function () {
  "use strict";

  function each(selector, use) { Array.prototype.forEach.call(document.querySelectorAll(selector), use); }

  if (/^https?:$/.test(location.protocol)) {
    each('a[href*="index.html"]', function (link) {
      // Only relative links are ours: no scheme, no leading slash.
      var parts = /^(?!\/)([^:?#]*\/)?index\.html([?#].*)?$/.exec(link.getAttribute("href"));
      if (parts) { link.setAttribute("href", (parts[1] || "./") + (parts[2] || "")); }
    });
  }

  // The search comes when someone is about to use it.
  each("[data-search]", function (field) {
    function load() {
      field.removeEventListener("focus", load);
      var script = document.createElement("script");
      script.src = field.dataset.script;
      document.head.appendChild(script);
    }
    if (field.dataset.search || document.activeElement === field) { load(); } else { field.addEventListener("focus", load); }
  });

  each("[data-print]", function (button) {
    // A link first leads to the place that says what is printed.
    button.addEventListener("click", function () { setTimeout(function () { window.print(); }, 0); });
  });

  // A page on a disk is shared by the address that it has on the web.
  function address() {
    var own = document.querySelector('link[rel="canonical"]');
    return own ? own.href : location.href;
  }

  // Puts a text into the clipboard, as HTML too where there is some; tells whether it could.
  window.bangtinCopy = function (text, html, tell) {
    var forms = { "text/plain": text };
    if (html) { forms["text/html"] = html; }
    var types = Object.keys(forms);
    // For browsers and places without a clipboard of their own, such as a file on a disk.
    function byCommand() {
      function fill(event) {
        event.preventDefault();
        types.forEach(function (type) { event.clipboardData.setData(type, forms[type]); });
      }
      document.addEventListener("copy", fill);
      var done = document.execCommand("copy");
      document.removeEventListener("copy", fill);
      tell(done);
    }
    if (!navigator.clipboard || !window.ClipboardItem) { byCommand(); return; }
    var blobs = {};
    types.forEach(function (type) { blobs[type] = new Blob([forms[type]], { type: type }); });
    navigator.clipboard.write([new ClipboardItem(blobs)]).then(function () { tell(true); }, byCommand);
  };

  each("[data-share]", function (button) {
    button.addEventListener("click", function () {
      var page = { title: document.title, url: address() };
      if (navigator.share) {
        // Who thinks better of it has not failed.
        navigator.share(page).catch(function () {});
        return;
      }
      window.bangtinCopy(page.url, "", function (done) {
        if (done) { button.querySelector("[role]").textContent = button.dataset.done; }
      });
    });
  });
}());
