import { list, stringMap, text } from '../artifacts/value';
import { rule } from '../rule';

const reserved = /^([\w-]+\.)*(kubernetes|k8s)\.io$|^node-role\./;
/** https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction */
const allowed =
  /^(node\.kubernetes\.io|kubelet\.kubernetes\.io)\/|^(kubernetes\.io\/(hostname|arch|os)|topology\.kubernetes\.io\/(region|zone)|node\.kubernetes\.io\/instance-type)$/;

export const nodeLabelsAreAllowed = rule({
  code: 'node-labels-are-allowed',
  rule: 'A kubelet may set no label under kubernetes.io, k8s.io or node-role: it stops with "unknown reserved labels" instead of joining.',
  fix: 'Use a key without a prefix; see roles in the definition.',
  incidents: ['B10'],
  *run({ inventory }) {
    for (const host of inventory.hosts) {
      const argument = [
        text(host.vars, 'kubelet_arguments', 'node-labels'),
        text(host.vars, 'kubeadm_join_configuration', 'nodeRegistration', 'kubeletExtraArgs', 'node-labels'),
      ];
      const keys = [
        ...Object.keys(host.labels),
        ...argument.flatMap((value) =>
          value ? value.split(',').map((pair) => pair.split('=')[0] ?? '') : [],
        ),
      ];
      for (const key of new Set(keys)) {
        const prefix = key.includes('/') ? (key.split('/')[0] ?? '') : '';
        if (reserved.test(prefix) && !allowed.test(key))
          yield { place: host.at('node_labels', key), problem: 'has a reserved prefix' };
      }
    }
  },
});

export const inventoryAgreesWithTerraform = rule({
  code: 'inventory-agrees-with-terraform',
  rule: 'Every host of the inventory is a machine of the nodes stack, with its type and its address.',
  fix: 'Take both from one synth.',
  incidents: ['A32', 'A47'],
  *run({ inventory, terraform }) {
    const machines = new Map(
      terraform
        .ofType('aws_instance')
        .map((machine) => [text(machine.body, 'tags', 'Name') ?? machine.name, machine]),
    );
    if (!machines.size) return;
    for (const host of inventory.hosts) {
      const machine = machines.get(host.name);
      if (!machine) {
        yield { place: host.at(), problem: 'is no machine of any stack' };
        continue;
      }
      for (const field of ['instance_type', 'private_ip']) {
        const [own, other] = [text(host.vars, field), text(machine.body, field)];
        if (own !== undefined && other !== undefined && own !== other)
          yield { place: host.at(field), problem: `is ${own}, and ${machine.address} has ${other}` };
      }
    }
  },
});

export const nodeDataAgrees = rule({
  code: 'node-data-agrees',
  rule: 'The hook that repairs labels and taints has the data of the inventory.',
  fix: 'Take both from one synth.',
  incidents: ['A44', 'B28', 'C10'],
  *run({ inventory, objects }) {
    const hosts = new Map(inventory.hosts.map((host) => [host.name, host]));
    if (!hosts.size) return;
    for (const object of objects.ofKind('ConfigMap'))
      for (const [key, value] of Object.entries(stringMap(object.value, 'data'))) {
        const lines = value.trim().split('\n');
        if (key !== 'nodes' || !lines.every((line) => line.split(' ').length === 3)) continue;
        const place = object.at('data', key);
        const written = new Map(lines.map((line) => [line.split(' ')[0] ?? '', line]));
        for (const [name, host] of hosts) {
          const line = written.get(name);
          const labels =
            Object.entries(host.labels)
              .map(([label, one]) => `${label}=${one}`)
              .sort()
              .join(',') || '-';
          const [, own = ''] = line?.split(' ') ?? [];
          if (labels === '-' && line === undefined) continue;
          if (line === undefined) yield { place, problem: `does not have ${name}` };
          else if (own.split(',').sort().join(',') !== labels)
            yield { place, problem: `gives ${name} ${own}; the inventory has ${labels}` };
          const taints = list(host.vars, 'node_taints')
            .map((taint) => text(taint, 'value'))
            .filter((one) => one !== undefined);
          const missing = taints.find((taint) => line?.includes(`=${taint}:`) === false);
          if (missing !== undefined)
            yield { place, problem: `leaves ${name} without the taint of ${missing}` };
        }
      }
  },
});
