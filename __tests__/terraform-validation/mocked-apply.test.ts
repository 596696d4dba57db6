import { mockValues } from '../../terraform-validation/run/mock-values';
import { mockedApply } from '../../terraform-validation/run/mocked-apply';
import { parseTestEvents } from '../../terraform-validation/run/diagnostic';
import type { Attribute, Type } from '../../terraform-validation/schema/schema';
import { schemasFor } from '../../terraform-validation/schema/schemas-for';
import { bindings } from '../support/terraform';

const computed = (name: string, type: Type, optional = false): Attribute => ({
  name,
  type,
  required: false,
  optional,
  computed: true,
});

describe('the values of a mocked apply', () => {
  test.each([
    ['a word', computed('id', 'string'), {}],
    ['an ARN', computed('arn', 'string'), { arn: 'arn:aws:iam::000000000000:mock/0' }],
    ['a policy document', computed('json', 'string'), { json: '{}' }],
    [
      'a list that AWS fills',
      computed('names', ['list', 'string']),
      { names: ['names-0', 'names-1', 'names-2'] },
    ],
    ['a list that nobody wrote', computed('security_groups', ['set', 'string'], true), {}],
    [
      'a set of objects',
      computed('options', ['set', ['object', { record_name: 'string', port: 'number', on: 'bool' }]]),
      {
        options: [0, 1, 2].map((port) => ({ record_name: `record-name-${String(port)}`, port, on: false })),
      },
    ],
  ])('%s is left to Terraform or given where an expression needs it', (_, attribute, values) => {
    expect(mockValues([attribute])).toEqual(values);
  });

  test('every configuration of a provider is mocked under its alias', () => {
    const configuration = {
      provider: { aws: [{ region: 'ap-northeast-2' }, { region: 'us-east-1', alias: 'us_east_1' }] },
      data: { aws_availability_zones: { zones: {} } },
    };
    const { mock_provider: mocks } = mockedApply(configuration, schemasFor([configuration], bindings));
    const data = {
      aws_availability_zones: { defaults: expect.objectContaining({ names: expect.any(Array) }) },
    };
    expect(mocks).toEqual({ aws: [{ mock_data: data }, { alias: 'us_east_1', mock_data: data }] });
  });

  test('what a block writes itself is not mocked for its type', () => {
    const configuration = { provider: { aws: [{}] }, data: { aws_lb: { shared: { arn: '${local.arn}' } } } };
    const { mock_provider: mocks } = mockedApply(configuration, schemasFor([configuration], bindings));
    expect(JSON.stringify(mocks)).not.toContain('"arn":');
  });

  test('a stack that repeats a block for what it finds is applied where it finds nothing, too', () => {
    const configuration = {
      provider: { aws: [{}] },
      data: { aws_lbs: { shared: {} } },
      resource: { aws_route53_record: { apex: { count: '${length(tolist(data.aws_lbs.shared.arns))}' } } },
    };
    const { run } = mockedApply(configuration, schemasFor([configuration], bindings));
    expect(run).toEqual({
      apply: { command: 'apply' },
      nothing_found: {
        command: 'apply',
        override_data: [{ target: 'data.aws_lbs.shared', values: { arns: [] } }],
      },
    });
  });
});

describe('the events of a test run', () => {
  const resources = [
    { mode: 'managed', address: 'aws_vpc.vpc' },
    { mode: 'data', address: 'data.aws_vpc.vpc' },
  ];

  test.each([
    ['Terraform', { root_module: { resources } }],
    ['OpenTofu', { values: { root_module: { resources } } }],
  ])('of %s say which resources were applied', (_, state) => {
    const events = `starting\n${JSON.stringify({ type: 'test_state', test_state: state })}\n`;
    expect(parseTestEvents(events)).toEqual({ diagnostics: [], applied: ['aws_vpc.vpc'] });
  });
});
