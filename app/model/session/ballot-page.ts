import type { BallotPaper } from "./ballot.ts";
import { fieldHint } from "./ballot.ts";

/**
 * A ballot as one file: its person opens it in any browser, from any folder and without a network, fills it in and
 * saves the answer as a file to hand back. Case texts go into the page as data alone and are put there as text.
 */
export function ballotPage(paper: BallotPaper): string {
  // "<" cannot end the script, and the two separators end no line of it.
  const data = JSON.stringify({ ...paper, hint: fieldHint(paper.asked.method) })
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>Ballot</title>
<style>${STYLE}</style>
</head>
<body>
<main id="page"></main>
<noscript>This page needs JavaScript to write your answer into a file.</noscript>
<script>const PAPER=${data};
${SCRIPT}</script>
</body>
</html>
`;
}

const STYLE = `
*{box-sizing:border-box}body{margin:0;background:#f5f3ee;color:#191c22;font:17px/1.5 system-ui,sans-serif}
main{max-width:640px;margin:0 auto;padding:20px 16px 60px}h1{font-size:24px;line-height:1.25}h2{font-size:18px;margin:26px 0 6px}
p,small{color:#454b57}.mark{font-weight:600}fieldset{margin:0 0 14px;padding:12px 14px;border:1px solid #dedad0;border-radius:9px;background:#fff}
legend{font-weight:600;padding:0 4px}label{display:block;margin:6px 0}.three{display:flex;gap:10px}.three label{flex:1}
input,textarea{width:100%;min-height:44px;padding:8px 10px;border:1px solid #858a94;border-radius:7px;font:inherit;background:#fff;color:inherit}
button{min-height:48px;width:100%;border:0;border-radius:9px;background:#191c22;color:#fff;font:600 17px system-ui,sans-serif}
:focus-visible{outline:3px solid #191c22;outline-offset:2px}#said{min-height:1.5em;font-weight:600}
`;

/* Plain script of the page. It is text here: nothing of it runs in the app. */
const SCRIPT = `"use strict";
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
  el("h2", warmup ? "Practice" : "Before any model");
  var estimates = (warmup ? asked.warmups : asked.chances).map(function (question) {
    var set = el("fieldset"), unit = warmup ? question.unit : "percent";
    el("legend", question.text, set);
    var row = el("div", "", set);
    row.className = "three";
    var tail = unit ? ", " + unit : "";
    return { id: question.id, low: input("Lowest" + tail, row), best: input("Best guess" + tail, row), high: input("Highest" + tail, row) };
  });
  var weights = [];
  if (!warmup) {
    el("h2", "How much each factor matters");
    el("p", "All factors sit in the middle. You may move one from its calmest to its worst state. Which would push furthest?");
    el("p", paper.hint || "");
    weights = asked.factors.map(function (factor) {
      var set = el("fieldset");
      el("legend", factor.label, set);
      el("small", "From: " + factor.calm + ". To: " + factor.worst + ".", set);
      return { id: factor.id, label: factor.label, field: input(factor.label, set), why: (function () {
        var wrap = el("label", "Why (if you like)", set), area = el("textarea", "", wrap);
        area.maxLength = 600;
        return area;
      })() };
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
      var one = estimates[i], low = number(one.low), best = number(one.best), high = number(one.high);
      if (!(low <= best && best <= high)) return stop(one.low, "Lowest, best guess and highest must be numbers in this order.");
      if (!warmup && !(low >= 0 && high <= 100)) return stop(one.low, "Chances run from 0 to 100.");
      answers.push({ question: one.id, low: low / unit, best: best / unit, high: high / unit });
    }
    var order = asked.factors.map(function (factor) { return factor.id; }), raw = {}, reasons = [], sum = 0, top = 0;
    for (i = 0; i < weights.length; i++) {
      var x = number(weights[i].field);
      if (!(x >= 0)) return stop(weights[i].field, "Give " + weights[i].label + " a number.");
      raw[weights[i].id] = x;
      sum += x;
      top = Math.max(top, x);
      if (weights[i].why.value.trim() !== "") reasons.push({ target: weights[i].id, text: weights[i].why.value.trim() });
    }
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
