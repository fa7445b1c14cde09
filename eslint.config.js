import reactHooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

/**
 * The walls of the house (ARCHITECTURE.md): what a folder may not import, whether at the top or when it is needed.
 * `architecture.test.ts` plants a breach of each and sees it reported.
 */
const wall = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns }],
  "no-restricted-syntax": [
    "error",
    ...patterns.map(({ regex, message }) => ({
      selector: `ImportExpression > Literal[value=/${regex.replaceAll("/", "\\/")}/]`,
      message,
    })),
  ],
});
/** What a pure library has no business with: clocks, chance, the machine, the page. */
const impure = [
  "Date",
  "performance",
  "globalThis",
  "crypto",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "console",
  "process",
  "Buffer",
  "window",
  "document",
  "self",
  "fetch",
];

export default ts.config(
  { ignores: ["dist"] },
  ...ts.configs.strict,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", 400],
      eqeqeq: "error",
    },
  },
  {
    // Index arithmetic on typed arrays: the index is in range by construction, and a check per read would be noise.
    files: ["app/model/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["app/model/**"],
    ignores: ["**/*.test.ts", "**/*.test-help.ts"],
    rules: {
      ...wall({
        regex: "^(?!\\.{1,2}/)|^(\\./)?\\.\\./\\.\\./",
        message: "app/model is pure: it imports nothing outside itself.",
      }),
      "no-restricted-globals": ["error", ...impure],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Draws come from the seeded generator." },
      ],
    },
  },
  {
    files: ["app/model/*.ts"],
    ignores: ["**/*.test.ts", "**/*.test-help.ts"],
    rules: wall({ regex: "^(?!\\./)", message: "app/model is pure: it imports nothing outside itself." }),
  },
  {
    files: ["renderer/**"],
    ...reactHooks.configs.flat.recommended,
  },
  {
    files: ["renderer/**"],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: {
      ...wall(
        { regex: "^(node:|electron($|/))", message: "The page reaches the machine through the bridge only." },
        {
          regex: "/app/(?!(model/|bridge/contract\\.ts$))",
          message: "From app/ the page may import model/** and bridge/contract.ts only.",
        },
      ),
      "no-restricted-globals": ["error", "process", "Buffer", "require", "global"],
    },
  },
  {
    files: ["app/{bridge,browser,desktop,files,keeper}/**", "app/main.ts", "app/start.ts"],
    ignores: ["**/*.test.ts", "**/*.test-help.ts"],
    rules: wall({
      regex: "/(model|renderer)/",
      message: "Hosts treat a case as opaque text; they know neither the model nor the page.",
    }),
  },
  {
    files: ["app/desktop/**"],
    ignores: ["**/*.test.ts", "**/*.test-help.ts"],
    rules: wall({
      regex: "/(model|renderer|browser)/",
      message: "The desktop knows the bridge, not the other host.",
    }),
  },
  {
    files: ["app/browser/**"],
    ignores: ["**/*.test.ts", "**/*.test-help.ts"],
    rules: wall({
      regex: "/(model|renderer|desktop)/|^electron$",
      message: "The browser edition knows the bridge, not the other host.",
    }),
  },
  {
    files: ["app/room/**"],
    ignores: ["app/room/page/**", "**/*.test.ts", "**/*.test-help.ts"],
    rules: wall({
      regex:
        "^(?!\\.{1,2}/|node:(https?|crypto|net)$)|/(bridge|browser|desktop|files|keeper|cli|renderer|page)/",
      message: "The room reaches the network and the model, neither files nor hosts nor packages.",
    }),
  },
  {
    files: ["app/room/page/**"],
    ignores: ["**/*.test.ts", "**/*.test-help.ts"],
    rules: {
      ...wall({
        regex: "^(?!\\.{1,2}/)|/(bridge|browser|desktop|files|keeper|cli|renderer)/",
        message: "The participant page is small: it knows the room's contract and the model, nothing else.",
      }),
      "no-restricted-globals": ["error", "process", "Buffer", "require", "global"],
    },
  },
  {
    files: ["app/cli/**"],
    ignores: ["**/*.test.ts", "**/*.test-help.ts"],
    rules: wall({
      regex: "/(renderer|desktop|browser)/|^electron$",
      message: "The command line knows the model.",
    }),
  },
  {
    files: ["e2e/stand-in/**", "e2e/recorder/*.cjs"],
    rules: {
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/no-extraneous-class": "off",
    },
  },
);
