/**
 * What makes the basic functions of a machine for Lua 5.3 those of 5.1, as yuin/gopher-lua has them, and lets none of them make more
 * text than a trial holds: `__take` takes the memory of a text before it is made, `__given` that of the texts that it passes on. It
 * runs before the script.
 */
export const PRELUDE = `
local error, type, raw_ipairs, raw_pairs, raw_tonumber = error, type, ipairs, pairs, tonumber
local take, given, integer, reads_number = __take, __given, __integer, __reads_number

local function check_table(value, name)
  if type(value) ~= "table" then
    error("bad argument #1 to " .. name .. " (table expected, got " .. type(value) .. ")", 3)
  end
end

function ipairs(list)
  check_table(list, "ipairs")
  return raw_ipairs(list)
end

function pairs(map)
  check_table(map, "pairs")
  return raw_pairs(map)
end

function tonumber(value, base)
  local number
  if base ~= nil and base ~= 10 then number = raw_tonumber(value, base // 1 | 0)
  elseif type(value) ~= "string" or reads_number(value) then number = raw_tonumber(value) end
  return number and number + 0.0
end

local raw_unpack = table.unpack
function unpack(list, ...)
  return given(raw_unpack(list, ...))
end
table.unpack, table.pack, table.move = nil, nil, nil
function table.getn(list) return #list end
function table.maxn(map)
  local largest = 0.0
  for key in raw_pairs(map) do
    if type(key) == "number" and key > largest then largest = key end
  end
  return largest
end

local concat = table.concat
function table.concat(list, separator, first, last)
  check_table(list, "concat")
  local texts, length = {}, 0
  local between = type(separator) == "string" and #separator or 0
  for i = first or 1, last or #list do
    local value = list[i]
    if type(value) == "number" then value = __concat(value, "") end
    texts[i] = value
    if type(value) == "string" then length = length + #value + between end
  end
  take(length)
  return concat(texts, separator, first or 1, last or #list)
end

local raw_load, rewritten = load, __rewritten
function loadstring(text, name)
  local script, problem = rewritten(text)
  if script == nil then return nil, problem end
  return raw_load(script, name or "=<string>", "t")
end
function load(reader, name)
  local text = ""
  while true do
    local piece = reader()
    if piece == nil or piece == "" then return loadstring(text, name) end
    text = __concat(text, piece)
  end
end

rawlen = nil
_VERSION = "Lua 5.1"
function collectgarbage() end
if math then
  math.huge = 1.7976931348623157e308
  math.pow = function(x, y) return x ^ y end
  math.mod = math.fmod
  math.type, math.tointeger, math.ult, math.maxinteger, math.mininteger = nil, nil, nil, nil, nil
  local floor, ceil, atan, log = math.floor, math.ceil, math.atan, math.log
  math.floor = function(x) return floor(x) + 0.0 end
  math.ceil = function(x) return ceil(x) + 0.0 end
  math.atan = function(x) return atan(x) end
  math.atan2 = function(y, x) return atan(y, x) end
  math.log = function(x) return log(x) end
  math.ldexp = function(x, exponent) return x * 2.0 ^ exponent end
  math.frexp = function(x)
    if x == 0 or x ~= x or x - x ~= 0 then return x, 0.0 end
    local exponent = floor(log(x < 0 and -x or x, 2)) + 1.0
    local fraction = x / 2.0 ^ exponent
    if fraction >= 1 or fraction <= -1 then return fraction / 2, exponent + 1 end
    return fraction, exponent
  end
end
if coroutine then
  coroutine.isyieldable = nil
  local create, wrap = coroutine.create, coroutine.wrap
  -- Each has a stack of its own.
  coroutine.create = function(body) take(1e6) return create(body) end
  coroutine.wrap = function(body) take(1e6) return wrap(body) end
end
if string then
  string.pack, string.unpack, string.packsize = nil, nil, nil
  local byte, find, gmatch, gsub, match, rep, sub = string.byte, string.find, string.gmatch, string.gsub, string.match, string.rep, string.sub
  string.byte = function(text, ...) return given(byte(text, integer(...))) end
  string.sub = function(text, ...) return given(sub(text, integer(...))) end
  string.find = function(...) return given(find(...)) end
  string.match = function(...) return given(match(...)) end
  string.gmatch = function(...)
    local following = gmatch(...)
    return function() return given(following()) end
  end
  string.gfind = string.gmatch
  string.rep = function(text, count)
    count = integer(count)
    if type(count) == "number" and count > 0 then take(#text * count) end
    return rep(text, count)
  end
  string.gsub = function(text, pattern, by, most)
    local replacement = by
    if type(by) == "table" then replacement = function(key) return (given(by[key])) end
    elseif type(by) == "function" then replacement = function(...) return (given((by(...)))) end
    elseif type(by) == "string" and type(text) == "string" and #by > 0 then
      local _, count = gsub(text, pattern, "", most)
      -- Each letter of it may be half of a capture.
      take(count * #by + (find(by, "%%%d") and #by * #text or 0))
    end
    return given(gsub(text, pattern, replacement, most))
  end
  for _, name in raw_ipairs({ "char", "dump", "lower", "reverse", "upper" }) do
    local original = string[name]
    string[name] = function(...) return given(original(...)) end
  end
  local format, select, tostring = __format, select, tostring
  string.format = function(pattern, ...)
    local values, count = {}, select("#", ...)
    for i = 1, count do
      local value = (select(i, ...))
      values[i] = (type(value) == "number" or type(value) == "string") and value or tostring(value)
    end
    return format(pattern, raw_unpack(values, 1, count))
  end
end
__take, __given, __integer, __reads_number, __rewritten, __format = nil, nil, nil, nil, nil, nil
`;
