import type { KubernetesObject } from '../../../model/kubernetes-object';
import { ownedObjects, resolvedClusters } from '../../support/manifests';
import { runScript } from '../../support/shell';

const hookOf = ({ metadata }: KubernetesObject) => metadata.annotations?.['argocd.argoproj.io/hook'];
const waveOf = ({ metadata }: KubernetesObject) =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']);

const names = ['ansible-bootstrap', 'aws-identity', 'label-nodes', 'smoke-test'];

describe.each(resolvedClusters)('hooks of %s', (_name, cluster) => {
  const objects = ownedObjects(cluster).filter(({ object }) => hookOf(object) !== undefined);
  const ofHook = (name: string) => objects.filter(({ object }) => object.metadata.name === name);
  const job = (name: string): KubernetesObject => {
    const found = ofHook(name).find(({ object }) => object.kind === 'Job');
    if (!found) throw new Error(`no Job ${name}`);
    return found.object;
  };
  const data = (name: string, key: string): string => {
    const found = ofHook(name).find(({ object }) => object.kind === 'ConfigMap');
    return (found?.object['data'] as Record<string, string>)[key] ?? '';
  };

  test('lie in the synced path of infrastructure, those of the queues in that of data-clusters', () => {
    expect(new Set(objects.map(({ owner }) => owner))).toEqual(new Set(['infrastructure', 'data-clusters']));
  });

  test.each(names)(
    '%s brings its account, script and roles along, one wave earlier in the same phase',
    (name) => {
      const own = ofHook(name);
      const rest = own.filter(({ object }) => object.kind !== 'Job');
      expect(rest.map(({ object }) => object.kind)).toEqual(
        expect.arrayContaining(['ServiceAccount', 'ConfigMap']),
      );
      for (const { object } of rest) {
        expect(hookOf(object)).toBe(hookOf(job(name)));
        expect(waveOf(object)).toBeLessThan(waveOf(job(name)));
      }
    },
  );

  test.each([...names, 'declare-queues'])(
    '%s ends by itself, replaces its earlier run and keeps its log for a day',
    (name) => {
      const { metadata, spec } = job(name) as KubernetesObject & { spec: Record<string, number> };
      expect(metadata.annotations?.['argocd.argoproj.io/hook-delete-policy']).toBe('BeforeHookCreation');
      expect(spec['activeDeadlineSeconds']).toBeGreaterThan(0);
      expect(spec['ttlSecondsAfterFinished']).toBeGreaterThanOrEqual(86_400);
    },
  );

  test('may do no more than their scripts ask for', () => {
    const rules = objects.flatMap(({ object }) =>
      ['Role', 'ClusterRole'].includes(object.kind)
        ? (object['rules'] as { resources: string[]; verbs: string[]; resourceNames?: string[] }[])
        : [],
    );
    const granted = rules.flatMap(({ resources, verbs }) =>
      resources.flatMap((resource) => verbs.map((verb) => `${verb} ${resource}`)),
    );
    expect([...new Set(granted)].sort()).toEqual([
      'create configmaps',
      'get configmaps',
      'get deployments',
      'get nodes',
      'list nodes',
      'list storageclasses',
      'patch configmaps',
      'patch nodes',
    ]);
    const open = rules.filter(
      ({ resources, verbs, resourceNames = [] }) =>
        resources.includes('configmaps') && !verbs.includes('create') && !resourceNames.length,
    );
    expect(open).toEqual([]);
  });

  test('label-nodes sets the labels and taints that the kubelets registered', () => {
    const { status, calls } = runScript(script('label-nodes'), {
      data: { nodes: data('label-nodes', 'nodes') },
    });
    expect(status).toBe(0);
    for (const { name, role, labels, taints } of Object.values(cluster.nodes)) {
      if (role === 'control-plane') continue;
      const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
      expect(calls).toContain(`label node ${name} --overwrite ${pairs.sort().join(' ')}`);
      if (taints[0]) {
        const { key, value = '', effect } = taints[0];
        expect(calls).toContain(`taint node ${name} --overwrite ${key}=${value}:${effect}`);
      }
    }
  });

  test('label-nodes names a node that has not joined, and fails after it has done the others', () => {
    const [first = ''] = data('label-nodes', 'nodes').split(' ');
    const { status, output, calls } = runScript(script('label-nodes'), {
      data: { nodes: data('label-nodes', 'nodes') },
      programs: { kubectl: `[ "$1 $3" = "get ${first}" ] && exit 1; exit 0` },
    });
    expect(status).toBe(1);
    expect(output).toContain(`node ${first} has not joined`);
    expect(calls.filter((call) => call.startsWith('label'))).toHaveLength(
      Object.keys(cluster.nodes).length - 2,
    );
  });

  test('smoke-test asks every API that is deployed', () => {
    const urls = Object.values(cluster.domains).map(
      ({ app, namespace }) => `http://${app}.${namespace}.svc.cluster.local:8000/health`,
    );
    const { status, output } = runScript(script('smoke-test'), {
      data: { apis: data('smoke-test', 'apis') },
      env: { EXPECTED_NODES: '2' },
      programs: {
        kubectl: 'case "$*" in *nodes*) printf "True\\nTrue\\n";; esac',
        curl: 'echo -n 200; echo "$*" >&2',
        jq: 'echo 1',
        getent: 'exit 0',
      },
    });
    expect(status).toBe(0);
    for (const url of urls) expect(output).toContain(url);
  });

  test('smoke-test passes over what is not deployed, and fails when an API does not answer', () => {
    const run = (kubectl: string, code: string) =>
      runScript(script('smoke-test'), {
        data: { apis: data('smoke-test', 'apis') },
        env: { EXPECTED_NODES: '1' },
        programs: { kubectl, curl: `echo -n ${code}`, jq: 'echo 1', getent: 'exit 0' },
      });
    const nodes = 'case "$*" in *nodes*) echo True;; *deployment*) exit';
    expect(run(`${nodes} 1;; esac`, '500')).toMatchObject({
      status: 0,
      output: expect.stringContaining('not deployed yet'),
    });
    expect(run(`${nodes} 0;; esac`, '503')).toMatchObject({
      status: 1,
      output: expect.stringContaining('503'),
    });
  });

  const identities = (roles: string) =>
    runScript(script('aws-identity'), {
      data: { identities: data('aws-identity', 'identities') },
      env: {
        OUTPUTS: 'terraform-outputs',
        ROLES_KEYS: 'identity_roles edge_identity_roles',
        REGION: cluster.region,
      },
      programs: {
        kubectl: `case "$*" in get*) echo '${roles}';; apply*) cat > /dev/null;; esac`,
        jq: 'roles=$(cat); [ "$roles" = "{}{}" ] && exit 0; echo "arn:aws:iam::111122223333:role/$4"',
      },
    });

  test('aws-identity gives each service account the role of its name', () => {
    const { status, calls } = identities('{"some":"role"}');
    expect(status).toBe(0);
    const made = calls.filter((call) => call.startsWith('create configmap'));
    expect(made).toContainEqual(expect.stringContaining('aws-identity-external-dns --namespace platform'));
    expect(made.every((call) => call.includes('AWS_ROLE_ARN=arn:aws:iam::'))).toBe(true);
  });

  test('aws-identity fails loudly when a role is missing or nothing was published', () => {
    expect(identities('{}')).toMatchObject({
      status: 1,
      output: expect.stringContaining('have no role for'),
    });
    expect(identities('')).toMatchObject({
      status: 1,
      output: expect.stringContaining('apply the Terraform stacks'),
    });
  });

  const script = (name: string) => data(name, `${name}.sh`);
});
