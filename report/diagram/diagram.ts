import type { Cluster, Zone } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { commentText, Html, markup } from '../markup';
import { machinesOf, purpose, type Machines } from './machines';
import { style } from './style';

/** Lengths in pixels of the picture's own. */
const margin = 16;
const gap = 8;
const zoneWidth = 300;
const zoneTop = 184;
const zoneHead = 46;
/** A node is as high as its two lines, and higher by its memory. */
const nodeHeight = ({ node }: Machines) => 44 + 4 * Math.min(node.instance.memoryMiB / 1024, 32);
/** Characters that fit a box in the widest line. */
const longestName = 34;

/** The cluster's machines by zone, each sized by its memory, and how people reach them: `docs/topology.svg`. */
export function diagram(cluster: Cluster, marker: string): string {
  const zones = byName(cluster.network.zones).map(([letter, zone], index) => ({
    zone,
    left: margin * 2 + index * (zoneWidth + margin),
    machines: machinesOf(cluster, letter),
  }));
  const zoneHeight = zoneHead + Math.max(...zones.map(({ machines }) => heightOf(machines)));
  const width = margin * 3 + zones.length * (zoneWidth + margin);
  const height = zoneTop + zoneHeight + margin * 2;
  return markup`<!-- ${commentText(marker)} -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">Topology of ${cluster.name}</title>
<style>${new Html(style)}</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>
<rect class="ground" width="${width}" height="${height}"/>
${heading(cluster)}${entrances(cluster, width)}<rect class="frame" x="${margin}" y="${zoneTop - 28}" width="${width - margin * 2}" height="${zoneHeight + 28 + margin}" rx="8"/>
<text class="quiet" x="${margin * 2}" y="${zoneTop - 10}">VPC ${cluster.network.vpcCidr} · pods ${cluster.network.podCidr} · services ${cluster.network.serviceCidr}</text>
${zones.map(({ zone, left, machines }) => [column(zone, left, zoneHeight), boxes(cluster, left + gap, machines)])}</svg>
`.text;
}

function column({ name, publicSubnet, privateSubnet }: Zone, left: number, height: number): Html {
  const subnets = privateSubnet === undefined ? publicSubnet : `${publicSubnet}, private ${privateSubnet}`;
  return markup`<rect class="zone" x="${left}" y="${zoneTop}" width="${zoneWidth}" height="${height}" rx="6"/>
${line(left + gap, zoneTop + 18, 'name', name)}${line(left + gap, zoneTop + 34, 'quiet', subnets)}`;
}

const heightOf = (machines: readonly Machines[]) =>
  machines.reduce((height, machine) => height + nodeHeight(machine) + gap, 0);

function heading({ name, environment, region, totals, versions }: Cluster): Html {
  const { nodes, vcpu, memoryGiB } = totals;
  return markup`${line(margin, 30, 'title', name)}${line(margin, 50, 'quiet', `${environment} in ${region} · ${String(nodes)} nodes, ${String(vcpu)} vCPU, ${String(memoryGiB)} GiB · Kubernetes ${versions.kubernetes}`)}`;
}

/** What is reached from the internet, and through what. */
function entrances({ edge }: Cluster, width: number): Html {
  const { images, ...balanced } = edge.hosts;
  const half = (width - margin * 3) / 2;
  const entrance = (left: number, name: string, hosts: readonly string[]) =>
    markup`<rect class="node" x="${left}" y="66" width="${half}" height="46" rx="6"/>
${line(left + gap, 85, 'name', name)}${line(left + gap, 102, 'quiet', hosts.join(', '))}`;
  const middle = margin + half / 2;
  return markup`${entrance(margin, 'Load balancer', Object.values(balanced).sort())}${entrance(margin * 2 + half, edge.images.cdn ? 'CloudFront' : 'S3', [images])}<path class="arrow" d="M${middle} 112V${zoneTop - 28}"/>
`;
}

function boxes(cluster: Cluster, left: number, machines: readonly Machines[]): Html[] {
  let top = zoneTop + zoneHead;
  return machines.map((machine) => {
    const { node, count } = machine;
    const { memoryMiB, vcpu } = node.instance;
    const height = nodeHeight(machine);
    const name = count > 1 ? `${node.definedAs} × ${String(count)}` : node.name;
    const size = `${node.type}, ${String(vcpu)} vCPU, ${String(memoryMiB / 1024)} GiB`;
    const box = markup`<rect class="node" x="${left}" y="${top}" width="${zoneWidth - gap * 2}" height="${height}" rx="4"/>
<rect class="${node.role}" x="${left}" y="${top}" width="5" height="${height}" rx="2"/>
${line(left + 14, top + 19, 'name', name)}${line(left + 14, top + 36, 'quiet', `${purpose(cluster, node)} · ${size}`)}`;
    top += height + gap;
    return box;
  });
}

/** One line of text, cut where no box is that wide. */
const line = (x: number, y: number, kind: 'title' | 'name' | 'quiet', text: string): Html =>
  markup`<text class="${kind}" x="${x}" y="${y}">${kind === 'name' && text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text}</text>
`;
