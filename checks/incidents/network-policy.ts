import { incident, type Incident } from './incident';

/** Failures of NetworkPolicy. */
export const networkPolicyIncidents: readonly Incident[] = [
  incident(
    'H01',
    'Y',
    'default-deny blocks ALB health, Argo webhook (DEFAULT_DENY_ROLLOUT_NOTES) → removed from kustomization',
  ),
  incident('H02', 'Y', 'auth egress HTTPS blocked → OAuth fails'),
  incident('H03', 'Y', 'DNS selector name=kube-system never matches; UDP only'),
  incident('H04', 'Y', 'allow-dns Egress policy = implicit deny rest'),
  incident('H05', 'Y', 'OR vs AND peers; podSelector on wrong ns'),
  incident(
    'H06',
    'Y',
    'policy podSelector/peer labels (app=postgresql, app=redis, app=rabbitmq, ns name=kube-system) that the GitOps-installed objects do not carry',
  ),
  incident('H07', 'Y', 'data vs databases ns, RabbitMQ in messaging'),
  incident('H08', 'Y', 'monitoring scrape + API server + kubelet blocked'),
  incident('H09', 'Y', 'instance-mode ALB sources (node IP/VXLAN) not allowed'),
  incident('H10', 'P', 'ArgoCD default NP → E22'),
];
