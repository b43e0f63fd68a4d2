using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Sql;

/// <summary>Functions as SQL over already written arguments. Times are read in China's zone, as they are shown.</summary>
internal static class FunctionSql
{
    public static string Write(CallExpression call, IReadOnlyList<string> a) => call.Name switch
    {
        "contains" => $"(instr({a[0]}, {a[1]}) > 0)",
        "startswith" => $"(substr({a[0]}, 1, length({a[1]})) = {a[1]})",
        "endswith" => $"(length({a[1]}) = 0 OR substr({a[0]}, -length({a[1]})) = {a[1]})",
        "concat" => $"({a[0]} || {a[1]})",
        "length" => $"length({a[0]})",
        "indexof" => $"(instr({a[0]}, {a[1]}) - 1)",
        "substring" when a.Count == 2 => $"substr({a[0]}, MAX({a[1]}, 0) + 1)",
        "substring" => $"substr({a[0]}, MAX({a[1]}, 0) + 1, MAX({a[2]}, 0))",
        "tolower" => $"text_lower({a[0]})",
        "toupper" => $"text_upper({a[0]})",
        "trim" => $"text_trim({a[0]})",
        "year" => Part(call, a[0], 1, 4, "%Y"),
        "month" => Part(call, a[0], 6, 2, "%m"),
        "day" => Part(call, a[0], 9, 2, "%d"),
        "hour" => Part(a[0], "%H"),
        "minute" => Part(a[0], "%M"),
        "second" => Part(a[0], "%S"),
        "date" => InChina("%Y-%m-%d", a[0]),
        "round" => $"dec_round({a[0]})",
        "floor" => $"dec_floor({a[0]})",
        "ceiling" => $"dec_ceiling({a[0]})",
        "$decimal" => $"int_mul({a[0]}, {a[1]})",
        _ => throw QueryFaultException.Unsupported($"函数 {call.Name}"),
    };

    private static string Part(CallExpression call, string value, int start, int length, string form) =>
        call.Arguments[0].Type == DataType.Date ? $"CAST(substr({value}, {start}, {length}) AS INTEGER)" : Part(value, form);

    private static string Part(string time, string form) => $"CAST({InChina(form, time)} AS INTEGER)";

    private static string InChina(string form, string time) => $"strftime('{form}', {time} / 1000 + 28800, 'unixepoch')";
}
