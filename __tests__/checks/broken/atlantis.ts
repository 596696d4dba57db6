import { parse, stringify } from 'yaml';
import type { BrokenCase } from '../../support/broken-case';
import type { Loose, Tree } from '../../support/tree';

/** Changes the server's repos.yaml, which is text in a ConfigMap. */
function server(tree: Tree, change: (config: Loose) => void): void {
  const { data } = tree.object('ConfigMap', 'atlantis/atlantis-config');
  const config = parse(data['repos.yaml']) as Loose;
  change(config);
  data['repos.yaml'] = stringify(config);
}
const inside = 'ConfigMap atlantis/atlantis-config: data["repos.yaml"]';

export const brokenAtlantis: readonly BrokenCase[] = [
  {
    title: 'a hook that reads an output which no stack has',
    incidents: ['A30'],
    change: (tree) => {
      delete tree.stack('edge').output.edge_identity_roles;
    },
    code: 'handed-over-keys-are-declared',
    path: 'Job argocd/aws-identity: spec.template.spec.containers[0].env[2].value',
  },
  {
    title: 'a hook that reads a sensitive output which is not handed over',
    change: (tree) => {
      tree.pod('Job', 'argocd/aws-identity').containers[0].env[2].value = 'certificate_arn';
    },
    code: 'handed-over-keys-are-declared',
    path: 'Job argocd/aws-identity: spec.template.spec.containers[0].env[2].value',
  },
  {
    title: 'an output of two stacks',
    incidents: ['A30'],
    change: (tree) => {
      tree.stack('edge').output.identity_roles = { value: 'x' };
    },
    code: 'handed-over-keys-have-one-owner',
    path: 'output.identity_roles',
  },
  {
    title: 'a key of the server in the repository’s file',
    incidents: ['F01'],
    change: ({ atlantis }) => {
      atlantis.repos = [];
    },
    code: 'atlantis-repository-file-has-its-own-keys',
    path: 'atlantis.yaml: repos',
  },
  {
    title: 'the repository’s file as the server’s',
    incidents: ['F01'],
    change: (tree) => {
      server(tree, (config) => {
        config.version = 3;
      });
    },
    code: 'atlantis-server-file-has-its-own-keys',
    path: `${inside}: version`,
  },
  {
    title: 'a repository whose name matches nothing',
    incidents: ['F07'],
    change: (tree) => {
      server(tree, ({ repos }) => {
        repos[0].id = 'sesacthon/*';
      });
    },
    code: 'atlantis-server-file-has-its-own-keys',
    path: `${inside}: repos[0].id`,
  },
  {
    title: 'a server that lets a pull request choose what it needs',
    change: (tree) => {
      server(tree, ({ repos }) => {
        repos[0].allowed_overrides = ['apply_requirements'];
      });
    },
    code: 'atlantis-server-keeps-the-gate',
    path: `${inside}: repos[0].allowed_overrides`,
  },
  {
    title: 'an apply that needs no approval',
    change: (tree) => {
      server(tree, ({ repos }) => {
        repos[0].apply_requirements = ['mergeable', 'undiverged'];
      });
    },
    code: 'atlantis-server-keeps-the-gate',
    path: `${inside}: repos[0].apply_requirements`,
  },
  {
    title: 'workflows out of the pull request',
    change: (tree) => {
      server(tree, ({ repos }) => {
        repos[0].allow_custom_workflows = true;
      });
    },
    code: 'atlantis-server-keeps-the-gate',
    path: `${inside}: repos[0].allow_custom_workflows`,
  },
  {
    title: 'variables on the apply of a saved plan',
    incidents: ['F07'],
    change: (tree) => {
      server(tree, ({ workflows }) => {
        workflows['committed-json'].apply.steps[1] = { apply: { extra_args: ['-var-file=prod.tfvars'] } };
      });
    },
    code: 'atlantis-saved-plans-take-no-variables',
    path: `${inside}: workflows.committed-json.apply.steps[1]`,
  },
  {
    title: 'a project without a stack',
    change: ({ atlantis }) => {
      atlantis.projects[0].dir = 'terraform';
    },
    code: 'atlantis-projects-are-stacks',
    path: 'atlantis.yaml: projects[0].dir',
  },
  {
    title: 'a stack without a project',
    change: ({ atlantis }) => {
      atlantis.projects.pop();
    },
    code: 'atlantis-projects-are-stacks',
    path: 'atlantis.yaml: projects',
  },
  {
    title: 'a named workspace, which moves the state',
    incidents: ['F07'],
    change: ({ atlantis }) => {
      atlantis.projects[0].workspace = 'prod';
    },
    code: 'atlantis-projects-are-stacks',
    path: 'atlantis.yaml: projects[0].workspace',
  },
];
