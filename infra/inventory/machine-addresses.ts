import type { EndpointAddresses } from '../kubeadm/control-plane-endpoint';

/** What is known of a machine only after Terraform has made it. */
export interface MachineAddress {
  /** Address that Ansible connects to. */
  readonly privateIp: string;
  readonly instanceId: string;
}

/** Addresses that the Terraform output adds to the committed inventory. */
export interface InventoryAddresses extends EndpointAddresses {
  readonly machines: Readonly<Record<string, MachineAddress>>;
}
