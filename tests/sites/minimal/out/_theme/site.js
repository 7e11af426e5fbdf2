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
      script.src = field.dataset.root + "_theme/search.js";
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

  // For browsers and places without a clipboard of their own, such as a file on a disk.
  function copyByCommand(text) {
    function fill(event) {
      event.preventDefault();
      event.clipboardData.setData("text/plain", text);
    }
    document.addEventListener("copy", fill);
    var done = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    return done;
  }

  each("[data-share]", function (button) {
    button.addEventListener("click", function () {
      var page = { title: document.title, url: address() };
      function say() { button.querySelector("[role]").textContent = button.dataset.done; }
      if (navigator.share) {
        // Who thinks better of it has not failed.
        navigator.share(page).catch(function () {});
      } else if (navigator.clipboard) {
        navigator.clipboard.writeText(page.url).then(say, function () {
          if (copyByCommand(page.url)) { say(); }
        });
      } else if (copyByCommand(page.url)) { say(); }
    });
  });
}());
