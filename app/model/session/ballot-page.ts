import type { BallotPaper } from "./ballot.ts";
import { SCRIPT } from "./ballot-script.ts";
import { typedHint } from "./typed.ts";

/**
 * A ballot as one file: its person opens it in any browser, from any folder and without a network, fills it in and
 * saves the answer as a file to hand back. Case texts go into the page as data alone and are put there as text.
 */
export function ballotPage(paper: BallotPaper): string {
  // "<" cannot end the script, and the two separators end no line of it.
  const data = JSON.stringify({ ...paper, hint: typedHint(paper.asked.method) })
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
legend{float:left;width:100%;font-weight:600;padding:0;margin:0 0 4px}legend+*{clear:both}.ends{margin:0 0 10px}.ends b,.ends small{display:block}.ends b{color:#191c22}label{display:block;margin:6px 0}.three{display:flex;gap:10px;align-items:end}.three label{flex:1}
input,select,textarea{width:100%;min-height:44px;padding:8px 10px;border:1px solid #858a94;border-radius:7px;font:inherit;background:#fff;color:inherit}
button{min-height:48px;width:100%;border:0;border-radius:9px;background:#191c22;color:#fff;font:600 17px system-ui,sans-serif}
:focus-visible{outline:3px solid #191c22;outline-offset:2px}#said{min-height:1.5em;font-weight:600}
`;
