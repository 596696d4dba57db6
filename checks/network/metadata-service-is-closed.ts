import { rule } from '../rule';
import { podEnds } from './pod-ends';
import { policies } from './policies';

export const metadataServiceIsClosed = rule({
  code: 'metadata-service-is-closed',
  rule: 'No pod may ask the metadata service of its machine, which hands out the credentials of the node.',
  fix: 'Except 169.254.0.0/16 from the block, or add a default-deny policy for egress.',
  *run(artifacts) {
    const all = artifacts.derive(policies);
    if (!all.any) return;
    for (const end of artifacts.derive(podEnds))
      if (
        end.namespace !== 'kube-system' &&
        end.namespace !== 'argocd' &&
        all.allows({ from: end, to: { address: '169.254.169.254' }, port: 80, protocol: 'TCP' }, 'Egress')
      )
        yield { place: end.place, problem: `lets ${end.label} reach 169.254.169.254` };
  },
});
