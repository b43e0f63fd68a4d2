using System.Globalization;
using System.Text.Json;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Policies;

/// <summary>One line of a case file: a rule, a day, its inputs and what an official expects of it.</summary>
internal static class PolicyCase
{
    public static object? Answer(PolicyPack pack, JsonElement each)
    {
        var day = DateOnly.ParseExact(each.GetProperty("on").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var inputs = each.GetProperty("inputs").EnumerateArray().Select(input => new ExplainedInput("输入", input.GetInt64(), "")).ToList();
        return pack.Rules[each.GetProperty("rule").GetString()!] switch
        {
            ThresholdRule rule => PolicyArithmetic.Test(pack, rule, day, inputs[0])?.Result,
            FloorRule rule => PolicyArithmetic.Shortfall(pack, rule, day, inputs[0])?.Result,
            RangeRule rule => PolicyArithmetic.Within(pack, rule, day, inputs[0])?.Result,
            RatioRule rule => PolicyArithmetic.Reaches(pack, rule, day, inputs[0], inputs[1])?.Result,
            CappedPercentageRule rule => PolicyArithmetic.Award(pack, rule, day, inputs[0])?.Result,
            PerUnitRule rule => PolicyArithmetic.Award(pack, rule, day, inputs[0])?.Result,
            LadderRule rule => PolicyArithmetic.Step(pack, rule, day, inputs[0])?.Result,
            SwitchRule rule => rule.On(day)?.Value.On,
            CalendarRule rule => rule.On(day)?.Value.Months.Contains((int)inputs[0].Value),
            ChecklistRule rule => rule.On(day) is { } held ? Math.Max(0L, held.Value.Papers.Count - inputs[0].Value) : null,
            DisclosureRule rule => rule.On(day)?.Value.IsSmall(inputs[0].Value),
            DeadlineRule rule => rule.On(day)?.Value is { } limit ? Due(limit, each) : null,
            var rule => throw new InvalidOperationException($"A case cannot ask {rule.Id}, which computes nothing."),
        };
    }

    /// <summary>A deadline is asked from a day on: <c>start</c>. Its answer is the last day in time.</summary>
    private static string Due(TimeLimit limit, JsonElement each)
    {
        var start = DateOnly.ParseExact(each.GetProperty("start").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return MonitoringDeadlines.Due(limit, start, WorkdayCalendar.Shipped).Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static object? Expected(JsonElement each)
    {
        var expected = each.GetProperty("expect");
        return expected.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => expected.GetString(),
            JsonValueKind.Number => expected.GetInt64(),
            _ => expected.GetBoolean(),
        };
    }
}
