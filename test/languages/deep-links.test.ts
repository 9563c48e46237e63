import { linkConditionProblem, linkUrlProblem } from '../../src/languages/deep-links';

test.each([
  ['application.links', 'https://logs.example.com/?q={{ .app.metadata.namespace }}'],
  ['application.links', 'https://logs.example.com/{{ .cluster.name | urlquery }}/{{ index .application.metadata.labels "team" }}'],
  ['application.links', 'https://logs.example.com/'],
  ['project.links', '{{ .project.metadata.name | upper }}'],
  ['resource.links', '{{ .resource.metadata.name }}-{{ .project.metadata.name }}{{ range .app.status.history }}{{ .other }}{{ end }}'],
] as const)('%s: %s can be filled in', (key, url) => {
  expect(linkUrlProblem(key, url)).toBeUndefined();
});

test.each([
  ['application.links', '{{ .app.metadata.name', '{{ is never closed'],
  ['application.links', '{{ .app | toYaml }}', 'toYaml'],
  ['application.links', '{{ getHostByName .app.metadata.name }}', 'getHostByName'],
  ['application.links', '{{ .resource.metadata.name }}', 'links of application.links know no resource, but app, application, cluster, managedByURL'],
  ['project.links', '{{ .app.metadata.name }}', 'links of project.links know no app, but project'],
] as const)('%s: %s cannot', (key, url, problem) => {
  expect(linkUrlProblem(key, url)).toContain(problem);
});

test.each([
  ['application.links', 'app.metadata.labels["team"] == "shop"'],
  ['application.links', 'managedByURL != nil'],
  ['resource.links', 'resource.kind in ["Pod", "Deployment"] and any(app.status.conditions, {.type == "SyncError"})'],
  ['resource.links', 'let kind = resource.kind; kind == "Pod"'],
] as const)('%s: %s may be true', (key, condition) => {
  expect(linkConditionProblem(key, condition)).toBeUndefined();
});

test.each([
  ['application.links', 'app.metadata.name = "web"', '='],
  ['application.links', '"web"', 'only true shows a link'],
  ['application.links', 'project.metadata.name == "shop"', 'know no project'],
  ['resource.links', 'resource.kind == "Pod" && any(app.status.conditions, {node.type == "x"})', 'know no node'],
] as const)('%s: %s is never true', (key, condition, problem) => {
  expect(linkConditionProblem(key, condition)).toContain(problem);
});
