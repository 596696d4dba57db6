import { parseManifests } from '../../../synth/foreign/manifests';
import { unreadable } from '../../../synth/foreign/text-file';
import type { BrokenCase } from '../../support/broken-case';

const workflow = '.github/workflows/image.yml';

export const brokenFiles: readonly BrokenCase[] = [
  {
    title: 'a file of more bytes than any manifest has',
    change: (tree) => {
      tree.extra.push(unreadable('manifests/huge.yaml', 'too-large', 'has 50 MiB'));
    },
    code: 'files-can-be-read',
    path: 'manifests/huge.yaml',
  },
  {
    title: 'a template that nobody rendered',
    change: (tree) => {
      tree.extra.push(
        ...parseManifests({
          path: 'chart/api.yaml',
          text: 'kind: A\n{{ if .Values.on }}\nspec: 1\n{{ end }}\n',
        }),
      );
    },
    code: 'files-are-understood',
    path: 'chart/api.yaml',
  },
  {
    title: 'a here-document at the wrong depth',
    incidents: ['B18', 'F08'],
    change: (tree) => {
      tree.texts.set(workflow, `${tree.texts.get(workflow) ?? ''}\nprint: [\n`);
    },
    code: 'files-can-be-parsed',
    path: workflow,
  },
  {
    title: 'a key that is written twice',
    incidents: ['D21'],
    change: (tree) => {
      tree.texts.set(workflow, `${tree.texts.get(workflow) ?? ''}\nname: again\n`);
    },
    code: 'keys-are-written-once',
    path: workflow,
  },
  {
    title: 'the same section of an inventory twice',
    incidents: ['A31'],
    change: (tree) => {
      tree.texts.set('ansible/inventory.ini', '[api_nodes]\nk8s-api-auth\n[api_nodes]\nk8s-api-my\n');
    },
    code: 'keys-are-written-once',
    path: 'ansible/inventory.ini',
  },
  {
    title: 'an output that a job does not declare',
    incidents: ['F10'],
    change: (tree) => {
      tree.rewrite(
        workflow,
        'app: ${{ steps.set.outputs.app }}',
        'application: ${{ steps.set.outputs.app }}',
      );
    },
    code: 'jobs-fit-together',
    path: `${workflow}: jobs.build.env.IMAGE`,
  },
  {
    title: 'a workflow that syncs an Application of another name',
    incidents: ['F09', 'F13'],
    change: (tree) => {
      tree.rewrite(workflow, 'run: npm ci', 'run: argocd app sync dev-auth');
    },
    code: 'workflows-name-what-exists',
    path: `${workflow}: jobs.check.steps[2].run`,
  },
  {
    title: 'a workflow that pushes under a name that nothing runs',
    incidents: ['G03'],
    change: (tree) => {
      tree.rewrite(workflow, 'run: npm ci', 'run: docker push ghcr.io/sesacthon/auth:dev-latest');
    },
    code: 'workflows-name-what-exists',
    path: `${workflow}: jobs.check.steps[2].run`,
  },
  {
    title: 'an if without its fi',
    incidents: ['F07'],
    change: (tree) => {
      tree.object('ConfigMap', 'argocd/label-nodes').data['label-nodes.sh'] += '\nif true; then\n  echo\n';
    },
    code: 'scripts-are-complete',
    path: 'ConfigMap argocd/label-nodes: data["label-nodes.sh"]',
  },
];
