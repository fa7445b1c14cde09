// `npm run cli`: the command line, built anew first when its sources are newer.
import { fileURLToPath } from "node:url";
import { freshen } from "./fresh.js";

await freshen();
await import(fileURLToPath(new URL("../../dist/app/cli.js", import.meta.url)));
