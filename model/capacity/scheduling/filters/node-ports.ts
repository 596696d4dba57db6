import type { HostPort } from '../pod';
import { passes, type DynamicFilter } from './filter';

const taken = ["node(s) didn't have free ports for the requested pod ports"];
const everyAddress = '0.0.0.0';

function conflict(a: HostPort, b: HostPort): boolean {
  if (a.port !== b.port || a.protocol !== b.protocol) return false;
  return a.ip === b.ip || a.ip === everyAddress || b.ip === everyAddress;
}

/** A host port is free once for each protocol and address. */
export const nodePorts: DynamicFilter = {
  name: 'NodePorts',
  concerns: ({ template }) => template.hostPorts.length > 0,
  reasons: ({ template }, { ports }) =>
    template.hostPorts.some((wanted) => ports.some((used) => conflict(wanted, used))) ? taken : passes,
};
