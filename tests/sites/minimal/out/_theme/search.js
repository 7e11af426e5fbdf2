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
  // The place of events in the table of kinds.
  const EVENT = 6;
  // From how many scripts the first results of a long query come; all others follow.
  const FIRST = 3;
  // The most scripts in which a slip is looked for.
  const MANY = 6;

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
    if (part === "") { begin(data); } else if (part[0] === "t") { shards[part] = terms(data); } else { shards[part] = data; }
    const calls = waiting[part] || [];
    delete waiting[part];
    calls.forEach((call) => call());
  };

  // The kind of each document, and the last day of what is over some day.
  const kinds = [], lastDays = new Map();

  function begin(data) {
    entry = data;
    data.of.replace(/([a-z])(\d*)/g, function (run, kind, length) {
      for (let left = Number(length || 1); left; left -= 1) { kinds.push(kind.charCodeAt(0) - 97); }
    });
    data.events.forEach((event) => lastDays.set(event[0], event[1]));
  }

  function today() {
    const now = new Date();
    return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
  }

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

  // The documents of a form of a word: their numbers, the weight of each, whether all have it.
  function listed(form) {
    if (form.numbers) { return form; }
    const codes = form.list, numbers = [], weights = [];
    let at = 0, number = 0, level = 0, step = 0;
    form.isCommon = codes[0] === "!";
    for (at = form.isCommon ? 1 : 0; at < codes.length; at += 1) {
      const code = codes.charCodeAt(at);
      if (code < 58) { level = code - 48; } else if (code < 91) { step = step * 26 + code - 65; } else {
        number += step * 26 + code - 97;
        numbers.push(number);
        weights.push(LEVELS[level]);
        level = 0;
        step = 0;
      }
    }
    form.numbers = numbers;
    form.weights = weights;
    return form;
  }

  // The scripts that may hold words which begin so.
  function partsOf(start, isPrefix) {
    const found = [];
    entry.t.forEach(function (part, at) {
      const next = entry.t[at + 1];
      const isFrom = isPrefix ? part[0] <= start + "\uffff" : part[0] <= start;
      if (isFrom && (!next || next[0] > start) && (!next || next[0] !== part[0])) { found.push(at); }
    });
    return isPrefix ? found : found.slice(0, 1);
  }

  // Those of a word that may be cut short: of a single letter only the first.
  const partsOfBeginning = (start) => partsOf(start, true).slice(0, start.length > 1 ? 4 : 1);

  // Those that may hold what a word is a slip of: words with its first letter, or where many have
  // that with its first two, and those whose first letters were swapped or whose first is missing.
  function partsAround(plain) {
    const all = partsOf(plain[0], true);
    const near = all.length > MANY ? partsOf(plain.slice(0, 2), true).slice(0, MANY) : all;
    return near.concat(partsOf(plain[1] + plain[0] + plain.slice(2), false), partsOf(plain.slice(1), false));
  }

  // Whether two words, one of them long, differ by one letter that is other, missing, too many, or by two swapped.
  function isTypo(one, other) {
    if (Math.abs(one.length - other.length) > 1 || one === other || Math.max(one.length, other.length) < 6) { return false; }
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

  // What a word may be without marks: as it was typed, and what it was found to be a slip of.
  const plains = (word) => meanings(word).map(unmarked).concat(word.others || []);

  // What documents a word is in: the weight of each by its number, and whether all have it.
  function look(word, isTypoSought) {
    const isLast = word.isLast, others = word.others = [], weights = new Float32Array(entry.n);
    let isCommon = false;
    function add(form, factor) {
      const own = listed(form);
      isCommon = isCommon || own.isCommon;
      const rare = factor * Math.log(1 + entry.n / (own.isCommon ? entry.n : Math.max(own.numbers.length, 1)));
      own.numbers.forEach(function (number, at) {
        const weight = own.weights[at] * rare;
        if (weight > weights[number]) { weights[number] = weight; }
      });
    }
    meanings(word).forEach(function (meaning) {
      const plain = unmarked(meaning);
      const own = isTypoSought && plain.length > 4 ? partsAround(plain) : [];
      const places = own.concat(isLast ? partsOfBeginning(plain) : partsOf(plain, false));
      places.filter((part, at) => places.indexOf(part) === at).forEach(function (part) {
        const shard = shards["t" + part];
        if (!shard) { return; }
        (shard.get(plain) || []).forEach(function (form) {
          add(form, form.marked === meaning ? 1 : meaning === plain ? 0.8 : 0.02);
        });
        if (isLast && plain.length > 1) {
          shard.forEach(function (forms, other) {
            if (other.length > plain.length && other.indexOf(plain) === 0 && other.indexOf(" ") < 0) {
              forms.forEach((form) => add(form, fits(form.marked, meaning) ? 0.4 : 0.15));
            }
          });
        }
        if (isTypoSought && plain.length > 4) {
          shard.forEach(function (forms, other) {
            if (isTypo(plain, other)) {
              others.push(other);
              forms.forEach((form) => add(form, 0.5));
            }
          });
        }
      });
    });
    return { weights: weights, isCommon: isCommon };
  }

  // Whether a word may be one that was typed wrong.
  const isLong = (word) => meanings(word).some((own) => unmarked(own).length > 4);

  // The long words that nothing has, or else all long words: where a typo is looked for.
  function doubtful(query) {
    const long = query.filter(isLong);
    const unknown = long.filter((word) => !look(word, false).weights.some(Boolean));
    return unknown.length ? unknown : long;
  }

  // The scripts that words need.
  function needed(query, mistyped) {
    const parts = [];
    function need(at) { if (parts.indexOf(at) < 0) { parts.push(at); } }
    query.forEach(function (word) {
      meanings(word).forEach(function (meaning) {
        const plain = unmarked(meaning);
        (word.isLast ? partsOfBeginning(plain) : partsOf(plain, false)).forEach(need);
        if (mistyped.indexOf(word) >= 0 && plain.length > 4) { partsAround(plain).forEach(need); }
      });
    });
    const whole = joined(query);
    if (whole) { partsOf(whole, false).forEach(need); }
    return parts;
  }

  // Of a long query the longest words, which say the most, as far as few scripts have them.
  function foremost(query) {
    let chosen = [];
    query.slice().sort((a, b) => b.plain.length - a.plain.length).forEach(function (word) {
      const more = query.filter((own) => own === word || chosen.indexOf(own) >= 0);
      if (needed(more, []).length <= FIRST) { chosen = more; }
    });
    return chosen;
  }

  // Adds to what has been found what a term says, where `use` takes it.
  function more(term, use) {
    const shard = shards["t" + partsOf(term.split(" ")[0], false)[0]];
    (shard && shard.get(term) || []).forEach(function (form) {
      const own = listed(form), rare = Math.log(1 + entry.n / (own.isCommon ? entry.n : own.numbers.length));
      own.numbers.forEach((number, at) => use(number, own.weights[at] * rare));
    });
  }

  function ranked(query, mistyped) {
    const scores = new Float32Array(entry.n), hits = new Uint8Array(entry.n);
    let needs = 0;
    query.forEach(function (word) {
      const own = look(word, mistyped.indexOf(word) >= 0);
      needs += own.isCommon ? 0 : 1;
      own.weights.forEach(function (weight, number) {
        scores[number] += weight;
        if (weight && !own.isCommon) { hits[number] += 1; }
      });
    });
    // Words that stand side by side as they were typed come before those that are scattered.
    const pairs = new Uint8Array(entry.n);
    for (let at = 1; at < query.length; at += 1) {
      const seen = new Set();
      plains(query[at - 1]).forEach((one) => plains(query[at]).forEach((other) => (
        more(one + " " + other, function (number, weight) {
          if (!scores[number]) { return; }
          scores[number] += weight * 1.5;
          if (!seen.has(number)) { pairs[number] += 1; }
          seen.add(number);
        })
      )));
    }
    pairs.forEach((count, number) => { scores[number] *= count ? 1 + count / (query.length - 1) : 1; });
    const whole = joined(query);
    if (whole) {
      more(whole, function (number, weight) {
        scores[number] += weight * 8;
        hits[number] = Math.max(hits[number], needs);
      });
    }
    lastDays.forEach((day, number) => { scores[number] *= day < today() ? 0.6 : 1; });
    const numbers = [], only = entry.only && new Set(entry.only);
    let most = 0;
    scores.forEach(function (score, number) {
      // A package finds what is in it.
      if (score && (!only || only.has(number))) {
        numbers.push(number);
        most = Math.max(most, hits[number]);
      }
    });
    const best = numbers.filter((number) => hits[number] >= Math.min(most, needs));
    best.sort((a, b) => scores[b] - scores[a] || a - b);
    return { numbers: best, isPartial: best.length > 0 && most < needs, isWhole: best.length > 0 && most >= needs };
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
    const meant = query.map(plains);
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
  const top = place.appendChild(element("div"));
  const said = place.appendChild(element("p"));
  said.setAttribute("role", "status");
  const filters = place.appendChild(element("div", "", "chips"));
  filters.setAttribute("role", "group");
  filters.hidden = true;
  const shown = place.appendChild(element("div"));

  function item(number, query) {
    const row = shards["d" + Math.floor(number / entry.size)][number % entry.size];
    const made = element("li");
    const link = marked("a", row[1], query);
    link.href = root + row[0].replace(/(^|\/)index\.html(#|$)/, /^http/.test(location.protocol) ? "$1$2" : "$&");
    made.appendChild(element("span", [entry.kinds[row[2]], row[3], row[5]].filter(Boolean).join(" · "), "kind"));
    made.appendChild(link);
    if (row[4]) { made.appendChild(marked("p", row[4], query)); }
    return made;
  }

  function plainly(text) { return " " + words(text).map((word) => word.plain).join(" ") + " "; }

  // Numbers to call where words smell of danger; what an old name stands for now.
  function above(query) {
    top.textContent = "";
    const typed = [query.map((word) => word.plain)].concat([query.map((word) => unmarked(meanings(word).slice(-1)[0]))])
      .map((all) => " " + all.join(" ") + " ");
    const isIn = (text) => typed.some((all) => all.indexOf(text) >= 0);
    // An old name in what was typed, or the better half of it alone.
    const isOf = (text) => isIn(text) || (query.length > 1 && typed.some((all) => text.indexOf(all) >= 0 && all.length * 2 > text.length));
    if (entry.help.length && entry.danger.some((own) => isIn(plainly(own)))) {
      const help = top.appendChild(element("div", "", "help"));
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
      const sentence = (entry.words.now || "").replace("{old}", old[0]).replace("{new}", old[1]);
      if (sentence && !told[old[1]] && isOf(plainly(old[0]))) {
        told[old[1]] = true;
        top.appendChild(element("p", sentence, "now"));
      }
    });
  }

  // Each search has a turn; what it shows is not final before it is settled.
  let turn = 0, settled = 0, chosen = "";

  // By what results can be filtered: their kinds, and whether events are over.
  function groupOf(number) {
    if (kinds[number] !== EVENT) { return entry.kinds[kinds[number]]; }
    return lastDays.get(number) < today() ? entry.words.past : entry.words.coming;
  }

  // The buttons of what there is to choose from; none where all is of one sort.
  function offer(found, draw) {
    const counts = new Map();
    found.numbers.forEach(function (number) {
      const group = groupOf(number);
      if (group) { counts.set(group, (counts.get(group) || 0) + 1); }
    });
    if (!counts.has(chosen)) { chosen = ""; }
    filters.textContent = "";
    filters.hidden = counts.size < 2;
    filters.setAttribute("aria-label", entry.words.filter || "");
    if (filters.hidden) { return; }
    function add(name, text) {
      const button = filters.appendChild(element("button", text, "chip"));
      button.type = "button";
      button.setAttribute("aria-pressed", String(chosen === name));
      button.addEventListener("click", function () {
        chosen = chosen === name ? "" : name;
        Array.prototype.forEach.call(filters.children, function (other, at) {
          other.setAttribute("aria-pressed", String(at ? groups[at - 1] === chosen : !chosen));
        });
        draw();
      });
    }
    const groups = Array.from(counts.keys()).sort((a, b) => counts.get(b) - counts.get(a));
    add("", entry.words.all || "");
    groups.forEach((group) => add(group, group + " (" + counts.get(group) + ")"));
  }

  // Shows what was found, and calls `then` as soon as the first of it can be seen.
  function show(found, query, note, mine, then) {
    offer(found, function () { list(found, query, note, PAGE, mine); });
    list(found, query, note, PAGE, mine, then);
  }

  function list(found, query, note, most, mine, then) {
    const all = chosen ? found.numbers.filter((number) => groupOf(number) === chosen) : found.numbers;
    const numbers = all.slice(0, most), total = all.length;
    const parts = [];
    const wanted = chosen;
    let isShown = false;
    numbers.forEach(function (number) {
      const part = Math.floor(number / entry.size);
      if (parts.indexOf(part) < 0) { parts.push(part); }
    });
    function draw() {
      if (mine !== turn || wanted !== chosen) { return; }
      shown.textContent = "";
      above(query);
      said.textContent = settled !== mine ? "" : (note ? note + " " : "") + (chosen ? chosen + ": " : "") + (total === 0 ? entry.words.none
        : (total === 1 ? entry.words.one : entry.words.found).replace("{count}", total));
      const made = shown.appendChild(element("ol"));
      // In their order, as far as they are here.
      const until = numbers.findIndex((number) => !shards["d" + Math.floor(number / entry.size)]);
      numbers.slice(0, until < 0 ? numbers.length : until).forEach((number) => made.appendChild(item(number, query)));
      if (!made.firstChild) { made.remove(); }
      if (total > most && until < 0) {
        const next = shown.appendChild(element("button", entry.words.more));
        next.type = "button";
        next.addEventListener("click", function () { list(found, query, note, most + PAGE, mine); });
      }
      // Who asked for more goes on where it begins.
      if (until < 0 && most > PAGE && made.children[most - PAGE] && !isShown) {
        isShown = true;
        made.children[most - PAGE].querySelector("a").focus();
      }
      if (until < 0 && settled === mine) { place.removeAttribute("aria-busy"); }
    }
    draw();
    // The first result before all others: its script is the only one that it waits for.
    parts.slice(0, 1).forEach((first) => load("d" + first, entry.d[first], function () {
      draw();
      parts.slice(1).forEach((part) => load("d" + part, entry.d[part], draw, failed));
      if (then) { then(); }
    }, failed));
    if (then && !parts.length) { then(); }
  }

  function failed() {
    place.removeAttribute("aria-busy");
    said.textContent = field.dataset.failed;
  }

  function after(parts, then) {
    // In a task of its own, so that none is long.
    const go = () => setTimeout(then, 0);
    let left = parts.length;
    if (!left) { go(); }
    parts.forEach((part) => load("t" + part, entry.t[part][1], function () { left -= 1; if (!left) { go(); } }, failed));
  }

  // Shows what is found with all words, if need be with other letters.
  function answer(query, mine) {
    if (mine !== turn) { return; }
    const found = ranked(query, []);
    const long = found.isWhole ? [] : doubtful(query);
    after(needed(long, long), function () {
      if (mine !== turn) { return; }
      const other = long.length ? ranked(query, long) : found;
      settled = mine;
      if (other !== found && other.isWhole) { show(other, query, entry.words.typo, mine); } else {
        show(found, query, found.isPartial ? entry.words.partial : "", mine);
      }
    });
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
    if (!query.length) { place.removeAttribute("aria-busy"); [top, shown, said].forEach((own) => { own.textContent = ""; }); filters.hidden = true; return; }
    query[query.length - 1].isLast = true;
    load("", "", function () {
      const all = needed(query, []), few = foremost(query);
      if (few.length < query.length && !all.every((part) => shards["t" + part])) {
        after(needed(few, []), function () {
          if (mine !== turn) { return; }
          const found = ranked(few, []);
          const next = () => after(all, () => answer(query, mine));
          if (found.isWhole) { show(found, query, "", mine, next); } else { next(); }
        });
      } else { after(all, () => answer(query, mine)); }
    }, failed);
  }

  let timer = 0;
  field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(search, 20);
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
