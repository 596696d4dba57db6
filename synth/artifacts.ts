import { Artifacts } from '../checks/artifacts/artifacts';
import type { Artifact } from '../checks/artifacts/artifact';
import { lineIn } from './foreign/line-in';
import type { ProducedFile } from './produced-file';
import { serialize } from './serialize';

/** What rules read of our own output: the values that producers returned, without parsing them again. */
export function producedArtifacts(files: readonly ProducedFile[]): Artifacts {
  return new Artifacts(files.flatMap(artifact));
}

function artifact(file: ProducedFile): Artifact[] {
  const { path, content } = file;
  const source = { file: path, line: lineIn(() => serialize(file).text) };
  switch (content.kind) {
    case 'terraform':
      return [
        { role: 'terraform', source, stack: path.slice(0, path.lastIndexOf('/')), value: content.value },
      ];
    case 'manifest':
      return [{ role: 'object', source, value: content.value }];
    case 'inventory':
      return [{ role: 'inventory', source, value: content.value }];
    case 'atlantis':
      return [{ role: 'atlantis', source, value: content.value }];
    case 'text':
      // A page for people repeats the failures that rules look for.
      return path.startsWith('docs/') ? [] : [{ role: 'text', source, text: content.value }];
    case 'data':
      return [];
  }
}
