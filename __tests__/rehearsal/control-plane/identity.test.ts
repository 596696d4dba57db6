import { parse } from 'yaml';
import { kubeconfig, makeIdentity, tokenFile } from '../../../rehearsal/control-plane/identity';

test('two control planes share no secret', () => {
  const [one, two] = [makeIdentity(), makeIdentity()];
  const secrets = ({ serviceAccountKey, tokens }: typeof one) => [
    serviceAccountKey,
    ...Object.values(tokens),
  ];
  expect(new Set([...secrets(one), ...secrets(two)]).size).toBe(10);
});

test('the token file has a line for every user, with the groups quoted', () => {
  const identity = makeIdentity();
  expect(tokenFile(identity).split('\n')).toEqual([
    `${identity.tokens.admin},rehearsal,rehearsal,"system:masters"`,
    `${identity.tokens['controller-manager']},system:kube-controller-manager,system:kube-controller-manager`,
    `${identity.tokens.scheduler},system:kube-scheduler,system:kube-scheduler`,
    `${identity.tokens.kwok},kwok,kwok,"system:masters"`,
    '',
  ]);
});

test('a kubeconfig is complete', () => {
  const config = parse(kubeconfig('https://127.0.0.1:6443', '/ca.crt', 'secret')) as object;
  expect(config).toMatchObject({
    clusters: [
      {
        name: 'rehearsal',
        cluster: { server: 'https://127.0.0.1:6443', 'certificate-authority': '/ca.crt' },
      },
    ],
    users: [{ user: { token: 'secret' } }],
    contexts: [{ context: { cluster: 'rehearsal', user: 'user' } }],
    'current-context': 'rehearsal',
  });
});
