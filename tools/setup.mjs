// Everything a fresh clone needs, then the linter at work: installs, builds, and scans the bundled example, whose findings are the point.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const scan = ['dist/cli/main.js', 'scan', 'examples/execution-platform/before', '--no-config', '--preset', 'strict'];

run('npm', ['ci']);
run('npm', ['run', 'build']);
run(process.execPath, scan, [0, 1]);
console.log(`\nThat was: node ${scan.join(' ')}`);

/** The scan ends with 1 when it has findings and with 2 when it could not do its work. */
function run(command, args, expected = [0]) {
  console.log(`> ${[command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'inherit', shell: command === 'npm' && process.platform === 'win32' });
  if (error) console.error(error.message);
  if (!expected.includes(status)) process.exit(status ?? 1);
}
