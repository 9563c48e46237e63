// What Argo CD itself does with some objects: the order of its tasks, and, found by running syncs in which one object never becomes
// healthy, what it waits for. It is to be run in a checkout of argoproj/argo-cd at v3.5.1, as gitops-engine/pkg/sync/plan_oracle_test.go:
// go test ./pkg/sync -run TestPlanOracle. What it answered, in plan-oracle.json there, is recorded in test/sync-plan/outcomes.json.
package sync

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"sort"
	"strings"
	"testing"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	fakedisco "k8s.io/client-go/discovery/fake"
	testcore "k8s.io/client-go/testing"

	"github.com/argoproj/argo-cd/gitops-engine/pkg/health"
	synccommon "github.com/argoproj/argo-cd/gitops-engine/pkg/sync/common"
	"github.com/argoproj/argo-cd/gitops-engine/pkg/sync/hook"
	"github.com/argoproj/argo-cd/gitops-engine/pkg/utils/kube"
)

type oracleCase struct {
	Objects         []map[string]any `json:"objects"`
	CreateNamespace bool             `json:"createNamespace"`
	// The tasks as they are sorted; those of SyncFail among them.
	Tasks []string `json:"tasks"`
	// The objects without whose health the sync does not end; absent where the run was not made.
	Waits *[]string `json:"waits,omitempty"`
}

// Of these Argo CD knows the health: by a script or by itself.
var checked = map[string]bool{"Deployment": true, "Rollout": true, "Job": true, "HorizontalPodAutoscaler": true}

var oracleKinds = [][2]string{
	{"v1", "ConfigMap"}, {"v1", "Secret"}, {"v1", "Service"}, {"apps/v1", "Deployment"}, {"argoproj.io/v1alpha1", "Rollout"},
	{"argoproj.io/v1alpha1", "AnalysisTemplate"}, {"batch/v1", "Job"}, {"autoscaling/v2", "HorizontalPodAutoscaler"},
	{"v1", "Namespace"}, {"apiextensions.k8s.io/v1", "CustomResourceDefinition"}, {"example.com/v1", "Widget"},
}

type oracleHealth struct{ blocked string }

func (h oracleHealth) GetResourceHealth(obj *unstructured.Unstructured) (*health.HealthStatus, error) {
	if !checked[obj.GetKind()] {
		return nil, nil
	}
	if obj.GetName() == h.blocked {
		return &health.HealthStatus{Status: health.HealthStatusSuspended}, nil
	}
	return &health.HealthStatus{Status: health.HealthStatusHealthy}, nil
}

func oracleContext(c *oracleCase, blocked string) *syncContext {
	sc := newTestSyncCtx(nil)
	sc.namespace = "shop"
	lists := []*metav1.APIResourceList{}
	byVersion := map[string]*metav1.APIResourceList{}
	for _, k := range oracleKinds {
		if byVersion[k[0]] == nil {
			byVersion[k[0]] = &metav1.APIResourceList{GroupVersion: k[0]}
			lists = append(lists, byVersion[k[0]])
		}
		byVersion[k[0]].APIResources = append(byVersion[k[0]].APIResources, metav1.APIResource{
			Name: k[1] + "s", Kind: k[1], Namespaced: true, Verbs: metav1.Verbs{"get", "list", "watch", "create", "update", "patch", "delete"}})
	}
	sc.disco = &fakedisco.FakeDiscovery{Fake: &testcore.Fake{Resources: lists}}
	sc.healthOverride = oracleHealth{blocked}
	if c.CreateNamespace {
		sc.syncNamespace = func(_, _ *unstructured.Unstructured) (bool, error) { return true, nil }
	}
	for _, o := range c.Objects {
		raw, _ := json.Marshal(o)
		obj := &unstructured.Unstructured{}
		_ = json.Unmarshal(raw, &obj.Object)
		if hook.IsHook(obj) {
			sc.hooks = append(sc.hooks, obj)
		} else {
			sc.resources[kube.GetResourceKey(obj)] = reconciledResource{Target: obj}
		}
	}
	return sc
}

