// A process of its own that watches the sockets of what another process starts, several times a second, by what Linux
// tells in /proc. It sends whom they speak with, each once; asked for a look, it sends all sockets of now.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const root = Number(process.argv[2]);

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It ended meanwhile, or this kernel has no such table.
    return "";
  }
};

/** The processes that a process has started, and those that these have, without itself. */
function descendants(root) {
  const children = new Map();
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    const parent = Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1] ?? -1);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [];
  for (const waiting = [root]; waiting.length > 0;) {
    const mine = children.get(waiting.pop() ?? -1) ?? [];
    found.push(...mine);
    waiting.push(...mine);
  }
  return found;
}

/** An address as the kernel prints it: words of four bytes, each backwards, then the port. */
function addressOf(printed) {
  const [hex = "", port = ""] = printed.split(":");
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  const number = parseInt(port, 16);
  if (bytes.length === 4) return `${bytes.map((byte) => parseInt(byte, 16)).join(".")}:${String(number)}`;
  const mapped = bytes.slice(0, 12).join("") === "00000000000000000000ffff" || bytes.slice(0, 12).join("") === "00000000000000000000FFFF"; // prettier-ignore
  if (mapped) return addressOf(`${hex.slice(24)}:${port}`);
  return `[${(bytes.join("").match(/.{4}/g) ?? []).join(":").toLowerCase()}]:${String(number)}`;
}

const isNowhere = (address) => /^(0\.0\.0\.0|\[[0:]+\]):/.test(address);

/** Every socket of these processes, now. */
function socketsOf(pids) {
  const owners = new Map();
  for (const pid of pids) {
    let names = [];
    try {
      names = readdirSync(`/proc/${String(pid)}/fd`);
    } catch {
      continue;
    }
    for (const name of names)
      try {
        const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${String(pid)}/fd/${name}`))?.[1];
        if (inode !== undefined) owners.set(inode, pid);
      } catch {
        // Closed meanwhile.
      }
  }
  return ["tcp", "udp"].flatMap((kind) =>
    [read(`/proc/net/${kind}`), read(`/proc/net/${kind}6`)]
      .flatMap((table) => table.split("\n").slice(1))
      .flatMap((line) => {
        const [, local = "", remote = "", state = "", , , , , , inode = ""] = line.trim().split(/\s+/);
        const pid = owners.get(inode);
        if (pid === undefined) return [];
        const there = addressOf(remote);
        const waits = kind === "tcp" ? state === "0A" : isNowhere(there);
        // A socket that was made and is not yet used names nobody.
        if (!waits && isNowhere(there)) return [];
        return [{ kind, local: addressOf(local), remote: waits ? null : there, pid }];
      }),
  );
}

const spoken = new Set();
let looks = 0;
function look() {
  const now = socketsOf(descendants(root).filter((pid) => pid !== process.pid));
  looks += 1;
  for (const one of now) {
    const name = `${one.kind} ${one.local} ${one.remote}`;
    if (one.remote === null || spoken.has(name)) continue;
    spoken.add(name);
    process.send({ spoken: one });
  }
  return now;
}
process.on("message", () => process.send({ now: look(), looks }));
process.on("disconnect", () => process.exit(0));
const again = () => {
  look();
  setTimeout(again, 80);
};
again();
