#!/bin/bash
# Brings the machines to the state that the playbooks describe, over SSH. A run whose inventory and
# playbooks are those of the last successful run ends at once, so a sync that changes neither costs seconds.
set -euo pipefail

work=/work
inventory="${work}/inventory.yaml"
state=ansible-bootstrap-state

for _ in $(seq 1 60); do
  kubectl get configmap "${OUTPUTS}" --namespace argocd --ignore-not-found \
    --output "jsonpath={.data.${INVENTORY_KEY}}" > "${inventory}"
  [ -s "${inventory}" ] && break
  echo "waiting for ${INVENTORY_KEY} in ConfigMap argocd/${OUTPUTS}"
  sleep 10
done
if ! [ -s "${inventory}" ]; then
  echo "ConfigMap argocd/${OUTPUTS} has no inventory: apply the Terraform stacks and publish their outputs" >&2
  exit 1
fi

git clone --quiet --depth 1 --branch "${BRANCH}" "${REPOSITORY}" "${work}/repository"
cd "${work}/repository/ansible"
playbooks=$(git rev-parse HEAD:ansible)
wanted="$(sha256sum "${inventory}" | cut -d ' ' -f 1)-${playbooks}"
last=$(kubectl get configmap "${state}" --namespace argocd --ignore-not-found --output 'jsonpath={.data.done}')
if [ "${wanted}" = "${last}" ]; then
  echo "nothing changed since the last successful run"
  exit 0
fi
if ! [ -s /ssh/id_ed25519 ]; then
  echo "Secret argocd/node-ssh-key with key id_ed25519 is missing: create it once, by hand" >&2
  exit 1
fi

install -m 0600 /ssh/id_ed25519 "${work}/id_ed25519"
connection=(--inventory "${inventory}" --private-key "${work}/id_ed25519")
ansible k8s_cluster "${connection[@]}" --module-name ansible.builtin.ping
ansible-playbook "${connection[@]}" site.yml

kubectl create configmap "${state}" --namespace argocd --from-literal="done=${wanted}" --dry-run=client --output yaml |
  kubectl apply --server-side --force-conflicts --field-manager ansible-bootstrap --filename -
