-- Health of a ScheduledBackup: it is a timetable, so it is healthy once its operator has read it.
local hs = { status = "Progressing", message = "waiting for the operator" }
if obj.status ~= nil and (obj.status.lastCheckTime ~= nil or obj.status.nextScheduleTime ~= nil) then
  hs.status = "Healthy"
  hs.message = ""
end
return hs
