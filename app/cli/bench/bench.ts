import { join } from "node:path";
import { analyses } from "./analyses.ts";
import { answers } from "./answer.ts";
import { FLAG, runBayesjs } from "./bayesjs.ts";
import { files } from "./files.ts";
import { large, sizesLine } from "./large.ts";
import { networks } from "./networks.ts";
import { ranges } from "./range.ts";
import { printed } from "./rows.ts";
import { openShipped } from "./shipped.ts";
import { sixty } from "./sixtyRows.ts";
import { loads } from "./sizes.ts";

/**
 * Speeds of one run on this machine, as one table: never asserted in a test, as machines are shared and noisy. What
 * counts are medians of processor time, and ratios to another program in the same run.
 */
if (process.argv[2] === FLAG) runBayesjs(process.argv[3] ?? "", process.argv[4] ?? "{}");
else {
  const theCase = openShipped();
  const groups = [
    answers(theCase),
    ranges(theCase),
    analyses(theCase),
    networks(process.env["ENTENTE_NETWORKS"]),
    large(theCase),
    sixty(theCase),
    await files(),
  ];
  console.log(printed(groups));
  console.log(`\n${sizesLine(loads(join(import.meta.dirname, "../renderer")))}`);
  console.log(
    `\nProcessor time. Node ${process.version}, ${process.platform} ${process.arch}; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB.`,
  );
}
