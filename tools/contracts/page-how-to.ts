/** The example of the page; a test validates it. */
export const example = {
  contracts: [
    {
      type: { from: 'package', package: '@acme/relay', name: 'Relay' },
      kind: 'connection',
      acquire: [{ by: 'call', of: { from: 'package', package: '@acme/relay', name: 'openRelay' }, begins: 'eager', options: [{ property: 'lazy', equals: true, begins: 'start' }] }],
      start: [{ method: 'connect', completion: 'promise' }],
      release: [
        { method: 'close', completion: 'promise', again: 'rejects' },
        { method: 'abort', completion: 'sync', abrupt: true },
      ],
      dispose: { async: 'exact' },
    },
  ],
  ignore: [{ from: 'file', name: 'Clock', path: 'src/clock.ts' }],
  sinks: [{ from: 'package', package: '@acme/relay', name: 'RelayHub', member: 'keep', takes: 0 }],
  providers: [{ from: 'package', package: '@acme/di', name: 'provide' }],
  verbs: [{ start: 'raise', stop: ['lower', 'strike'] }],
};

/** A value as JavaScript, on one line where it fits. */
function literal(value: unknown, indent: string): string {
  const short = inline(value);
  if (typeof value !== 'object' || value === null || indent.length + short.length < 120) return short;
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([key, item]) => `${key}: ${literal(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}${close}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value).map(([key, item]) => `${key}: ${inline(item)}`).join(', ')} }`;
}

/** How to write a contract, as Markdown. */
export const howTo = `## Writing a contract

The catalogue and \`settings.lifecycle\` use one format. What you list extends the catalogue, it replaces nothing; an unknown key is an error.

\`\`\`js
// eslint.config.js
export default [
  {
    settings: {
      lifecycle: ${literal(example, '      ')},
    },
  },
];
\`\`\`

1. **Name the type by where it comes from.** \`from: 'package'\` with the package that declares it (Node's modules with their prefix, \`node:http\`), \`from: 'lib'\` for a global, \`from: 'file'\` for a type of your project. A method name alone means nothing.
2. **Say what begins the obligation.** \`eager\`: creating it begins work. \`lazy\`: nothing has begun, but it is yours to release. \`start\`: only a start verb begins it. An option that changes this goes into \`options\`.
3. **List every call that discharges it**, and how its end is known: \`promise\`, \`callback\`, \`event\`, \`sync\`, or \`split\` when another promise tells the end. A release in callback style names the expression to await in \`promiseForm\`.
4. **Say what goes wrong.** \`again\` and \`beforeStart\` only where a second release, or one before the start, fails.
5. **Compare the dispose symbol with the release**: \`exact\`, \`guarded\`, \`lossy\` or \`fire-and-forget\`. Leave it out where there is none.
6. **A handle whose type tells nothing** (a number, a function) is \`opaque\`; when calling it is the release, the release is \`{ self: true, completion: 'sync' }\`.

To add one to the catalogue: put it into its family in \`analysis/contracts/catalogue/\`, add the package to \`test/contracts-typings/package.json\`, add a probe to \`test/contracts-typings/probes/\` when the behaviour needs no server, and run \`npm run contracts:check\` and \`npm run contracts:docs\`. Evidence is \`measured\` only for what was run, \`read\` for what stands in the package's source or typings, else \`documented\` with the vendor's page.`;
