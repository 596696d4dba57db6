import { diffDist } from '../../diff/diff-dist';
import type { Side } from '../../diff/side';
import type { LooseDefinition } from '../support/definition';
import { outputs, outputsAfter } from '../support/synthesis';

const side = (label: string, files: ReadonlyMap<string, string>): Side => ({ label, files });
const healthy = side('before', outputs());
const after = (change: (definition: LooseDefinition) => void): Side => side('after', outputsAfter(change));

/** Every resource that changes, as `action address`. */
const resources = (diff: ReturnType<typeof diffDist>) =>
  diff.clusters.flatMap(({ stacks }) =>
    stacks.flatMap((stack) => stack.resources.map(({ action, address }) => `${action} ${address}`)),
  );

describe('diffDist', () => {
  test('finds nothing between two equal trees', () => {
    expect(diffDist(healthy, healthy)).toMatchObject({
      risk: 'none',
      clusters: [],
      shared: [],
      unreadable: [],
    });
  });

  test('a new image tag restarts the pods of its domain and nothing else', () => {
    const { clusters: changed, risk } = diffDist(
      healthy,
      after((d) => (d.gitops.images['auth-api'] = 'v1.0.1')),
    );
    expect(risk).toBe('medium');
    expect(changed.map(({ name, stacks }) => [name, stacks])).toEqual([['eco2', []]]);
    const objects = changed.flatMap(({ applications }) =>
      applications.flatMap((application) => application.objects),
    );
    expect(objects.map(({ kind, name, restart }) => [kind, name, restart?.pods])).toEqual([
      ['Deployment', 'auth-api', 2],
    ]);
  });

  test('a larger instance type is an update in place that says what happens to the node', () => {
    const diff = diffDist(
      healthy,
      after((d) => (d.nodes['k8s-api-auth'].type = 't3.small')),
    );
    expect(resources(diff)).toContain('in-place aws_instance.k8s-api-auth');
    const [instance] = diff.clusters
      .flatMap(({ stacks }) => stacks.flatMap((stack) => stack.resources))
      .filter(({ type }) => type === 'aws_instance');
    expect(instance?.means).toContain('stops and starts');
  });

  test('another private address replaces the machine', () => {
    const diff = diffDist(
      healthy,
      after((d) => (d.nodes['k8s-api-auth'].number = 99)),
    );
    expect(resources(diff)).toContain('replace aws_instance.k8s-api-auth');
    expect(diff.risk).toBe('high');
  });

  test('a file that cannot be read is reported, and the risk is high', () => {
    const files = new Map(healthy.files).set('dist/eco2/terraform/nodes/cdk.tf.json', '{"resource":');
    const diff = diffDist(healthy, side('after', files));
    expect(diff.unreadable.map(({ path, side: label }) => [path, label])).toEqual([
      ['dist/eco2/terraform/nodes/cdk.tf.json', 'after'],
    ]);
    expect(diff.risk).toBe('high');
  });
});
