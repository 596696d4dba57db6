import type { Artifacts } from '../artifacts/artifacts';
import { groupBy } from '../../model/group-by';
import type { Resource } from '../artifacts/terraform-resource';
import { fields, text, texts } from '../artifacts/value';
import { helmReleases } from '../knowledge/helm-releases';
import { rule } from '../rule';
import { covers, ingressRules } from './security-group-rules';

/** What the machines of a kubeadm cluster say to one another. */
interface Port {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  readonly what: string;
  readonly from: 'all' | 'control-plane';
  readonly to: 'all' | 'control-plane';
  /** @default - always needed */
  readonly needed?: (artifacts: Artifacts) => boolean;
}

const installs = (name: RegExp) => (artifacts: Artifacts) =>
  artifacts.derive(helmReleases).some(({ chart }) => name.test(chart)) ||
  artifacts.ofRole('ansible').some(({ text: content }) => name.test(content)) ||
  artifacts.objects.ofKind('Deployment').some((object) => name.test(object.name));

/** https://kubernetes.io/docs/reference/networking/ports-and-protocols/ and Calico's system requirements. */
const ports: readonly Port[] = [
  { port: 6443, protocol: 'tcp', what: 'the Kubernetes API', from: 'all', to: 'control-plane' },
  { port: 10250, protocol: 'tcp', what: 'the kubelet', from: 'control-plane', to: 'all' },
  { port: 10256, protocol: 'tcp', what: 'kube-proxy', from: 'control-plane', to: 'all' },
  {
    port: 10257,
    protocol: 'tcp',
    what: 'the controller manager',
    from: 'control-plane',
    to: 'control-plane',
  },
  { port: 10259, protocol: 'tcp', what: 'the scheduler', from: 'control-plane', to: 'control-plane' },
  { port: 2379, protocol: 'tcp', what: 'etcd', from: 'control-plane', to: 'control-plane' },
  { port: 4789, protocol: 'udp', what: "Calico's VXLAN", from: 'all', to: 'all' },
  { port: 5473, protocol: 'tcp', what: 'Typha', from: 'all', to: 'all', needed: installs(/tigera|typha/i) },
  {
    port: 15017,
    protocol: 'tcp',
    what: "Istio's webhook",
    from: 'control-plane',
    to: 'all',
    needed: installs(/^(istiod|istio-base)$/),
  },
];

export const nodePortsAreOpen = rule({
  code: 'machines-reach-one-another',
  rule: 'The security groups let every machine reach the ports that Kubernetes and its network need.',
  fix: 'Add the flow to model/flows/machine-flows.ts.',
  incidents: ['A19', 'A20', 'A21', 'A22', 'A23'],
  *run(artifacts) {
    const machines = kindsOfMachine(artifacts);
    const rules = artifacts.derive(ingressRules);
    if (!machines.length || !rules.length) return;
    const side = (kind: Port['from']) => machines.filter((one) => kind === 'all' || one.isControlPlane);
    for (const { port, protocol, what, from, to, needed } of ports) {
      if (needed && !needed(artifacts)) continue;
      const open = rules.filter((one) => covers(one, port, protocol));
      const shut = side(to).find((target) =>
        side(from).some(
          (source) =>
            !open.some(
              ({ group, groups }) => target.groups.has(group) && groups.some((one) => source.groups.has(one)),
            ),
        ),
      );
      if (shut)
        yield {
          place: shut.instance.at('vpc_security_group_ids'),
          problem: `lets nobody reach ${what} on ${String(port)}/${protocol}`,
        };
    }
  },
});

/** One machine of each kind: a thousand of them are in few security groups. */
function kindsOfMachine(artifacts: Artifacts) {
  const { terraform } = artifacts;
  const kinds = groupBy(
    terraform.ofType('aws_instance').map((instance) => ({
      instance,
      isControlPlane: isControlPlane(instance, artifacts),
      groups: new Set(
        ['vpc_security_group_ids', 'security_groups'].flatMap((field) => terraform.targets(instance, field)),
      ),
    })),
    ({ isControlPlane, groups }) => [isControlPlane, ...[...groups].map(({ label }) => label)].join(' '),
  );
  return [...kinds.values()].flatMap(([first]) => first ?? []);
}

function isControlPlane({ body, name }: Resource, { inventory }: Artifacts): boolean {
  const host = inventory.get(text(body, 'tags', 'Name') ?? name);
  if (host) return host.isControlPlane;
  return /master|control/.test(
    [name, ...Object.values(fields(body, 'tags')), ...texts(body, 'security_groups')].join(' '),
  );
}
