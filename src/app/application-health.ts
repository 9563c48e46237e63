/** The key of argocd-cm with the health check of Applications. */
export const APPLICATION_HEALTH_KEY = 'resource.customizations.health.argoproj.io_Application';

/**
 * How healthy an Application is, for an Argo CD that applies Applications in an order. Argo CD has no check of its own for them since
 * version 1.8. As long as the sources that were compared last are not those of the spec, the health is that of the former ones.
 *
 * @see pkg/apis/application/v1alpha1/types.go (ComparedTo, SourceHydratorStatus) in argoproj/argo-cd
 */
export const APPLICATION_HEALTH = `local progressing = { status = "Progressing", message = "waiting for Argo CD to look at the Application" }
local spec = obj.spec
local status = obj.status
if status == nil or status.health == nil or status.health.status == nil then
  return progressing
end

local function differ(wanted, seen)
  if #wanted ~= #seen then
    return true
  end
  for i, source in ipairs(wanted) do
    for _, field in ipairs({ "repoURL", "path", "chart", "targetRevision", "ref" }) do
      if (source[field] or "") ~= (seen[i][field] or "") then
        return true
      end
    end
  end
  return false
end

local hydrator = spec.sourceHydrator
local several = hydrator == nil and spec.sources ~= nil and #spec.sources > 0
local wanted = { spec.source }
if several then
  wanted = spec.sources
elseif hydrator ~= nil then
  local sync = hydrator.syncSource
  wanted = { { repoURL = sync.repoURL or hydrator.drySource.repoURL, path = sync.path, targetRevision = sync.targetBranch } }
end
local compared = status.sync and status.sync.comparedTo
if compared ~= nil and differ(wanted, several and (compared.sources or {}) or { compared.source }) then
  return progressing
end
local hydration = status.sourceHydrator and status.sourceHydrator.currentOperation
if hydrator ~= nil and hydration ~= nil then
  if hydration.phase == "Hydrating" or differ({ hydrator.drySource }, { hydration.sourceHydrator.drySource }) then
    return { status = "Progressing", message = "the manifests are being hydrated" }
  end
end
if status.operationState ~= nil and status.operationState.phase == "Running" then
  return { status = "Progressing", message = "a sync is running" }
end
return { status = status.health.status, message = status.health.message or "" }
`;
