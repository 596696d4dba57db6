-- Health of a child Application. Argo CD dropped its own in 1.8; without this, waves between children mean nothing.
-- A child is healthy only when nothing runs, the comparison is of its present spec, and everything is in sync.
local hs = { status = "Progressing", message = "waiting for the first comparison" }
local status = obj.status
if status == nil then
  return hs
end

-- Argo CD records what it compared through its own types, which write some fields that are empty and leave out others.
local function empty(value)
  if value == nil or value == "" or value == false then return true end
  if type(value) ~= "table" then return false end
  for _, inner in pairs(value) do
    if not empty(inner) then return false end
  end
  return true
end

local function same(a, b)
  if empty(a) and empty(b) then return true end
  if type(a) ~= type(b) then return false end
  if type(a) ~= "table" then return a == b end
  for key, value in pairs(a) do
    if not same(value, b[key]) then return false end
  end
  for key, value in pairs(b) do
    if a[key] == nil and not empty(value) then return false end
  end
  return true
end

local operation = status.operationState
if obj.operation ~= nil or (operation ~= nil and operation.phase == "Running") then
  hs.message = "a sync is running"
  return hs
end
if operation ~= nil and (operation.phase == "Failed" or operation.phase == "Error") then
  hs.status = "Degraded"
  hs.message = operation.message or "the last sync failed"
  return hs
end

-- The comparison may still be of an older spec: its result says nothing about the present one.
local sync = status.sync
if sync == nil or sync.comparedTo == nil then
  return hs
end
local compared = sync.comparedTo
if not same(compared.source, obj.spec.source) or not same(compared.sources, obj.spec.sources)
    or not same(compared.destination, obj.spec.destination) then
  hs.message = "the comparison is of an older spec"
  return hs
end

local health = status.health
if health ~= nil and (health.status == "Degraded" or health.status == "Missing" or health.status == "Suspended") then
  if health.status == "Missing" then
    hs.message = "objects are missing"
    return hs
  end
  hs.status = health.status
  hs.message = health.message or ""
  return hs
end
if sync.status ~= "Synced" then
  hs.message = "not in sync"
  return hs
end
if health == nil or health.status ~= "Healthy" then
  hs.message = "objects are not healthy yet"
  return hs
end
hs.status = "Healthy"
hs.message = ""
return hs
