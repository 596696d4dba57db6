import type { Cluster } from '../../model/cluster';
import { terraformOutputs } from '../../model/terraform-outputs';
import { usesSessionManager, type Connection } from './connection';

type Values = Readonly<Record<string, unknown>>;
/** Marked sensitive so that no comment shows an account id; the cluster reads these all the same. */
const readInTheCluster: readonly string[] = Object.values(terraformOutputs.keys);

interface Output {
  readonly value: unknown;
  readonly sensitive?: boolean;
}

/** Outputs of all stacks from `terraform output -json` of each. */
function outputs(texts: readonly string[]): Readonly<Record<string, Output>> {
  return Object.assign({}, ...texts.map((text) => JSON.parse(text) as Record<string, Output>)) as Record<
    string,
    Output
  >;
}

/** Sensitive ones as well: they are kept out of comments, not from the operator. */
function outputValues(texts: readonly string[]): Values {
  return Object.fromEntries(Object.entries(outputs(texts)).map(([name, { value }]) => [name, value]));
}

/** The inventory with what the operator's own machine adds: where the API server answers, and the zone to clean up. */
export function inventoryText(cluster: Cluster, connection: Connection, texts: readonly string[]): string {
  const values = outputValues(texts);
  const inventory = values[terraformOutputs.keys.inventory] as { all: { vars: Values } } | undefined;
  if (!inventory) throw new Error('the stack nodes has no output ansible_inventory');
  const { all } = inventory;
  const vars = {
    ...all.vars,
    ...(values['hosted_zone_id'] === undefined ? {} : { hosted_zone_id: values['hosted_zone_id'] }),
    kubeconfig_server: usesSessionManager(cluster)
      ? `https://127.0.0.1:${String(connection.localPort)}`
      : `https://${String(values['api_public_ip'])}:6443`,
  };
  return json({ ...inventory, all: { ...all, vars } });
}

/** The session that forwards a port of this machine to the API server of the first control-plane node. */
export function tunnelText(cluster: Cluster, { localPort }: Connection, texts: readonly string[]): string {
  const nodes = outputValues(texts)['nodes'] as Readonly<Record<string, { id: string }>>;
  const master = Object.values(cluster.nodes)
    .filter(({ role }) => role === 'control-plane')
    .map(({ name }) => name)
    .sort()[0];
  return json({
    Target: nodes[master ?? '']?.id,
    DocumentName: 'AWS-StartPortForwardingSession',
    Parameters: { portNumber: ['6443'], localPortNumber: [String(localPort)] },
  });
}

/**
 * What Atlantis writes after each apply, for the sync that comes before there is an Atlantis: everything that may be seen,
 * and what the cluster reads.
 */
export function handOffText(namespace: string, texts: readonly string[]): string {
  const data = Object.fromEntries(
    Object.entries(outputs(texts))
      .filter(([name, { sensitive }]) => !sensitive || readInTheCluster.includes(name))
      .map(([name, { value }]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  return json({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: terraformOutputs.configMap, namespace },
    data,
  });
}

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
