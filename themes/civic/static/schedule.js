/* Says beside each event whether it is still to come, today, under way or over, by the
   reader's clock; and on a front page what is on today and in the next seven days. Each time
   of an event is "A+B+C": its day begins at second A of Unix time, it is under way B seconds
   later and over C seconds later. These are instants, so the reader's own time zone does not
   matter. Without this file no date is missing. */
(function () {
  "use strict";
  var DAY = 86400;
  var words = document.currentScript.dataset;
  var agenda = document.querySelector("[data-agenda]");
  var shown;
  var timer;

  function each(list, use) { Array.prototype.forEach.call(list, use); }

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

  // Which day it is where the site is at home, counted from 1 January 1970, and when it ends.
  // A mark is "A:D": day D begins at second A; 24 hours a day follow up to the next mark.
  function today(marks, now) {
    var found;
    for (var i = 0; i < marks.length; i += 1) {
      var mark = marks[i].split(":").map(Number);
      if (found && now < mark[0]) {
        found.until = Math.min(found.until, mark[0]);
        found.day = Math.min(found.day, mark[1] - 1);
        return found;
      }
      var days = Math.floor((now - mark[0]) / DAY);
      found = { day: mark[1] + days, until: mark[0] + (days + 1) * DAY };
    }
    return found;
  }

  function number(date) { return Date.parse(date) / 1000 / DAY; }

  // How far the whole of it has come.
  function showProgress(day) {
    var box = agenda.querySelector(".agenda-progress");
    if (!box) { return; }
    var bar = box.querySelector("progress");
    var first = number(agenda.dataset.first);
    var at = day - first + 1;
    var text = box.dataset.within;
    if (at < 1) { text = at === 0 ? box.dataset.tomorrow : box.dataset.before; }
    if (at > bar.max) { text = box.dataset.after; }
    box.querySelector("p").textContent = text.replace("{number}", at < 1 ? 1 - at : at);
    bar.value = Math.max(0, Math.min(bar.max, at));
    box.hidden = false;
  }

  // Puts copies in place of those of another day; its own words say that there are none.
  function fill(part, copies) {
    each(part.querySelectorAll(".agenda-copy"), function (old) { old.remove(); });
    copies.forEach(function (copy) {
      copy.classList.add("agenda-copy");
      part.appendChild(copy);
    });
    part.querySelector("p").hidden = copies.length > 0;
  }

  function copyOf(element) { return element.cloneNode(true); }

  // What lasts for days, or comes every day, and is on today.
  function lasting(now) {
    var list = document.createElement("ul");
    list.className = "agenda-items";
    each(agenda.querySelectorAll(".agenda-longer li"), function (item) {
      var state = item.querySelector("[data-times]");
      if (state && /today|underWay/.test(look(state.dataset.times.split(" "), now).state)) {
        list.appendChild(copyOf(item));
      }
    });
    return list.children.length ? [list] : [];
  }

  // What is on today and in the next seven days, on top.
  function showNow(day, now) {
    var box = agenda.querySelector(".agenda-now");
    if (!box) { return; }
    var on = [];
    var soon = [];
    each(agenda.querySelectorAll(".agenda-week .agenda-day"), function (own) {
      var ahead = number(own.dataset.day) - day;
      if (ahead === 0) { on.push(copyOf(own)); }
      if (ahead > 0 && ahead <= 7) { soon.push(copyOf(own)); }
    });
    on = on.concat(lasting(now));
    fill(box.querySelector(".agenda-today"), on);
    fill(box.querySelector(".agenda-soon"), soon);
    var within = day >= number(agenda.dataset.first) && day <= number(agenda.dataset.last);
    box.hidden = !(within || on.length || soon.length);
  }

  // The week of today is open, or the next one that has a day.
  function openWeek(day) {
    var weeks = agenda.querySelectorAll(".agenda-week");
    for (var i = 0; i < weeks.length; i += 1) {
      if (number(weeks[i].dataset.last) >= day) {
        weeks[i].open = true;
        return;
      }
    }
  }

  // Gives the instant at which another day begins.
  function showAgenda(now) {
    var found = today(agenda.dataset.marks.split(" "), now);
    showProgress(found.day);
    showNow(found.day, now);
    // Once a day, or no one could close it.
    if (shown !== found.day) { openWeek(found.day); }
    shown = found.day;
    return found.until;
  }

  function show() {
    var now = Date.now() / 1000;
    var next = agenda ? showAgenda(now) : Infinity;
    each(document.querySelectorAll("[data-times]"), function (place) {
      var found = look(place.getAttribute("data-times").split(" "), now);
      var only = place.getAttribute("data-only");
      next = Math.min(next, found.until);
      place.setAttribute("data-state", found.state);
      place.textContent = words[found.state];
      place.hidden = Boolean(only) && only !== found.state;
    });
    clearTimeout(timer);
    // A page may lie open for weeks, and a computer may sleep: look again within the hour.
    if (next < Infinity) { timer = setTimeout(show, Math.min((next - now) * 1000 + 50, 36e5)); }
  }

  show();
  window.addEventListener("pageshow", show);
  document.addEventListener("visibilitychange", show);
}());
