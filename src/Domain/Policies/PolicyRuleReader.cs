using Revitalization.Domain.Disclosure;

namespace Revitalization.Domain.Policies;

/// <summary>Reads one rule of any kind, with every value's day and source.</summary>
internal static class PolicyRuleReader
{
    private static readonly (string, Comparison)[] Comparisons =
        [("below", Comparison.Below), ("at-most", Comparison.AtMost), ("at-least", Comparison.AtLeast), ("above", Comparison.Above)];

    private static readonly (string, Comparison)[] Boundaries = [("at-least", Comparison.AtLeast), ("above", Comparison.Above)];

    private static readonly (string, TimeUnit)[] TimeUnits =
        [("working-days", TimeUnit.WorkingDays), ("calendar-days", TimeUnit.CalendarDays), ("months", TimeUnit.Months)];

    public static PolicyRule? Read(JsonCursor rule)
    {
        rule.AllowOnly("id", "kind", "title", "unit", "values");
        var (id, title, unit) = (rule.Text("id"), rule.Text("title"), rule.Text("unit"));
        switch (rule.Text("kind"))
        {
            case "threshold": return new ThresholdRule(id, title, unit, Values(rule, ReadThreshold));
            case "floor": return new FloorRule(id, title, unit, Values(rule, ReadFloor));
            case "range": return new RangeRule(id, title, unit, Values(rule, ReadRange));
            case "ratio": return new RatioRule(id, title, unit, Values(rule, ReadShare));
            case "capped-percentage": return new CappedPercentageRule(id, title, unit, Values(rule, ReadCappedPercentage));
            case "per-unit": return new PerUnitRule(id, title, unit, Values(rule, ReadPerUnit));
            case "ladder": return new LadderRule(id, title, unit, Values(rule, ReadLadder));
            case "deadline": return new DeadlineRule(id, title, unit, Values(rule, ReadTimeLimit));
            case "switch": return new SwitchRule(id, title, unit, Values(rule, ReadSwitch));
            case "calendar": return new CalendarRule(id, title, unit, Values(rule, ReadMonths));
            case "checklist": return new ChecklistRule(id, title, unit, Values(rule, ReadChecklist));
            case "disclosure": return new DisclosureRule(id, title, unit, Values(rule, ReadDisclosure));
            case "": return null;
            case var kind:
                rule.Required("kind").Report($"不认识的规则类型“{kind}”。");
                return null;
        }
    }

    private static List<PolicyValue<TValue>> Values<TValue>(JsonCursor rule, Func<JsonCursor, TValue> read)
    {
        var values = new List<PolicyValue<TValue>>();
        foreach (var item in rule.Items("values"))
        {
            item.AllowOnly("from", "value", "source");
            var from = item.Day("from");
            if (values.Count > 0 && from <= values[^1].From) item.Required("from").Report("取值须按生效日期从早到晚排列,且不得重复。");
            values.Add(new PolicyValue<TValue>(from, read(item.Required("value")), ReadCitation(item.Required("source"))));
        }
        if (values.Count == 0) rule.Required("values").Report("规则至少要有一个取值。");
        return values;
    }

    private static Citation ReadCitation(JsonCursor source)
    {
        source.AllowOnly("document", "clause", "phrase", "assumed");
        var assumed = source.OptionalText("assumed");
        var phrase = source.OptionalText("phrase");
        if (assumed is null && phrase is null) source.Report("须写明原文字句 phrase,或以 assumed 说明为何没有。");
        return new Citation(source.Text("document"), source.Text("clause"), phrase ?? "", assumed);
    }

    private static Threshold ReadThreshold(JsonCursor value)
    {
        value.AllowOnly("comparison", "amount");
        return new Threshold(value.Word<Comparison>("comparison", Comparisons), NotNegative(value, "amount"));
    }

    private static Floor ReadFloor(JsonCursor value)
    {
        value.AllowOnly("least");
        return new Floor(NotNegative(value, "least"));
    }

