import { terraformOutputs } from '../../../model/terraform-outputs';
import { handOffText } from '../../../operate/plan/read-outputs';

test('The first hand-off carries what the cluster reads, marked sensitive or not, and no other sensitive output', () => {
  const { keys } = terraformOutputs;
  const nodes = {
    [keys.identityRoles]: { value: { dns: 'arn' }, sensitive: true },
    [keys.inventory]: { value: { all: {} } },
    account_id: { value: '111122223333', sensitive: true },
  };
  const edge = { [keys.edgeIdentityRoles]: { value: { zone: 'arn' }, sensitive: true } };
  expect(
    JSON.parse(
      handOffText(
        'argocd',
        [nodes, edge].map((stack) => JSON.stringify(stack)),
      ),
    ),
  ).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: terraformOutputs.configMap, namespace: 'argocd' },
    data: {
      [keys.identityRoles]: '{"dns":"arn"}',
      [keys.inventory]: '{"all":{}}',
      [keys.edgeIdentityRoles]: '{"zone":"arn"}',
    },
  });
});
