/** Regular expression of a stack's path in the repository, for the programs that run beside Atlantis. */
export const projectDirectory = (cluster: string): string =>
  `^dist/(?<cluster>${cluster})/terraform/(?<stack>[a-z0-9]+(?:-[a-z0-9]+)*)$`;
