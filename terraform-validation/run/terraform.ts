import { execFile } from 'node:child_process';

/** A terraform or tofu binary in one working folder. */
export interface Terraform {
  readonly binary: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Exit {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const megabyte = 1024 * 1024;

/** Runs one subcommand to its end. An exit code other than 0 is an answer, not an error. */
export function runTerraform(
  { binary, folder, environment }: Terraform,
  args: readonly string[],
): Promise<Exit> {
  return new Promise((resolve, reject) => {
    execFile(
      binary,
      args,
      { cwd: folder, env: environment, maxBuffer: 64 * megabyte },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') resolve({ code, stdout, stderr });
        else reject(new Error(`${binary} ${args.join(' ')}: ${String(error)}`));
      },
    );
  });
}
