import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import {
  App,
  DefaultTokenResolver,
  Fn,
  Lazy,
  StringConcat,
  TerraformOutput,
  TerraformStack,
  Token,
  Tokenization,
} from 'cdktf';
import fc from 'fast-check';
import { plainTerraform } from '../../infra/plain-terraform';
import { plainValueIn, withoutNotes } from '../../infra/plain-value';

const stack = new TerraformStack(new App(), 'test');
const role = new IamRole(stack, 'role', { name: 'a-1e5', assumeRolePolicy: '{}' });
const resolver = new DefaultTokenResolver(new StringConcat());
const byCdktf = (value: unknown): unknown =>
  Tokenization.resolve(value, { scope: stack, resolver, preparing: false });
const plain = plainValueIn(stack);

/** Everything that an element of a stack may hold, tokens of every kind among it. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(
      role.arn,
      `arn of ${role.arn}!`,
      Token.asString(Lazy.stringValue({ produce: () => 'late' })),
      Token.asNumber(Lazy.numberValue({ produce: () => 7 })),
      `port ${Token.asNumber(Lazy.numberValue({ produce: () => 8 })).toString()}`,
      Token.asList(Lazy.listValue({ produce: () => ['a', 'b'] })),
      Token.asStringMap(Lazy.anyValue({ produce: () => ({ key: 'value' }) })),
      Lazy.anyValue({ produce: () => [{ deep: role.arn }] }),
      Fn.join(',', [role.name, 'x']),
      '${aws_vpc.vpc.id}',
      '$${escaped}',
      '1e5',
      'k8s-1e3',
      -1.5,
      1e300,
      undefined,
      null,
      '',
    ),
    fc.string(),
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('1e5', role.arn, '//')), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

test('a value without tokens, or with any, is what cdktf makes of it', () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(plain(given)).toEqual(withoutNotes(byCdktf(given)));
    }),
    { numRuns: 2000 },
  );
});

test('what cdktf refuses is refused', () => {
  for (const given of [
    () => 1,
    { map: stack },
    [...Token.asList(Lazy.listValue({ produce: () => [] })), 'b'],
  ])
    expect(() => plain(given)).toThrow();
});

test('a stack is what cdktf gives for it, without its notes', () => {
  new TerraformOutput(stack, 'identity', { value: { arn: role.arn, names: [role.name] } });
  stack.addOverride('terraform.backend', { local: { path: 'x' } });
  const { terraform, ...rest } = JSON.parse(JSON.stringify(stack.toTerraform())) as Record<string, unknown>;
  expect(plainTerraform(stack)).toMatchObject(withoutNotes({ ...rest }));
  expect(terraform).toMatchObject({ backend: { local: { path: 'x' } } });
});
