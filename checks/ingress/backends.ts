import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, list, number, text, type Pointer } from '../artifacts/value';

/** A backend of an Ingress. */
export interface Backend {
  readonly ingress: ObjectArtifact;
  /** Of the backend, inside the Ingress. */
  readonly pointer: Pointer;
  readonly name: string | undefined;
  readonly port: number | string | undefined;
}

export function backends({ objects }: Artifacts): readonly Backend[] {
  return objects.ofKind('Ingress').flatMap((ingress) => {
    const pointers: Pointer[] = list(ingress.value, 'spec', 'rules').flatMap((one, index) =>
      list(one, 'http', 'paths').map((_, inner): Pointer => [
        'spec',
        'rules',
        index,
        'http',
        'paths',
        inner,
        'backend',
      ]),
    );
    if (at(ingress.value, 'spec', 'defaultBackend') !== undefined) pointers.push(['spec', 'defaultBackend']);
    return pointers
      .filter((pointer) => text(ingress.value, ...pointer, 'service', 'port', 'name') !== 'use-annotation')
      .map((pointer) => ({
        ingress,
        pointer,
        name: text(ingress.value, ...pointer, 'service', 'name'),
        port:
          number(ingress.value, ...pointer, 'service', 'port', 'number') ??
          text(ingress.value, ...pointer, 'service', 'port', 'name'),
      }));
  });
}

/** Annotation of the load balancer controller. */
export const albAnnotation = (name: string) => `alb.ingress.kubernetes.io/${name}`;
