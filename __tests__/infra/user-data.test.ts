import { spawnSync } from 'node:child_process';
import { clusters } from '../../clusters/all';
import { userData } from '../../infra/user-data';
import { resolveCluster } from '../../model/resolve/resolve-cluster';

const machines = clusters.flatMap((definition) => {
  const cluster = resolveCluster(definition);
  return Object.values(cluster.nodes).map((node) => [`${cluster.name} ${node.name}`, cluster, node] as const);
});

describe.each(machines)('user data of %s', (_name, cluster, node) => {
  const text = userData(cluster, node);

  test('is a shell script', () => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('names the machine and registers its labels and taints', () => {
    expect(text).toContain(`hostnamectl set-hostname ${node.name}\n`);
    const labels = node.kubeletArguments['node-labels'];
    if (labels === undefined) expect(text).not.toContain('KUBELET_EXTRA_ARGS');
    else expect(text).toContain(`--node-labels=${labels}`);
    const taints = node.kubeletArguments['register-with-taints'];
    if (taints !== undefined) expect(text).toContain(`--register-with-taints=${taints}`);
  });

  test('fits into what EC2 takes', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(16_384);
  });
});
