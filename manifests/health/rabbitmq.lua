-- Health of a RabbitmqCluster from the conditions of its operator.
local hs = { status = "Progressing", message = "waiting for the operator" }
local status = obj.status
if status == nil or status.conditions == nil then
  return hs
end
if status.observedGeneration ~= nil and obj.metadata.generation ~= nil
    and status.observedGeneration < obj.metadata.generation then
  hs.message = "the operator has not seen the present spec"
  return hs
end
local ready = false
local available = false
for _, condition in ipairs(status.conditions) do
  if condition.type == "ReconcileSuccess" and condition.status == "False" and condition.reason ~= "Initialising" then
    hs.status = "Degraded"
    hs.message = condition.message or condition.reason or ""
    return hs
  end
  if condition.type == "AllReplicasReady" then
    ready = condition.status == "True"
    if not ready then hs.message = condition.message or "replicas are not ready" end
  end
  if condition.type == "ClusterAvailable" then
    available = condition.status == "True"
  end
end
if ready and available then
  hs.status = "Healthy"
  hs.message = "all replicas are ready"
end
return hs
