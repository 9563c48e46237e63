// Reads lines of JSON, {"template": ..., "data": ..., "missing": "error"}, and prints what text/template of Go makes of each with the
// functions that Argo CD gives to ApplicationSets, one line each: {"text": ...}, {"parse": ...} or {"exec": ...}. In the data, an object
// under a key that starts with "$" becomes a map of strings, as the labels of a cluster are. Without a template it prints the names of
// the functions. What it answered is recorded in test/languages/go-templates/outcomes.json.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"github.com/gosimple/slug"
	"sigs.k8s.io/yaml"
)

type question struct {
	Template *string        `json:"template"`
	Data     map[string]any `json:"data"`
	Missing  string         `json:"missing"`
}

type answer struct {
	Text  *string  `json:"text,omitempty"`
	Parse string   `json:"parse,omitempty"`
	Exec  string   `json:"exec,omitempty"`
	Names []string `json:"names,omitempty"`
}

func normalize(name string) string {
	name = regexp.MustCompile("[^-a-z0-9.]").ReplaceAllString(strings.ToLower(name), "-")
	if len(name) > 253 {
		name = name[:253]
	}
	return strings.Trim(name, "-.")
}

func slugify(args ...any) string {
	max, smart := 50, true
	name := ""
	switch len(args) {
	case 1:
		name = args[0].(string)
	case 2:
		max, name = args[0].(int), args[1].(string)
	case 3:
		max, smart, name = args[0].(int), args[1].(bool), args[2].(string)
	}
	name = normalize(name)
	slug.EnableSmartTruncate, slug.MaxLength = smart, max
	return slug.Make(name)
}

func functions() template.FuncMap {
	all := sprig.GenericFuncMap()
	for _, name := range []string{"env", "expandenv", "getHostByName"} {
		delete(all, name)
	}
	all["normalize"] = normalize
	all["slugify"] = slugify
	all["toYaml"] = func(v any) (string, error) {
		data, err := yaml.Marshal(v)
		return strings.TrimSuffix(string(data), "\n"), err
	}
	all["fromYaml"] = func(text string) (map[string]any, error) {
		m := map[string]any{}
		err := yaml.Unmarshal([]byte(text), &m)
		return m, err
	}
	all["fromYamlArray"] = func(text string) ([]any, error) {
		a := []any{}
		err := yaml.Unmarshal([]byte(text), &a)
		return a, err
	}
	return all
}

// An object under a key with a dollar sign becomes a map of strings.
func typed(value any) any {
	switch v := value.(type) {
	case map[string]any:
		result := map[string]any{}
		for key, item := range v {
			if strings.HasPrefix(key, "$") {
				strs := map[string]string{}
				for name, text := range item.(map[string]any) {
					strs[name] = text.(string)
				}
				result[key[1:]] = strs
				continue
			}
			result[key] = typed(item)
		}
		return result
	case []any:
		for i, item := range v {
			v[i] = typed(item)
		}
	}
	return value
}

func ask(q question) (result answer) {
	if q.Template == nil {
		names := []string{}
		for name := range functions() {
			names = append(names, name)
		}
		sort.Strings(names)
		return answer{Names: names}
	}
	defer func() {
		if r := recover(); r != nil {
			result = answer{Exec: fmt.Sprint(r)}
		}
	}()
	base := template.New("").Funcs(functions())
	if q.Missing != "" {
		base = base.Option("missingkey=" + q.Missing)
	}
	parsed, err := base.Parse(*q.Template)
	if err != nil {
		return answer{Parse: err.Error()}
	}
	var out bytes.Buffer
	if err := parsed.Execute(&out, typed(q.Data)); err != nil {
		return answer{Exec: err.Error()}
	}
	text := out.String()
	return answer{Text: &text}
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
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
