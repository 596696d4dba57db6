import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { watch as watchFiles } from 'chokidar';

/** Folders whose change can change an output. */
const sources = ['charts', 'checks', 'clusters', 'infra', 'manifests', 'model', 'synth'];
/** Editors write a file in several steps; one run follows them all. */
const settleMilliseconds = 50;

/**
 * Runs `synth` with the given arguments now and after every change of a source file, until it is interrupted. Each run
 * is a process of its own, so that it sees the sources as they are.
 */
export async function watch(root: string, args: readonly string[]): Promise<void> {
  const watcher = watchFiles(
    sources.map((folder) => join(root, folder)),
    { ignoreInitial: true },
  );
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => (running = running.then(() => runOnce(root, args)));
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), settleMilliseconds);
  });
  await run();
  process.stdout.write('Watching the definitions and the code; Ctrl-C ends.\n');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
}

function runOnce(root: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'cli/launch.cjs'), 'synth', ...args], {
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
}
