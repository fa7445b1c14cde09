// Inside a utility process: Node's own channel in the shape Electron gives it.
const { EventEmitter } = require("node:events");

const parentPort = new EventEmitter();
const send = process.send.bind(process);
parentPort.postMessage = (message) => void send(message);
// What was said before anybody listens waits, as in Electron.
parentPort.once("newListener", (name) => {
  if (name === "message")
    process.nextTick(() => process.on("message", (data) => parentPort.emit("message", { data, ports: [] })));
});
// It does not outlive the program.
process.on("disconnect", () => process.exit(0));
process.parentPort = parentPort;
process.send = undefined;
