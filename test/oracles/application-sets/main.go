// Reads lines of JSON, {"set": ..., "clusters": [...], "folders": [...], "files": {...}}, and prints what the code of Argo CD makes of
// each ApplicationSet, one line each: {"applications": [...]} or {"error": ...}. It is to be run in a checkout of argoproj/argo-cd at
// v3.5.1, as oracle/main.go. What it answered is recorded in test/expansion/outcomes.json.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sort"

	log "github.com/sirupsen/logrus"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/fake"

	"github.com/argoproj/argo-cd/v3/applicationset/controllers/template"
	"github.com/argoproj/argo-cd/v3/applicationset/generators"
	"github.com/argoproj/argo-cd/v3/applicationset/utils"
	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
)

type cluster struct {
	Name        string            `json:"name"`
	Server      string            `json:"server"`
	Project     string            `json:"project"`
	Labels      map[string]string `json:"labels"`
	Annotations map[string]string `json:"annotations"`
}

type question struct {
	Set      v1alpha1.ApplicationSet `json:"set"`
	Clusters []cluster               `json:"clusters"`
	Folders  []string                `json:"folders"`
	Files    map[string]string       `json:"files"`
}

type answer struct {
	Applications []v1alpha1.Application `json:"applications,omitempty"`
	Error        string                 `json:"error,omitempty"`
}

type repos struct{ q question }

func (r repos) GetFiles(_ context.Context, _, _, _, pattern string, _ bool, _ *v1alpha1.SourceIntegrity) (map[string][]byte, error) {
	found := map[string][]byte{}
	for path, content := range r.q.Files {
		if path == pattern {
			found[path] = []byte(content)
		}
	}
	return found, nil
}

func (r repos) GetDirectories(_ context.Context, _, _, _ string, _ bool, _ *v1alpha1.SourceIntegrity) ([]string, error) {
	return r.q.Folders, nil
}

func kubernetes(q question) client.Client {
	scheme := runtime.NewScheme()
	_ = v1alpha1.AddToScheme(scheme)
	_ = corev1.AddToScheme(scheme)
	objects := []client.Object{}
	for i, c := range q.Clusters {
		labels := map[string]string{"argocd.argoproj.io/secret-type": "cluster"}
		for key, value := range c.Labels {
			labels[key] = value
		}
		data := map[string][]byte{"name": []byte(c.Name), "server": []byte(c.Server)}
		if c.Project != "" {
			data["project"] = []byte(c.Project)
		}
		meta := metav1.ObjectMeta{Name: fmt.Sprintf("cluster-%d", i), Namespace: "argocd", Labels: labels, Annotations: c.Annotations}
		objects = append(objects, &corev1.Secret{ObjectMeta: meta, Data: data})
	}
	project := v1alpha1.AppProject{ObjectMeta: metav1.ObjectMeta{Name: "default", Namespace: "argocd"}}
	return fake.NewClientBuilder().WithScheme(scheme).WithObjects(append(objects, &project)...).Build()
}

func ask(q question) (result answer) {
	defer func() {
		if r := recover(); r != nil {
			result = answer{Error: fmt.Sprint(r)}
		}
	}()
	c := kubernetes(q)
	terminal := map[string]generators.Generator{
		"List":     generators.NewListGenerator(),
		"Clusters": generators.NewClusterGenerator(c, "argocd"),
		"Git":      generators.NewGitGenerator(repos{q}, "argocd"),
	}
	nested := map[string]generators.Generator{"Matrix": generators.NewMatrixGenerator(terminal), "Merge": generators.NewMergeGenerator(terminal)}
	top := map[string]generators.Generator{}
	for name, generator := range terminal {
		nested[name] = generator
		top[name] = generator
	}
	top["Matrix"] = generators.NewMatrixGenerator(nested)
	top["Merge"] = generators.NewMergeGenerator(nested)
	apps, _, err := template.GenerateApplications(log.NewEntry(log.StandardLogger()), q.Set, top, &utils.Render{}, c)
	if err != nil {
		return answer{Error: err.Error()}
	}
	sort.SliceStable(apps, func(i, j int) bool { return apps[i].Name < apps[j].Name })
	return answer{Applications: apps}
}

func main() {
	log.SetLevel(log.PanicLevel)
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var q question
			if e := json.Unmarshal(line, &q); e != nil {
				fmt.Fprintln(os.Stderr, "no question on the line:", e)
				os.Exit(2)
			}
			if e := out.Encode(ask(q)); e != nil {
				os.Exit(2)
			}
		}
		if err != nil {
			break
		}
	}
}
