/** The key of argocd-cm with the health check of Applications. */
export const APPLICATION_HEALTH_KEY = 'resource.customizations.health.argoproj.io_Application';

/**
 * How healthy an Application is, for an Argo CD that applies Applications in an order. Argo CD has no check of its own for them since
 * version 1.8. As long as the source that was compared last is not the one of the spec, the health is that of the former source.
 */
export const APPLICATION_HEALTH = `local progressing = { status = "Progressing", message = "waiting for Argo CD to look at the Application" }
local status = obj.status
if status == nil or status.health == nil or status.health.status == nil then
  return progressing
end
local source = obj.spec.source
local compared = status.sync and status.sync.comparedTo and status.sync.comparedTo.source
if source ~= nil and compared ~= nil then
  for _, field in ipairs({ "repoURL", "path", "chart", "targetRevision" }) do
    if source[field] ~= compared[field] then
      return progressing
    end
  end
end
if status.operationState ~= nil and status.operationState.phase == "Running" then
  return { status = "Progressing", message = "a sync is running" }
end
return { status = status.health.status, message = status.health.message or "" }
`;
