/** Why something does not run, and what to do. */
export interface Cause {
  /** Kebab-case name; problems with the same cause are one action. */
  readonly code: string;
  readonly cause: string;
  readonly action: string;
  /** Rows of the incident list in which this was the cause. */
  readonly incidents: readonly string[];
}

interface KnownCause extends Cause {
  readonly matches: RegExp;
}

/**
 * Likely causes by what Kubernetes says, from the platform's own incidents. In the order in which they are mended: what
 * holds up others comes first.
 */
const known: readonly KnownCause[] = [
  {
    code: 'api-server-blocked',
    matches: /dial tcp 10\.\d+\.0\.1:443: i\/o timeout/,
    cause: 'a NetworkPolicy blocks the way to the API server: after DNAT it is a node address with port 6443',
    action:
      'Delete or mend the egress policy of this pod (API server 6443, DNS 53, AWS 443), then restart it. Waiting does not help.',
    incidents: ['D01'],
  },
  {
    code: 'webhook-down',
    matches: /failed calling webhook.*elbv2|mservice\.elbv2/s,
    cause: 'the webhook of the load balancer controller does not answer, so no Service can be written',
    action: 'Bring the load balancer controller up first; the Applications then sync by themselves.',
    incidents: ['D01'],
  },
  {
    code: 'image-ended',
    matches: /(^|[\s"/])bitnami\//,
    cause: "Bitnami's free images ended on 2025-08-28",
    action:
      'Use the official image or the operator; changing the base image inside a Bitnami chart does not work.',
    incidents: ['G04', 'G05', 'G06'],
  },
  {
    code: 'registry-refuses',
    matches: /\b40[13]\b|denied|unauthorized|authentication required/i,
    cause: 'the registry refuses the pull: no pull secret in the namespace, or a token without read:packages',
    action:
      'Check ExternalSecret registry-credentials in the namespace and the token behind …/registry/dockerconfigjson.',
    incidents: ['G01'],
  },
  {
    code: 'image-missing',
    matches: /ImagePull|ErrImage|InvalidImageName|manifest unknown|not found: not found/,
    cause: 'the image or its tag was never pushed',
    action:
      'Push the image, or set a tag that exists: npm run image -- <domain> <tag>. A restart does not help.',
    incidents: ['G01', 'G02', 'G03', 'G07'],
  },
  {
    code: 'secret-missing',
    matches: /secret "[^"]+" not found|couldn't find key .* in Secret/i,
    cause: 'a Secret or its key is missing in the namespace of the pod',
    action: 'kubectl describe externalsecret names the missing parameter; put it into Parameter Store.',
    incidents: ['G13', 'G15', 'G16'],
  },
  {
    code: 'volume-unbound',
    matches: /unbound immediate PersistentVolumeClaims|volume node affinity conflict/,
    cause: 'its volume was not made, or is in another zone than its node',
    action: 'kubectl describe pvc; look at the EBS CSI controller, its role, and the zone of the node.',
    incidents: ['A25', 'G09'],
  },
  {
    code: 'taint-not-tolerated',
    matches: /untolerated taint/,
    cause: 'every node with room has a taint that the pod does not tolerate',
    action: 'Compare the labels and taints below with npm run place; run ansible playbooks/label-nodes.yml.',
    incidents: ['B12', 'C03'],
  },
  {
    code: 'no-node-matches',
    matches: /didn't match (Pod's )?node (affinity|selector)/,
    cause: 'no node has the labels that the pod selects',
    action: 'Run ansible playbooks/label-nodes.yml; labels come from the definition.',
    incidents: ['C01'],
  },
  {
    code: 'node-full',
    matches: /Insufficient (cpu|memory)/,
    cause: 'its node has no room for the requests',
    action:
      'npm run place shows who takes it; grow the type of the node or lower requests in the definition.',
    incidents: ['A38', 'A39', 'C02', 'C04'],
  },
  {
    code: 'out-of-memory',
    matches: /OOMKilled/,
    cause: 'the container needs more memory than its limit',
    action: 'Raise its memory limit in the definition, or find the leak.',
    incidents: ['C12'],
  },
  {
    code: 'command-not-found',
    matches: /executable file not found|exec: "/,
    cause: 'the image has no such program',
    action: 'Compare command and args with the entry point of the image.',
    incidents: ['E23', 'F02'],
  },
  {
    code: 'repository-unreadable',
    matches: /ComparisonError|repository not accessible|app path does not exist/,
    cause: 'Argo CD cannot read the repository, the branch or the path',
    action: 'Check the address, the credentials and the branch; has dist been committed?',
    incidents: ['B23', 'E07'],
  },
];

const unknown: Cause = {
  code: 'unknown',
  cause: 'not one that the incident list knows',
  action: 'kubectl describe and kubectl logs --previous; add the cause to the list once it is known.',
  incidents: [],
};

/** The likely cause behind what Kubernetes says. */
export function likelyCause(text: string): Cause {
  const found = known.find(({ matches }) => matches.test(text));
  if (!found) return unknown;
  const { code, cause, action, incidents } = found;
  return { code, cause, action, incidents };
}

/** Where a cause stands in the order in which causes are mended. */
export function causeRank({ code }: Cause): number {
  const index = known.findIndex((cause) => cause.code === code);
  return index < 0 ? known.length : index;
}
