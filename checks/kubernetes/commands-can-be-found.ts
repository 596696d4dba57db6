import { list, texts } from '../artifacts/value';
import { rule } from '../rule';
import { parseImage } from './image-name';
import { text } from '../artifacts/value';

/** Programs that a bare name finds in every image that has a shell or an interpreter of its own. */
const onPath = new Set([
  'sh',
  'bash',
  'python',
  'python3',
  'node',
  'celery',
  'uvicorn',
  'gunicorn',
  'redis-server',
  'redis-cli',
]);
const entrypointImages = ['argoproj/argocd', 'runatlantis/atlantis', 'ghcr.io/runatlantis/atlantis'];

export const commandsCanBeFound = rule({
  code: 'commands-can-be-found',
  rule: "A command is an absolute path or a program every such image has; it keeps the arguments of the image's own entry point.",
  fix: "Leave command out and use the image's entry point, or write the absolute path and the arguments.",
  incidents: ['E23', 'F02'],
  *run({ pods }) {
    for (const { containers } of pods)
      for (const container of containers) {
        const [program] = texts(container.value, 'command');
        if (program === undefined) continue;
        const { repository } = parseImage(text(container.value, 'image') ?? '');
        const hasEntrypoint = entrypointImages.some((image) => image.endsWith(repository));
        if (!program.startsWith('/') && !onPath.has(program))
          yield { place: container.at('command', 0), problem: `is ${program}, which is looked up in PATH` };
        else if (
          hasEntrypoint &&
          list(container.value, 'args').length === 0 &&
          texts(container.value, 'command').length === 1
        )
          yield {
            place: container.at('command'),
            problem: `is ${program} alone, which replaces the entry point of ${repository}`,
          };
      }
  },
});
