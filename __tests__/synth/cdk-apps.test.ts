import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { withoutNotes } from '../../infra/plain-value';
import type { KubernetesObject } from '../../model/kubernetes-object';

const root = join(__dirname, '../..');

/** Runs the app that a CDK's own configuration names, as its command line does. */
function run(app: string): void {
  execFileSync('sh', ['-c', app], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const byIdentity = (a: KubernetesObject, b: KubernetesObject) => (identity(a) < identity(b) ? -1 : 1);
const identity = ({ kind, metadata }: KubernetesObject) =>
  `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;

describe('the apps that the CDK command lines run', () => {
  test('cdktf.json gives the Terraform JSON of dist', () => {
    rmSync(join(root, 'cdktf.out'), { recursive: true, force: true });
    const { app } = JSON.parse(readFileSync(join(root, 'cdktf.json'), 'utf8')) as { app: string };
    run(app);
    const dist = filesBelow('dist').filter((path) => path.endsWith('cdk.tf.json'));
    expect(dist.length).toBeGreaterThan(0);
    for (const path of dist) {
      const [, cluster = '', , stack = ''] = path.slice(root.length + 1).split('/');
      const scratch = join(root, `cdktf.out/stacks/${cluster}-${stack}/cdk.tf.json`);
      // The marker line of dist and cdktf's own note stand under the same key.
      const [ours, theirs] = [path, scratch].map((file) => ({
        ...withoutNotes<object>(JSON.parse(readFileSync(file, 'utf8'))),
        '//': undefined,
      }));
      expect(theirs).toEqual(ours);
    }
    expect(readdirSync(join(root, 'cdktf.out/stacks'))).toHaveLength(dist.length);
  }, 60_000);

  test('cdk8s.yaml gives the Kubernetes objects of dist', () => {
    rmSync(join(root, 'cdk8s.out'), { recursive: true, force: true });
    const { app } = parse(readFileSync(join(root, 'cdk8s.yaml'), 'utf8')) as { app: string };
    run(app);
    const objects = (paths: readonly string[]) =>
      paths
        .flatMap((path) =>
          parseAllDocuments(readFileSync(path, 'utf8')).map(
            (document) => document.toJS() as KubernetesObject,
          ),
        )
        .sort(byIdentity);
    for (const cluster of readdirSync(join(root, 'cdk8s.out'))) {
      const dist = filesBelow(`dist/${cluster}`).filter((path) =>
        /\/(manifests|argocd)\/.*\.yaml$/.test(path),
      );
      expect(dist.length).toBeGreaterThan(10);
      expect(objects(filesBelow(`cdk8s.out/${cluster}`))).toEqual(objects(dist));
    }
  }, 60_000);
});
