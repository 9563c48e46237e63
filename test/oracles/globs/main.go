// Reads lines of JSON, {"kind": "glob" | "path", "pattern": ..., "separators": ..., "texts": [...]}, and prints one line each with what
// Go makes of it: a mark for each text, t or f, or the word "refused" or
// "panic". Globs are those of gobwas/glob as Argo CD uses it, paths those of
// path.Match. What it answered is recorded in test/languages/globs/outcomes.json.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path"

	"github.com/gobwas/glob"
)

type question struct {
	Kind       string   `json:"kind"`
	Pattern    string   `json:"pattern"`
	Separators string   `json:"separators"`
	Texts      []string `json:"texts"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<24)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			fmt.Fprintln(os.Stderr, "no question on the line:", err)
			os.Exit(2)
		}
		fmt.Fprintln(out, answer(q))
	}
}

func answer(q question) (marks string) {
	defer func() {
		if recover() != nil {
			marks = "panic"
		}
	}()
	matches := func(text string) (bool, error) { return path.Match(q.Pattern, text) }
	if q.Kind == "glob" {
		compiled, err := glob.Compile(q.Pattern, []rune(q.Separators)...)
		if err != nil {
			return "refused"
		}
		matches = func(text string) (bool, error) { return compiled.Match(text), nil }
	}
	for _, text := range q.Texts {
		matched, err := matches(text)
		switch {
		case err != nil:
			return "refused"
		case matched:
			marks += "t"
		default:
			marks += "f"
		}
	}
	return marks
}
