import { parseArgs } from "node:util";
import { check, diff, merge } from "./author.ts";
import { analyse, evaluateAll } from "./commands.ts";
import { convert, infer, table } from "./networks.ts";
import { OPTIONS } from "./options.ts";
import { Refused } from "./refused.ts";

const COMMANDS = [
  "evaluate --case FILE --inputs FILE|-",
  "analyse --what NAME --case FILE --inputs FILE|-",
  "infer --network FILE --evidence FILE|-",
  "table --spec FILE|-",
  "convert IN OUT",
  "check CASE",
  "diff A B",
  "merge MINE THEIRS",
];
const USAGE = `Use: cli -- ${COMMANDS.join("; ")}.`;
const IN_FULL = `Use: cli -- COMMAND\n\n  ${COMMANDS.join("\n  ")}\n\nAnswers are JSON; "-" reads standard input.\n`;
/** Asked how it is used: told in words, not as JSON. */
const HELP = Symbol("help");

function readArguments(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Refused(
      `${error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? "") : "Unknown argument"}. ${USAGE}`,
    );
  }
}

async function main(argv: string[]): Promise<unknown> {
  const { positionals, values } = readArguments(argv);
  const [command, ...rest] = positionals;
  if (values.help || command === "help") return HELP;
  if (command === "convert" && rest.length === 2) return convert(rest[0], rest[1], values);
  if (command === "check" && rest.length === 1) return check(rest[0], values);
  if (command === "diff" && rest.length === 2) return diff(rest[0], rest[1]);
  if (command === "merge" && rest.length === 2) return merge(rest[0], rest[1]);
  if (command === undefined || rest.length > 0) throw new Refused(USAGE);
  switch (command) {
    case "evaluate":
      return evaluateAll(values);
    case "analyse":
      return analyse(values);
    case "infer":
      return infer(values);
    case "table":
      return table(values);
    default:
      throw new Refused(`There is no command "${command}". ${USAGE}`);
  }
}

try {
  const answer = await main(process.argv.slice(2));
  const text = answer === HELP ? IN_FULL : `${JSON.stringify(answer, null, 2)}\n`;
  process.stdout.on("error", () => process.exit(0)); // the reader has seen enough
  process.stdout.write(text);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Refused ? 2 : 1;
}
