#!/bin/bash
# Writes, for each line of `/data/identities` (`namespace configmap identity token-folder`), the ConfigMap that tells its
# pods which role to take. Applying one that has not changed does nothing.
set -euo pipefail

# One JSON object after the other: each stack that makes roles puts out its own.
roles=''
for key in ${ROLES_KEYS}; do
  part=''
  for _ in $(seq 1 60); do
    part=$(kubectl get configmap "${OUTPUTS}" --namespace argocd --ignore-not-found \
      --output "jsonpath={.data.${key}}")
    [ -n "${part}" ] && break
    echo "waiting for ${key} in ConfigMap argocd/${OUTPUTS}"
    sleep 10
  done
  if [ -z "${part}" ]; then
    echo "ConfigMap argocd/${OUTPUTS} has no ${key}: apply the Terraform stacks and publish their outputs" >&2
    exit 1
  fi
  roles+="${part}"
done

while read -r namespace name identity folder; do
  [ -n "${namespace}" ] || continue
  arn=$(jq --raw-output --arg identity "${identity}" '.[$identity] // empty' <<< "${roles}")
  if [ -z "${arn}" ]; then
    echo "${ROLES_KEYS} have no role for ${identity}" >&2
    exit 1
  fi
  config=$(printf '[default]\nregion = %s\nrole_arn = %s\nweb_identity_token_file = %s/token\n' \
    "${REGION}" "${arn}" "${folder}")
  kubectl create configmap "${name}" --namespace "${namespace}" \
    --from-literal="AWS_ROLE_ARN=${arn}" --from-literal="config=${config}" \
    --dry-run=client --output yaml |
    kubectl apply --server-side --force-conflicts --field-manager aws-identity --filename -
done < /data/identities
