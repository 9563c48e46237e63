// Reads a file of policies with questions, as test/languages/rbac-policy/decisions.json is, and prints its questions again with the
// answers of Casbin 2.135, the release that Argo CD 3.5 has: go run . <the built-in policy> < decisions.json. Around Casbin it does what
// the API server does: the default role first, then the user, then each group that has a role; a policy that cannot be read is no policy.
package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	"github.com/casbin/casbin/v2/util"
	"github.com/gobwas/glob"
)

type subject struct {
	Title string            `json:"title"`
	Data  map[string]string `json:"data"`
	Cases [][]any           `json:"cases"`
}

type adapter struct{ text string }

func (a adapter) LoadPolicy(m model.Model) error {
	for _, line := range strings.Split(a.text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		reader := csv.NewReader(strings.NewReader(line))
		reader.TrimLeadingSpace = true
		fields, err := reader.Read()
		if err != nil {
			return err
		}
		switch {
		case fields[0] == "p" && len(fields) == 6, fields[0] == "g" && len(fields) == 3:
			m[fields[0]][fields[0]].Policy = append(m[fields[0]][fields[0]].Policy, fields[1:])
		default:
			return errors.New("not a line of a policy: " + line)
		}
	}
	return nil
}

func (adapter) SavePolicy(model.Model) error                              { return nil }
func (adapter) AddPolicy(string, string, []string) error                  { return nil }
func (adapter) RemovePolicy(string, string, []string) error               { return nil }
func (adapter) RemoveFilteredPolicy(string, string, int, ...string) error { return nil }

const conf = `
[request_definition]
r = sub, res, act, obj
[policy_definition]
p = sub, res, act, obj, eft
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = g(r.sub, p.sub) && fits(r.res, p.res) && fits(r.act, p.act) && fits(r.obj, p.obj)
`

func globFits(args ...any) (any, error) {
	compiled, err := glob.Compile(args[1].(string))
	return err == nil && compiled.Match(args[0].(string)), nil
}

func policyOf(data map[string]string) string {
	keys := []string{}
	for key := range data {
		if key != "policy.csv" && strings.HasPrefix(key, "policy.") && strings.HasSuffix(key, ".csv") {
			keys = append(keys, key)
		}
	}
	sort.Strings(keys)
	text := data["policy.csv"]
	for _, key := range keys {
		text += "\n" + data[key]
	}
	return text
}

func main() {
	builtIn, err := os.ReadFile(os.Args[1])
	check(err)
	var subjects []subject
	check(json.NewDecoder(os.Stdin).Decode(&subjects))
	for _, s := range subjects {
		m, err := model.NewModelFromString(conf)
		check(err)
		enforcer, err := casbin.NewEnforcer(m, adapter{string(builtIn) + "\n" + policyOf(s.Data)})
		if err != nil {
			fmt.Printf("%s: %v\n", s.Title, err)
			continue
		}
		// A second function of the same name would not replace the first.
		fits := globFits
		if s.Data["policy.matchMode"] == "regex" {
			fits = util.RegexMatchFunc
		}
		enforcer.AddFunction("fits", fits)
		allows := func(name string, c []any) bool {
			ok, err := enforcer.Enforce(name, c[2], c[3], c[4])
			return ok && err == nil
		}
		for _, c := range s.Cases {
			names := []string{}
			if role := s.Data["policy.default"]; role != "" {
				names = append(names, role)
			}
			names = append(names, c[0].(string))
			members, err := enforcer.GetGroupingPolicy()
			check(err)
			for _, group := range c[1].([]any) {
				for _, member := range members {
					if member[0] == group {
						names = append(names, group.(string))
						break
					}
				}
			}
			answer := false
			for _, name := range names {
				answer = answer || allows(name, c)
			}
			mark := ""
			if answer != c[5].(bool) {
				mark = "   <-- differs"
			}
			fmt.Printf("%s: %v %v%s\n", s.Title, c[:5], answer, mark)
		}
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
