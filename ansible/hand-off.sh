#!/usr/bin/env bash
# Hands the outputs of a cluster's stacks over to Argo CD from outside the cluster, through Session Manager:
#   hand-off.sh INVENTORY CLUSTER
# Atlantis does it after each apply; this is for the first time, and to run it again alone. Needs the AWS CLI with its
# session-manager-plugin, Terraform, Node, jq and curl, and an inventory with instance ids (the Terraform output).
set -euo pipefail
[ $# -eq 2 ] || { sed -n 2,3p "$0" >&2; exit 2; }
inventory=$(realpath "$1") cluster=$2
cd "$(dirname "$0")/.."
scripts=charts/gitops-tools/atlantis/scripts
[ -f "dist/$cluster/hand-off.json" ] || { echo "dist/$cluster/hand-off.json: there is no such cluster" >&2; exit 1; }

host() { ansible-inventory --inventory "$inventory" --list | jq -er ".masters.hosts[0] as \$master | ._meta.hostvars[\$master].$1"; }
instance=$(host instance_id)
region=$(host region)
port=${HAND_OFF_PORT:-8001}

# The API server's own address is reached by the machines alone; kubectl on the control plane lends us its login.
ssh -o ExitOnForwardFailure=yes -o StrictHostKeyChecking=accept-new \
  -o "ProxyCommand=aws ssm start-session --region $region --target %h --document-name AWS-StartSSHSession --parameters portNumber=%p" \
  -L "127.0.0.1:$port:127.0.0.1:8001" "ubuntu@$instance" \
  sudo kubectl --kubeconfig /etc/kubernetes/admin.conf proxy --port 8001 &
tunnel=$!
trap 'kill "$tunnel" 2> /dev/null || true' EXIT
curl --silent --show-error --fail --retry 30 --retry-delay 2 --retry-all-errors --output /dev/null "http://127.0.0.1:$port/version"

for folder in "dist/$cluster/terraform"/*/; do
  folder=${folder%/}
  grep -q '"output"' "$folder/cdk.tf.json" || continue
  terraform -chdir="$folder" init -input=false -no-color > /dev/null
  KUBERNETES_API="http://127.0.0.1:$port" node "$scripts/hand-off.script.cjs" "dist/$cluster/hand-off.json" "$PWD/$folder" "$folder"
done
