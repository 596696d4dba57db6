import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { fields } from '../artifacts/value';
import { rule, type Violation } from '../rule';

/** Names that mean something to Kubernetes or a controller under one prefix only. */
const home: Readonly<Record<string, string>> = {
  name: 'app.kubernetes.io',
  instance: 'app.kubernetes.io',
  component: 'app.kubernetes.io',
  'part-of': 'app.kubernetes.io',
  'managed-by': 'app.kubernetes.io',
  scheme: 'alb.ingress.kubernetes.io',
  'target-type': 'alb.ingress.kubernetes.io',
  'group.name': 'alb.ingress.kubernetes.io',
  'group.order': 'alb.ingress.kubernetes.io',
  'listen-ports': 'alb.ingress.kubernetes.io',
  'certificate-arn': 'alb.ingress.kubernetes.io',
  'ssl-redirect': 'alb.ingress.kubernetes.io',
  'healthcheck-path': 'alb.ingress.kubernetes.io',
  'backend-protocol': 'alb.ingress.kubernetes.io',
  'sync-wave': 'argocd.argoproj.io',
  hook: 'argocd.argoproj.io',
  'hook-delete-policy': 'argocd.argoproj.io',
  'sync-options': 'argocd.argoproj.io',
  'manifest-generate-paths': 'argocd.argoproj.io',
  enforce: 'pod-security.kubernetes.io',
  'is-default-class': 'storageclass.kubernetes.io',
  hostname: 'external-dns.alpha.kubernetes.io',
};

/** Prefixes that share a name with one of `home`. */
const others: Readonly<Record<string, readonly string[]>> = {
  name: ['kubernetes.io/metadata.name'],
  instance: ['argocd.argoproj.io'],
  hostname: ['kubernetes.io'],
  hook: ['helm.sh'],
  'hook-delete-policy': ['helm.sh'],
  scheme: ['prometheus.io', 'service.beta.kubernetes.io'],
};

export const knownKeysKeepTheirPrefix = rule({
  code: 'known-keys-keep-their-prefix',
  rule: 'Annotations and labels that a controller reads have the prefix that it reads them under.',
  fix: 'Write the key as the controller documents it.',
  incidents: ['B11', 'D25'],
  *run({ objects }) {
    for (const object of objects.all) {
      yield* wrong(object, 'annotations');
      yield* wrong(object, 'labels');
    }
  },
});

function* wrong(object: ObjectArtifact, field: 'annotations' | 'labels'): Generator<Violation> {
  for (const key of Object.keys(fields(object.value, 'metadata', field))) {
    const slash = key.indexOf('/');
    if (slash < 0) continue;
    const [prefix, name] = [key.slice(0, slash), key.slice(slash + 1)];
    const right = Object.hasOwn(home, name) ? home[name] : undefined;
    if (right === undefined || prefix === right || (others[name] ?? []).includes(prefix)) continue;
    yield {
      place: object.at('metadata', field, key),
      problem: `is ${key}, which nothing reads`,
      fix: `Write ${right}/${name}.`,
    };
  }
}
