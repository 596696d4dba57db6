import { parse } from 'yaml';
import type { Artifacts } from '../artifacts/artifacts';
import { Subject, type Place } from '../artifacts/subject';
import { text, type Pointer } from '../artifacts/value';

/** An Atlantis server's configuration, read out of the ConfigMap that carries it. */
export interface ServerFile {
  readonly value: unknown;
  /** Inside the file; the position is that of the whole text. */
  readonly at: (...pointer: Pointer) => Place;
}

/** Every `repos.yaml` of the tree. */
export function serverFiles({ objects }: Artifacts): readonly ServerFile[] {
  return objects.ofKind('ConfigMap').flatMap((object) => {
    const content = text(object.value, 'data', 'repos.yaml');
    if (content === undefined) return [];
    const inside = new Subject(object.source, `${object.at('data', 'repos.yaml').path}`, [
      'data',
      'repos.yaml',
    ]);
    const at: ServerFile['at'] = (...pointer) => {
      const { source, path } = inside.at(...pointer);
      return { source, path, pointer: inside.base };
    };
    return [{ value: parsed(content), at }];
  });
}

/** YAML as a value; text that is no YAML stays text, which no schema takes. */
function parsed(content: string): unknown {
  try {
    return parse(content);
  } catch {
    return content;
  }
}
