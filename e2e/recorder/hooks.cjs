// Loaded before a program of Node's (NODE_OPTIONS): notes every connection, every listener and every name it asks for.
const { appendFileSync } = require("node:fs");
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

const note = (did, what) =>
  appendFileSync(process.env.ENTENTE_RECORD, `${JSON.stringify({ did, what, pid: process.pid })}\n`);

/** Puts a note in front of a method. */
function before(owner, name, told) {
  const inner = owner[name];
  if (typeof inner !== "function") return;
  owner[name] = function (...args) {
    told(args);
    return inner.apply(this, args);
  };
}

if (process.env.ENTENTE_RECORD) {
  note("watching", process.argv.slice(1, 2).join(" "));
  before(net.Socket.prototype, "connect", ([given]) => {
    const [options] = Array.isArray(given) ? given : [given];
    const {
      path,
      host = "localhost",
      port,
    } = typeof options === "object" ? options : { host: "localhost", port: options };
    note("connect", path ?? `${host}:${port}`);
  });
  before(net.Server.prototype, "listen", ([given, host]) => {
    const { port, host: named, path } = typeof given === "object" && given !== null ? given : { port: given };
    note("listen", path ?? `${named ?? (typeof host === "string" ? host : "*")}:${port}`);
  });
  for (const name of ["bind", "connect", "send"])
    before(dgram.Socket.prototype, name, (args) =>
      note(
        `udp ${name}`,
        args.filter((one) => typeof one !== "function" && typeof one !== "object").join(" "),
      ),
    );
  for (const owner of [dns, dns.promises])
    for (const name of Object.keys(owner).filter((one) => /^(lookup|resolve|reverse)/.test(one)))
      before(owner, name, ([asked]) => {
        // An address needs no asking.
        if (net.isIP(String(asked)) === 0) note("name", String(asked));
      });
}
