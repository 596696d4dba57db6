import type { KubernetesObject } from '../../kubernetes-object';
import type { RawPodSpec } from '../scheduling/raw-pod-spec';
import type { ChartFootprint, ComponentFootprint, ContainerFootprint } from './footprint';
import { isObject, objectAt, valueAt, type Values } from './values';

export interface Release {
  readonly namespace: string;
  readonly values: Values;
}

/** The objects that a chart would render with these values, as far as they make pods. */
export function footprintObjects(
  { components, resources = [] }: ChartFootprint,
  { namespace, values }: Release,
): KubernetesObject[] {
  const isOn = ({ enabledAt }: { readonly enabledAt?: string }) =>
    enabledAt === undefined || valueAt(values, enabledAt) !== false;
  return [
    ...components.filter(isOn).map((component) => componentObject(component, namespace, values)),
    ...resources.filter(isOn).map(({ apiVersion, kind, name, specAt }) => ({
      apiVersion,
      kind,
      metadata: { name, namespace },
      spec: { ...objectAt(values, specAt), ...renamedStorage(objectAt(values, specAt)) },
    })),
  ];
}

function componentObject(component: ComponentFootprint, release: string, values: Values): KubernetesObject {
  const { kind, name, strategy, valuesAt } = component;
  const own = objectAt(values, valuesAt);
  const namespace = typeof own['namespaceOverride'] === 'string' ? own['namespaceOverride'] : release;
  const labels = { 'app.kubernetes.io/name': name };
  const persistence = component.persistenceAt ? objectAt(values, component.persistenceAt) : {};
  const claims = persistence['enabled'] === true ? [claim(persistence)] : [];
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace },
    spec: {
      replicas: replicas(component, values),
      ...(strategy ? { strategy } : {}),
      template: { metadata: { labels }, spec: podSpec(component, own, values) },
      ...(claims.length ? { volumeClaimTemplates: claims } : {}),
    },
  };
}

function replicas({ replicasAt, replicas: byDefault = 1 }: ComponentFootprint, values: Values): number {
  const found = replicasAt === undefined ? undefined : valueAt(values, replicasAt);
  return typeof found === 'number' ? found : byDefault;
}

function podSpec(
  { containers, podDefaults = {} }: ComponentFootprint,
  own: Values,
  values: Values,
): RawPodSpec {
  const set = (key: string) => (isEmpty(own[key]) ? {} : { [key]: own[key] });
  return {
    ...podDefaults,
    ...set('nodeSelector'),
    ...set('tolerations'),
    ...set('affinity'),
    ...set('priorityClassName'),
    ...set('hostNetwork'),
    containers: containers
      .filter(({ onlyWhere }) => onlyWhere === undefined || valueAt(values, onlyWhere) === true)
      .map((container) => ({
        resources: containerResources(container, values),
        ...(container.port === undefined ? {} : { ports: [{ containerPort: container.port }] }),
      })),
  };
}

/** What the values ask for, with what the program uses in place of what they leave out. */
function containerResources({ resourcesAt, uses }: ContainerFootprint, values: Values) {
  const { requests = {}, limits = {} } = objectAt(values, resourcesAt) as {
    requests?: Record<string, string>;
    limits?: Record<string, string>;
  };
  return { requests: { ...uses, ...limits, ...requests }, limits };
}

function claim({ size, storageClassName }: Values) {
  return {
    metadata: { name: 'data' },
    spec: {
      ...(typeof storageClassName === 'string' ? { storageClassName } : {}),
      resources: { requests: { storage: typeof size === 'string' ? size : '10Gi' } },
    },
  };
}

/** kube-prometheus-stack names the storage of its custom resources `storageSpec`; the resource calls it `storage`. */
function renamedStorage(spec: Values): Values {
  return isObject(spec['storageSpec']) ? { storage: spec['storageSpec'] } : {};
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && !Object.keys(value).length);
