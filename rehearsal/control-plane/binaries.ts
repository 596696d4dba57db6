import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Program } from './commands';
import { go } from './go';

/** Package of each program in the module beside this file. */
const packages: Readonly<Record<Program, string>> = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  kwok: 'sigs.k8s.io/kwok/cmd/kwok',
};

/**
 * Builds what is missing of the programs and keeps it outside the repository, under a name that changes with the
 * module's checksums: a quarter of an hour on two cores, once. Resolves to the folder with one file per program.
 */
export async function buildBinaries(
  moduleFolder: string,
  wanted: readonly Program[],
  say: (line: string) => void,
): Promise<string> {
  const version = kubernetesVersion(readFileSync(join(moduleFolder, 'go.mod'), 'utf8'));
  const folder = cacheFolder(readFileSync(join(moduleFolder, 'go.sum'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  for (const program of wanted) {
    const file = join(folder, program);
    if (existsSync(file)) continue;
    say(`building ${program} (once)`);
    // Built beside the final name, so that a build that was interrupted never looks finished.
    const partial = `${file}.${String(process.pid)}`;
    try {
      await go(['build', '-trimpath', `-ldflags=${linkerFlags(version)}`, '-o', partial, packages[program]], {
        folder: moduleFolder,
      });
      renameSync(partial, file);
    } finally {
      rmSync(partial, { force: true });
    }
  }
  return folder;
}

/** `1.28.4` of the line `k8s.io/kubernetes v1.28.4`. */
export function kubernetesVersion(goMod: string): string {
  const version = /^\s*(?:require\s+)?k8s\.io\/kubernetes v(\S+)/m.exec(goMod)?.[1];
  if (version === undefined) throw new Error('go.mod does not require k8s.io/kubernetes');
  return version;
}

/** Stamps the version as the project's own build does; the module proxy's source has none, and KWOK needs one. */
function linkerFlags(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  const stamp = (name: string, value: string) => `-X k8s.io/component-base/version.${name}=${value}`;
  return [
    '-s',
    '-w',
    stamp('gitVersion', `v${version}`),
    stamp('gitMajor', major),
    stamp('gitMinor', minor),
  ].join(' ');
}

function cacheFolder(goSum: string): string {
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(
    base,
    'eco2-platform',
    'rehearsal',
    createHash('sha256').update(goSum).digest('hex').slice(0, 16),
  );
}
