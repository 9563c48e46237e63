// Reads expressions, one line of JSON each, and prints what the notifications of Argo CD 3.5 make of each, one line each: the expression,
// and "refused" or one letter for each of the Applications: t for true, f for false, e for an error, o for another value.
// The Applications: one that was never synced and has no labels, and one with an operation that failed.
// What it answered is recorded in test/languages/trigger-expressions/outcomes.json.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/expr-lang/expr"
)

const fresh = `{"metadata": {"name": "web"}, "spec": {"project": "shop"},
  "status": {"sync": {"status": "OutOfSync"}, "health": {"status": "Missing"}}}`
const failed = `{"metadata": {"name": "web", "labels": {"team": "shop"}, "annotations": {"note": "a"}},
  "spec": {"project": "shop", "syncPolicy": {"automated": {"prune": true}}},
  "operation": {"retry": {}},
  "status": {"sync": {"status": "Synced", "revision": "abc"},
    "health": {"status": "Degraded", "lastTransitionTime": "2026-01-02T03:04:05Z"}, "conditions": [{"type": "SyncError"}],
    "operationState": {"phase": "Failed", "finishedAt": "2026-01-02T03:04:05Z", "retryCount": 2, "syncResult": {"revision": "abc"}}}}`

func parse(text string) map[string]any {
	var app map[string]any
	if err := json.Unmarshal([]byte(text), &app); err != nil {
		panic(err)
	}
	return map[string]any{
		"app": app, "context": map[string]string{"argocdUrl": "https://argocd.example.com"}, "secrets": map[string][]byte{},
		"appProject": map[string]any{},
		"time": map[string]any{
			"Now": time.Now, "Minute": time.Minute, "Hour": time.Hour,
			"Parse": func(text string) time.Time {
				at, err := time.Parse(time.RFC3339, text)
				if err != nil {
					panic(err)
				}
				return at
			},
		},
		"strings": map[string]any{"ToUpper": strings.ToUpper, "ToLower": strings.ToLower, "ReplaceAll": strings.ReplaceAll},
		"repo":    map[string]any{"QueryEscape": func(text string) string { return text }},
	}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var source string
		if err := json.Unmarshal(lines.Bytes(), &source); err != nil {
			panic(err)
		}
		mark := ""
		program, err := expr.Compile(source)
		if err != nil {
			mark = "refused"
		} else {
			for _, app := range []string{fresh, failed} {
				value, err := expr.Run(program, parse(app))
				switch {
				case err != nil:
					mark += "e"
				case value == true:
					mark += "t"
				case value == false:
					mark += "f"
				default:
					mark += "o"
				}
			}
		}
		line, _ := json.Marshal([]string{source, mark})
		fmt.Println(string(line))
	}
}
