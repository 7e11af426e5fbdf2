/* Says beside each event whether it is still to come, today, under way or over, by the
   reader's clock. Each time of an event is "A+B+C": its day begins at second A of Unix time,
   it is under way B seconds later and over C seconds later. These are instants, so the
   reader's own time zone does not matter. Without this file no date is missing. */
(function () {
  "use strict";
  var words = document.currentScript.dataset;
  var timer;

  // The state of one or several times, and the instant at which it may change next.
  function look(times, now) {
    var found = { state: "over", until: Infinity };
    for (var i = 0; i < times.length; i += 1) {
      var part = times[i].split("+");
      var day = Number(part[0]);
      var start = day + Number(part[1]);
      var end = day + Number(part[2]);
      if (now < end) {
        found.state = now < day ? "upcoming" : now < start ? "today" : "underWay";
        found.until = now < day ? day : now < start ? start : end;
        return found;
      }
    }
    return found;
  }

  function show() {
    var now = Date.now() / 1000;
    var next = Infinity;
    var places = document.querySelectorAll("[data-times]");
    for (var i = 0; i < places.length; i += 1) {
      var place = places[i];
      var found = look(place.getAttribute("data-times").split(" "), now);
      var only = place.getAttribute("data-only");
      next = Math.min(next, found.until);
      place.setAttribute("data-state", found.state);
      place.textContent = words[found.state];
      place.hidden = Boolean(only) && only !== found.state;
    }
    clearTimeout(timer);
    // A page may lie open for weeks, and a computer may sleep: look again within the hour.
    if (next < Infinity) { timer = setTimeout(show, Math.min((next - now) * 1000 + 50, 36e5)); }
  }

  show();
  window.addEventListener("pageshow", show);
  document.addEventListener("visibilitychange", show);
}());
