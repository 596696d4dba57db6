import { rule } from '../rule';
import { playOrder, rolesOf } from './plays';

/** Roles in the order in which a cluster comes up. */
const order: readonly (readonly [string, string, string])[] = [
  ['containerd', 'control_plane', 'kubeadm needs a container runtime'],
  ['control_plane', 'join', 'there is nothing to join before'],
  ['join', 'calico', 'the network waits for the nodes'],
  ['calico', 'argocd', 'Argo CD runs in the pod network'],
  ['argocd', 'root_app', 'the root is an object of Argo CD'],
];

export const playsAreInOrder = rule({
  code: 'plays-are-in-order',
  rule: 'The playbook site.yml brings a cluster up in an order that works: runtime, control plane, nodes, network, Argo CD, root.',
  fix: 'Move the import to where it belongs.',
  incidents: ['B04', 'B22', 'E25'],
  *run(artifacts) {
    for (const site of artifacts
      .ofRole('ansible')
      .filter(({ source }) => /(^|\/)site\.ya?ml$/.test(source.file))) {
      const all = playOrder(artifacts, site.source.file);
      const position = new Map<string, number>();
      for (const [index, play] of all.entries())
        for (const role of rolesOf(play)) if (!position.has(role)) position.set(role, index);
      for (const [before, after, why] of order) {
        const [first, second] = [position.get(before), position.get(after)];
        const play = second === undefined ? undefined : all[second];
        if (first !== undefined && second !== undefined && first > second && play)
          yield {
            place: play.subject.at(...play.pointer, 'roles'),
            problem: `applies ${after} before ${before}: ${why}`,
          };
      }
    }
  },
});
