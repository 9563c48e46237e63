// Reads jq path expressions, one JSON string a line, and prints what Argo CD 3.5 makes of each as an ignored difference, one line of
// JSON each: {"compiles": false}, or {"compiles": true, "samples": "..."} with one mark for each of the objects below:
// "=" nothing deleted, "-" something deleted, "p" the expression gives no path, "e" another error, "m" not exactly one result.
// With the argument "functions" it prints the names and counts of arguments of the functions that compile.
// What it answered is recorded in test/languages/jq/outcomes.json.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"

	"github.com/itchyny/gojq"
)

type answer struct {
	Expression string `json:"expression"`
	Compiles   bool   `json:"compiles"`
	Samples    string `json:"samples,omitempty"`
	Error      string `json:"error,omitempty"`
}

// Objects as an ignored difference meets them: with lists, without them, with routes that have no list of their own.
var samples = []string{
	`{"metadata":{"name":"web","labels":{"app":"web"}},"spec":{"replicas":3,"http":[{"name":"primary","route":[{"weight":90},{"weight":10}]},{"name":"beta","redirect":{"uri":"/"}}]}}`,
	`{"metadata":{"name":"web"},"spec":{"replicas":3,"paused":true}}`,
	`{"metadata":{"name":"web"}}`,
}

func compile(expression string) (*gojq.Code, error) {
	query, err := gojq.Parse(fmt.Sprintf("del(%s)", expression))
	if err != nil {
		return nil, err
	}
	return gojq.Compile(query)
}

func mark(code *gojq.Code, sample string) string {
	var value, before any
	_ = json.Unmarshal([]byte(sample), &value)
	_ = json.Unmarshal([]byte(sample), &before)
	iter := code.Run(value)
	first, ok := iter.Next()
	if !ok {
		return "m"
	}
	if err, ok := first.(error); ok {
		if strings.HasPrefix(err.Error(), "invalid path") {
			return "p"
		}
		return "e"
	}
	if _, ok := iter.Next(); ok {
		return "m"
	}
	if reflect.DeepEqual(first, before) {
		return "="
	}
	return "-"
}

func functions() []string {
	query, _ := gojq.Parse("builtins")
	code, _ := gojq.Compile(query)
	list, _ := code.Run(nil).Next()
	names := []string{}
	for _, name := range list.([]any) {
		parts := strings.Split(name.(string), "/")
		call := parts[0]
		if parts[1] != "0" {
			arity := int(parts[1][0] - '0')
			call += "(" + strings.Join(strings.Split(strings.Repeat(".", arity), ""), ";") + ")"
		}
		if _, err := compile(call); err == nil {
			names = append(names, name.(string))
		}
	}
	sort.Strings(names)
	return names
}

func main() {
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	if len(os.Args) > 1 && os.Args[1] == "functions" {
		_ = out.Encode(functions())
		return
	}
	scanner := bufio.NewScanner(os.Stdin)
	for scanner.Scan() {
		var expression string
		if err := json.Unmarshal(scanner.Bytes(), &expression); err != nil {
			panic(err)
		}
		result := answer{Expression: expression}
		if code, err := compile(expression); err != nil {
			result.Error = err.Error()
		} else {
			result.Compiles = true
			for _, sample := range samples {
				result.Samples += mark(code, sample)
			}
		}
		_ = out.Encode(result)
	}
}
