import { list, text } from '../artifacts/value';
import { controllerActions } from '../knowledge/controller-actions';
import { rule } from '../rule';
import { podEnds, type PodEnd } from './pod-ends';
import { policies } from './policies';

/** An address of the documentation range: it stands for any host of the internet. */
const somewhere = '203.0.113.10';

/** Whether a pod calls AWS or another HTTPS service outside. */
function callsOutside({ pod, release, labels }: PodEnd): boolean {
  if (release)
    return (
      controllerActions.some(({ chart }) => chart === release.chart) &&
      !/webhook|cert-controller|node$/.test(`${labels['app.kubernetes.io/name'] ?? ''}${labels['app'] ?? ''}`)
    );
  return (
    pod?.containers.some(({ value }) =>
      list(value, 'env').some((entry) => {
        const name = text(entry, 'name') ?? '';
        return (
          name === 'AWS_ROLE_ARN' ||
          name === 'AWS_CONFIG_FILE' ||
          /^https:\/\/(?!.*\.svc)[\w-]+(\.[\w-]+)+/.test(text(entry, 'value') ?? '')
        );
      }),
    ) === true
  );
}

export const internetIsReachable = rule({
  code: 'internet-is-reachable',
  rule: 'A pod that calls AWS or another HTTPS service may reach 443 outside.',
  fix: 'Add callsInternet to the domain, or the flow to model/flows.',
  incidents: ['H02'],
  *run(artifacts) {
    const all = artifacts.derive(policies);
    if (!all.any) return;
    for (const end of artifacts.derive(podEnds))
      if (
        callsOutside(end) &&
        !all.allows({ from: end, to: { address: somewhere }, port: 443, protocol: 'TCP' }, 'Egress')
      )
        yield { place: end.place, problem: `leaves ${end.label} without HTTPS to the outside` };
  },
});
