import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const example = new URL('../../examples/execution-platform/', import.meta.url);

interface Ended {
  code: number;
  out: string;
  err: string;
}

describe('npm run example', () => {
  test('runs executions end to end, leaves by a signal, and finds nothing wrong after', async () => {
    const { code, out, err } = await run('demo/main.ts', []);

    expect(err).toBe('');
    expect(out).toContain('one, over SSE: pod-reported Pending → pod-reported Running → pod-reported Succeeded → execution-finished completed');
    expect(out).toContain('three: failed, output of fail()');
    expect(out).toContain('four: completed, output of print(4)');
    expect(verdicts(out)).toEqual([
      'Still live when their entry point left: none',
      'Stops that nobody awaited: none',
      'Stopped in the wrong order: none',
      'Told to stop more than once: none',
    ]);
    expect(code).toBe(0);
  });

  test('charts what stays before, in the terminal and as a page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'example-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const page = join(folder, 'chart.html');

    const { code, out } = await run('demo/main.ts', ['--before', '--html', page]);

    expect(verdicts(out)[0]).toContain('redis (k8s-worker)');
    expect(verdicts(out)[1]).toBe('Stops that nobody awaited: Coordinator (coordinator)');
    expect(verdicts(out)[3]).toBe('Told to stop more than once: EventReplayService (event-replay)');
    expect(out.split('\n').filter((line) => line.includes('▶ never stopped')).map((line) => line.trim().split(' ')[0])).toContain('KafkaProducer');
    const html = await readFile(page, 'utf8');
    expect(html).toContain('<h2>k8s-worker</h2>');
    expect(html).not.toMatch(/(?:src|href)=/);
    expect(code).toBe(0);
  });

  test('an unknown option is answered with the usage', async () => {
    expect(await run('demo/main.ts', ['--sideways'])).toEqual({ code: 2, out: '', err: 'Usage: npm run example -- [--before] [--html <file>]\n' });
  });
});

test.each([[[]], [['--before']]])('npm run example says in one sentence that a server is missing: %j', async (options) => {
  expect(await run('demo/main.ts', options, { REDIS_URL: 'redis://127.0.0.1:9' })).toEqual({
    code: 1,
    out: '',
    err: 'Redis does not answer at 127.0.0.1:9 (REDIS_URL); start it, or unset REDIS_URL to use the in-memory one.\n',
  });
});

test('after/main.ts says in one sentence that a server is missing', async () => {
  expect(await run('after/main.ts', ['coordinator'], { REDIS_URL: 'redis://127.0.0.1:9' })).toEqual({
    code: 1,
    out: '',
    err: 'Redis does not answer at 127.0.0.1:9 (REDIS_URL); start it, or unset REDIS_URL to use the in-memory one.\n',
  });
});

test('before/main.ts says which entry points there are', async () => {
  expect(await run('before/main.ts', ['nothing'])).toEqual({
    code: 2,
    out: '',
    err: 'Which entry point? One of: server, coordinator, k8s-worker, pod-monitor, event-replay, result-processor, dlq-processor.\n',
  });
});

function run(file: string, input: string[], environment: Record<string, string> = {}): Promise<Ended> {
  const options = { cwd: fileURLToPath(example), env: { ...process.env, ...environment } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', file, ...input], options, (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }));
  });
}

function verdicts(out: string): string[] {
  return out.trim().split('\n').filter((line) => /^(Still|Stops|Stopped|Told)/.test(line));
}
