import { rule } from '../rule';

/** What AWS hands out, and what somebody was going to fill in; the first text is in each, and found faster. */
const literals: readonly (readonly [string, RegExp, string])[] = [
  ['arn:aws', /\barn:aws[\w-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:/, 'an ARN with an account'],
  [
    '-',
    /(?<![\w-])(vpc|subnet|sg|i|eni|vol|rtb|igw|ami)-(0[0-9a-f]{16}|[0-9a-f]{8})(?![\w-])/,
    'an id that AWS chose',
  ],
  [
    '',
    /\b(ACCOUNT_ID|CERT_ID|CERTIFICATE_ID|PLACEHOLDER\w*|CHANGE_?ME|REPLACE_?ME|YOUR_[A-Z_]+)\b/i,
    'text that was never filled in',
  ],
  ['.dkr.ecr.', /\b\d{12}\.dkr\.ecr\./, 'the registry of an account'],
];

export const nothingNamesAnAccount = rule({
  code: 'nothing-names-an-account',
  rule: 'No object holds an account id, an ARN, an id that AWS chose or unfilled text: such a value is stale after the next rebuild.',
  fix: 'Find the resource by a name or tag of the definition, or read the value from a Terraform output.',
  incidents: ['D02', 'D17', 'D18'],
  *run({ objects }) {
    // Objects repeat one another's strings: each is looked at once.
    const known = new Map<string, readonly string[]>();
    for (const object of objects.all) {
      if (object.kind === 'CustomResourceDefinition') continue;
      for (const { pointer, value } of object.strings) {
        let problems = known.get(value);
        if (!problems) known.set(value, (problems = problemsOf(value)));
        for (const problem of problems) yield { place: object.at(...pointer), problem };
      }
    }
  },
});

function problemsOf(value: string): readonly string[] {
  if (value.length >= 100_000) return [];
  return literals.flatMap(([part, pattern, what]) => {
    const found = value.includes(part) ? pattern.exec(value)?.[0] : undefined;
    return found === undefined ? [] : [`holds ${what}: ${found}`];
  });
}
