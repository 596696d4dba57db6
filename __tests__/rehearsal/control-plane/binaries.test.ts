import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusters } from '../../../clusters/all';
import { kubernetesVersion } from '../../../rehearsal/control-plane/binaries';

const goMod = readFileSync(join(__dirname, '../../../rehearsal/control-plane/go.mod'), 'utf8');

test('the control plane has the minor version of every cluster', () => {
  const minor = (version: string) => version.split('.').slice(0, 2).join('.');
  const built = minor(kubernetesVersion(goMod));
  expect(clusters.map(({ versions }) => minor(versions.kubernetes))).toEqual(clusters.map(() => built));
});

test('every staging module is replaced by the release of that version', () => {
  const staging = kubernetesVersion(goMod).replace(/^1\./, '0.');
  const versions = [...goMod.matchAll(/^\s*k8s\.io\/\S+ => \S+ v(\S+)$/gm)].map(([, version]) => version);
  expect(versions.length).toBeGreaterThan(25);
  expect(new Set(versions)).toEqual(new Set([staging]));
});

test('a module that does not require Kubernetes is refused', () => {
  expect(() => kubernetesVersion('module x\n')).toThrow('does not require k8s.io/kubernetes');
});
