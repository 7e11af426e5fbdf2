/* Says beside each event whether it is still to come, today, under way or over, by the reader's
   clock; puts what is over below what is to come, and shows what a reader asks for; on a front
   page what comes next. Each time of an event is "A+B+C": its day begins at second A of Unix
   time, it is under way B seconds later and over C seconds later. These are instants, so the
   reader's own time zone does not matter. Without this file no date is missing. */
(function () {
  "use strict";
  var DAY = 86400;
  var words = document.currentScript.dataset;
  var progress = document.querySelector("[data-agenda]");
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

  // How far the whole of it has come. Gives which day it is, and when that ends.
  function showProgress(now) {
    var found = today(progress.dataset.marks.split(" "), now);
    var own = progress.dataset;
    var total = Number(own.total);
    var at = found.day - number(own.first) + 1;
    var text = own.within;
    if (at < 1) { text = at === 0 ? own.tomorrow : own.before; }
    if (at > total) { text = own.after; }
    progress.textContent = text.replace("{number}", at < 1 ? 1 - at : at);
    return found;
  }

  function isOver(times, now) { return look(times.split(" "), now).state === "over"; }

  // A front page shows what comes next, each event once.
  // What is off has no times, and goes with its day.
  function showNext(list, now, day) {
    var seen = {};
    var room = Number(list.dataset.most);
    each(list.children, function (item) {
      var times = item.querySelector("[data-times]");
      var event = item.querySelector("a").getAttribute("href");
      var date = item.querySelector("time").getAttribute("datetime");
      item.hidden = times ? isOver(times.dataset.times, now) : number(date) < day;
      var isNext = room > 0 && !seen[event] && !item.hidden;
      item.classList.toggle("more", !isNext);
      if (isNext) {
        seen[event] = true;
        room -= 1;
      }
    });
    list.parentNode.querySelector(".none").hidden = room < Number(list.dataset.most);
  }

  // Whether a day is in the span that a reader asks for: the rest of the week, or its end.
  function isWithin(list, span, now) {
    if (!span) { return true; }
    var times = list.dataset.dayTimes;
    var state = look(times.split(" "), now).state;
    if (span === "today") { return state === "today" || state === "underWay"; }
    var day = number(list.dataset.day);
    // This day begins at the first second of its times; so many days later is today.
    var current = day + Math.floor((now - parseInt(times, 10)) / DAY);
    // 1 January 1970 was a Thursday.
    var monday = current - (current + 3) % 7;
    return day >= (span === "weekend" ? monday + 5 : monday) && day < monday + 7;
  }

  // Puts the list of a day among others, in order.
  function move(list, place) {
    var later = Array.prototype.filter.call(place.querySelectorAll("[data-day]"), function (other) {
      return other.dataset.day > list.dataset.day;
    });
    place.insertBefore(list, later[0] || null);
  }

  // What is over goes below, in order; of what is to come, what the reader asked for is shown.
  function showDays(now) {
    var coming = document.querySelector(".coming");
    var past = document.querySelector(".past");
    if (!coming || !past) { return; }
    var none = coming.querySelector(".none");
    var asOf = past.querySelector(".as-of");
    var chosen = document.querySelector('[data-span][aria-pressed="true"]');
    var shown = 0;
    var lists = Array.prototype.slice.call(document.querySelectorAll("[data-day-times]"));
    lists.sort(function (a, b) { return a.dataset.day < b.dataset.day ? -1 : 1; });
    lists.forEach(function (list) {
      var over = isOver(list.dataset.dayTimes, now);
      if (list.parentNode !== (over ? past : coming)) { move(list, over ? past : coming); }
      list.hidden = !over && !isWithin(list, chosen && chosen.dataset.span, now);
      if (!over && !list.hidden) { shown += 1; }
    });
    if (none) {
      none.hidden = shown > 0;
      if (chosen) { none.textContent = none.dataset.none; }
    }
    if (asOf) { asOf.hidden = true; }
    past.hidden = !past.querySelector("[data-day-times]");
  }

  function show() {
    var now = Date.now() / 1000;
    var current = progress ? showProgress(now) : { day: -Infinity, until: Infinity };
    var next = current.until;
    each(document.querySelectorAll("[data-times]"), function (place) {
      var found = look(place.getAttribute("data-times").split(" "), now);
      var only = place.getAttribute("data-only");
      next = Math.min(next, found.until);
      place.setAttribute("data-state", found.state);
      place.textContent = words[found.state];
      place.hidden = Boolean(only) && only !== found.state;
    });
    each(document.querySelectorAll("[data-most]"), function (list) {
      showNext(list, now, current.day);
    });
    showDays(now);
    clearTimeout(timer);
    // A page may lie open for weeks, and a computer may sleep: look again within the hour.
    if (next < Infinity) { timer = setTimeout(show, Math.min((next - now) * 1000 + 50, 36e5)); }
  }

  each(document.querySelectorAll("[data-span]"), function (button) {
    button.addEventListener("click", function () {
      var on = button.getAttribute("aria-pressed") !== "true";
      each(document.querySelectorAll("[data-span]"), function (other) {
        other.setAttribute("aria-pressed", String(on && other === button));
      });
      show();
    });
  });

  show();
  window.addEventListener("pageshow", show);
  document.addEventListener("visibilitychange", show);
}());
