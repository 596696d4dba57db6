import { at, list, text } from '../artifacts/value';
import { rule } from '../rule';

const programs = new Set([
  '/',
  '/bin',
  '/sbin',
  '/usr',
  '/usr/bin',
  '/usr/sbin',
  '/usr/local',
  '/usr/local/bin',
  '/lib',
  '/lib64',
  '/opt',
  '/etc',
  '/app',
]);

export const mountsHideNoPrograms = rule({
  code: 'mounts-hide-no-programs',
  rule: 'No volume is mounted over a directory in which the image keeps its programs.',
  fix: 'Mount it elsewhere and add that directory to PATH, or mount one file with subPath.',
  incidents: ['F03'],
  *run({ pods }) {
    for (const { containers } of pods)
      for (const container of containers)
        for (const [index, mount] of list(container.value, 'volumeMounts').entries()) {
          const path = text(mount, 'mountPath')?.replace(/(.)\/$/, '$1') ?? '';
          if (programs.has(path) && at(mount, 'subPath') === undefined)
            yield { place: container.at('volumeMounts', index, 'mountPath'), problem: `is ${path}` };
        }
  },
});