func oracleRun(c *oracleCase, blocked string) synccommon.OperationPhase {
	sc := oracleContext(c, blocked)
	for i := 0; i < 60; i++ {
		sc.Sync()
		phase, _, results := sc.GetState()
		if phase.Completed() {
			return phase
		}
		for _, res := range results {
			for key, r := range sc.resources {
				if key.Kind == res.ResourceKey.Kind && key.Name == res.ResourceKey.Name && r.Target != nil && r.Live == nil {
					live := r.Target.DeepCopy()
					sc.resources[key] = reconciledResource{Target: r.Target, Live: live}
				}
			}
			for _, h := range sc.hooks {
				if h.GetKind() == res.ResourceKey.Kind && h.GetName() == res.ResourceKey.Name {
					live := h.DeepCopy()
					if live.GetNamespace() == "" {
						live.SetNamespace("shop")
					}
					sc.resources[kube.GetResourceKey(live)] = reconciledResource{Live: live}
				}
			}
		}
	}
	return synccommon.OperationRunning
}

func TestPlanOracle(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	pick := func(values ...string) string { return values[r.Intn(len(values))] }
	cases := []oracleCase{}
	for len(cases) < 200 {
		c := oracleCase{CreateNamespace: r.Intn(4) == 0, Objects: []map[string]any{}}
		runs := !c.CreateNamespace
		names := r.Perm(26)
		for i := 0; i < 1+r.Intn(8); i++ {
			kind := oracleKinds[r.Intn(len(oracleKinds))]
			name := string(rune('a' + names[i]))
			annotations := map[string]any{}
			metadata := map[string]any{"name": name}
			if r.Intn(2) == 0 {
				annotations["argocd.argoproj.io/sync-wave"] = pick("-1", "0", "1", "+2", "3", "x", "1.0")
			}
			if r.Intn(8) == 0 {
				annotations["helm.sh/hook-weight"] = pick("-2", "2", "y")
			}
			if r.Intn(3) == 0 {
				value := pick("PreSync", "Sync", "PostSync", "SyncFail", "PreSync", "Sync", "PostSync", "PreSync,PostSync", "Skip", "presync", "Skip, Sync", "")
				annotations["argocd.argoproj.io/hook"] = value
				if value == "PreSync,PostSync" {
					runs = false
				}
			}
			if r.Intn(10) == 0 {
				annotations["helm.sh/hook"] = pick("pre-install", "post-upgrade", "test", "pre-install,pre-upgrade")
			}
			if len(annotations) > 0 {
				metadata["annotations"] = annotations
			}
			if kind[1] != "Namespace" && kind[1] != "CustomResourceDefinition" && r.Intn(3) == 0 {
				metadata["namespace"] = "team"
			}
			object := map[string]any{"apiVersion": kind[0], "kind": kind[1], "metadata": metadata}
			if kind[1] == "Namespace" {
				metadata["name"] = pick("team", "shop")
				// It is created within the first round, where a run would ask a cluster for it.
				runs = runs && metadata["name"] != "shop"
			}
			if kind[1] == "CustomResourceDefinition" {
				runs = false
				object["spec"] = map[string]any{"group": "example.com", "names": map[string]any{"kind": "Widget"}}
			}
			c.Objects = append(c.Objects, object)
		}
		namespaces := map[string]bool{}
		twice := false
		crds := 0
		for _, o := range c.Objects {
			if o["kind"] == "Namespace" {
				name := o["metadata"].(map[string]any)["name"].(string)
				twice = twice || namespaces[name]
				namespaces[name] = true
			}
			if o["kind"] == "CustomResourceDefinition" {
				crds++
			}
		}
		if twice || crds > 1 {
			continue
		}
		sc := oracleContext(&c, "")
		tasks, ok := sc.getSyncTasks()
		if !ok {
			t.Fatal("not ok")
		}
		c.Tasks = []string{}
		for _, task := range tasks {
			c.Tasks = append(c.Tasks, fmt.Sprintf("%s %d %s/%s", task.phase, task.wave(), task.kind(), task.name()))
		}
		if runs {
			waits := []string{}
			if phase := oracleRun(&c, ""); phase != synccommon.OperationSucceeded {
				t.Fatalf("%v: %v", phase, c.Objects)
			}
			for _, task := range tasks {
				if task.phase != synccommon.SyncPhaseSyncFail && oracleRun(&c, task.name()) != synccommon.OperationSucceeded {
					waits = append(waits, task.kind()+"/"+task.name())
				}
			}
			sort.Strings(waits)
			c.Waits = &waits
		}
		cases = append(cases, c)
	}
	lines := []string{}
	for _, c := range cases {
		line, _ := json.Marshal(c)
		lines = append(lines, string(line))
	}
	if err := os.WriteFile("plan-oracle.json", []byte("[\n"+strings.Join(lines, ",\n")+"\n]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}
