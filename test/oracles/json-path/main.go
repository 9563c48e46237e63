// Reads a list of JSONPath templates as JSON, and prints one line of JSON each: the template and whether the parser of k8s.io/client-go, which
// Argo Rollouts reads the answers of web metrics with, reads or refuses it. What it answered is recorded in
// test/languages/json-path/outcomes.json.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"k8s.io/client-go/util/jsonpath"
)

func main() {
	var templates []string
	if err := json.NewDecoder(os.Stdin).Decode(&templates); err != nil {
		fmt.Fprintln(os.Stderr, "no list of templates:", err)
		os.Exit(2)
	}
	for _, template := range templates {
		outcome := "read"
		if _, err := jsonpath.Parse("metrics", template); err != nil {
			outcome = "refused"
		}
		line, _ := json.Marshal([]string{template, outcome})
		fmt.Println(string(line))
	}
}
