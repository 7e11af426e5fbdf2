/* Leaves a sensitive page at once: by its links, or by three presses of Shift alone within
   five seconds. The page is covered first and gives up its place in the history.
   Without this file the links still lead away. */
(function () {
  "use strict";
  var WITHIN = 5000;
  var links = document.querySelectorAll("a[data-exit]");
  if (!links.length) { return; }
  var status = document.querySelector("[data-exit-status]");
  var keys = document.querySelector("[data-exit-keys]");
  var title = document.title;
  var presses = [];
  var alone = false;

  // A copy without a network has only its own page to go to.
  var target = location.protocol === "file:" ? links[0].getAttribute("data-local") : links[0].href;

  // The keys do something only now.
  if (keys) { keys.hidden = false; }

  function leave(event) {
    if (event) { event.preventDefault(); }
    document.documentElement.classList.add("leaving");
    document.title = " ";
    location.replace(target);
  }

  function forget() {
    presses = [];
    alone = false;
    if (status) { status.textContent = ""; }
  }

  for (var i = 0; i < links.length; i += 1) { links[i].addEventListener("click", leave); }

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") { forget(); return; }
    if (event.repeat) { return; }
    alone = !(event.ctrlKey || event.altKey || event.metaKey);
  });
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") { return; }
    if (!alone) { forget(); return; }
    var now = event.timeStamp;
    presses = presses.filter(function (then) { return now - then < WITHIN; });
    presses.push(now);
    if (presses.length === 3) { leave(); return; }
    if (status) { status.textContent = status.getAttribute("data-left-" + (3 - presses.length)); }
  });
  // Shift with the mouse selects text or opens a window.
  document.addEventListener("mousedown", forget);
  // Back from elsewhere, the page may stand as it was left.
  window.addEventListener("pageshow", function () {
    document.documentElement.classList.remove("leaving");
    document.title = title;
    forget();
  });
}());
