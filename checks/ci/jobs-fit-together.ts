import { Subject } from '../artifacts/subject';
import { at, blocks, fields, list, strings, text } from '../artifacts/value';
import { rule } from '../rule';

export const jobsFitTogether = rule({
  code: 'jobs-fit-together',
  rule: 'A job needs jobs that exist and reads outputs that they declare; an artifact is written once; matrix is unknown in the condition of a job.',
  fix: 'Declare the output, rename the artifact, or move the condition to a step.',
  incidents: ['F10'],
  *run(artifacts) {
    for (const { source, value } of artifacts.ofRole('workflow')) {
      const subject = new Subject(source, source.file);
      const jobs = fields(value, 'jobs');
      const uploads = new Map<string, string>();
      for (const [name, job] of Object.entries(jobs)) {
        for (const needed of blocks(job, 'needs'))
          if (typeof needed === 'string' && !(needed in jobs))
            yield { place: subject.at('jobs', name, 'needs'), problem: `names ${needed}, which is no job` };
        const condition = text(job, 'if');
        if (condition?.includes('matrix.') === true)
          yield { place: subject.at('jobs', name, 'if'), problem: `is ${condition}` };
        for (const { pointer, value: string } of strings(job))
          for (const [, needed = '', output = ''] of string.matchAll(/needs\.([\w-]+)\.outputs\.([\w-]+)/g))
            if (
              needed in jobs &&
              at(jobs[needed], 'outputs', output) === undefined &&
              at(jobs[needed], 'uses') === undefined
            )
              yield {
                place: subject.at('jobs', name, ...pointer),
                problem: `reads ${output} of ${needed}, which does not declare it`,
              };
        for (const [index, step] of list(job, 'steps').entries()) {
          if (!/^actions\/upload-artifact@/.test(text(step, 'uses') ?? '')) continue;
          const artifact = text(step, 'with', 'name') ?? 'artifact';
          const isMatrix = at(job, 'strategy', 'matrix') !== undefined && !artifact.includes('${{');
          const place = subject.at('jobs', name, 'steps', index, 'with', 'name');
          if (isMatrix) yield { place, problem: `is ${artifact} in every leg of the matrix` };
          else if (uploads.has(artifact))
            yield { place, problem: `is ${artifact}, as in ${uploads.get(artifact) ?? ''}` };
          uploads.set(artifact, name);
        }
      }
    }
  },
});

const named = /\bargocd\s+app\s+(?:sync|wait|get|diff|set)\s+(?:--\S+\s+)*([a-z0-9][\w.-]*)/g;

export const workflowsNameWhatExists = rule({
  code: 'workflows-name-what-exists',
  rule: 'A workflow names Applications, images and kustomize directories that exist.',
  fix: 'Take the name from dist.',
  incidents: ['F09', 'F13', 'G03'],
  *run(artifacts) {
    const applications = new Set(artifacts.objects.ofKind('Application').map(({ name }) => name));
    const images = new Set(
      artifacts.pods.flatMap(({ containers }) =>
        containers.map(({ value }) => (text(value, 'image') ?? '').split(/[:@]/)[0] ?? ''),
      ),
    );
    if (!applications.size) return;
    for (const { source, value } of artifacts.ofRole('workflow')) {
      const subject = new Subject(source, source.file);
      for (const { pointer, value: string } of strings(value)) {
        for (const [, name = ''] of string.matchAll(named))
          if (!applications.has(name))
            yield {
              place: subject.at(...pointer),
              problem: `names the Application ${name}, which does not exist`,
            };
        for (const [, image = ''] of string.matchAll(/\b(ghcr\.io\/[\w.-]+\/[\w.-]+):/g))
          if (!images.has(image) && pointer.last() !== 'uses')
            yield { place: subject.at(...pointer), problem: `names the image ${image}, which nothing runs` };
        for (const [, path = ''] of string.matchAll(/\bkustomize\s+build\s+([\w./-]+)/g))
          if (
            !artifacts.objects.all.some(({ source: one }) =>
              one.file.startsWith(`${path.replace(/^\.\//, '').replace(/\/$/, '')}/`),
            )
          )
            yield { place: subject.at(...pointer), problem: `builds ${path}, which holds nothing` };
      }
    }
  },
});

const words: Readonly<Record<string, string>> = { if: 'fi', case: 'esac', do: 'done' };

/** What a script opens and never closes; undefined when it is balanced. */
export function unclosed(script: string): string | undefined {
  const bare = script
    .replace(/<<-?\s*(['"]?)(\w+)\1[^\n]*\n[\s\S]*?\n\s*\2\s*(?=\n|$)/g, '\n')
    .replace(/\\./g, '')
    .replace(/'[^']*'/g, "''")
    .replace(/"[^"]*"/g, '""')
    .replace(/\$\{\{[^}]*\}\}|\$\{[^}]*\}/g, '')
    .replace(/(^|\s)#[^\n]*/g, '$1');
  const open: string[] = [];
  for (const segment of bare.split(/[\n;&|()`]+/)) {
    const tokens = segment.trim().split(/\s+/);
    while (tokens.length) {
      const word = tokens.shift() ?? '';
      if (words[word] !== undefined) open.push(word);
      else if (Object.values(words).includes(word)) {
        const last = open.pop();
        if (last === undefined || words[last] !== word) return `${word} without its beginning`;
      } else if (!['then', 'else', 'elif', '!', '{', 'time', 'while', 'until'].includes(word)) break;
      if (word === 'case') break;
    }
  }
  const [last] = open.slice(-1);
  return last === undefined ? undefined : `${last} without ${words[last] ?? ''}`;
}

export const scriptsAreComplete = rule({
  code: 'scripts-are-complete',
  rule: 'Every script closes what it opens: if with fi, case with esac, do with done.',
  fix: 'Add the missing word; bash -n names the line.',
  incidents: ['F07'],
  *run(artifacts) {
    for (const { source, value } of artifacts.ofRole('workflow')) {
      const subject = new Subject(source, source.file);
      for (const { pointer, value: string } of strings(value)) {
        const problem = pointer.last() === 'run' ? unclosed(string) : undefined;
        if (problem !== undefined) yield { place: subject.at(...pointer), problem: `has ${problem}` };
      }
    }
    for (const object of artifacts.objects.ofKind('ConfigMap'))
      for (const { pointer, value } of object.strings) {
        const problem = String(pointer.last()).endsWith('.sh') ? unclosed(value) : undefined;
        if (problem !== undefined) yield { place: object.at(...pointer), problem: `has ${problem}` };
      }
    for (const { source, text: script } of artifacts.ofRole('text')) {
      const problem = /\.sh$/.test(source.file) ? unclosed(script) : undefined;
      if (problem !== undefined)
        yield { place: { source, path: source.file, pointer: [] }, problem: `has ${problem}` };
    }
  },
});
