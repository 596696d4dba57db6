/** First line of every output: what made it and how to change it. */
export function marker(cluster: string | undefined): string {
  const source = cluster === undefined ? 'clusters/' : `clusters/${cluster}.ts`;
  return `Generated from ${source} by "npm run synth". Edit the definition, not this file.`;
}
