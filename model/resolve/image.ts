import type { Image } from '../cluster';
import type { GitopsDefinition } from '../definition/gitops-definition';

/** The pinned image of an application. */
export function resolveImage(gitops: GitopsDefinition, app: string): Image {
  const version = gitops.images[app];
  if (version === undefined) throw new Error(`gitops.images.${app} is missing: not checked`);
  const repository = `${gitops.registry}/${app}`;
  const separator = version.startsWith('sha256:') ? '@' : ':';
  return { repository, reference: `${repository}${separator}${version}`, version };
}
