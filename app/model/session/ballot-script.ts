/* Plain script of the page. It is text here: nothing of it runs in the app. */
export const SCRIPT = `"use strict";
(function () {
  var paper = PAPER, asked = paper.asked, page = document.getElementById("page");
  var warmup = paper.round === "warmup", fields = [];
  function el(name, text, parent) {
    var node = document.createElement(name);
    if (text) node.textContent = text;
    (parent || page).appendChild(node);
    return node;
  }
  function input(label, parent, mode) {
    var wrap = el("label", label, parent), field = el("input", "", wrap);
    field.inputMode = mode || "decimal";
    field.autocomplete = "off";
    return field;
  }
  if (asked.marking.text || asked.marking.tlp)
    el("p", [asked.marking.text, asked.marking.tlp].filter(Boolean).join(" \\u00b7 ")).className = "mark";
  el("h1", asked.question);
  el("p", "Answer alone. Your answer is written into a file on this device; it is sent nowhere. Hand the file back.");
  var name = input("A name or seat", null, "text");
  name.maxLength = 40;
  el("h2", warmup ? "Warm-up" : "Before any model");
  var estimates = (warmup ? asked.warmups : asked.chances).map(function (question) {
    var set = el("fieldset"), unit = warmup ? question.unit : "percent";
    el("legend", question.text, set);
    var row = el("div", "", set);
    row.className = "three";
    var tail = unit ? ", " + unit : "";
    return { id: question.id, low: input("Lowest" + tail, row), best: input("Best guess" + tail, row), high: input("Highest" + tail, row) };
  });
  function chooser(label, parent, options) {
    var wrap = el("label", label, parent), field = el("select", "", wrap);
    [["", "choose"]].concat(options).forEach(function (one) { el("option", one[1], field).value = one[0]; });
    return field;
  }
  function far(n) { return n === 1 ? "just as far" : n + " times as far"; }
  function upTo(first) {
    var all = [];
    for (var n = first; n <= 9; n++) all.push(n);
    return all;
  }
  function why(parent, label) {
    var wrap = el("label", label, parent), area = el("textarea", "", wrap);
    area.maxLength = 600;
    return area;
  }
  var weights = [], whys = [], pairs = [], best, worst, bestTo = {}, toWorst = {};
  var compared = asked.method === "bestWorst" || asked.method === "pairs";
  function compareBest(area) {
    area.textContent = "";
    bestTo = {};
    toWorst = {};
    if (!best.value || !worst.value || best.value === worst.value) return;
    var others = asked.factors.filter(function (factor) { return factor.id !== best.value; });
    var scale = upTo(1).map(function (n) { return [String(n), far(n)]; });
    function labelOf(key) { return asked.factors.filter(function (factor) { return factor.id === key; })[0].label; }
    var first = el("fieldset", "", area);
    el("legend", "How many times as far does \u201c" + labelOf(best.value) + "\u201d push?", first);
    others.forEach(function (factor) { bestTo[factor.id] = chooser("Against " + factor.label, first, scale); });
    var rest = others.filter(function (factor) { return factor.id !== worst.value; });
    if (rest.length === 0) return;
    var second = el("fieldset", "", area);
    el("legend", "How many times as far as \u201c" + labelOf(worst.value) + "\u201d do the others push?", second);
    rest.forEach(function (factor) { toWorst[factor.id] = chooser(factor.label, second, scale); });
  }
  /* Consistency ratio of comparisons in pairs; above a tenth they contradict each other. */
  function ratioOf(list) {
    var n = asked.factors.length, table = [], vector = [], lambda = n, i, j, step;
    for (i = 0; i < n; i++) { table.push([]); vector.push(1 / n); for (j = 0; j < n; j++) table[i].push(1); }
    list.forEach(function (one) { table[one.i][one.j] = one.times; table[one.j][one.i] = 1 / one.times; });
    for (step = 0; step < 200; step++) {
      var next = table.map(function (row) { return row.reduce(function (sum, x, k) { return sum + x * vector[k]; }, 0); });
      lambda = next.reduce(function (sum, x) { return sum + x; }, 0);
      vector = next.map(function (x) { return x / lambda; });
    }
    return n < 3 ? 0 : Math.max(0, (lambda - n) / (n - 1)) / [0, 0, 0, 0.58, 0.9, 1.12, 1.24][n];
  }
  function timesOf(field) {
    var n = Number(field.value.slice(1));
    return field.value === "" ? NaN : field.value.charAt(0) === "a" ? n : 1 / n;
  }
  if (!warmup && compared) {
    el("h2", "How much each factor matters");
    el("p", "Each factor goes from its calmest to its worst state. Which pushes further, and how many times as far?");
    asked.factors.forEach(function (factor) {
      var ends = el("p", "");
      ends.className = "ends";
      el("b", factor.label, ends);
      el("small", factor.calm + " \u2192 " + factor.worst, ends);
    });
    if (asked.method === "bestWorst") {
      var set = el("fieldset"), area = el("div", "");
      el("legend", "Strongest and weakest", set);
      var all = asked.factors.map(function (factor) { return [factor.id, factor.label]; });
      best = chooser("Pushes furthest", set, all);
      worst = chooser("Pushes least", set, all);
      page.appendChild(area);
      [best, worst].forEach(function (field) { field.addEventListener("change", function () { compareBest(area); }); });
    } else {
      var told = el("p", "");
      told.setAttribute("role", "status");
      asked.factors.forEach(function (a, i) {
        asked.factors.slice(i + 1).forEach(function (b, k) {
          var set = el("fieldset"), options = upTo(2).reverse().map(function (n) { return ["a" + n, a.label + ", " + far(n)]; });
          options.push(["a1", "both as far"]);
          options = options.concat(upTo(2).map(function (n) { return ["b" + n, b.label + ", " + far(n)]; }));
          pairs.push({ i: i, j: i + 1 + k, a: a.id, b: b.id, label: a.label + " or " + b.label + "?", field: chooser(a.label + " or " + b.label + "?", set, options) });
        });
      });
      page.appendChild(told);
      pairs.forEach(function (pair) {
        pair.field.addEventListener("change", function () {
          var list = pairs.map(function (one) { return { i: one.i, j: one.j, times: timesOf(one.field) }; });
          if (list.some(function (one) { return !(one.times > 0); })) return;
          var ratio = ratioOf(list);
          told.textContent = (ratio > 0.1 ? "Your comparisons contradict each other (" : "Your comparisons agree with each other (") +
            ratio.toFixed(2) + "; up to 0.10 is fine)." + (ratio > 0.1 ? " You may look at them again, or leave them." : "");
        });
      });
    }
    var reasonsSet = el("fieldset");
    el("legend", "Why (if you like)", reasonsSet);
    asked.factors.forEach(function (factor) { whys.push({ id: factor.id, field: why(reasonsSet, factor.label) }); });
  }
  if (!warmup && !compared) {
    el("h2", "How much each factor matters");
    el("p", "All factors sit in the middle. You may move one from its calmest to its worst state. Which would push furthest?");
    el("p", paper.hint || "");
    weights = asked.factors.map(function (factor) {
      var set = el("fieldset");
      el("legend", factor.label, set);
      el("small", factor.calm + " \u2192 " + factor.worst, set);
      var field = input(factor.label, set);
      whys.push({ id: factor.id, field: why(set, "Why (if you like)") });
      return { id: factor.id, label: factor.label, field: field };
    });
  }
  var save = el("button", "Save my answer as a file"), said = el("p", "");
  said.id = "said";
  said.setAttribute("role", "status");
  var began = Date.now();
  function number(field) {
    var text = field.value.trim().replace(",", ".");
    return text === "" ? NaN : Number(text);
  }
  function stop(field, text) { said.textContent = text; field.focus(); return null; }
  function id() {
    var bytes = new Uint8Array(16), text = "";
    crypto.getRandomValues(bytes);
    for (var i = 0; i < bytes.length; i++) text += (bytes[i] % 36).toString(36);
    return text;
  }
  function read() {
    if (name.value.trim() === "") return stop(name, "Write a name or seat first.");
    var unit = warmup ? 1 : 100, answers = [], i;
    for (i = 0; i < estimates.length; i++) {
      var one = estimates[i], low = number(one.low), guess = number(one.best), high = number(one.high);
      if (!(low <= guess && guess <= high)) return stop(one.low, "Lowest, best guess and highest must be numbers in this order.");
      if (!warmup && !(low >= 0 && high <= 100)) return stop(one.low, "Chances run from 0 to 100.");
      answers.push({ question: one.id, low: low / unit, best: guess / unit, high: high / unit });
    }
    var order = asked.factors.map(function (factor) { return factor.id; }), raw = {}, reasons = [], sum = 0, top = 0;
    for (i = 0; i < weights.length; i++) {
      var x = number(weights[i].field);
      if (!(x >= 0)) return stop(weights[i].field, "Give " + weights[i].label + " a number.");
      raw[weights[i].id] = x;
      sum += x;
      top = Math.max(top, x);
    }
    whys.forEach(function (one) {
      if (one.field.value.trim() !== "") reasons.push({ target: one.id, text: one.field.value.trim() });
    });
    var given = null, method = asked.method, first = weights[0] && weights[0].field;
    if (!warmup) {
      if (method === "swing") {
        if (!(top > 0 && top <= 100)) return stop(first, "The strongest has 100, and none has more.");
        Object.keys(raw).forEach(function (key) { raw[key] = Math.round(1000 * raw[key] / top) / 10; });
        given = { method: method, order: order.slice().sort(function (a, b) { return raw[b] - raw[a]; }), raw: raw };
      } else if (method === "rank") {
        var places = order.map(function (key) { return raw[key]; }).sort(function (a, b) { return a - b; });
        if (places.some(function (x, k) { return x !== k + 1; })) return stop(first, "Use each place from 1 to " + order.length + " once.");
        given = { method: method, order: order.slice().sort(function (a, b) { return raw[a] - raw[b]; }) };
      } else if (method === "points") {
        if (Math.abs(sum - 100) > 1e-6) return stop(first, "The points must sum to 100; they sum to " + sum + ".");
        given = { method: method, raw: raw };
      } else if (method === "bestWorst") {
        if (!best.value || !worst.value || best.value === worst.value) return stop(best, "Choose what pushes furthest, and another that pushes least.");
        var open = Object.keys(bestTo).map(function (key) { return bestTo[key]; }).concat(Object.keys(toWorst).map(function (key) { return toWorst[key]; })).filter(function (field) { return field.value === ""; })[0];
        if (open) return stop(open, "Choose one here.");
        given = { method: method, best: best.value, worst: worst.value, bestTo: {}, toWorst: {} };
        order.forEach(function (key) {
          given.bestTo[key] = key === best.value ? 1 : Number(bestTo[key].value);
          given.toWorst[key] = key === worst.value ? 1 : key === best.value ? Number(bestTo[worst.value].value) : Number(toWorst[key].value);
        });
      } else if (method === "pairs") {
        var unset = pairs.filter(function (pair) { return pair.field.value === ""; })[0];
        if (unset) return stop(unset.field, "Choose one for \u201c" + unset.label + "\u201d");
        given = { method: method, pairs: pairs.map(function (pair) { return [pair.a, pair.b, timesOf(pair.field)]; }) };
      } else {
        if (!(top > 0 && top <= 10)) return stop(first, "Numbers run from 0 to 10, and one must be above 0.");
        given = { method: method, raw: raw };
      }
    }
    return {
      schema: paper.schema, session: paper.session, round: paper.round, setup: paper.setup, name: name.value.trim(),
      response: {
        id: id(), round: paper.round, participant: id(), rev: 1, weights: given, estimates: answers, reasons: reasons,
        shownOrder: order, seconds: Math.round((Date.now() - began) / 1000), enteredBy: "self"
      }
    };
  }
  save.addEventListener("click", function () {
    var answer = read();
    if (!answer) return;
    var link = document.createElement("a"), url = URL.createObjectURL(new Blob([JSON.stringify(answer, null, 2)], { type: "application/json" }));
    link.href = url;
    link.download = (answer.name.replace(/[^A-Za-z0-9 _-]+/g, "").trim() || "answer") + ".ballot.json";
    document.body.appendChild(link);
    link.click();
    link.remove();
    said.textContent = "Saved as " + link.download + ". Hand this file back.";
  });
})();
`;
