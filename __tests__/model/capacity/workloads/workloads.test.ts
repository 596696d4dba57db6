import type { KubernetesObject } from '../../../../model/kubernetes-object';
import { effectiveRequests } from '../../../../model/capacity/scheduling/requests';
import { deploymentRollout } from '../../../../model/capacity/workloads/rollout';
import { workloadId } from '../../../../model/capacity/workloads/workload';
import { collectWorkloads } from '../../../../model/capacity/workloads/workloads';
import { placed } from '../../../support/placement';

const mib = 2 ** 20;
const object = (kind: string, spec: object, apiVersion = 'apps/v1'): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name: 'x', namespace: 'n' },
  spec,
});
const own = (...objects: KubernetesObject[]) =>
  collectWorkloads(objects.map((one) => ({ object: one }))).all.filter(({ namespace }) => namespace === 'n');
const memory = (workload: ReturnType<typeof own>[number] | undefined) =>
  workload ? effectiveRequests(workload.spec).memoryBytes / mib : undefined;

describe('a rolling update of a Deployment', () => {
  it.each([
    ['defaults round the surge up and the missing down', 2, undefined, 1, 0],
    ['defaults of ten replicas', 10, undefined, 3, 2],
    ['numbers are taken as they are', 2, { maxSurge: 0, maxUnavailable: 1 }, 0, 1],
    ['shares are of the replicas', 4, { maxSurge: '50%', maxUnavailable: '25%' }, 2, 1],
    ['nothing and nothing means one missing', 2, { maxSurge: 0, maxUnavailable: 0 }, 0, 1],
  ])('%s', (_title, replicas, rollingUpdate, surge, maxUnavailable) => {
    expect(deploymentRollout(rollingUpdate && { rollingUpdate }, replicas)).toEqual({
      surge,
      maxUnavailable,
    });
  });

  it('of type Recreate stops all pods first', () => {
    expect(deploymentRollout({ type: 'Recreate' }, 3)).toEqual({ surge: 0, maxUnavailable: 3 });
  });
});

describe('pods of a workload', () => {
  it.each<[string, KubernetesObject, number]>([
    ['a Deployment has one without a number', object('Deployment', {}), 1],
    ['a StatefulSet has its replicas', object('StatefulSet', { replicas: 3 }), 3],
    ['a Job has its parallelism', object('Job', { parallelism: 3, completions: 5 }, 'batch/v1'), 3],
    [
      'a Job has no more than its completions',
      object('Job', { parallelism: 3, completions: 2 }, 'batch/v1'),
      2,
    ],
    [
      'a CronJob has those of one run',
      object('CronJob', { jobTemplate: { spec: { parallelism: 2 } } }, 'batch/v1'),
      2,
    ],
    ['a suspended CronJob has none', object('CronJob', { suspend: true }, 'batch/v1'), 0],
    [
      'a PostgreSQL cluster has its instances',
      object('Cluster', { instances: 3 }, 'postgresql.cnpg.io/v1'),
      3,
    ],
    [
      'a RabbitMQ cluster has its replicas',
      object('RabbitmqCluster', { replicas: 3 }, 'rabbitmq.com/v1beta1'),
      3,
    ],
  ])('%s', (_title, one, replicas) => {
    expect(own(one).map((workload) => workload.replicas)).toEqual([replicas]);
  });

  it('are as many as an autoscaler may ask for', () => {
    const scaler = object(
      'HorizontalPodAutoscaler',
      { scaleTargetRef: { kind: 'Deployment', name: 'x' }, maxReplicas: 5 },
      'autoscaling/v2',
    );
    expect(own(object('Deployment', { replicas: 2 }), scaler).map(({ replicas }) => replicas)).toEqual([5]);
  });

  it('of an object that makes none are none', () => {
    expect(own(object('ConfigMap', {}, 'v1'), object('Cluster', {}, 'cluster.x-k8s.io/v1'))).toEqual([]);
  });

  it('of a RabbitMQ without resources ask for what its operator gives them', () => {
    const [rabbitmq] = own(object('RabbitmqCluster', {}, 'rabbitmq.com/v1beta1'));
    expect(memory(rabbitmq)).toBe(2048);
  });

  it('of a small RabbitMQ ask for its set-up container', () => {
    const resources = { requests: { cpu: '50m', memory: '256Mi' } };
    expect(memory(own(object('RabbitmqCluster', { resources }, 'rabbitmq.com/v1beta1'))[0])).toBe(500);
  });

  it('of a Prometheus count the config reloader', () => {
    const resources = { requests: { cpu: '300m', memory: '1000Mi' } };
    expect(memory(own(object('Prometheus', { resources }, 'monitoring.coreos.com/v1'))[0])).toBe(1050);
  });

  it('bring the volumes that operators make', () => {
    const cluster = { storage: { size: '100Gi' }, walStorage: { size: '10Gi' } };
    const [postgresql] = own(object('Cluster', cluster, 'postgresql.cnpg.io/v1'));
    expect(postgresql?.claims.map(({ name, gib }) => [name, gib])).toEqual([
      ['data', 100],
      ['wal', 10],
    ]);
  });
});

