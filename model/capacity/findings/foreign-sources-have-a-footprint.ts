import { placementRule } from './placement-rule';

/** What nobody counted would be proven to fit, because it would not be there. */
export const foreignSourcesHaveAFootprint = placementRule({
  code: 'foreign-sources-have-a-footprint',
  rule: 'Every Helm chart and Kustomize repository has a declared footprint that covers its version: the synthesizer renders neither.',
  *check({ unknownSources }) {
    for (const { application, name, version } of unknownSources)
      yield {
        path: `Application argocd/${application}: spec.sources`,
        problem: `is ${name} ${version}, whose pods nobody has counted`,
        fix: 'Read what it installs and add it, or widen the versions, in model/capacity/footprints/.',
      };
  },
});
