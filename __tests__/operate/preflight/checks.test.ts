import { eco2 } from '../../../clusters/eco2';
import { eco2x13 } from '../../../clusters/eco2-13';
import { resolveCluster } from '../../../model/resolve/resolve-cluster';
import { accountChecks, stateChecks } from '../../../operate/preflight/account-checks';
import type { Check, Ended } from '../../../operate/preflight/check';
import { toolChecks } from '../../../operate/preflight/tool-checks';

const cluster = resolveCluster(eco2);
const answered = (stdout: string): Ended => ({ status: 0, stdout, stderr: '' });
const refused: Ended = { status: 254, stdout: '', stderr: 'An error occurred (AccessDenied)\n' };
const named = (checks: readonly Check[], title: string) => {
  const check = checks.find((each) => each.title === title);
  if (!check) throw new Error(`no check ${title}`);
  return check;
};
const judged = (check: Check, ended: Ended) =>
  check.judge(ended).map(({ code, path, problem, severity }) => ({ code, path, problem, severity }));

describe('a tool', () => {
  const checks = toolChecks(cluster);

  test.each([
    ['terraform', '{"terraform_version": "1.9.8"}'],
    ['ansible-playbook', 'ansible-playbook [core 2.19.14]\n  python version = 3.13.0'],
    ['kubectl', '{"clientVersion": {"major": "1", "gitVersion": "v1.31.2"}}'],
    ['aws', 'aws-cli/2.31.0 Python/3.13.7'],
  ])('%s of today is taken', (program, stdout) => {
    expect(judged(named(checks, program), answered(stdout))).toEqual([]);
  });

  test.each([
    ['terraform', '{"terraform_version": "1.5.7"}', 'is 1.5.7'],
    ['aws', 'aws-cli/1.44.0 Python/3.9', 'is 1.44.0'],
    ['kubectl', '{"clientVersion": {"gitVersion": "v1.20.1"}}', 'is 1.20.1'],
  ])('%s that is too old is named with its version', (program, stdout, problem) => {
    expect(judged(named(checks, program), answered(stdout))).toEqual([
      { code: 'tools-are-here', path: program, problem, severity: 'error' },
    ]);
  });

  test('that is missing says where to get it', () => {
    expect(named(checks, 'kubectl').judge({ missing: true })[0]).toMatchObject({
      problem: 'is not on PATH',
      fix: expect.stringContaining('https://kubernetes.io/'),
    });
  });

  test('for sessions is needed only where SSH is closed', () => {
    const open = { ...cluster, network: { ...cluster.network, adminCidrs: ['203.0.113.0/24'] } };
    expect(toolChecks(open).map(({ program }) => program)).not.toContain('session-manager-plugin');
    expect(checks.map(({ program }) => program)).toContain('session-manager-plugin');
  });
});

describe('the account', () => {
  const checks = accountChecks(cluster, '/home/operator/.ssh/eco2_ed25519');

  test('needs credentials, a key and quota', () => {
    expect(judged(named(checks, 'credentials'), refused)).toMatchObject([
      { code: 'credentials-work', severity: 'error' },
    ]);
    expect(judged(named(checks, 'public key'), refused)).toMatchObject([
      { code: 'machines-have-a-key', path: '/eco2/eco2/ssh/public-key' },
    ]);
    const quota = named(checks, 'quota L-1216C47A');
    expect(judged(quota, answered('{"Quota": {"Value": 28}}'))).toEqual([]);
    expect(judged(quota, answered('{"Quota": {"Value": 27}}'))).toMatchObject([
      { code: 'quota-holds-the-machines', problem: 'is 27 vCPU', severity: 'error' },
    ]);
    expect(judged(quota, refused)).toMatchObject([{ severity: 'warning' }]);
  });

  test('is told that a new zone has to be delegated', () => {
    const zone = named(checks, 'zone growbin.app');
    expect(judged(zone, answered('{"HostedZones": [{"Name": "growbin.app."}]}'))).toEqual([]);
    expect(judged(zone, answered('{"HostedZones": [{"Name": "other.app."}]}'))).toMatchObject([
      { code: 'zone-is-delegated', severity: 'warning' },
    ]);
  });

  test('has the state already, unless this cluster makes it', () => {
    const [bucket] = stateChecks(cluster);
    const [other] = stateChecks(resolveCluster(eco2x13));
    expect(judged(bucket, refused)).toEqual([]);
    expect(judged(other, refused)).toMatchObject([{ code: 'state-backend-exists', severity: 'error' }]);
  });
});
