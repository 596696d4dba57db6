/** Where things are in Atlantis's container. None of them lies over a folder that the image fills. */
const etc = '/etc/atlantis';

export const paths = {
  data: '/atlantis-data',
  /** Filled by the init container, because the image has no interpreter. */
  tools: '/opt/tools',
  node: '/opt/tools/node',
  scripts: `${etc}/scripts`,
  config: `${etc}/config`,
  secrets: `${etc}/secrets`,
  repos: `${etc}/config/repos.yaml`,
  policy: `${etc}/config/policy.json`,
  handOff: `${etc}/config/hand-off.json`,
} as const;
