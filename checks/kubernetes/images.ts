import type { Artifacts } from '../artifacts/artifacts';
import type { Place } from '../artifacts/subject';
import { text } from '../artifacts/value';
import { parseImage, type ImageName } from './image-name';

/** An image that the tree runs. */
export interface UsedImage {
  readonly reference: string;
  readonly name: ImageName;
  readonly place: Place;
}

/** Kinds whose operators run images that their spec names. */
const imageFields = new Set(['image', 'imageName']);

/** Images of pods and of custom resources, also of values handed to charts as `image: {repository, tag}`. */
export function usedImages({ objects, pods }: Artifacts): readonly UsedImage[] {
  const ofPods = pods.flatMap(({ containers }) =>
    containers.flatMap((container) => {
      const reference = text(container.value, 'image');
      return reference === undefined ? [] : [used(reference, container.at('image'))];
    }),
  );
  const ofCustomResources = objects.all
    .filter(({ group }) => group.includes('.') && !group.endsWith('.k8s.io'))
    .flatMap((object) =>
      object.strings
        .filter(({ pointer, value }) => imageFields.has(String(pointer.last())) && value.includes('/'))
        .map(({ pointer, value }) => used(value, object.at(...pointer))),
    );
  return [...ofPods, ...ofCustomResources, ...objects.ofKind('Application').flatMap(valueImages)];
}

function valueImages(object: ReturnType<Artifacts['objects']['ofKind']>[number]): UsedImage[] {
  return object.strings.flatMap(({ pointer, value }) => {
    if (pointer.last() !== 'repository' || !pointer.includes('valuesObject')) return [];
    const tag = text(object.value, ...[...pointer].slice(0, -1), 'tag');
    return tag === undefined ? [] : [used(`${value}:${tag}`, object.at(...pointer))];
  });
}

const used = (reference: string, place: Place): UsedImage => ({
  reference,
  name: parseImage(reference),
  place,
});
