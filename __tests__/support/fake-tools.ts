import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Says what it was called with, answers what the test laid ready, and fails or hangs where the test says so. A hanging one
 * counts the interrupts that reach it.
 */
const script = `#!/bin/sh
name=$(basename "$0")
call="$name $*"
printf '%s|%s|%s|%s\\n' "$call" "$PWD" "$TF_IN_AUTOMATION" "$AWS_REGION" >> "$FAKES/calls"
if [ -f "$FAKES/hang" ] && [ "$call" = "$(cat "$FAKES/hang")" ]; then
  trap 'echo interrupted >> "$FAKES/interrupts"' INT
  echo $$ > "$FAKES/pid"
  while [ ! -f "$FAKES/interrupts" ]; do sleep 0.02; done
  exit 130
fi
if [ -f "$FAKES/fail" ] && [ "$call" = "$(cat "$FAKES/fail")" ]; then echo "fake: refused" >&2; exit 1; fi
case "$call" in
  'terraform version'*) echo '{"terraform_version": "1.9.8"}' ;;
  terraform*/nodes' output'*) cat "$FAKES/outputs-nodes.json" ;;
  terraform*/edge' output'*) cat "$FAKES/outputs-edge.json" ;;
  terraform*' output'*) echo '{}' ;;
  terraform*' show'*) cat "$FAKES/plan.json" ;;
  'ansible-playbook --version') echo 'ansible-playbook [core 2.19.14]' ;;
  'kubectl version'*) echo '{"clientVersion": {"gitVersion": "v1.28.4"}}' ;;
  'kubectl '*' get applications'*) cat "$FAKES/applications.json" ;;
  'aws --version') echo 'aws-cli/2.31.0 Python/3.13' ;;
  'aws service-quotas'*) cat "$FAKES/quota.json" ;;
  'aws route53'*) echo '{"HostedZones": []}' ;;
  'aws ssm start-session'*) echo $$ >> "$FAKES/tunnels"; exec sleep 60 ;;
esac
exit 0
`;

const programs = [
  'terraform',
  'ansible-playbook',
  'ansible-galaxy',
  'kubectl',
  'aws',
  'session-manager-plugin',
  'ssh-keygen',
];

export interface Call {
  /** Name and arguments. */
  readonly call: string;
  readonly cwd: string;
  readonly automation: string;
  readonly region: string;
}

/** Executables of the names that bringing a cluster up runs, in a folder for PATH. */
export class FakeTools {
  constructor(readonly folder: string) {
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(this.file('tool'), script);
    chmodSync(this.file('tool'), 0o755);
    for (const program of programs) this.restore(program);
    this.answer('plan.json', {});
    this.answer('quota.json', { Quota: { Value: 64 } });
  }

  /** For the caller's environment. */
  get env(): { PATH: string; FAKES: string } {
    return { PATH: `${join(this.folder, 'bin')}:/usr/bin:/bin`, FAKES: this.folder };
  }

  answer(name: string, value: unknown): void {
    writeFileSync(this.file(name), JSON.stringify(value));
  }

  /** The call that fails, or the one that hangs, from now on. */
  disturb(how: 'fail' | 'hang', call: string): void {
    writeFileSync(this.file(how), call);
  }

  /** Forgets calls, failures and interrupts. */
  calm(): void {
    for (const name of ['fail', 'hang', 'interrupts', 'pid', 'calls', 'tunnels'])
      rmSync(this.file(name), { force: true });
  }

  remove(program: string): void {
    rmSync(join(this.folder, 'bin', program));
  }

  restore(program: string): void {
    symlinkSync(this.file('tool'), join(this.folder, 'bin', program));
  }

  calls(): Call[] {
    return lines(this.file('calls')).map((line) => {
      const [call = '', cwd = '', automation = '', region = ''] = line.split('|');
      return { call, cwd, automation, region };
    });
  }

  get interrupts(): number {
    return lines(this.file('interrupts')).length;
  }

  /** Process id of the call that hangs, once it does. */
  hanging(): Promise<number> {
    return this.processIn('pid');
  }

  /** Process id of the session that was opened first. */
  tunnel(): Promise<number> {
    return this.processIn('tunnels');
  }

  private async processIn(name: string): Promise<number> {
    while (!lines(this.file(name)).length) await new Promise((resolve) => setTimeout(resolve, 10));
    return Number(lines(this.file(name))[0]);
  }

  private file(name: string): string {
    return join(this.folder, name);
  }
}

function lines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

/** Outputs of both stacks, as `terraform output -json` prints them. */
export function layOutputs(fakes: FakeTools): void {
  const inventory = { all: { vars: { cluster_name: 'eco2' }, children: {} } };
  fakes.answer('outputs-nodes.json', {
    ansible_inventory: { value: inventory, sensitive: true },
    nodes: { value: { 'k8s-master': { id: 'i-0abc' } } },
    account_id: { value: 'an account', sensitive: true },
    api_public_ip: { value: '203.0.113.7' },
    identity_roles: { value: { 'ebs-csi': 'role-of-ebs-csi' }, sensitive: true },
  });
  fakes.answer('outputs-edge.json', {
    hosted_zone_id: { value: 'Z123' },
    edge_identity_roles: { value: { 'external-dns': 'role-of-external-dns' }, sensitive: true },
  });
}

/** What `kubectl get applications` prints. */
export function layApplications(fakes: FakeTools, names: readonly string[]): void {
  fakes.answer('applications.json', {
    items: names.map((name) => ({
      metadata: { name },
      status: { sync: { status: 'Synced' }, health: { status: 'Healthy' } },
    })),
  });
}
