import type { Artifacts } from '../artifacts/artifacts';
import { at, text } from '../artifacts/value';
import { rule } from '../rule';
import { apiServers, podEnds, type PodEnd } from './pod-ends';
import { policies } from './policies';

/** Whether a pod has a token of the API server: a chart's controller, or one that mounts its service account's. */
function asksTheApi({ pod, release, labels }: PodEnd, { objects }: Artifacts): boolean {
  if (release)
    return !['grafana', 'alertmanager', 'prometheus-node-exporter'].includes(
      labels['app.kubernetes.io/name'] ?? '',
    );
  const account = text(pod?.spec, 'serviceAccountName');
  if (!pod || account === undefined || account === 'default') return false;
  const mounted =
    at(pod.spec, 'automountServiceAccountToken') ??
    at(objects.get('ServiceAccount', pod.namespace, account)?.value, 'automountServiceAccountToken');
  return mounted !== false;
}

export const apiServerIsReachable = rule({
  code: 'api-server-is-reachable',
  rule: 'A controller may reach the API server where Calico sees it: at 6443 of the control plane, not at the address of its Service.',
  fix: 'Allow 6443/TCP to the private address of every control-plane node.',
  incidents: ['D01', 'H08'],
  *run(artifacts) {
    const all = artifacts.derive(policies);
    const servers = artifacts.derive(apiServers);
    if (!all.any || !servers.length) return;
    for (const end of artifacts.derive(podEnds)) {
      if (!asksTheApi(end, artifacts)) continue;
      const closed = servers.find(
        (address) => !all.allows({ from: end, to: { address }, port: 6443, protocol: 'TCP' }, 'Egress'),
      );
      if (closed !== undefined)
        yield { place: end.place, problem: `leaves ${end.label} without ${closed}:6443` };
    }
  },
});
