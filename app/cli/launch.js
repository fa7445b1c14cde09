// `npm run cli`: the command line, built anew first when its sources are newer.
import { freshenOrEnd } from "./fresh.js";

await freshenOrEnd();
await import(new URL("../../dist/app/cli.js", import.meta.url).href);
