#!/bin/bash
# Looks at what users and pods need: every node ready, names resolve, one default StorageClass, and each API that is
# deployed and not in the middle of a rollout answers. It changes nothing. APIs that do not exist yet (the first sync
# comes before them) are named and passed over.
set -uo pipefail

failures=0
check() {
  local what=$1
  shift
  if "$@"; then
    echo "ok: ${what}"
  else
    echo "FAILED: ${what}" >&2
    failures=$((failures + 1))
  fi
}

ready_nodes() {
  local ready
  ready=$(kubectl get nodes --output \
    'jsonpath={range .items[*]}{.status.conditions[?(@.type=="Ready")].status}{"\n"}{end}' | grep -c '^True$')
  [ "${ready}" -ge "${EXPECTED_NODES}" ]
}

default_storage_class() {
  local defaults
  defaults=$(kubectl get storageclass --output json |
    jq '[.items[] | select(.metadata.annotations["storageclass.kubernetes.io/is-default-class"] == "true")] | length')
  [ "${defaults}" -eq 1 ]
}

answers() {
  local status
  for _ in $(seq 1 12); do
    status=$(curl --silent --output /dev/null --write-out '%{http_code}' --max-time 5 "$1")
    [ "${status}" = 200 ] && return 0
    sleep 5
  done
  echo "last answer of $1: ${status}" >&2
  return 1
}

check "${EXPECTED_NODES} nodes are ready" ready_nodes
check 'names of the cluster resolve' getent hosts kubernetes.default.svc.cluster.local
check 'there is one default StorageClass' default_storage_class

while read -r namespace app port path; do
  [ -n "${namespace}" ] || continue
  if ! kubectl get deployment "${app}" --namespace "${namespace}" --output name > /dev/null 2>&1; then
    echo "not deployed yet: ${app}"
    continue
  fi
  check "${app} answers" answers "http://${app}.${namespace}.svc.cluster.local:${port}${path}"
done < /data/apis

[ "${failures}" -eq 0 ]
