import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** Secrets of one control plane; made when it starts, gone when it ends. */
export interface Identity {
  /** PEM; signs and verifies service account tokens. */
  readonly serviceAccountKey: string;
  /** Bearer tokens by user name. */
  readonly tokens: Readonly<Record<User, string>>;
}

/** Who speaks to the API server. */
export type User = 'admin' | 'controller-manager' | 'scheduler' | 'kwok';

/**
 * KWOK is `system:masters`: it stands for every kubelet at once. The others have the groups that kubeadm gives them,
 * so that their bootstrap roles are rehearsed too.
 */
const accounts: Readonly<Record<User, { readonly name: string; readonly groups: readonly string[] }>> = {
  admin: { name: 'rehearsal', groups: ['system:masters'] },
  'controller-manager': { name: 'system:kube-controller-manager', groups: [] },
  scheduler: { name: 'system:kube-scheduler', groups: [] },
  kwok: { name: 'kwok', groups: ['system:masters'] },
};

export function makeIdentity(): Identity {
  const token = () => randomBytes(24).toString('hex');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return {
    serviceAccountKey: privateKey,
    tokens: { admin: token(), 'controller-manager': token(), scheduler: token(), kwok: token() },
  };
}

/** The server's `--token-auth-file`. */
export function tokenFile({ tokens }: Identity): string {
  const users = Object.keys(accounts) as User[];
  return users
    .map((user) => {
      const { name, groups } = accounts[user];
      return `${tokens[user]},${name},${name}${groups.length ? `,"${groups.join(',')}"` : ''}\n`;
    })
    .join('');
}

/** A kubeconfig for one user, as JSON, which every Kubernetes client reads as YAML. */
export function kubeconfig(server: string, authorityFile: string, token: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'rehearsal', cluster: { server, 'certificate-authority': authorityFile } }],
    users: [{ name: 'user', user: { token } }],
    contexts: [{ name: 'rehearsal', context: { cluster: 'rehearsal', user: 'user' } }],
    'current-context': 'rehearsal',
  });
}
