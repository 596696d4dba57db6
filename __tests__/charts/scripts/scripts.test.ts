import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../charts/scripts');
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.sh'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const dockerfile = readFileSync(join(__dirname, '../../../images/platform-tools/Dockerfile'), 'utf8');

/** What each package of Debian brings that a script may call. */
const packages: Readonly<Record<string, readonly string[]>> = {
  bash: ['bash'],
  coreutils: ['cut', 'install', 'seq', 'sha256sum', 'sleep'],
  curl: ['curl'],
  git: ['git'],
  grep: ['grep'],
  jq: ['jq'],
  'libc-bin': ['getent'],
};
/** What the image gets by other ways. */
const downloads = ['ansible', 'ansible-playbook', 'kubectl'];
/** Part of the management variant of RabbitMQ's official image, where one script runs. */
const ofRabbitmq = ['rabbitmqadmin'];

const words =
  /^(if|then|else|fi|for|do|done|while|case|esac|in|function|local|return|exit|set|shift|echo|printf|read|continue|break|check|cd|\[|\[\[|!|\{|\}|true|false)$/;

/** Programs that a script calls: the first word of each command. */
function programs(text: string): string[] {
  const own = [...text.matchAll(/^(\w+)\(\) \{/gm)].map(([, name]) => name);
  const code = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .replaceAll(/'[^']*'/g, "''");
  const starts = [
    ...code.matchAll(/(?:^|\n|\||&&|\|\||\$\(|;|\bif|\bif !|\bdo|\bthen)\s*([a-z][\w.-]*)(?=[\s)\n]|$)/g),
  ];
  return [...new Set(starts.map(([, word]) => word ?? ''))].filter(
    (word) => !words.test(word) && !own.includes(word),
  );
}

describe.each(scripts)('%s', (name, text) => {
  test('is bash that parses', () => {
    expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test('stops at the first failure, or counts them', () => {
    expect(text).toMatch(name === 'smoke-test.sh' ? /^set -uo pipefail$/m : /^set -euo pipefail$/m);
  });

  test('quotes every variable', () => {
    const unquoted = text
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('#'))
      // A list of words is split on purpose.
      .filter((line) => !line.startsWith('for '))
      .filter((line) =>
        /(^|[\s=(])\$\{?\w/.test(line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').replaceAll(/'[^']*'/g, "''")),
      )
      .filter((line) => !/local what=\$1$/.test(line));
    expect(unquoted).toEqual([]);
  });

  test('says what it does, for whoever reads a failed hook', () => {
    expect(text).toMatch(/^#!\/bin\/bash\n# \w/);
  });

  test('calls nothing that its image lacks', () => {
    const provided =
      name === 'declare-queues.sh' ? ofRabbitmq : [...Object.values(packages).flat(), ...downloads];
    expect(programs(text).filter((program) => !provided.includes(program))).toEqual([]);
  });
});

describe('the image of the hooks', () => {
  const used = new Set(
    scripts.filter(([name]) => name !== 'declare-queues.sh').flatMap(([, text]) => programs(text)),
  );

  test.each(Object.entries(packages).filter(([, tools]) => tools.some((tool) => used.has(tool))))(
    'installs %s',
    (name) => {
      expect(dockerfile).toMatch(new RegExp(`[\\s]${name}[\\s]`));
    },
  );

  test('has kubectl of the clusters’ own minor version, checked against its checksum', () => {
    expect(dockerfile).toContain('KUBERNETES_VERSION=1.28.4');
    expect(dockerfile).toContain('kubectl.sha256');
  });

  test('has the Ansible that the playbooks are written for', () => {
    const requirements = readFileSync(join(__dirname, '../../../ansible/requirements.txt'), 'utf8');
    const version = /^ansible==(.+)$/m.exec(requirements)?.[1] ?? 'none';
    expect(dockerfile).toContain(`ANSIBLE_VERSION=${version}`);
  });

  test('has an exact base and runs as nobody special', () => {
    expect(dockerfile).toMatch(/^FROM docker\.io\/library\/debian:\d+\.\d+-slim$/m);
    expect(dockerfile).toMatch(/^USER 10001:10001$/m);
  });
});
