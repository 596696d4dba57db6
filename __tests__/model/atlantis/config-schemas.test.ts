import * as v from 'valibot';
import { repositoryConfig } from '../../../model/atlantis/repository-config';
import { serverConfig } from '../../../model/atlantis/server-config';

const project = { name: 'eco2-network', dir: 'dist/eco2/terraform/network' };
const repository = { id: 'github.com/sesacthon/eco2-platform' };
const steps = (...list: unknown[]) => ({
  repos: [{ ...repository, workflow: 'w' }],
  workflows: { w: { plan: { steps: list } } },
});

describe('atlantis.yaml', () => {
  const takes = (value: unknown) => v.is(repositoryConfig, value);

  test.each([
    ['projects alone', { version: 3, projects: [project] }],
    [
      'all it may say of a project',
      {
        version: 3,
        projects: [
          {
            ...project,
            depends_on: ['a'],
            execution_order_group: 1,
            repo_locks: { mode: 'on_apply' },
            autoplan: { when_modified: ['**'], enabled: true },
          },
        ],
      },
    ],
    [
      'the whole repository’s settings',
      {
        version: 3,
        automerge: false,
        parallel_plan: false,
        abort_on_execution_order_fail: true,
        autodiscover: { mode: 'disabled' },
      },
    ],
  ])('takes %s', (_title, value) => {
    expect(takes(value)).toBe(true);
  });

  test.each([
    ['no version', { projects: [project] }],
    ['the server’s repos', { version: 3, repos: [repository] }],
    ['the server’s metrics', { version: 3, metrics: {} }],
    ['the server’s overrides', { version: 3, allowed_overrides: [] }],
    [
      'the server’s choice of workflows for a project',
      { version: 3, projects: [{ ...project, allow_custom_workflows: true }] },
    ],
    ['a misspelt key', { version: 3, paralel_plan: true }],
    ['a path out of the repository', { version: 3, projects: [{ dir: '../x' }] }],
    ['a project without a path', { version: 3, projects: [{ name: 'x' }] }],
    [
      'a requirement that does not exist',
      { version: 3, projects: [{ ...project, apply_requirements: ['reviewed'] }] },
    ],
    ['a branch that is no expression', { version: 3, projects: [{ ...project, branch: 'main' }] }],
    ['a name with a space', { version: 3, projects: [{ ...project, name: 'a b' }] }],
  ])('refuses %s', (_title, value) => {
    expect(takes(value)).toBe(false);
  });
});

describe('repos.yaml', () => {
  const takes = (value: unknown) => v.is(serverConfig, value);

  test.each([
    ['an exact repository', { repos: [repository] }],
    ['an expression', { repos: [{ id: '/.*/' }] }],
    [
      'every form of a step',
      steps(
        'init',
        { plan: { extra_args: ['-lock=false'] } },
        { run: 'x' },
        { run: { command: 'x', output: 'hide' } },
        { env: { name: 'A', value: 'b' } },
        { multienv: 'x' },
      ),
    ],
    ['metrics', { repos: [repository], metrics: { prometheus: { endpoint: '/metrics' } } }],
  ])('takes %s', (_title, value) => {
    expect(takes(value)).toBe(true);
  });

  test.each([
    ['the repository’s version', { version: 3, repos: [repository] }],
    ['the repository’s automerge', { repos: [repository], automerge: true }],
    ['the repository’s projects', { repos: [repository], projects: [project] }],
    ['a repository without an id', { repos: [{ workflow: 'default' }] }],
    ['a wildcard, which matches nothing', { repos: [{ id: 'github.com/sesacthon/*' }] }],
    ['an owner alone', { repos: [{ id: 'sesacthon' }] }],
    ['an override that cannot be allowed', { repos: [{ ...repository, allowed_overrides: ['dir'] }] }],
    ['a workflow that nobody defines', { repos: [{ ...repository, workflow: 'custom' }] }],
    ['a step without run', steps('terraform plan')],
    ['two steps in one', steps({ run: 'a', env: { name: 'A', value: 'b' } })],
    ['a variable with value and command', steps({ env: { name: 'A', value: 'b', command: 'c' } })],
    ['a misspelt stage', { repos: [repository], workflows: { w: { plans: { steps: [] } } } }],
  ])('refuses %s', (_title, value) => {
    expect(takes(value)).toBe(false);
  });
});
