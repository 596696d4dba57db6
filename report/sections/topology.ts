import type { ClusterPlacement } from '../../model/capacity/placement/place-cluster';
import { steadyUsage, type NodeUsage } from '../../model/capacity/placement/usage';
import type { Pod } from '../../model/capacity/scheduling/pod';
import type { Node } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { memory, percent, section } from '../format';
import { markup, type Html } from '../markup';
import { workloadAnchor } from '../workload-anchor';

/** Zones with their nodes, the wider the more memory they have, filled by what their pods ask for. */
export function topology(placement: ClusterPlacement): Html {
  const { cluster } = placement;
  const usages = new Map(steadyUsage(placement).map((usage) => [usage.node, usage]));
  const zones = byName(cluster.network.zones).map(([letter, zone]) => {
    const nodes = byName(cluster.nodes).filter(([, node]) => node.zone.letter === letter);
    return markup`<section class="zone" aria-labelledby="zone-${letter}">
      <h3 id="zone-${letter}">Zone ${zone.name}</h3>
      <p class="quiet">
        public subnet
        ${zone.publicSubnet}${zone.privateSubnet ? `, private subnet ${zone.privateSubnet}` : ''};
        ${nodes.length} nodes
      </p>
      <div class="nodes">
        ${nodes.map(([, node]) => nodeBox(node, usages.get(node.name), podsOn(placement, node.name)))}
      </div>
    </section> `;
  });
  return section(
    'topology',
    'Topology',
    markup`<p>
      The more memory a node has, the wider it is in its row; its bars are filled by what each pod requests. Choose a pod to see
      who may talk to it: the arrow before a pod’s name then says <span class="key">→ may call it</span> or
      <span class="key">← may be called by it</span>.
    </p>`,
    zones,
  );
}

const podsOn = ({ steady }: ClusterPlacement, node: string): Pod[] =>
  [...(steady.podsOn.get(node) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));

function nodeBox(node: Node, usage: NodeUsage | undefined, pods: readonly Pod[]): Html {
  const gib = node.instance.memoryMiB / 1024;
  return markup`<article class="node" style="--gib:${gib}">
    <h4>${node.name}</h4>
    <p class="quiet">
      ${node.type}, ${node.instance.vcpu} vCPU, ${gib} GiB ·
      ${node.role}${node.serves ? ` for ${node.serves}` : ''} · ${node.privateIp}
    </p>
    ${usage ? bars(usage, pods) : ''}
    <ul class="pods">
      ${pods.map(podLink)}
    </ul>
  </article> `;
}

function bars({ allocatable, cpuMilli, memoryBytes }: NodeUsage, pods: readonly Pod[]): Html {
  const bar = (name: string, of: (pod: Pod) => number, whole: number, said: string) =>
    markup`<p class="fill">${name} ${said}</p>
      <div class="bar" aria-hidden="true">
        ${pods.map((pod) => markup`<i style="width:${percent(of(pod), whole)}" title="${pod.name}"></i>`)}
      </div>`;
  return markup`${bar(
    'CPU',
    ({ template }) => template.requests.cpuMilli,
    allocatable.cpuMilli,
    `${String(cpuMilli)} of ${String(allocatable.cpuMilli)} m (${percent(cpuMilli, allocatable.cpuMilli)})`,
  )}${bar(
    'Memory',
    ({ template }) => template.requests.memoryBytes,
    allocatable.memoryBytes,
    `${memory(memoryBytes)} of ${memory(allocatable.memoryBytes)} (${percent(memoryBytes, allocatable.memoryBytes)})`,
  )}`;
}

function podLink({ name, template: { workload, requests } }: Pod): Html {
  const asks = `${String(requests.cpuMilli)} m, ${memory(requests.memoryBytes)}`;
  return markup`<li>
    <a class="pod" href="#${workloadAnchor(workload)}">${name}</a> <span class="quiet">${asks}</span>
  </li>`;
}
