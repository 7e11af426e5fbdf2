/* Links end in "index.html" so that the site also works from a USB stick.
   On a web server the folder alone is enough, and makes a shorter address to share.
   Everything on the site works without this file. */
(function () {
  "use strict";
  if (!/^https?:$/.test(location.protocol)) { return; }
  var links = document.querySelectorAll('a[href*="index.html"]');
  for (var i = 0; i < links.length; i += 1) {
    var href = links[i].getAttribute("href");
    // Only relative links are ours: no scheme, no leading slash.
    var parts = /^(?!\/)([^:?#]*\/)?index\.html([?#].*)?$/.exec(href);
    if (parts) { links[i].setAttribute("href", (parts[1] || "./") + (parts[2] || "")); }
  }
}());
