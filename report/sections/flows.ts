import type { ClusterPlacement } from '../../model/capacity/placement/place-cluster';
import { machineFlows } from '../../model/flows/machine-flows';
import type { PodFlow } from '../../model/flows/pod-flow';
import { podFlows } from '../../model/flows/pod-flows';
import { section, table } from '../format';
import { markup, type Html } from '../markup';
import { endpointText, peerText } from '../peer-text';
import { reachabilities, type Reachability } from '../reachability';
import { workloadAnchor } from '../workload-anchor';

/** Every flow that anything lets through, in one table, and for each workload who may talk to it. */
export function flows(placement: ClusterPlacement): Html {
  const rows = [
    ...machineFlows(placement.cluster).map(({ from, to, protocol, ports: [first, last], why }) => [
      'security group',
      endpointText(from),
      endpointText(to),
      `${protocol} ${first === last ? String(first) : `${String(first)}–${String(last)}`}`,
      why,
    ]),
    ...podFlows(placement.cluster).map((flow) => [
      'NetworkPolicy',
      peerText(flow.from),
      peerText(flow.to),
      portsText(flow),
      flow.why,
    ]),
  ];
  return section(
    'flows',
    'Flows',
    markup`<p>
      A packet between pods of two machines has to pass both layers: security groups carry it inside VXLAN,
      NetworkPolicies decide which pods it may join.
    </p>`,
    table('What may pass', ['layer', 'from', 'to', 'ports', 'why'], rows),
    markup`<h3>Who may talk to whom</h3>
      <div class="cards">${reachabilities(placement).map(card)}</div>`,
  );
}

const portsText = ({ protocols = ['TCP'], ports }: PodFlow): string =>
  `${protocols.map((protocol) => protocol.toLowerCase()).join(' and ')} ${ports.join(', ')}`;

const restrictions: Readonly<Record<Reachability['restriction'], string>> = {
  policed: 'What is not listed is denied.',
  open: 'No policy of ours denies the rest: its namespace denies nothing by default.',
  'host-network': 'It uses its machine’s network, which security groups guard and no NetworkPolicy does.',
};

function card({ workload, restriction, incoming, outgoing, callers, callees }: Reachability): Html {
  const anchors = (workloads: readonly string[]) => workloads.map(workloadAnchor).join(' ');
  const list = (title: string, all: readonly PodFlow[], side: 'from' | 'to') =>
    markup`<h5>${title}</h5>
      ${
        all.length
          ? markup`<ul>
              ${all.map((flow) => markup`<li>${peerText(flow[side])} <span class="quiet">${portsText(flow)}: ${flow.why}</span></li>`)}
            </ul>`
          : markup`<p>Nothing is listed.</p>`
      }`;
  return markup`<article
    class="card"
    id="${workloadAnchor(workload)}"
    tabindex="-1"
    data-callers="${anchors(callers)}"
    data-callees="${anchors(callees)}"
  >
    <h4>${workload}</h4>
    ${list('May talk to it', incoming, 'from')}${list('It may talk to', outgoing, 'to')}
    <p class="quiet">${restrictions[restriction]}</p>
  </article> `;
}
