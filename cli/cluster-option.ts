import { Option } from 'commander';

/** The option that several commands share. */
export function clusterOption(): Option {
  return new Option('-c, --cluster <name...>', 'only these clusters (default: all)');
}
