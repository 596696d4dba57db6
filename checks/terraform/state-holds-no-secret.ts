import { at, text } from '../artifacts/value';
import { rule } from '../rule';

/** Resources that write a secret into the state, with the argument that does it. */
const generators: Readonly<Record<string, string>> = {
  random_password: 'length',
  random_string: 'length',
  tls_private_key: 'algorithm',
  aws_iam_access_key: 'user',
  aws_secretsmanager_secret_version: 'secret_string',
  aws_db_instance: 'password',
};

export const stateHoldsNoSecret = rule({
  code: 'state-holds-no-secret',
  rule: 'No secret value passes through Terraform: its state keeps every argument in the clear.',
  fix: 'Make the secret in the cluster, or put it into the parameter store by hand.',
  incidents: ['A48'],
  *run({ terraform }) {
    for (const resource of terraform.ofType(...Object.keys(generators)))
      yield {
        place: resource.at(generators[resource.type] ?? ''),
        problem: `makes a secret in the state: ${resource.type}`,
      };
    for (const parameter of terraform.ofType('aws_ssm_parameter'))
      if (text(parameter.body, 'type') === 'SecureString' && at(parameter.body, 'value') !== undefined)
        yield { place: parameter.at('value'), problem: 'is a SecureString with a value' };
  },
});
