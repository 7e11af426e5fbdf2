/* Search: shows what is found as one types. The index lies in scripts beside the pages, so that it
   is read from a server and from a disk. How words are folded is the same as when it was made. */
(function () {
  "use strict";

  const field = document.querySelector("[data-search]");
  if (!field) { return; }
  const form = field.form, root = field.dataset.root, isPage = field.dataset.search === "page";
  const MARKS = { "\u0302": "^", "\u031b": "+", "\u0306": "(" };
  const TONES = { "\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0323": "." };
  const PLAIN = { "đ": "d", "ð": "d", "ɖ": "d", "ƀ": "b", "ɓ": "b", "ł": "l", "ø": "o", "ı": "i", "ς": "σ" };
  const MARK = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/;
  const NO_LETTER = /[^0-9a-z\u00c0-\uffff]|[\u00d7\u00f7\u02b0-\u02ff\u2000-\u2bff\u3000-\u303f\ud800-\uf8ff\ufe00-\ufe6f\uff00-\uff0f\ufff0-\uffff]/;
  // What a word counts by its level, from one mention in a text to a title.
  const LEVELS = [1, 1.7, 2.5, 4, 9, 12];
  const PAGE = 10;

  // The words of a text: {marked, plain, before, start, end}.
  function words(text) {
    const found = [];
    let word = null, tone = "", between = 0, before = "";
    function end() {
      if (!word) { return; }
      if (/^0\d$/.test(word.marked)) { word.marked = word.marked[1]; }
      word.marked += tone;
      word.plain = unmarked(word.marked);
      found.push(word);
      word = null;
      tone = "";
    }
    for (let at = 0; at < text.length; at += 1) {
      for (const letter of text[at].normalize("NFD").toLowerCase()) {
        if (MARK.test(letter)) {
          if (word) {
            word.marked += MARKS[letter] || "";
            tone = TONES[letter] || tone;
            word.end = at + 1;
          }
        } else if (NO_LETTER.test(letter)) {
          end();
          between += 1;
          before = between === 1 ? letter : "";
        } else {
          if (!word) { word = { marked: "", before: before, start: at }; before = ""; }
          between = 0;
          word.marked += PLAIN[letter] || letter;
          if (letter === "đ") { word.marked += "-"; }
          word.end = at + 1;
        }
      }
    }
    end();
    return found;
  }

  function unmarked(marked) { return marked.replace(/[-^+('`?~.]/g, ""); }

  // Numbers that stand in several parts, as one word: "72/KH-UBND", "1900 969 680".
  function joined(all) {
    const whole = all.map((word) => word.plain).join("");
    const behind = all.slice(1);
    const isNumber = (word) => /^\d+$/.test(word.plain);
    if (!behind.length || !all.some(isNumber)) { return ""; }
    if (all.every(isNumber)) {
      if (behind.some((word) => word.before === "/")) { return whole; }
      return whole.length >= 8 && whole.length <= 11 ? whole : "";
    }
    return all.length <= 6 ? whole : "";
  }

  // Telex and VNI: the marks of a word that is typed without a Vietnamese keyboard.
  const TELEX = { s: "'", f: "`", r: "?", x: "~", j: "." };
  const VNI = { 1: "'", 2: "`", 3: "?", 4: "~", 5: "." };
  const SYLLABLE = /^(?:[bcghklmnpqrstvx]|d-?|[cgknpt]h|ngh?|gi|qu|tr)?[aeiouy][aeiouy^+(]*(?:[cmnpt]|ch|ng|nh)?$/;

  function decoded(typed, isTelex) {
    const letters = [];
    let tone = "";
    // Puts a mark on the last of these vowels that has none.
    function put(vowels, mark) {
      for (let at = letters.length - 1; at >= 0; at -= 1) {
        if (vowels.indexOf(letters[at]) >= 0) {
          if (mark === "+" && letters[at] === "o" && letters[at - 1] === "u") { letters[at - 1] = "u+"; }
          letters[at] += mark;
          return true;
        }
      }
      return false;
    }
    for (const key of typed) {
      const hasVowel = letters.some((own) => "aeiouy".indexOf(own[0]) >= 0);
      let isKey = false;
      if (hasVowel && (isTelex ? TELEX : VNI)[key]) {
        tone = (isTelex ? TELEX : VNI)[key];
        isKey = true;
      } else if (isTelex) {
        if (key === "d" && letters[0] === "d") { letters[0] = "d-"; isKey = true; }
        if ("aeo".indexOf(key) >= 0) { isKey = put([key], "^"); }
        if (key === "w") { isKey = put(["a"], "(") || put(["o", "u"], "+") || letters.push("u+") > 0; }
      } else {
        if (key === "6") { isKey = put(["a", "e", "o"], "^"); }
        if (key === "7") { isKey = put(["o", "u"], "+"); }
        if (key === "8") { isKey = put(["a"], "("); }
        if (key === "9" && letters[0] === "d") { letters[0] = "d-"; isKey = true; }
      }
      if (!isKey) { letters.push(key); }
    }
    const word = letters.join("");
    return word + tone !== typed && SYLLABLE.test(word) ? word + tone : "";
  }

  // What a typed word may mean: itself, and what its keys spell.
  function meanings(word) {
    const all = [word.marked];
    if (word.marked === word.plain && /^[a-z][a-z0-9]*$/.test(word.plain)) {
      [true, false].forEach(function (isTelex) {
        const other = decoded(word.plain, isTelex);
        if (other && all.indexOf(other) < 0) { all.push(other); }
      });
    }
    return all;
  }

  // The index: scripts that call this function.
  let entry = null, asked = {}, waiting = {};
  const shards = {}, base = root + field.dataset.index;

  window.bangtinSearch = function (language, part, data) {
    if (part === "") { entry = data; } else if (part[0] === "t") { shards[part] = terms(data); } else { shards[part] = data; }
    const calls = waiting[part] || [];
    delete waiting[part];
    calls.forEach((call) => call());
  };

  function load(part, name, then, fail) {
    if (part === "" ? entry : shards[part]) { then(); return; }
    (waiting[part] = waiting[part] || []).push(then);
    if (asked[part]) { return; }
    asked[part] = true;
    const script = document.createElement("script");
    script.src = part === "" ? base : base.replace(/\.js$/, "/" + name);
    script.onerror = function () { asked[part] = false; waiting[part] = []; fail(); };
    document.head.appendChild(script);
  }

  // Every word without marks, with its forms and their lists.
  function terms(text) {
    const all = new Map();
    if (text) {
      text.split(";").forEach(function (group) {
        const forms = group.split(",").map(function (form) {
          const at = form.indexOf(":");
          return { marked: form.slice(0, at), list: form.slice(at + 1) };
        });
        const first = forms[0].marked;
        all.set(first.split(" ").map(unmarked).join(" "), forms);
      });
    }
    return all;
  }

  // The documents of a form of a word: calls use(number, weight); tells whether all have it.
  function each(form, use) {
    const codes = form.list;
    let at = 0, number = 0, level = 0, step = 0;
    const isCommon = codes[0] === "!";
    for (at = isCommon ? 1 : 0; at < codes.length; at += 1) {
      const code = codes.charCodeAt(at);
      if (code < 58) { level = code - 48; } else if (code < 91) { step = step * 26 + code - 65; } else {
        number += step * 26 + code - 97;
        use(number, LEVELS[level]);
        level = 0;
        step = 0;
      }
    }
    return isCommon;
  }

  // The scripts that may hold words which begin so.
  function partsOf(start, isPrefix) {
    const found = [];
    entry.t.forEach(function (part, at) {
      const next = entry.t[at + 1];
      const isFrom = isPrefix ? part[0] <= start + "\uffff" : part[0] <= start;
      if (isFrom && (!next || next[0] > start) && (!next || next[0] !== part[0])) { found.push(at); }
    });
    return isPrefix && start.length > 1 ? found.slice(0, 4) : found.slice(0, 1);
  }

  // Whether two words differ by one letter that is other, missing, too many, or by two swapped.
  function isTypo(one, other) {
    if (Math.abs(one.length - other.length) > 1 || one === other) { return false; }
    let from = 0, back = 0;
    while (from < one.length && one[from] === other[from]) { from += 1; }
    while (back < Math.min(one.length, other.length) - from &&
      one[one.length - 1 - back] === other[other.length - 1 - back]) { back += 1; }
    const a = one.slice(from, one.length - back), b = other.slice(from, other.length - back);
    return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]);
  }

  function fits(form, meaning) {
    const tone = /['`?~.]$/.test(meaning) ? meaning.slice(-1) : "";
    const start = tone ? meaning.slice(0, -1) : meaning;
    return form.indexOf(start) === 0 && (!tone || form.slice(-1) === tone);
  }

  // What documents a word is in: a map of weights, and whether all have it.
  function look(word, isLast, isTypoSought) {
    const scores = new Map();
    let isCommon = false, isThere = false;
    function add(form, factor) {
      isThere = true;
      let seen = 0;
      const found = [];
      const common = each(form, function (number, weight) { seen += 1; found.push([number, weight]); });
      isCommon = isCommon || common;
      const rare = Math.log(1 + entry.n / (common ? entry.n : Math.max(seen, 1)));
      found.forEach(function (own) {
        const weight = own[1] * factor * rare;
        if (weight > (scores.get(own[0]) || 0)) { scores.set(own[0], weight); }
      });
    }
    meanings(word).forEach(function (meaning) {
      const plain = unmarked(meaning);
      partsOf(plain, isLast).forEach(function (part) {
        const shard = shards["t" + part];
        (shard.get(plain) || []).forEach(function (form) {
          const isExact = form.marked === meaning;
          add(form, isExact ? 1 : meaning === plain ? 0.8 : 0.02);
        });
        if (isLast && plain.length > 1) {
          shard.forEach(function (forms, other) {
            if (other.length > plain.length && other.indexOf(plain) === 0 && other.indexOf(" ") < 0) {
              forms.forEach((form) => add(form, fits(form.marked, meaning) ? 0.4 : 0.15));
            }
          });
        }
        if (isTypoSought && plain.length > 5) {
          shard.forEach(function (forms, other) {
            if (isTypo(plain, other)) { forms.forEach((form) => add(form, 0.5)); }
          });
        }
      });
    });
    return { scores: scores, isCommon: isCommon, isThere: isThere };
  }

  // The scripts that a query needs.
  function needed(query, isTypoSought) {
    const parts = [];
    function need(at) { if (parts.indexOf(at) < 0) { parts.push(at); } }
    query.forEach(function (word, place) {
      meanings(word).forEach(function (meaning) {
        const plain = unmarked(meaning);
        partsOf(plain, place === query.length - 1).forEach(need);
        if (isTypoSought && plain.length > 5) {
          [plain[1] + plain[0] + plain.slice(2), plain.slice(1)].forEach((other) => partsOf(other, false).forEach(need));
        }
      });
    });
    const whole = joined(query);
    if (whole) { partsOf(whole, false).forEach(need); }
    return parts;
  }

  function ranked(query, isTypoSought) {
    const all = query.map((word, at) => look(word, at === query.length - 1, isTypoSought));
    const scores = new Map(), hits = new Map();
    all.forEach(function (word) {
      word.scores.forEach(function (weight, number) {
        scores.set(number, (scores.get(number) || 0) + weight);
        if (!word.isCommon) { hits.set(number, (hits.get(number) || 0) + 1); }
      });
    });
    const needs = all.filter((word) => !word.isCommon).length;
    function more(term, factor) {
      const part = partsOf(term.split(" ")[0], false)[0];
      (shards["t" + part] && shards["t" + part].get(term) || []).forEach(function (form) {
        each(form, function (number, weight) {
          if (scores.has(number)) { scores.set(number, scores.get(number) + weight * factor); }
        });
      });
    }
    // Words that stand side by side as they were typed.
    for (let at = 1; at < query.length; at += 1) {
      meanings(query[at - 1]).forEach((one) => meanings(query[at]).forEach((other) => (
        more(unmarked(one) + " " + unmarked(other), 1.5)
      )));
    }
    const whole = joined(query);
    if (whole) {
      const part = partsOf(whole, false)[0];
      (shards["t" + part].get(whole) || []).forEach((form) => each(form, function (number, weight) {
        scores.set(number, (scores.get(number) || 0) + weight * 8);
        hits.set(number, needs);
      }));
    }
    const now = new Date(), today = now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
    entry.events.forEach(function (event) {
      if (scores.has(event[0])) { scores.set(event[0], scores.get(event[0]) * (event[1] < today ? 0.6 : 1)); }
    });
    const numbers = Array.from(scores.keys());
    let best = numbers.filter((number) => (hits.get(number) || 0) >= needs);
    const isPartial = !best.length && numbers.length > 0;
    if (isPartial) {
      const most = Math.max.apply(null, numbers.map((number) => hits.get(number) || 0));
      best = numbers.filter((number) => (hits.get(number) || 0) === most);
    }
    best.sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    return { numbers: best, isPartial: isPartial, isWhole: !isPartial && best.length > 0 };
  }

  // What is shown.
  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (className) { made.className = className; }
    return made;
  }

  function marked(name, text, query, className) {
    const made = element(name, "", className);
    const meant = query.map((word) => meanings(word).map(unmarked));
    let last = 0;
    words(text).forEach(function (word) {
      const isFound = meant.some((all, at) => all.some((own) => (
        word.plain === own || (at === meant.length - 1 && own.length > 1 && word.plain.indexOf(own) === 0)
      )));
      if (isFound) {
        made.appendChild(document.createTextNode(text.slice(last, word.start)));
        made.appendChild(element("mark", text.slice(word.start, word.end)));
        last = word.end;
      }
    });
    made.appendChild(document.createTextNode(text.slice(last)));
    return made;
  }

  const place = form.insertAdjacentElement("afterend", element("div", "", "results"));
  const said = place.appendChild(element("p"));
  said.setAttribute("role", "status");
  const shown = place.appendChild(element("div"));

  function item(number, query) {
    const row = shards["d" + Math.floor(number / entry.size)][number % entry.size];
    const made = element("li");
    const link = marked("a", row[1], query);
    link.href = root + row[0].replace(/(^|\/)index\.html(#|$)/, /^http/.test(location.protocol) ? "$1$2" : "$&");
    made.appendChild(element("span", entry.kinds[row[2]] + (row[3] ? " · " + row[3] : ""), "kind"));
    made.appendChild(link);
    if (row[4]) { made.appendChild(marked("p", row[4], query)); }
    return made;
  }

  function plainly(text) { return " " + words(text).map((word) => word.plain).join(" ") + " "; }

  // Numbers to call where words smell of danger; what an old name stands for now.
  function above(query) {
    const typed = [query.map((word) => word.plain)].concat([query.map((word) => unmarked(meanings(word).slice(-1)[0]))])
      .map((all) => " " + all.join(" ") + " ");
    const isIn = (text) => typed.some((all) => all.indexOf(plainly(text)) >= 0);
    if (entry.help.length && (entry.words.danger || "").split(",").some((own) => own.trim() && isIn(own))) {
      const help = shown.appendChild(element("div", "", "help"));
      help.appendChild(element("p", entry.words.help));
      const list = help.appendChild(element("ul"));
      entry.help.forEach(function (line) {
        const made = list.appendChild(element("li"));
        const call = made.appendChild(element("a", line[0]));
        call.href = "tel:" + line[0].replace(/\D/g, "");
        made.appendChild(document.createTextNode(" " + line[1] + (line[2] ? ". " + line[2] : "")));
      });
    }
    const told = {};
    entry.old.forEach(function (old) {
      if (!told[old[1]] && isIn(old[0])) {
        told[old[1]] = true;
        shown.appendChild(element("p", old[1], "now"));
      }
    });
  }

  let turn = 0;

  function show(found, query, note, most, mine) {
    const numbers = found.numbers.slice(0, most);
    const parts = [];
    let isShown = false;
    numbers.forEach(function (number) {
      const part = Math.floor(number / entry.size);
      if (parts.indexOf(part) < 0) { parts.push(part); }
    });
    function draw() {
      if (mine !== turn) { return; }
      shown.textContent = "";
      above(query);
      const total = found.numbers.length;
      said.textContent = (note ? note + " " : "") + (total === 0 ? entry.words.none
        : (total === 1 ? entry.words.one : entry.words.found).replace("{count}", total));
      const list = shown.appendChild(element("ol"));
      // In their order, as far as they are here.
      const until = numbers.findIndex((number) => !shards["d" + Math.floor(number / entry.size)]);
      numbers.slice(0, until < 0 ? numbers.length : until).forEach((number) => list.appendChild(item(number, query)));
      if (!list.firstChild) { list.remove(); }
      if (total > most && until < 0) {
        const next = shown.appendChild(element("button", entry.words.more));
        next.type = "button";
        next.addEventListener("click", function () { show(found, query, note, most + PAGE, mine); });
      }
      // Who asked for more goes on where it begins.
      if (until < 0 && most > PAGE && list.children[most - PAGE] && !isShown) {
        isShown = true;
        list.children[most - PAGE].querySelector("a").focus();
      }
      if (until < 0) { place.removeAttribute("aria-busy"); }
    }
    draw();
    parts.forEach((part) => load("d" + part, entry.d[part], draw, failed));
  }

  function failed() {
    place.removeAttribute("aria-busy");
    said.textContent = field.dataset.failed;
  }

  function after(parts, then) {
    let left = parts.length;
    if (!left) { then(); }
    parts.forEach((part) => load("t" + part, entry.t[part][1], function () { left -= 1; if (!left) { then(); } }, failed));
  }

  function search() {
    const mine = turn += 1;
    const typed = field.value.trim();
    // Only here: on a sensitive page nothing goes into the address.
    if (isPage) {
      try { history.replaceState(null, "", typed ? "?q=" + encodeURIComponent(typed) : location.pathname); } catch (error) { /* A disk may refuse. */ }
    }
    const query = words(typed).slice(0, 12);
    place.hidden = !query.length && !isPage;
    place.setAttribute("aria-busy", "true");
    if (!query.length) { place.removeAttribute("aria-busy"); shown.textContent = ""; said.textContent = ""; return; }
    load("", "", function () {
      after(needed(query, false), function () {
        if (mine !== turn) { return; }
        const found = ranked(query, false);
        if (found.isWhole || !query.some((word) => meanings(word).some((own) => unmarked(own).length > 5))) {
          show(found, query, found.isPartial ? entry.words.partial : "", PAGE, mine);
          return;
        }
        after(needed(query, true), function () {
          if (mine !== turn) { return; }
          const other = ranked(query, true);
          if (other.isWhole) { show(other, query, entry.words.typo, PAGE, mine); } else {
            show(found, query, found.isPartial ? entry.words.partial : "", PAGE, mine);
          }
        });
      });
    }, failed);
  }

  let timer = 0;
  field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(search, 80);
  });
  field.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown") {
      const first = place.querySelector("a");
      if (first) { event.preventDefault(); first.focus(); }
    } else if (event.key === "Escape" && !isPage) { field.value = ""; search(); }
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  if (isPage) {
    const given = /[?&]q=([^&]*)/.exec(location.search);
    if (given && !field.value) {
      try { field.value = decodeURIComponent(given[1].replace(/\+/g, " ")); } catch (error) { field.value = ""; }
    }
  }
  if (field.value) { search(); }
  // Tests compare this with the program's own folding.
  window.bangtinSearch.words = words;
}());
