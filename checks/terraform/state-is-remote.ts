import { at, blocks, fields } from '../artifacts/value';
import { rule } from '../rule';

export const stateIsRemote = rule({
  code: 'state-is-remote',
  rule: 'The state of every stack is in an encrypted, locked bucket; only the stack that makes that bucket may keep its own on disk.',
  fix: 'Add terraform.backend.s3 with encrypt and a lock.',
  incidents: ['A34'],
  *run({ terraform }) {
    for (const stack of terraform.stacks) {
      const backends = stack.settings.flatMap((settings) =>
        blocks(settings, 'backend').flatMap((one) => Object.entries(fields(one))),
      );
      const [backend] = backends;
      const makesTheBucket = stack.resources.some(
        ({ type, mode }) => mode === 'resource' && type === 'aws_dynamodb_table',
      );
      if (!backend && makesTheBucket) continue;
      if (backend?.[0] !== 's3') {
        if (backend?.[0] !== 'local' || !makesTheBucket)
          yield { place: stack.at('terraform', 'backend'), problem: `is ${backend?.[0] ?? 'missing'}` };
        continue;
      }
      const [settings] = blocks(backend[1]);
      if (at(settings, 'encrypt') !== true)
        yield { place: stack.at('terraform', 'backend', 's3', 'encrypt'), problem: 'is not true' };
      if (at(settings, 'dynamodb_table') === undefined && at(settings, 'use_lockfile') !== true)
        yield { place: stack.at('terraform', 'backend', 's3', 'dynamodb_table'), problem: 'is missing' };
    }
  },
});