    private static AmountRange ReadRange(JsonCursor value)
    {
        value.AllowOnly("least", "most");
        var range = new AmountRange(NotNegative(value, "least"), NotNegative(value, "most"));
        if (range.Most < range.Least) value.Required("most").Report("上限不得低于下限。");
        return range;
    }

    private static Share ReadShare(JsonCursor value)
    {
        value.AllowOnly("numerator", "denominator", "basisPoints");
        return new Share(value.Text("numerator"), value.Text("denominator"), NotNegative(value, "basisPoints"));
    }

    private static CappedPercentage ReadCappedPercentage(JsonCursor value)
    {
        value.AllowOnly("basisPoints", "capFen");
        return new CappedPercentage(NotNegative(value, "basisPoints"), value.OptionalWhole("capFen"));
    }

    private static PerUnit ReadPerUnit(JsonCursor value)
    {
        value.AllowOnly("fen", "of");
        return new PerUnit(NotNegative(value, "fen"), value.Text("of"));
    }

    private static DisclosureLimits ReadDisclosure(JsonCursor value)
    {
        value.AllowOnly("threshold", "possible", "amountPercent", "top", "topPercent");
        int Part(string name, long least, long most)
        {
            var part = value.Whole(name);
            if (part < least || part > most) value.Required(name).Report($"须在 {least} 至 {most} 之间。");
            return (int)Math.Clamp(part, least, most);
        }

        return new(Part("threshold", 2, 1_000), Part("possible", 2, 1_000), Part("amountPercent", 1, 100), Part("top", 1, 10), Part("topPercent", 1, 100));
    }

    private static Ladder ReadLadder(JsonCursor value)
    {
        value.AllowOnly("boundary", "steps");
        var boundary = value.Word<Comparison>("boundary", Boundaries);
        var steps = new List<LadderStep>();
        foreach (var item in value.Items("steps"))
        {
            item.AllowOnly("limit", "label");
            var step = new LadderStep(NotNegative(item, "limit"), item.Text("label"));
            if (steps.Count > 0 && step.Limit <= steps[^1].Limit) item.Required("limit").Report("各档界限须逐档升高。");
            steps.Add(step);
        }
        if (steps.Count == 0) value.Required("steps").Report("阶梯至少要有一档。");
        return new Ladder(boundary, steps);
    }

    private static TimeLimit ReadTimeLimit(JsonCursor value)
    {
        value.AllowOnly("count", "unit", "after");
        var count = NotNegative(value, "count");
        if (count > 3_650) value.Required("count").Report("时限不得超过十年。");
        return new TimeLimit((int)Math.Min(count, 3_650), value.Word<TimeUnit>("unit", TimeUnits), value.Text("after"));
    }

    private static Switch ReadSwitch(JsonCursor value)
    {
        value.AllowOnly("on");
        return new Switch(value.Flag("on"));
    }

    private static YearMonths ReadMonths(JsonCursor value)
    {
        value.AllowOnly("months");
        var months = value.Wholes("months");
        if (months.Count == 0 || months.Any(month => month is < 1 or > 12) || months.Zip(months.Skip(1)).Any(pair => pair.Second <= pair.First))
            value.Required("months").Report("月份须为 1 至 12,从小到大,不得重复。");
        return new YearMonths([.. months.Select(month => (int)Math.Clamp(month, 1, 12))]);
    }

    private static Checklist ReadChecklist(JsonCursor value)
    {
        value.AllowOnly("papers");
        var papers = value.Texts("papers");
        if (papers.Count > 20 || papers.Distinct(StringComparer.Ordinal).Count() < papers.Count) value.Required("papers").Report("材料不得重复,且不超过二十项。");
        return new Checklist(papers);
    }

    private static long NotNegative(JsonCursor value, string name)
    {
        var number = value.Whole(name);
        if (number < 0) value.Required(name).Report("不得为负数。");
        return number;
    }
}
