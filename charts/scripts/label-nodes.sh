#!/bin/bash
# Repairs what a kubelet registered only once: for each line of `/data/nodes` (`name labels taints`, both
# comma-separated, `-` for none) sets labels and taints. A node that is not there yet is reported and fails the run.
set -euo pipefail

missing=0
while read -r node labels taints; do
  [ -n "${node}" ] || continue
  if ! kubectl get node "${node}" --output name > /dev/null 2>&1; then
    echo "node ${node} has not joined" >&2
    missing=1
    continue
  fi
  if [ "${labels}" != '-' ]; then
    IFS=',' read -r -a pairs <<< "${labels}"
    kubectl label node "${node}" --overwrite "${pairs[@]}"
  fi
  if [ "${taints}" != '-' ]; then
    IFS=',' read -r -a wanted <<< "${taints}"
    kubectl taint node "${node}" --overwrite "${wanted[@]}"
  fi
done < /data/nodes
exit "${missing}"
