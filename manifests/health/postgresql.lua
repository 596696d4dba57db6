-- Health of a CloudNativePG Cluster: its operator reports a phase in words and the number of instances that are ready.
local hs = { status = "Progressing", message = "waiting for the operator" }
local status = obj.status
if status == nil or status.phase == nil then
  return hs
end
hs.message = status.phase
if status.phase == "Cluster in healthy state" then
  if (status.readyInstances or 0) >= obj.spec.instances then
    hs.status = "Healthy"
  end
  return hs
end
local broken = {
  ["Cluster cannot proceed to reconciliation due to an unknown plugin being required"] = true,
  ["Cluster has incomplete or invalid image catalog"] = true,
  ["Cluster is unrecoverable and needs manual intervention"] = true,
  ["Not enough disk space"] = true,
  ["Unable to create required cluster objects"] = true,
}
if broken[status.phase] then
  hs.status = "Degraded"
  hs.message = status.phaseReason or status.phase
end
return hs
