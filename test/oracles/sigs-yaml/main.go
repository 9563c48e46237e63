// Reads lines of JSON strings, each a YAML document, and prints its JSON or the error, one line each.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	for {
		line, err := in.ReadBytes('\n')
		if len(line) == 0 {
			break
		}
		var text string
		if e := json.Unmarshal(line, &text); e != nil {
			fmt.Fprintln(os.Stderr, "no JSON string on the line:", e)
			os.Exit(2)
		}
		shown, e := yaml.YAMLToJSON([]byte(text))
		if e != nil {
			shown, _ = json.Marshal(map[string]string{"$error": e.Error()})
		}
		out.Write(shown)
		out.WriteByte('\n')
		if err != nil {
			break
		}
	}
}
