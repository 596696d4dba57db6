import { fields, text } from '../artifacts/value';
import { helmReleases } from '../knowledge/helm-releases';
import { rule } from '../rule';

const tag = /^kubernetes\.io\/cluster\/(.+)$/;

export const clusterTagsAgree = rule({
  code: 'cluster-tags-agree',
  rule: 'The cluster tag of subnets and machines names the cluster as the controllers call it.',
  fix: "Take both from the definition's name.",
  incidents: ['A46'],
  *run(artifacts) {
    const names = new Set<string>();
    for (const { chart, values } of artifacts.derive(helmReleases)) {
      const name = text(values, 'clusterName');
      if (chart === 'aws-load-balancer-controller' && name !== undefined) names.add(name);
    }
    for (const host of artifacts.inventory.hosts) {
      const name = text(host.vars, 'cluster_name');
      if (name !== undefined) names.add(name);
    }
    for (const resource of artifacts.terraform.resources)
      for (const key of Object.keys(fields(resource.body, 'tags'))) {
        const name = tag.exec(key)?.[1];
        if (name !== undefined && names.size && !names.has(name))
          yield {
            place: resource.at('tags', key),
            problem: `names ${name}; the controllers look for ${[...names].join(', ')}`,
          };
      }
  },
});
