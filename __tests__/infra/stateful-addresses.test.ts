import { clusters } from '../../clusters/all';
import { eco2 } from '../../clusters/eco2';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { stackNames } from '../../model/stacks';
import { eco2With, type LooseDefinition } from '../support/definition';
import { resolved } from '../support/highly-available';
import { addressFindings, type GoldenAddresses } from '../support/stateful-addresses';
import { terraformStacks } from '../support/stacks';
import goldenAddresses from './stateful-addresses.json';

const golden: GoldenAddresses = goldenAddresses;

const nodesFindings = (change: (d: LooseDefinition) => void) =>
  addressFindings(
    { cluster: 'eco2', stack: 'nodes' },
    golden['eco2']?.['nodes'] ?? [],
    terraformStacks(resolved(eco2With(change))).nodes,
  );

const rename = (d: LooseDefinition) => {
  d.nodes['k8s-cache'] = d.nodes['k8s-redis'];
  delete d.nodes['k8s-redis'];
};

const all = clusters.flatMap((definition) => {
  const cluster = resolveCluster(definition);
  return stackNames(cluster).map((stack) => [definition.name, stack, cluster] as const);
});

test.each(all)('stateful addresses of %s, stack %s, are those of the golden list', (name, stack, cluster) => {
  expect(
    addressFindings({ cluster: name, stack }, golden[name]?.[stack] ?? [], terraformStacks(cluster)[stack]),
  ).toEqual([]);
});

test('a renamed machine fails with the text to add', () => {
  const [gone, added] = nodesFindings(rename);
  expect(gone).toMatchObject({ code: 'stateful-addresses-stay', path: 'eco2 nodes: aws_instance.k8s-redis' });
  expect(gone?.fix).toMatchInlineSnapshot(
    `"If it was renamed, add to terraform in clusters/eco2.ts: moved: [{ stack: 'nodes', from: 'aws_instance.k8s-redis', to: 'aws_instance.k8s-cache' }]. If it is to be destroyed, remove its line from __tests__/infra/stateful-addresses.json."`,
  );
  expect(added).toMatchObject({ path: 'eco2 nodes: aws_instance.k8s-cache', problem: 'is new' });
});

test('a removed machine fails', () => {
  const findings = nodesFindings((d) => {
    delete d.nodes['k8s-worker-ai'];
    d.nodes['k8s-worker-storage'].serves = 'ai';
    delete d.workers.storage;
    delete d.gitops.images['worker-storage'];
  });
  expect(findings.map(({ path }) => path)).toEqual(['eco2 nodes: aws_instance.k8s-worker-ai']);
});

test('a renamed machine passes with its moved entry, which Terraform reads', () => {
  const entry = { stack: 'nodes', from: 'aws_instance.k8s-redis', to: 'aws_instance.k8s-cache' };
  expect(
    nodesFindings((d) => {
      rename(d);
      d.terraform.moved = [entry];
    }),
  ).toEqual([]);
  const { nodes, network } = terraformStacks(
    resolved(
      eco2With((d) => {
        rename(d);
        d.terraform.moved = [entry];
      }),
    ),
  );
  expect(nodes.json.moved).toEqual([{ from: entry.from, to: entry.to }]);
  expect(network.json.moved).toBeUndefined();
});

test('a moved entry that leads nowhere fails', () => {
  const findings = nodesFindings((d) => {
    d.terraform.moved = [{ stack: 'nodes', from: 'aws_instance.k8s-old', to: 'aws_instance.k8s-new' }];
  });
  expect(findings.map(({ problem }) => problem)).toEqual([
    'moves to aws_instance.k8s-new, which does not exist',
  ]);
});

test('addresses carry no counter and no hash: a name is chosen once', () => {
  const { network, nodes } = terraformStacks(resolveCluster(eco2));
  for (const address of [...Object.keys(network.resources), ...Object.keys(nodes.resources)])
    expect(address).not.toMatch(/_[0-9A-F]{8}$/);
});
