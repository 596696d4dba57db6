import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs the ordinary Go client; resolves to what it printed. A build ends with our own process. */
export async function go(
  parameters: readonly string[],
  { folder }: { readonly folder: string },
): Promise<string> {
  const running = run('nice', ['-n', '10', 'go', ...parameters], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0' },
    maxBuffer: 64 * 1024 * 1024,
  });
  const stop = () => running.child.kill('SIGINT');
  process.once('exit', stop);
  try {
    return (await running).stdout;
  } finally {
    process.removeListener('exit', stop);
  }
}

/** Why Go cannot be used here, or undefined when a toolchain is installed and its module proxy answers. */
export async function whyNoGo(moduleFolder: string): Promise<string | undefined> {
  try {
    await run('go', ['version']);
  } catch {
    return 'there is no Go toolchain (the command go)';
  }
  try {
    await run('go', ['mod', 'download', 'k8s.io/kubernetes'], { cwd: moduleFolder, timeout: 300_000 });
    return undefined;
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    return `the Go module proxy does not answer: ${(stderr ?? String(error)).trim().split('\n').at(-1) ?? ''}`;
  }
}