describe('a storage class', () => {
  const set = object('StatefulSet', {
    template: { spec: { tolerations: [{ operator: 'Exists' }] } },
    volumeClaimTemplates: [
      {
        metadata: { name: 'd' },
        spec: { storageClassName: 'b-only', resources: { requests: { storage: '1Gi' } } },
      },
    ],
  });
  const storageClass = (values: string[]) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'b-only' },
    allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.ebs.csi.aws.com/zone', values }] }],
  });

  it('keeps a pod in the zones in which its volume may be made', () => {
    const { steady, nodes } = placed([set, storageClass(['ap-northeast-2b'])]);
    const node = steady.assignments.get('n/x-0');
    expect(nodes.find(({ name }) => name === node)?.zone).toBe('b');
  });

  it('of a zone without nodes leaves its pod without a place', () => {
    const { steady } = placed([set, storageClass(['ap-northeast-2d'])]);
    expect(steady.unplaced.map(({ pod }) => pod.name)).toEqual(['n/x-0']);
  });
});

describe('a Helm release', () => {
  const application = (chart: string, targetRevision: string, valuesObject: object): KubernetesObject => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'a', namespace: 'argocd' },
    spec: { destination: { namespace: 'n' }, source: { chart, targetRevision, helm: { valuesObject } } },
  });

  it('counts what its values ask for', () => {
    const values = { resources: { requests: { cpu: '10m', memory: '64Mi' } } };
    expect(memory(own(application('metrics-server', '3.12.1', values))[0])).toBe(64);
  });

  it('counts what the program uses where its values ask for nothing', () => {
    expect(memory(own(application('metrics-server', '3.12.1', {}))[0])).toBe(200);
  });

  it('takes node selection and priority from its values', () => {
    const values = {
      nodeSelector: { a: 'b' },
      priorityClassName: 'high',
      tolerations: [{ operator: 'Exists' }],
    };
    expect(own(application('metrics-server', '3.12.1', values))[0]?.spec).toMatchObject(values);
  });

  it('leaves out what its values switch off', () => {
    const values = {
      grafana: { enabled: false },
      alertmanager: { enabled: false },
      nodeExporter: { enabled: false },
      prometheus: { prometheusSpec: { replicas: 2 } },
    };
    expect(own(application('kube-prometheus-stack', '65.8.1', values)).map(workloadId)).toEqual([
      'Deployment n/kube-prometheus-stack-operator',
      'Deployment n/kube-state-metrics',
      'Prometheus n/kube-prometheus-stack-prometheus',
    ]);
  });

  it('with a sidecar that is off by default counts it only where it is on', () => {
    const containers = (values: object) =>
      own(application('aws-ebs-csi-driver', '2.28.1', values))[0]?.spec.containers?.length;
    expect(containers({})).toBe(5);
    expect(containers({ controller: { volumeModificationFeature: { enabled: true } } })).toBe(6);
  });

  it('patched by Kustomize counts what the patch asks for', () => {
    const patch = {
      spec: {
        template: {
          spec: { containers: [{ name: 'operator', resources: { requests: { memory: '64Mi' } } }] },
        },
      },
    };
    const source = {
      repoURL: 'https://github.com/rabbitmq/cluster-operator.git',
      targetRevision: 'v2.11.0',
      kustomize: { patches: [{ target: { kind: 'Deployment' }, patch: JSON.stringify(patch) }] },
    };
    const [operator] = own({
      ...application('', '', {}),
      spec: { destination: { namespace: 'n' }, source },
    });
    expect(operator && workloadId(operator)).toBe('Deployment n/rabbitmq-cluster-operator');
    expect(memory(operator)).toBe(64);
  });
});
