import { Subject } from '../artifacts/subject';
import type { Stack } from '../artifacts/terraform';
import { list, text } from '../artifacts/value';
import { rule } from '../rule';

export const projectsAreStacks = rule({
  code: 'atlantis-projects-are-stacks',
  rule: 'Each project of atlantis.yaml is a stack of dist, each stack with S3 state is a project but the one that makes the bucket, and none has a named workspace, which would change the path of its state.',
  fix: 'Run npm run synth; the projects follow from the stacks.',
  incidents: ['F07'],
  *run(artifacts) {
    const { stacks } = artifacts.terraform;
    const planned = stacks.filter((stack) => stateBucket(stack) && !keepsItsOwnState(stack));
    for (const { source, value } of artifacts.ofRole('atlantis')) {
      // A file in a cluster's own folder is about that cluster's stacks.
      const scope = source.file.startsWith('dist/')
        ? source.file.slice(0, source.file.lastIndexOf('/') + 1)
        : '';
      const file = new Subject(source, source.file);
      const projects = list(value, 'projects');
      const directories = projects.map((project) => text(project, 'dir'));
      for (const [index, project] of projects.entries()) {
        const directory = directories[index];
        if (!stacks.some((stack) => stack.directory === directory))
          yield {
            place: file.at('projects', index, 'dir'),
            problem: `is ${String(directory)}, no stack`,
          };
        const workspace = text(project, 'workspace');
        if (workspace !== undefined && workspace !== 'default')
          yield { place: file.at('projects', index, 'workspace'), problem: `is ${workspace}` };
      }
      for (const { directory } of planned)
        if (directory.startsWith(scope) && !directories.includes(directory))
          yield { place: file.at('projects'), problem: `have none for ${directory}` };
    }
  },
});

/** Bucket of the stack's S3 backend. */
function stateBucket({ settings }: Stack): string | undefined {
  return settings
    .map((block) => text(block, 'backend', 's3', 'bucket'))
    .find((bucket) => bucket !== undefined);
}

/** The stack that makes the bucket which it keeps its state in; an operator applies it once by hand. */
function keepsItsOwnState(stack: Stack): boolean {
  const bucket = stateBucket(stack);
  return stack.resources.some(
    ({ mode, type, body }) =>
      mode === 'resource' && type === 'aws_s3_bucket' && text(body, 'bucket') === bucket,
  );
}
