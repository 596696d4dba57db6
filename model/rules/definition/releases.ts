import { argocdReleases, calicoReleases } from '../../releases/download-releases';
import { kubernetesReleases } from '../../releases/kubernetes-releases';
import { definitionRule } from '../definition-rule';

export const releasesAreListed = definitionRule({
  code: 'releases-are-listed',
  rule: 'Ansible installs only releases whose package revision or checksum is listed in model/releases.',
  incidents: ['G29'],
  *check({ versions }) {
    for (const [component, listed, file] of [
      ['kubernetes', kubernetesReleases, 'kubernetes-releases.ts'],
      ['calico', calicoReleases.sha256, 'download-releases.ts'],
      ['argocd', argocdReleases.sha256, 'download-releases.ts'],
    ] as const)
      if (!Object.hasOwn(listed, versions[component]))
        yield {
          path: `versions.${component}`,
          problem: `is "${versions[component]}"`,
          fix: `Choose one of ${Object.keys(listed).join(', ')}, or add it to model/releases/${file}.`,
        };
  },
});
