// Reads lines of JSON, {"script": ..., "object": ..., "openLibs": ...}, and prints what the interpreter of Argo CD 3.5 makes of each:
// {"status": ..., "message": ...}, or {"error": ...}. It gives a script the same functions and the same object as util/lua/lua.go of
// argoproj/argo-cd. What it answered is recorded in test/testing/lua/outcomes.json.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"

	lua "github.com/yuin/gopher-lua"
	luajson "layeh.com/gopher-json"
)

type question struct {
	Script   string `json:"script"`
	Object   any    `json:"object"`
	OpenLibs bool   `json:"openLibs"`
}

type answer struct {
	Status  string `json:"status"`
	Message string `json:"message"`
	Error   string `json:"error,omitempty"`
}

var statuses = []string{"Healthy", "Progressing", "Degraded", "Suspended", "Missing", "Unknown"}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		answered, err := assess(asked)
		if err != nil {
			answered = answer{Status: "Unknown", Error: err.Error()}
		}
		if err := out.Encode(answered); err != nil {
			panic(err)
		}
	}
}

func assess(asked question) (answer, error) {
	state := lua.NewState(lua.Options{SkipOpenLibs: !asked.OpenLibs})
	defer state.Close()
	libraries := map[string]lua.LGFunction{
		lua.LoadLibName: lua.OpenPackage, lua.BaseLibName: lua.OpenBase, lua.TabLibName: lua.OpenTable,
	}
	for _, name := range []string{lua.LoadLibName, lua.BaseLibName, lua.TabLibName} {
		if err := state.CallByParam(lua.P{Fn: state.NewFunction(libraries[name]), Protect: true}, lua.LString(name)); err != nil {
			panic(err)
		}
	}
	deadline, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	state.SetContext(deadline)
	state.SetGlobal("obj", decoded(state, asked.Object))
	if err := state.DoString(asked.Script); err != nil {
		return answer{}, err
	}
	returned := state.Get(-1)
	switch returned.Type() {
	case lua.LTNil:
		return answer{}, nil
	case lua.LTTable:
		return healthIn(returned)
	default:
		return answer{}, fmt.Errorf("expect table output from Lua script, not %s", returned.Type())
	}
}

func healthIn(returned lua.LValue) (answer, error) {
	encoded, err := luajson.Encode(returned)
	if err != nil {
		return answer{}, err
	}
	var health struct {
		Status  string `json:"status"`
		Message string `json:"message"`
	}
	if err := json.Unmarshal(encoded, &health); err != nil {
		// A list, and a field of another type: Argo CD takes it for no answer.
		return answer{}, nil
	}
	if !slices.Contains(statuses, health.Status) {
		return answer{Status: "Unknown", Message: "Lua returned an invalid health status"}, nil
	}
	return answer{Status: health.Status, Message: health.Message}, nil
}

func decoded(state *lua.LState, value any) lua.LValue {
	switch typed := value.(type) {
	case bool:
		return lua.LBool(typed)
	case float64:
		return lua.LNumber(typed)
	case string:
		return lua.LString(typed)
	case []any:
		list := state.NewTable()
		for _, item := range typed {
			list.Append(decoded(state, item))
		}
		return list
	case map[string]any:
		fields := state.NewTable()
		for key, item := range typed {
			fields.RawSetString(key, decoded(state, item))
		}
		return fields
	default:
		return lua.LNil
	}
}
