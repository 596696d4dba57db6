"""Compares Ansible's own reading of an inventory with the machines that Terraform makes.

Usage: check_inventory.py INVENTORY TERRAFORM_JSON
"""
import json
import subprocess
import sys


def hosts(inventory, pattern):
    output = subprocess.run(
        ["ansible", "--inventory", inventory, "--list-hosts", pattern], capture_output=True, text=True, check=True
    ).stdout
    return {line.strip() for line in output.splitlines()[1:] if line.strip()}


def joining(inventory):
    """Hosts of the plays that join, as ansible-playbook itself resolves them."""
    output = subprocess.run(
        ["ansible-playbook", "--inventory", inventory, "--list-hosts", "playbooks/join.yml"],
        capture_output=True, text=True, check=True,
    ).stdout
    return {line.strip() for line in output.split("hosts (")[1].splitlines()[1:] if line.strip()}


def main():
    inventory, terraform = sys.argv[1:]
    with open(terraform, encoding="utf-8") as file:
        instances = json.load(file)["resource"]["aws_instance"].values()
    machines = {instance["tags"]["Name"] for instance in instances}
    listing = json.loads(
        subprocess.run(
            ["ansible-inventory", "--inventory", inventory, "--list"], capture_output=True, text=True, check=True
        ).stdout
    )
    variables = listing["_meta"]["hostvars"]
    masters = hosts(inventory, "masters")
    problems = []

    def expect(what, found, wanted):
        if found != wanted:
            problems.append(f"{what}: too many {sorted(found - wanted)}, missing {sorted(wanted - found)}")

    expect("group k8s_cluster", hosts(inventory, "k8s_cluster"), machines)
    expect("masters, api_nodes, workers and infrastructure", hosts(inventory, "masters:api_nodes:workers:infrastructure"), machines)
    expect("hosts that join", joining(inventory), machines - masters)
    if not masters:
        problems.append("no host in group masters")
    for name in sorted(machines & variables.keys()):
        for variable in ("private_ip", "zone", "node_role", "node_labels", "node_taints", "kubelet_patch"):
            if variable not in variables[name]:
                problems.append(f"{name} lacks {variable}")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
