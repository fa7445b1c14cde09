import { parseArgs } from "node:util";
import { analyse, evaluateAll } from "./commands.ts";
import { Refused } from "./refused.ts";

const USAGE =
  "Use: cli -- evaluate --case FILE --inputs FILE|-, or cli -- analyse --what attribution|links|range --case FILE --inputs FILE|- [--seed N] [--draws N].";

const options = {
  case: { type: "string" },
  inputs: { type: "string" },
  what: { type: "string" },
  seed: { type: "string" },
  draws: { type: "string" },
} as const;

function readArguments(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new Refused(
      `${error instanceof Error ? error.message.split(/[.\n]/)[0] : "Unknown argument"}. ${USAGE}`,
    );
  }
}

function main(argv: string[]): unknown {
  const { positionals, values } = readArguments(argv);
  const [command, ...rest] = positionals;
  if (command === undefined || rest.length > 0) throw new Refused(USAGE);
  switch (command) {
    case "evaluate":
      return evaluateAll(values);
    case "analyse":
      return analyse(values);
    default:
      throw new Refused(`There is no command "${command}". ${USAGE}`);
  }
}

try {
  const text = `${JSON.stringify(main(process.argv.slice(2)), null, 2)}\n`;
  process.stdout.on("error", () => process.exit(0)); // the reader has seen enough
  process.stdout.write(text);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Refused ? 2 : 1;
}
