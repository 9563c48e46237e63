/**
 * What makes the basic functions of a machine for Lua 5.3 those of 5.1, as yuin/gopher-lua has them. It runs before the script.
 */
export const PRELUDE = `
local error, type, raw_ipairs, raw_pairs, raw_tonumber = error, type, ipairs, pairs, tonumber

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
  if base == nil then number = raw_tonumber(value) else number = raw_tonumber(value, base // 1 | 0) end
  return number and number + 0.0
end

unpack = table.unpack
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
  local texts = {}
  for i = first or 1, last or #list do
    local value = list[i]
    if type(value) == "number" then value = __concat(value, "") end
    texts[i] = value
  end
  return concat(texts, separator, first or 1, last or #list)
end

loadstring = load
rawlen = nil
if math then
  math.huge = 1.7976931348623157e308
  math.pow = function(x, y) return x ^ y end
  math.mod = math.fmod
  math.type, math.tointeger, math.ult, math.maxinteger, math.mininteger = nil, nil, nil, nil, nil
  local floor, ceil = math.floor, math.ceil
  math.floor = function(x) return floor(x) + 0.0 end
  math.ceil = function(x) return ceil(x) + 0.0 end
end
if string then
  string.pack, string.unpack, string.packsize = nil, nil, nil
  string.gfind = string.gmatch
  local format, select, to_integer, tostring = string.format, select, __integer, tostring
  string.format = function(pattern, ...)
    local values = {}
    for i = 1, select("#", ...) do values[i] = to_integer((select(i, ...))) end
    return format(pattern, unpack(values, 1, select("#", ...)))
  end
end
__integer = nil
`;
