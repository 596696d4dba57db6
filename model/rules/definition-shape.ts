import * as v from 'valibot';
import { stackOrder } from '../stacks';
import { stages, type ApiStage } from '../stages';
import { instanceTypes, type InstanceTypeName } from '../aws/instance-types';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[];
const apiStages = keysOf(stages).filter((stage): stage is ApiStage => stage.startsWith('api-'));

const number = v.pipe(v.number(), v.finite());
const integer = v.pipe(v.number(), v.integer());
const resources = v.strictObject({
  requests: v.strictObject({ cpu: v.string(), memory: v.string() }),
  limits: v.strictObject({ memory: v.string(), cpu: v.exactOptional(v.string()) }),
});
const dataServices = ['postgresql', 'redis', 'rabbitmq'] as const;

const machine = {
  type: v.picklist(keysOf(instanceTypes) as [InstanceTypeName, ...InstanceTypeName[]]),
  rootVolumeGiB: integer,
  zone: v.string(),
  bringUp: integer,
  number: integer,
  count: v.exactOptional(integer),
};

const node = v.variant('role', [
  v.strictObject({ role: v.literal('control-plane'), ...machine }),
  v.strictObject({ role: v.literal('api'), serves: v.string(), ...machine }),
  v.strictObject({ role: v.literal('worker'), serves: v.string(), ...machine }),
  v.strictObject({
    role: v.literal('infrastructure'),
    serves: v.picklist([...dataServices, 'monitoring']),
    ...machine,
  }),
]);

const domain = v.strictObject({
  stage: v.picklist(apiStages),
  path: v.string(),
  ingressOrder: integer,
  replicas: v.exactOptional(integer),
  uses: v.exactOptional(v.array(v.picklist(dataServices))),
  callsInternet: v.exactOptional(v.string()),
  usesImagesBucket: v.exactOptional(v.boolean()),
  secrets: v.exactOptional(v.array(v.string())),
  resources: v.exactOptional(resources),
});

const worker = v.strictObject({
  type: v.picklist(['io-bound', 'network-bound']),
  pool: v.picklist(['eventlet', 'prefork']),
  concurrency: integer,
  queue: v.string(),
  domain: v.string(),
  replicas: v.exactOptional(integer),
  walVolumeGiB: integer,
  flushIntervalSeconds: v.exactOptional(integer),
  uses: v.array(v.picklist(dataServices)),
  callsInternet: v.exactOptional(v.string()),
  usesImagesBucket: v.exactOptional(v.boolean()),
  secrets: v.exactOptional(v.array(v.string())),
  resources,
});

const role = v.strictObject({
  labels: v.record(v.string(), v.string()),
  selectBy: v.array(v.string()),
  taintBy: v.exactOptional(v.string()),
  shared: v.exactOptional(v.boolean()),
});

const dataService = { namespace: v.string(), version: v.string(), volumeGiB: integer, resources };

/** The shape of a definition at run time: what the compiler checks, for definitions that it did not see. */
export const definitionShape = v.strictObject({
  name: v.string(),
  project: v.string(),
  environment: v.string(),
  region: v.string(),
  quota: v.strictObject({ standardVcpu: number }),
  survives: v.exactOptional(v.picklist(['node', 'zone'])),
  versions: v.strictObject({ kubernetes: v.string(), calico: v.string(), argocd: v.string() }),
  network: v.strictObject({
    vpcCidr: v.string(),
    podCidr: v.string(),
    serviceCidr: v.string(),
    zones: v.record(
      v.string(),
      v.strictObject({ publicSubnet: v.string(), privateSubnet: v.exactOptional(v.string()) }),
    ),
    egress: v.exactOptional(v.picklist(['internet-gateway', 'nat-gateway', 'vpc-endpoints'])),
    adminCidrs: v.exactOptional(v.array(v.string())),
    flowLogs: v.exactOptional(v.boolean()),
  }),
  controlPlane: v.strictObject({ endpoint: v.picklist(['elastic-ip', 'network-load-balancer']) }),
  identity: v.exactOptional(v.picklist(['oidc', 'node'])),
  oidcIssuerBucket: v.exactOptional(v.string()),
  machineImage: v.exactOptional(v.string()),
  suppressions: v.exactOptional(
    v.array(v.strictObject({ rule: v.string(), place: v.string(), reason: v.string() })),
  ),
  roles: v.strictObject({
    'control-plane': v.exactOptional(role),
    api: v.exactOptional(role),
    worker: v.exactOptional(role),
    infrastructure: v.exactOptional(role),
  }),
  nodes: v.record(v.string(), node),
  domainNamespace: v.string(),
  domains: v.record(v.string(), domain),
  workers: v.record(v.string(), worker),
  defaults: v.strictObject({ apiResources: resources }),
  data: v.strictObject({
    postgresql: v.strictObject({
      ...dataService,
      database: v.string(),
      backup: v.strictObject({ bucket: v.string(), retentionDays: integer }),
    }),
    redis: v.strictObject(dataService),
    rabbitmq: v.strictObject(dataService),
  }),
  monitoring: v.strictObject({ namespace: v.string(), retentionDays: integer, volumeGiB: integer }),
  edge: v.strictObject({
    domain: v.string(),
    parentDomain: v.exactOptional(v.string()),
    siteOrigins: v.exactOptional(v.array(v.string())),
    hosts: v.strictObject({
      api: v.string(),
      argocd: v.string(),
      atlantis: v.string(),
      grafana: v.string(),
      images: v.string(),
    }),
    loadBalancerGroup: v.string(),
    images: v.strictObject({ bucket: v.string(), cdn: v.boolean() }),
    traffic: v.exactOptional(
      v.strictObject({
        apiGB: number,
        imagesStoredGB: number,
        imagesServedGB: number,
        imageRequests: integer,
      }),
    ),
  }),
  gitops: v.strictObject({
    repository: v.string(),
    branch: v.string(),
    registry: v.string(),
    images: v.record(v.string(), v.string()),
  }),
  terraform: v.strictObject({
    stateBucket: v.string(),
    lockTable: v.string(),
    ownsState: v.boolean(),
    moved: v.exactOptional(
      v.array(v.strictObject({ stack: v.picklist(stackOrder), from: v.string(), to: v.string() })),
    ),
  }),
});
