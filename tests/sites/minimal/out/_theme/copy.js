/* Copies the text of the page together with the line that names its source, as text and as
   HTML with links. Without this file the line can be selected by hand. */
(function () {
  "use strict";
  var box = document.querySelector("[data-copy]");
  var citation = document.querySelector("[data-citation]");
  var article = document.querySelector("main article");
  if (!box || !citation || !article) { return; }
  var status = box.querySelector("[role='status']");
  var link = citation.querySelector("a");
  var base = link ? link.href : location.href;

  function each(list, use) { Array.prototype.forEach.call(list, use); }

  // Addresses must lead on from wherever the text goes; none may name a disk.
  function point(element, name) {
    var address = new URL(element.getAttribute(name), base);
    if (/^(https?|mailto|tel):$/.test(address.protocol)) {
      element.setAttribute(name, address.href);
    } else {
      element.removeAttribute(name);
    }
  }

  // The article without furniture, and without what only its own page can use.
  function content() {
    var copy = article.cloneNode(true);
    each(copy.querySelectorAll(".no-print, .unseen, nav, footer, script, [hidden]"), function (own) {
      own.remove();
    });
    each(copy.querySelectorAll("details"), function (own) { own.open = true; });
    each(copy.querySelectorAll("a[href]"), function (own) { point(own, "href"); });
    each(copy.querySelectorAll("img[src]"), function (own) {
      own.removeAttribute("srcset");
      point(own, "src");
    });
    each(copy.querySelectorAll("*"), function (own) {
      ["class", "id", "aria-labelledby", "tabindex"].forEach(function (name) {
        own.removeAttribute(name);
      });
    });
    return copy;
  }

  // What a reader sees of an element, line by line: only of what is on the page.
  function textOf(element) {
    element.className = "unseen";
    document.body.appendChild(element);
    var text = element.innerText.replace(/\n{3,}/g, "\n\n").trim();
    element.remove();
    return text;
  }

  function say(done) {
    // Said anew, also when it was said before.
    status.textContent = "";
    setTimeout(function () { status.textContent = done ? box.dataset.done : box.dataset.failed; }, 50);
  }

  function copy() {
    var element = content();
    var html = element.innerHTML + "<p>" + citation.innerHTML + "</p>";
    var text = textOf(element) + "\n\n" + citation.innerText.trim() + "\n";
    window.bangtinCopy(text, html, say);
  }

  box.querySelector("button").addEventListener("click", copy);
  box.hidden = false;
}());
